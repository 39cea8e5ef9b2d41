"use client";

import { useFormStatus } from "react-dom";
import { summaryLook } from "@/components/ui/details";
import { FormText, SubmitButton, useFormAnswer } from "@/components/ui/action-form";

/** What moves the clock, folded away until it is wanted or something is wrong. */
export function ClockFields({ day, time }: { day: string; time: string }) {
  const { answer } = useFormAnswer();
  const { pending } = useFormStatus();
  return (
    <details open={answer !== undefined}>
      <summary className={summaryLook}>Change the time</summary>
      <div className="mt-1 mb-2 flex flex-wrap items-end gap-x-4 gap-y-2 [--spacing-field:0px]">
        <FormText name="clockDay" label="Day on the clock" type="date" short defaultValue={day} />
        <FormText name="clockTime" label="Hour and minute" type="time" short defaultValue={time} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="to" value="typed" variant="secondary">
            Move the clock
          </SubmitButton>
          <SubmitButton name="to" value="tonight" variant="secondary">
            To tonight 23:58
          </SubmitButton>
          <SubmitButton name="to" value="next class" variant="secondary">
            To the next class
          </SubmitButton>
        </div>
      </div>
      <p className="max-w-text text-muted" aria-live="polite">
        {pending
          ? "The clock is moving, and the invented class is living on to the new time. This can take some seconds."
          : "The invented class lives on to the new time, which can take some seconds. What you did stays, unless you go back."}
      </p>
    </details>
  );
}
