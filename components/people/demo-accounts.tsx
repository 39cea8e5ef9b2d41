import { SubmitButton } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";

const accounts = [
  { email: "student01@demo.test", label: "Continue as student" },
  { email: "ta1@demo.test", label: "Continue as TA" },
  { email: "instructor1@demo.test", label: "Continue as instructor" },
];

/** Demo mode: one button for each role, without a password. */
export function DemoAccounts({ action, next }: { action: FormAction; next: string | null }) {
  return (
    <Section id="demo-accounts" heading="Look around as somebody">
      <p className="max-w-text text-sm text-muted">
        This is a demo with an invented class. Choose a role, or sign in below as any of student01
        to student30, ta1, ta2, instructor1 and instructor2 at demo.test with the password
        colloquy-demo.
      </p>
      <ButtonRow>
        {accounts.map(({ email, label }) => (
          <Form key={email} action={action} label={label} hidden={{ email, next: next ?? "" }}>
            <SubmitButton variant="secondary">{label}</SubmitButton>
          </Form>
        ))}
      </ButtonRow>
    </Section>
  );
}
