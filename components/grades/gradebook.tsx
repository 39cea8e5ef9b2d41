import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
import type { GradeSummary, PartSummary } from "@/policy/grade-summary";
import { findSeries, type Syllabus } from "@/policy/syllabus";
import { counted } from "@/policy/wording";
import { courseWords, partName, pointedParts, totalWords } from "./grade-summary-words";

/** One student of the gradebook: what was released to him or her, and what the graders have saved. */
export interface GradebookRow {
  enrolmentId: string;
  name: string;
  released: GradeSummary;
  saved: GradeSummary;
  /** Scores that are saved and not released. */
  unreleased: number;
}

/** All students with their totals so far. What is saved and not released stands beside what is released, marked. */
export function Gradebook({
  rows,
  total,
  syllabus,
  course,
}: {
  rows: readonly GradebookRow[];
  /** How many students there are on all pages. */
  total: number;
  syllabus: Syllabus;
  /** The slug of the course. */
  course: string;
}) {
  const hasUnits = syllabus.unitOptions.length > 1;
  const columns = pointedParts(rows[0]?.released.parts ?? [], syllabus);
  return (
    <Table
      label="Gradebook"
      caption={`${counted(total, "student")}. Totals so far, as the students see them; ○ marks what it will be once all that is saved is released.`}
      head={
        <>
          <ColumnHead>Student</ColumnHead>
          {hasUnits ? <ColumnHead number>Units</ColumnHead> : null}
          {columns.map((part) => (
            <ColumnHead key={part.key} number>
              {findSeries(syllabus, part.key)?.shortName ?? partName(part, syllabus)}
            </ColumnHead>
          ))}
          <ColumnHead number>Course</ColumnHead>
          <ColumnHead number>Unreleased scores</ColumnHead>
        </>
      }
    >
      {rows.map(({ enrolmentId, name, released, saved, unreleased }) => (
        <Row key={enrolmentId}>
          <RowHead>
            <a href={`/${course}/roster/${enrolmentId}`}>{name}</a>
          </RowHead>
          {hasUnits ? <Cell number>{released.units}</Cell> : null}
          {columns.map((part) => (
            <Totals
              key={part.key}
              released={pointsOf(released, part)}
              saved={pointsOf(saved, part)}
            />
          ))}
          <Totals
            released={courseWords(released.course.soFar)}
            saved={courseWords(saved.course.soFar)}
          />
          <Cell number>{unreleased === 0 ? "–" : unreleased}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function pointsOf({ parts }: GradeSummary, { key }: Pick<PartSummary, "key">): string {
  return totalWords(parts.find((part) => part.key === key)?.points.soFar ?? null, "–");
}

function Totals({ released, saved }: { released: string; saved: string }) {
  return (
    <Cell number>
      {released}
      {saved === released ? null : (
        <span className="ms-2 text-due before:content-['○_'_/_'']">
          <span className="sr-only">, unreleased </span>
          {saved}
        </span>
      )}
    </Cell>
  );
}
