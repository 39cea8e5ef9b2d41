import type { ReactNode } from "react";
import { FormSelect, FormText, SubmitButton } from "@/components/ui/action-form";
import { FormDetails } from "@/components/ui/form-details";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

/** Names in as many columns as there is room for. */
export const placeListLook = "my-3 columns-[14rem] gap-x-6";

interface PlacingProps {
  action: FormAction;
  course: string;
  /** What the form says by itself: the discussion, or the student. */
  place: Record<string, string | number>;
}

/** For staff: takes one student's seat away, with a reason. */
export function RemovePresenter({
  presenter: { enrolmentId, name },
  words = `Remove ${name}`,
  action,
  course,
  place,
}: PlacingProps & {
  presenter: { enrolmentId: string; name: string };
  /** What the form is called. */
  words?: string;
}) {
  return (
    <Form
      action={action}
      course={course}
      label={words}
      hidden={{ ...place, enrolmentId }}
      prefix={`remove-${place["meetingId"] ?? ""}-${enrolmentId}`}
    >
      <FormDetails summary={words}>
        <FormText
          name="reason"
          label="Reason"
          hint="The seat is free at once, and the reason is kept with the change."
          required
        />
        <SubmitButton variant="danger">Remove {name}</SubmitButton>
      </FormDetails>
    </Form>
  );
}

/** For staff: gives a student a seat in a discussion, with a reason; the child chooses the one or the other. */
function PlaceForm({
  words,
  children,
  action,
  course,
  place,
}: PlacingProps & { words: string; children: ReactNode }) {
  return (
    <Form action={action} course={course} label={words} hidden={place} prefix="place">
      {children}
      <FormText name="reason" label="Reason" hint="Kept with the change." required />
      <SubmitButton variant="secondary">Place student</SubmitButton>
    </Form>
  );
}

/** For staff: gives one of the students who lack a seat a place here: chosen with a reason, or by one press. */
export function PlacePresenter({
  students,
  reason,
  ...placing
}: PlacingProps & {
  students: readonly { enrolmentId: string; name: string; email: string }[];
  /** What is kept with a place that is given by one press. */
  reason: string;
}) {
  return (
    <>
      <PlaceForm {...placing} words="Place a student">
        <FormSelect
          name="enrolmentId"
          label="Student"
          options={[
            { value: "", label: "Choose a student" },
            ...students.map(({ enrolmentId, name, email }) => ({
              value: enrolmentId,
              label: `${name}, ${email}`,
            })),
          ]}
        />
      </PlaceForm>
      <Details summary="Place by one press" open={students.length <= 12}>
        <p className="max-w-text text-sm text-muted">The reason that is kept: “{reason}”.</p>
        <Form
          action={placing.action}
          course={placing.course}
          label="Place by one press"
          hidden={{ ...placing.place, reason }}
        >
          <ul className={placeListLook}>
            {students.map(({ enrolmentId, name }) => (
              <li key={enrolmentId} className="break-inside-avoid py-0.5">
                <SubmitButton variant="secondary" small name="enrolmentId" value={enrolmentId}>
                  Place {name}
                </SubmitButton>
              </li>
            ))}
          </ul>
        </Form>
      </Details>
    </>
  );
}

/** For staff: gives a student a seat in one of the discussions that have one. */
export function PlaceInDiscussion({
  discussions,
  ...placing
}: PlacingProps & { discussions: readonly { id: string; words: string }[] }) {
  return (
    <PlaceForm {...placing} words="Place in a discussion">
      <FormSelect
        name="meetingId"
        label="Discussion"
        options={[
          { value: "", label: "Choose a discussion" },
          ...discussions.map(({ id, words }) => ({ value: id, label: words })),
        ]}
      />
    </PlaceForm>
  );
}
