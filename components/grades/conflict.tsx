"use client";

import { SubmitButton, useFormAnswer } from "@/components/ui/action-form";

/** The version that the grader has seen: after a refusal still that one, whatever the page knows by now. */
export function SeenVersion({ version }: { version: string }) {
  const { values } = useFormAnswer();
  return (
    <input type="hidden" name="basedOn" value={values?.["basedOn"]?.[0] ?? version} readOnly />
  );
}

/** Shown once another grader was quicker: saves one's own score over the version that was shown. */
export function OverruleButton() {
  const { errors, values } = useFormAnswer();
  const version = values?.["overrule"]?.[0];
  if (errors?.["overrule"] === undefined || version === undefined) return null;
  return (
    <SubmitButton variant="danger" name="overrule" value={version}>
      Save mine over it
    </SubmitButton>
  );
}
