import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { eventWords } from "@/components/audit/event-words";
import { SubmitButton, WhilePending } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { listDoneByHand, previewClock } from "@/db/demo";
import { NotFound, Refusal } from "@/policy/refusal";
import { isDemo } from "../../auth";
import { requireViewer } from "../../viewer";
import { moveClockAction } from "../clock-actions";
import { CourseShell } from "../course-shell";

export const metadata: Metadata = { title: "Move the clock back", robots: { index: false } };

/** Demo mode: what is lost when the clock goes back, before it does. */
export default async function ClockPage(props: {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (!isDemo) notFound();
  const { course: slug } = await props.params;
  const { date, time } = await props.searchParams;
  if (typeof date !== "string" || typeof time !== "string") notFound();
  const at = `/${slug}/clock?${new URLSearchParams({ date, time }).toString()}`;
  const request = await requireViewer(slug, "move the clock", at);
  const { viewer, now, course } = request;
  const [move, done] = await Promise.all([
    previewClock(viewer, { to: "typed", date, time }, now).catch((error: unknown) => {
      if (error instanceof Refusal || error instanceof NotFound) notFound();
      throw error;
    }),
    listDoneByHand(viewer),
  ]);
  const zone = course.timeZone;
  return (
    <CourseShell request={request} at={`/${slug}/dashboard`}>
      <h1>Move the clock back?</h1>
      <p>
        The clock shows <Time at={now} zone={zone} /> and would go back to{" "}
        <Time at={move.target} zone={zone} />. The course is then loaded anew, and its invented
        class lives it up to that time.
      </p>
      {done.length === 0 ? (
        <p>Nobody has done anything by hand so far, so nothing is lost.</p>
      ) : (
        <>
          <p>
            What people did by hand is lost with all drafts, also what was done before that time:
          </p>
          <ul>
            {done.map(({ action, times }) => (
              <li key={action}>
                {eventWords[action]}
                {times === 1 ? "" : `, ${times} times`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Form
        action={moveClockAction}
        course={slug}
        label="Move the clock back"
        hidden={{ clockDay: date, clockTime: time, confirmed: "yes", at: `/${slug}/schedule` }}
      >
        <ButtonRow>
          <SubmitButton variant="danger">Move the clock back</SubmitButton>
          <ButtonLink variant="quiet" href={`/${slug}/schedule`}>
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
        <WhilePending>
          The invented class is living the course up to <Time at={move.target} zone={zone} />. This
          can take some seconds.
        </WhilePending>
      </Form>
    </CourseShell>
  );
}
