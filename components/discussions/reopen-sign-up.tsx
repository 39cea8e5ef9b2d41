import { FormText, SubmitButton } from "@/components/ui/action-form";
import { FormDetails } from "@/components/ui/form-details";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

/** For staff: sign-up opened again for everybody until a day and a time, with a reason. */
export function ReopenSignUp({
  action,
  course,
  isOpen,
}: {
  action: FormAction;
  course: string;
  /** It is open, and would close later. */
  isOpen: boolean;
}) {
  const words = isOpen ? "Extend sign-up" : "Reopen sign-up";
  return (
    <Form action={action} course={course} label={words}>
      <FormDetails summary={words}>
        <FormText name="date" label="Until" type="date" short required />
        <FormText
          name="time"
          label="Time"
          type="time"
          hint="By the course's clocks; the whole minute counts."
          defaultValue="23:59"
          short
          required
        />
        <FormText name="reason" label="Reason" hint="Kept with the change." required />
        <SubmitButton variant="secondary">{words}</SubmitButton>
      </FormDetails>
    </Form>
  );
}
