import { Details } from "@/components/ui/details";
import type { FormAction } from "@/components/ui/form-state";
import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { GradeSummary, SeriesSummary, SummaryRow } from "@/policy/grade-summary";
import { assignmentIdAt } from "@/policy/meetings";
import type { GradedCourse, StudentFacts } from "@/policy/score-facts";
import { lowerName } from "@/policy/series";
import { findSeries, presentationKey, type Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { ActiveException, ExceptionForm } from "./exception-form";
import { scoreWords } from "./grade-words";
import { courseWords, pointedParts, totalWords } from "./grade-summary-words";

/** What the staff see of one student's grades: the totals, the exceptions, and the history of every score. */
export function StudentRecord({
  student,
  released,
  saved,
  graded,
  course,
  grant,
  withdraw,
}: {
  student: StudentFacts;
  released: GradeSummary;
  saved: GradeSummary;
  graded: GradedCourse;
  /** The slug of the course. */
  course: string;
  grant: FormAction;
  withdraw: FormAction;
}) {
  const { enrolmentId } = student;
  const { syllabus, zone } = graded;
  const shared = { submitterId: enrolmentId, course, back: `roster/${enrolmentId}` };
  const days = saved.series.flatMap(({ series, rows }) =>
    rows.map((row) => ({ row, label: labelOf(series, row) })),
  );
  const active = days.flatMap(({ row, label }) =>
    row.exception === null ? [] : [{ exception: row.exception, label }],
  );
  const totals = [released, saved].map((summary) => totalsOf(summary, syllabus));
  return (
    <>
      <h2 id="grades">Grades</h2>
      <p className="tabular-nums">Told so far: {totals[0]}</p>
      {totals[0] === totals[1] ? null : (
        <p className="tabular-nums">With all that is saved and not released: {totals[1]}</p>
      )}
      <h3>Exceptions</h3>
      {active.length === 0 ? <p>None holds.</p> : null}
      {active.map(({ exception, label }) => (
        <div key={exception.id}>
          <h4>{label}</h4>
          <ActiveException exception={exception} zone={zone} withdraw={withdraw} {...shared} />
        </div>
      ))}
      {days.length === 0 ? null : (
        <ExceptionForm
          name={student.name}
          targets={days.map(({ row: { assignmentId }, label }) => ({ assignmentId, label }))}
          zone={zone}
          grant={grant}
          {...shared}
        />
      )}
      {student.grades.length === 0 ? null : (
        <Details summary="History of every score">
          <History student={student} labels={labelsOf(days, graded)} zone={zone} />
        </Details>
      )}
    </>
  );
}

function labelOf({ name }: SeriesSummary["series"], { meeting }: SummaryRow): string {
  return `${name}, ${formatDate(meeting.date)}: ${meeting.title}`;
}

function totalsOf({ parts, course }: GradeSummary, syllabus: Syllabus): string {
  const points = pointedParts(parts, syllabus).map(({ key, name, points: { soFar } }) => {
    const short = findSeries(syllabus, key)?.shortName ?? name;
    return `${lowerName({ name: short })} ${totalWords(soFar)}`;
  });
  return `${[...points, `course ${courseWords(course.soFar)}`].join(", ")}.`;
}

/** What each assignment is called, by its id; a day that the student presents or no longer owes keeps the work's name. */
function labelsOf(
  days: readonly { row: SummaryRow; label: string }[],
  { meetings, assignments, syllabus }: GradedCourse,
): Map<string, string> {
  const nameOf = (work: string) =>
    [...syllabus.series, ...syllabus.marks, ...(syllabus.project?.parts ?? [])].find(
      ({ key }) => key === work,
    )?.name ?? "Presentation";
  return new Map([
    ...meetings.flatMap((meeting) =>
      [...syllabus.series.map(({ key }) => key), presentationKey].map((work): [string, string] => [
        assignmentIdAt(meeting, work),
        nameOf(work),
      ]),
    ),
    ...assignments.map(({ id, work }): [string, string] => [id, nameOf(work)]),
    ...days.map(({ row, label }): [string, string] => [row.assignmentId, label]),
  ]);
}

function History({
  student,
  labels,
  zone,
}: {
  student: StudentFacts;
  labels: ReadonlyMap<string, string>;
  zone: string;
}) {
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
          <Row key={grade.id}>
            <RowHead>{labels.get(grade.assignmentId)}</RowHead>
            <Cell number>{scoreWords(grade)}</Cell>
            <Cell>{grade.comment}</Cell>
            <Cell>
              {grade.graderName}, <Time at={grade.gradedAt} zone={zone} />
            </Cell>
            <Cell>
              {grade.releasedAt === null ? "–" : <Time at={grade.releasedAt} zone={zone} />}
            </Cell>
          </Row>
        ))}
    </Table>
  );
}
