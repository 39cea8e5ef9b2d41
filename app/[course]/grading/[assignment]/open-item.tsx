import { ActiveException, ExceptionForm } from "@/components/grades/exception-form";
import { GradingKeys } from "@/components/grades/grading-keys";
import { SavedNotice } from "@/components/grades/saved-notice";
import { ScoreForm } from "@/components/grades/score-form";
import { Shortcuts } from "@/components/grades/shortcuts";
import { StudentText } from "@/components/grades/student-text";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { TextToGrade } from "@/db/grades";
import { isToGrade, type GradingItem } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import type { CourseRequest } from "../../../viewer";
import {
  grantExceptionAction,
  saveAndNextAction,
  skipItemAction,
  takeBackScoreAction,
  withdrawExceptionAction,
} from "../actions";

/** One student's text, or mark, with the form that scores it, and what else can be done about it. */
export function OpenItem({
  request: { course, viewer, now, readerZone },
  line,
  item,
  claims,
  texts,
  comments,
  assignment,
  saved,
  hasTakenBack,
}: {
  request: CourseRequest;
  line: QueueLine;
  item: GradingItem;
  claims: readonly { submitterId: string; graderId: string; graderName: string; until: Date }[];
  texts: readonly TextToGrade[];
  comments: readonly string[];
  assignment: string;
  /** The item whose score was saved on the way here. */
  saved: GradingItem | undefined;
  hasTakenBack: boolean;
}) {
  const { syllabus, timeZone: zone } = course;
  const { gradable } = line;
  const { assignmentId, series, name } = gradable;
  const { submitterId } = item;
  const given = syllabus.marks.find(({ key }) => key === gradable.work)?.asksFor;
  const other = claims.find(
    (claim) => claim.submitterId === submitterId && claim.graderId !== viewer.enrolmentId,
  );
  const shared = {
    submitterId,
    course: course.slug,
    back: `grading/${assignment}?item=${submitterId}`,
  };
  return (
    <article aria-labelledby="student">
      {saved?.saved?.gradedBy !== viewer.enrolmentId ? null : (
        <SavedNotice
          name={saved.name}
          submitterId={saved.submitterId}
          grade={saved.saved}
          assignment={assignment}
          course={course.slug}
          takeBack={takeBackScoreAction}
        />
      )}
      {hasTakenBack ? (
        <Notice kind="receipt" isOneLine title={`The score of ${item.name} was taken back.`} />
      ) : null}
      {other === undefined ? null : (
        <Notice kind="warning" title={`${other.graderName} has this open.`}>
          <p>
            It is kept for {other.graderName} until <Time at={other.until} zone={zone} />.
          </p>
        </Notice>
      )}
      <div className="mt-4 gap-x-12 lg:grid lg:grid-cols-[minmax(0,44rem)_minmax(18rem,26rem)]">
        <div className="max-lg:contents">
          <h2 id="student" className="mt-0">
            {item.name}
          </h2>
          {item.exception === null ? null : (
            <ActiveException
              exception={item.exception}
              zone={zone}
              withdraw={withdrawExceptionAction}
              {...shared}
            />
          )}
          {given === undefined ? null : <p>{given}</p>}
          <StudentText
            item={item}
            prompts={series?.prompts ?? []}
            texts={texts}
            zone={zone}
            now={now}
            readerZone={readerZone}
          />
        </div>
        <div className="max-lg:contents">
          {isToGrade(item) || item.state === "graded" ? (
            <ScoreForm
              item={item}
              gradable={gradable}
              comments={comments}
              course={course.slug}
              assignment={assignment}
              save={saveAndNextAction}
              skip={skipItemAction}
            />
          ) : null}
          {series === null ? null : (
            <ExceptionForm
              key={submitterId}
              name={item.name}
              targets={[{ assignmentId, label: name }]}
              zone={zone}
              grant={grantExceptionAction}
              {...shared}
            />
          )}
          <Shortcuts scale={gradable.scale} />
        </div>
      </div>
      <GradingKeys />
    </article>
  );
}
