import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { QueueLine } from "@/policy/grading-counts";
import { formatInstant } from "@/policy/time";
import { counted } from "@/policy/wording";

/** Releases the scores of one assignment, and says beforehand who will see one and what remains. */
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
  const { gradable, dueAt, unreleased, corrected, released, missing, upcoming } = line;
  const waiting = line.waiting + line.early;
  const total = unreleased + corrected;
  return (
    <Section id="release" heading="Release">
      {hasReleased && total === 0 ? (
        <Notice
          kind="receipt"
          title={`Released: ${counted(released, "student")} can see the score.`}
        />
      ) : null}
      <ul>
        {unreleased === 0 ? null : (
          <li>{counted(unreleased, "student")} will be told score and comment.</li>
        )}
        {corrected === 0 ? null : (
          <li>
            {counted(corrected, "student")} will be told a score or comment that was changed since
            release.
          </li>
        )}
        {released === 0 ? null : (
          <li>
            {counted(released, "student")} {released === 1 ? "has" : "have"} been told before.
          </li>
        )}
        {waiting === 0 ? null : (
          <li>
            {gradable.kind === "hand"
              ? `${counted(waiting, "student has", "students have")} no score yet.`
              : `${counted(waiting, "item")} handed in and not graded.`}
          </li>
        )}
        {missing === 0 ? null : (
          <li>{counted(missing, "student")} handed in nothing: that counts 0 by rule.</li>
        )}
        {upcoming === 0 ? null : <li>For {counted(upcoming, "student")} it is not due yet.</li>}
      </ul>
      {total === 0 ? (
        <p>{released === 0 ? "No score has been saved yet." : "There is nothing new to tell."}</p>
      ) : (
        <Form
          action={release}
          course={course}
          label="Release scores"
          hidden={{ assignment, assignmentId: gradable.assignmentId }}
        >
          {line.isOver || dueAt === null ? null : (
            <Notice kind="warning" title={`This is not due before ${formatInstant(dueAt, zone)}.`}>
              <p>Whoever is told a score now can still hand in another version until then.</p>
            </Notice>
          )}
          <SubmitButton>{`Release ${counted(total, "score")}`}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}
