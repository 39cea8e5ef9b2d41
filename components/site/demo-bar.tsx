import { Form } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/components/ui/form-state";
import { localDateOf, localTimeOf } from "@/policy/time";
import { ClockFields } from "./clock-fields";

/** Demo mode: one line that says so and what the course's clock shows; staff can move it. */
export function DemoBar({
  now,
  zone,
  mover,
}: {
  now: Date;
  zone: string;
  /** The form that moves the clock, for whoever may; `at` is the page to come back to. */
  mover?: { action: FormAction; course: string; at: string } | undefined;
}) {
  return (
    <aside className="border-b border-line bg-wash text-sm print:hidden" aria-label="Demo">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-baseline gap-x-4 px-gutter py-1">
        <p>
          Demo · the clock shows <Time at={now} zone={zone} />
        </p>
        {mover === undefined ? null : (
          <Form
            action={mover.action}
            course={mover.course}
            label="Clock of the demo"
            className="has-[[open]]:basis-full"
            hidden={{ at: mover.at }}
          >
            <ClockFields day={localDateOf(now, zone)} time={localTimeOf(now, zone)} />
          </Form>
        )}
      </div>
    </aside>
  );
}
