import { ColumnHead, Table } from "@/components/ui/table";
import { formatPoints, formatTotal } from "@/policy/grades";
import type { GradeStanding } from "@/policy/standings";
import type { Fraction } from "@/policy/syllabus";
import { counted } from "@/policy/wording";
import { percentWords } from "./standing-words";

/** One student of the gradebook: what he or she has been told, and what the graders have saved. */
export interface GradebookRow {
  enrolmentId: string;
  name: string;
  told: GradeStanding;
  saved: GradeStanding;
  /** Scores that are saved and not released. */
  untold: number;
}

/** All students with their totals so far. What is saved and not released stands beside what was told, marked. */
export function Gradebook({
  rows,
  total,
  course,
}: {
  rows: readonly GradebookRow[];
  /** How many students there are on all pages. */
  total: number;
  course: string;
}) {
  return (
    <Table
      label="Gradebook"
      caption={`${counted(total, "student")}. Totals so far, as the students see them; ○ marks what it will be once all that is saved is released.`}
      head={
        <>
          <ColumnHead>Student</ColumnHead>
          <ColumnHead number>Units</ColumnHead>
          <ColumnHead number>Pre</ColumnHead>
          <ColumnHead number>Post</ColumnHead>
          <ColumnHead number>Presentation</ColumnHead>
          <ColumnHead number>Course</ColumnHead>
          <ColumnHead number>Unreleased scores</ColumnHead>
        </>
      }
    >
      {rows.map(({ enrolmentId, name, told, saved, untold }) => (
        <tr key={enrolmentId}>
          <th scope="row">
            <a href={`/${course}/roster/${enrolmentId}`}>{name}</a>
          </th>
          <td className="number">{told.units}</td>
          <Cell told={totalOf(told.pre.soFar)} saved={totalOf(saved.pre.soFar)} />
          <Cell told={totalOf(told.post.soFar)} saved={totalOf(saved.post.soFar)} />
          <Cell told={presentationOf(told)} saved={presentationOf(saved)} />
          <Cell told={percentWords(told.course.soFar)} saved={percentWords(saved.course.soFar)} />
          <td className="number">{untold === 0 ? "–" : untold}</td>
        </tr>
      ))}
    </Table>
  );
}

function totalOf(total: Fraction | null): string {
  return total === null ? "–" : formatTotal(total);
}

function presentationOf({ presentation }: GradeStanding): string {
  return presentation?.total == null ? "–" : formatPoints(presentation.total);
}

function Cell({ told, saved }: { told: string; saved: string }) {
  return (
    <td className="number">
      {told}
      {saved === told ? null : (
        <span className="unreleased">
          <span className="sr-only">, unreleased </span>
          {saved}
        </span>
      )}
    </td>
  );
}
