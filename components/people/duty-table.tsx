import { exemptionWords } from "@/components/grades/grade-words";
import { Badge, type Tone } from "@/components/ui/badge";
import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Duty } from "@/policy/assignments";

/** One assignment of a student, as the roster shows it. */
export interface DutyRow extends Duty {
  title: string;
  href: string;
  /** What was handed in; null when nothing was. */
  handedIn: { versions: number; latestAt: Date } | null;
}

/** All assignments of one student in the order of their deadlines, each with its state by the rules. */
export function DutyTable({
  name,
  rows,
  zone,
  now,
}: {
  name: string;
  rows: readonly DutyRow[];
  zone: string;
  now: Date;
}) {
  return (
    <Table
      label={`Assignments of ${name}`}
      head={
        <>
          <ColumnHead>Meeting</ColumnHead>
          <ColumnHead>Assignment</ColumnHead>
          <ColumnHead>Due</ColumnHead>
          <ColumnHead>State</ColumnHead>
          <ColumnHead>Handed in</ColumnHead>
          <ColumnHead number>Versions</ColumnHead>
        </>
      }
    >
      {rows.map((row) => {
        const { tone, words } = stateOf(row, now);
        return (
          <Row key={row.assignmentId}>
            <RowHead>
              <a href={row.href}>{row.title}</a>
            </RowHead>
            <Cell>{row.series.shortName}</Cell>
            <Cell>
              <Time at={row.dueAt} zone={zone} />
            </Cell>
            <Cell>
              <Badge tone={tone}>{words}</Badge>
            </Cell>
            <Cell>
              {row.handedIn === null ? null : <Time at={row.handedIn.latestAt} zone={zone} />}
            </Cell>
            <Cell number>{row.handedIn?.versions}</Cell>
          </Row>
        );
      })}
    </Table>
  );
}

function stateOf(row: DutyRow, now: Date): { tone: Tone; words: string } {
  if (row.state === "automatic") return { tone: "done", words: "automatic" };
  if (row.state === "waived") {
    return { tone: "waived", words: exemptionWords(row, "presents") };
  }
  if (row.handedIn !== null) return { tone: "done", words: "handed in" };
  return row.dueAt < now ? { tone: "late", words: "missing" } : { tone: "plain", words: "not due" };
}
