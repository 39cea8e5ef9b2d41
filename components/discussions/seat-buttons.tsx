import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

/**
 * The form around everything that a student can choose, so that a refusal stays to be read when the button that led
 * to it is gone because others were quicker.
 */
export function ClaimForm({
  action,
  course,
  children,
}: {
  action: FormAction;
  course: string;
  children: ReactNode;
}) {
  return (
    <Form action={action} course={course} label="Take a seat">
      {children}
    </Form>
  );
}

/** Takes a seat in the meeting; inside a `ClaimForm`. */
export function ClaimButton({ meetingId }: { meetingId: string }) {
  return (
    <SubmitButton variant="secondary" name="meetingId" value={meetingId}>
      Take a seat
    </SubmitButton>
  );
}

/** Gives up the own seat in the meeting. */
export function ReleaseForm({
  action,
  course,
  meetingId,
}: {
  action: FormAction;
  course: string;
  meetingId: string;
}) {
  return (
    <Form action={action} course={course} label="Give up my seat" hidden={{ meetingId }}>
      <SubmitButton variant="secondary">Give up my seat</SubmitButton>
    </Form>
  );
}
