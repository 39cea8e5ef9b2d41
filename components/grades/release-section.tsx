import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { QueueLine } from "@/policy/grading";
import { formatInstant } from "@/policy/time";
import { counted } from "@/policy/wording";

/** Releases the scores of one assignment, and says beforehand who is told and what remains. */
export function ReleaseSection({
  line,
  zone,
  assignment,
  course,
  hasReleased,
  release,
}: {
  line: QueueLine;
  zone: string;
  assignment: string;
  course: string;
  /** Whether that has just been done. */
  hasReleased: boolean;
  release: FormAction;
}) {
  const { toTell, changed, told, missing, upcoming } = line;
  const waiting = line.waiting + line.early;
  const total = toTell + changed;
  return (
    <section aria-labelledby="release">
      <h2 id="release">Release</h2>
      {hasReleased && total === 0 ? (
        <Notice kind="receipt" title={`Released: ${counted(told, "student")} can see the score.`} />
      ) : null}
      <ul>
        {toTell === 0 ? null : (
          <li>{counted(toTell, "student")} will be told score and comment.</li>
        )}
        {changed === 0 ? null : (
          <li>
            {counted(changed, "student")} will be told a score or comment that was changed since
            release.
          </li>
        )}
        {told === 0 ? null : (
          <li>
            {counted(told, "student")} {told === 1 ? "has" : "have"} been told before.
          </li>
        )}
        {waiting === 0 ? null : <li>{counted(waiting, "item")} handed in and not graded.</li>}
        {missing === 0 ? null : (
          <li>{counted(missing, "student")} handed in nothing: that counts 0 by rule.</li>
        )}
        {upcoming === 0 ? null : <li>For {counted(upcoming, "student")} it is not due yet.</li>}
      </ul>
      {total === 0 ? (
        <p>{told === 0 ? "No score has been saved yet." : "There is nothing new to tell."}</p>
      ) : (
        <Form
          action={release}
          course={course}
          label="Release scores"
          hidden={{ assignment, meetingId: line.meeting.id, kind: line.kind }}
        >
          {line.isOver ? null : (
            <Notice
              kind="warning"
              title={`This is not due before ${formatInstant(line.dueAt, zone)}.`}
            >
              <p>Whoever is told a score now can still hand in another version until then.</p>
            </Notice>
          )}
          <SubmitButton>{`Release ${counted(total, "score")}`}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
