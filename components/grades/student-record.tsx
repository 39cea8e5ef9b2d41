import { Details } from "@/components/ui/details";
import type { FormAction } from "@/components/ui/form-state";
import { ColumnHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { StudentFacts } from "@/policy/score-facts";
import type { GradeStanding, StandingRow } from "@/policy/standings";
import { assignmentKinds, gradedKinds, type AssignmentKind } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { ExceptionForm, HeldException } from "./exception-form";
import { gradedWords, scoreWords } from "./grade-words";
import { courseWords, totalWords } from "./standing-words";

/** What the staff see of one student's grades: the totals, the exceptions, and the history of every score. */
export function StudentRecord({
  student,
  told,
  saved,
  course,
  zone,
  grant,
  withdraw,
}: {
  student: StudentFacts;
  told: GradeStanding;
  saved: GradeStanding;
  course: string;
  zone: string;
  grant: FormAction;
  withdraw: FormAction;
}) {
  const { enrolmentId } = student;
  const shared = { enrolmentId, course, back: `roster/${enrolmentId}` };
  const days = assignmentKinds.flatMap((kind) =>
    saved[kind].rows.map((row) => ({ row, kind, label: labelOf(kind, row) })),
  );
  const held = days.flatMap(({ row, label }) =>
    row.exception === null ? [] : [{ exception: row.exception, label }],
  );
  return (
    <>
      <h2 id="grades">Grades</h2>
      <p className="outlook">{totalsOf(told, "Told so far")}</p>
      {totalsOf(told, "") === totalsOf(saved, "") ? null : (
        <p className="outlook">{totalsOf(saved, "With all that is saved and not released")}</p>
      )}
      <h3>Exceptions</h3>
      {held.length === 0 ? <p>None holds.</p> : null}
      {held.map(({ exception, label }) => (
        <div key={exception.id}>
          <h4>{label}</h4>
          <HeldException exception={exception} zone={zone} withdraw={withdraw} {...shared} />
        </div>
      ))}
      <ExceptionForm
        name={student.name}
        targets={days.map(({ row, kind, label }) => ({
          meetingId: row.meetingId,
          assignment: kind,
          label,
        }))}
        zone={zone}
        grant={grant}
        {...shared}
      />
      {student.grades.length === 0 ? null : (
        <Details summary="History of every score">
          <History student={student} days={days} zone={zone} />
        </Details>
      )}
    </>
  );
}

function labelOf(kind: AssignmentKind, { meeting }: StandingRow): string {
  return `${gradedWords[kind]}, ${formatDate(meeting.date)}: ${meeting.title}`;
}

function totalsOf({ parts, course }: GradeStanding, words: string): string {
  const points = gradedKinds.map((part) => `${part} ${totalWords(parts[part].soFar)}`).join(", ");
  return `${words}: ${points}, course ${courseWords(course.soFar)}.`;
}

function History({
  student,
  days,
  zone,
}: {
  student: StudentFacts;
  days: readonly { row: StandingRow; kind: string; label: string }[];
  zone: string;
}) {
  const label = (meetingId: string, kind: keyof typeof gradedWords) =>
    days.find((day) => day.row.meetingId === meetingId && day.kind === kind)?.label ??
    gradedWords[kind];
  return (
    <Table
      label={`Scores of ${student.name}`}
      head={
        <>
          <ColumnHead>What</ColumnHead>
          <ColumnHead number>Score</ColumnHead>
          <ColumnHead>Comment</ColumnHead>
          <ColumnHead>Saved</ColumnHead>
          <ColumnHead>Released</ColumnHead>
        </>
      }
    >
      {[...student.grades]
        .sort((a, b) => b.gradedAt.getTime() - a.gradedAt.getTime())
        .map((grade) => (
          <tr key={grade.id}>
            <th scope="row">{label(grade.meetingId, grade.kind)}</th>
            <td className="number">{scoreWords(grade)}</td>
            <td>{grade.comment}</td>
            <td>
              {grade.graderName}, <Time at={grade.gradedAt} zone={zone} />
            </td>
            <td>{grade.releasedAt === null ? "–" : <Time at={grade.releasedAt} zone={zone} />}</td>
          </tr>
        ))}
    </Table>
  );
}
