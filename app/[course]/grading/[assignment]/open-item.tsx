import { ExceptionForm, HeldException } from "@/components/grades/exception-form";
import { gradedWords } from "@/components/grades/grade-words";
import { GradingKeys } from "@/components/grades/grading-keys";
import { SavedNotice } from "@/components/grades/saved-notice";
import { ScoreForm } from "@/components/grades/score-form";
import { Shortcuts } from "@/components/grades/shortcuts";
import { StudentText } from "@/components/grades/student-text";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { TextToGrade } from "@/db/grades";
import { isToGrade, type GradingItem, type QueueLine } from "@/policy/grading";
import type { AssignmentKind } from "@/policy/syllabus";
import type { Standing } from "../../../viewer";
import {
  grantExceptionAction,
  saveAndNextAction,
  skipItemAction,
  takeBackScoreAction,
  withdrawExceptionAction,
} from "../actions";

/** One student's text with the form that scores it, and what else can be done about it. */
export function OpenItem({
  standing: { course, viewer, now, readerZone },
  line,
  kind,
  item,
  claims,
  texts,
  comments,
  assignment,
  savedItem,
  hasTakenBack,
}: {
  standing: Standing;
  line: QueueLine;
  kind: AssignmentKind;
  item: GradingItem;
  claims: readonly { enrolmentId: string; graderId: string; graderName: string; until: Date }[];
  texts: readonly TextToGrade[];
  comments: readonly string[];
  assignment: string;
  /** Whose score was saved on the way here. */
  savedItem: string | string[] | undefined;
  hasTakenBack: boolean;
}) {
  const zone = course.timeZone;
  const meetingId = line.meeting.id;
  const saved = line.items.find((one) => one.enrolmentId === savedItem);
  const other = claims.find(
    (claim) => claim.enrolmentId === item.enrolmentId && claim.graderId !== viewer.enrolmentId,
  );
  const shared = {
    enrolmentId: item.enrolmentId,
    course: course.slug,
    back: `grading/${assignment}?item=${item.enrolmentId}`,
  };
  return (
    <article className="item" aria-labelledby="student">
      {saved?.saved?.gradedBy !== viewer.enrolmentId ? null : (
        <SavedNotice
          name={saved.name}
          enrolmentId={saved.enrolmentId}
          grade={saved.saved}
          assignment={assignment}
          course={course.slug}
          takeBack={takeBackScoreAction}
        />
      )}
      {hasTakenBack ? (
        <Notice kind="receipt" title={`The score of ${item.name} was taken back.`} />
      ) : null}
      {other === undefined ? null : (
        <Notice kind="warning" title={`${other.graderName} has this open.`}>
          <p>
            It is kept for {other.graderName} until <Time at={other.until} zone={zone} />.
          </p>
        </Notice>
      )}
      <div className="item-columns">
        <div>
          <h2 id="student">{item.name}</h2>
          {item.exception === null ? null : (
            <HeldException
              exception={item.exception}
              zone={zone}
              withdraw={withdrawExceptionAction}
              {...shared}
            />
          )}
          <StudentText item={item} texts={texts} zone={zone} now={now} readerZone={readerZone} />
        </div>
        <div>
          {isToGrade(item) || item.state === "graded" ? (
            <ScoreForm
              item={item}
              meetingId={meetingId}
              kind={kind}
              rule={course.syllabus[kind]}
              comments={comments}
              course={course.slug}
              assignment={assignment}
              save={saveAndNextAction}
              skip={skipItemAction}
            />
          ) : null}
          <ExceptionForm
            key={item.enrolmentId}
            name={item.name}
            targets={[{ meetingId, assignment: kind, label: gradedWords[kind] }]}
            zone={zone}
            grant={grantExceptionAction}
            {...shared}
          />
          <Shortcuts />
        </div>
      </div>
      <GradingKeys />
    </article>
  );
}
