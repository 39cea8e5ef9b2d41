import { scoreWords } from "@/components/grades/grade-words";
import { PresentationForm } from "@/components/grades/presentation-form";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { formatPoints } from "@/policy/grades";
import type { GradingItem } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import { versionsOf } from "@/policy/scoring";
import { listOf } from "@/policy/wording";
import type { CourseRequest } from "../../../viewer";
import { scorePresentationAction } from "../actions";

/** The rubric for the team of a meeting, or why there is none yet. */
export function OpenPresentation({
  request: { course },
  line,
  items,
  assignment,
  hasSaved,
}: {
  request: CourseRequest;
  line: QueueLine;
  /** The presenters. */
  items: readonly GradingItem[];
  assignment: string;
  hasSaved: boolean;
}) {
  const zone = course.timeZone;
  const { gradable } = line;
  const { presentation } = course.syllabus;
  const bonus = gradable.meeting?.bonus ?? 0;
  const [first] = items;
  if (first === undefined || presentation === null) {
    return (
      <Empty title="Nobody holds a seat in this discussion.">
        <p>
          <a href={`/${course.slug}/discussions`}>Place its presenters</a> first.
        </p>
      </Empty>
    );
  }
  const names = listOf(items.map((item) => item.name));
  const grades = items.flatMap(({ saved }) => (saved === null ? [] : [saved]));
  const latest = grades.sort((a, b) => b.gradedAt.getTime() - a.gradedAt.getTime())[0] ?? null;
  return (
    <>
      {hasSaved && latest !== null ? (
        <Notice
          kind="receipt"
          title={`Saved ${scoreWords(latest)} of ${formatPoints(gradable.full)} for ${names}.`}
        />
      ) : null}
      <p>
        Led by {names}.{items.length > 1 ? " All of them get the same scores." : ""}
        {bonus === 0 ? "" : ` The bonus of ${formatPoints(bonus)} is added to them.`}
      </p>
      {latest === null ? null : (
        <p className="text-sm text-muted tabular-nums">
          {latest.graderName} saved {scoreWords(latest)} on{" "}
          <Time at={latest.gradedAt} zone={zone} />
          {line.unreleased + line.corrected > 0 ? ", not released" : ""}.
        </p>
      )}
      {first.since === null ? (
        <Notice title="This has not been presented yet.">
          <p>
            The rubric opens when the class begins
            {first.dueAt === null ? null : (
              <>
                , on <Time at={first.dueAt} zone={zone} />
              </>
            )}
            .
          </p>
        </Notice>
      ) : (
        <PresentationForm
          assignmentId={gradable.assignmentId}
          assignment={assignment}
          course={course.slug}
          rubric={presentation}
          saved={latest}
          basedOn={versionsOf(items)}
          save={scorePresentationAction}
        />
      )}
    </>
  );
}
