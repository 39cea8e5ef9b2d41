import { ColumnHead, Table } from "@/components/ui/table";
import type { GradeStanding } from "@/policy/standings";
import { gradedKinds, type GradedKind } from "@/policy/syllabus";
import { counted } from "@/policy/wording";
import { courseWords, totalWords } from "./standing-words";

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
          {gradedKinds.map((part) => (
            <Cell key={part} told={pointsOf(told, part)} saved={pointsOf(saved, part)} />
          ))}
          <Cell told={courseWords(told.course.soFar)} saved={courseWords(saved.course.soFar)} />
          <td className="number">{untold === 0 ? "–" : untold}</td>
        </tr>
      ))}
    </Table>
  );
}

function pointsOf({ parts }: GradeStanding, part: GradedKind): string {
  return totalWords(parts[part].soFar, "–");
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
