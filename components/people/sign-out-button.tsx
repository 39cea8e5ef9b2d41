import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

/** Signs this browser out. */
export function SignOutButton({ action }: { action: FormAction }) {
  return (
    <Form action={action} label="Sign out">
      <SubmitButton variant="quiet" small>
        Sign out
      </SubmitButton>
    </Form>
  );
}
