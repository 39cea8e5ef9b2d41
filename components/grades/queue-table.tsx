import type { ReactNode } from "react";
import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
import { formatDuration } from "@/policy/durations";
import { gradingAddress } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import { gradableWords } from "./grade-words";

/** The graders' queue, oldest first: what is handed in, graded, released, and what waits since when. */
export function QueueTable({
  lines,
  at,
  now,
}: {
  lines: readonly QueueLine[];
  /** The queue's own address. */
  at: string;
  now: Date;
}) {
  return (
    <Table
      label="Grading queue"
      caption="Oldest first. What is missing after its deadline counts 0 by rule and needs no grade."
      head={
        <>
          <ColumnHead>What</ColumnHead>
          <ColumnHead>Class</ColumnHead>
          <ColumnHead number>Handed in</ColumnHead>
          <ColumnHead number>Graded</ColumnHead>
          <ColumnHead number>To grade</ColumnHead>
          <ColumnHead number>Oldest</ColumnHead>
          <ColumnHead number>Missing</ColumnHead>
          <ColumnHead>Released</ColumnHead>
        </>
      }
    >
      {lines.map((line) => {
        const { gradable } = line;
        const address = gradingAddress(gradable);
        const href = `${at}/${address}`;
        const name = gradableWords(gradable);
        return (
          <Row key={address}>
            <RowHead>
              <a href={href}>{name}</a>
            </RowHead>
            <Cell>{gradable.meeting?.title ?? "–"}</Cell>
            <Cell number>{gradable.kind === "hand" ? "–" : line.handedIn}</Cell>
            <Cell number>{line.graded}</Cell>
            <Cell number>{toGradeWords(line)}</Cell>
            <Cell number>
              {line.oldest === null ? "–" : formatDuration(now.getTime() - line.oldest.getTime())}
            </Cell>
            <Cell number>{line.missing === 0 ? "–" : line.missing}</Cell>
            <Cell>
              {releaseWords(line)}
              {line.releasable === 0 ? null : (
                <>
                  {" "}
                  <a href={`${href}#release`} aria-label={`Release ${name}`}>
                    Release
                  </a>
                </>
              )}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

/** How many items wait, or that those which are there are not due yet; nobody waits for what has no deadline. */
function toGradeWords({ gradable, toGrade, early }: QueueLine): ReactNode {
  if (toGrade > 0) return gradable.kind === "hand" ? toGrade : <b>{toGrade}</b>;
  return early > 0 ? "not due yet" : "–";
}

/** How many of the scores are released, in words. */
function releaseWords({ released, unreleased, corrected, waiting, early }: QueueLine): string {
  if (released + unreleased === 0) return "–";
  const none = waiting + early === 0 ? "all graded, not released" : "not released";
  const words = released === 0 ? [none] : [unreleased === 0 ? "released" : `${released} released`];
  if (released > 0 && unreleased > 0) words.push(`${unreleased} not yet`);
  if (corrected > 0) words.push(`${corrected} changed since release`);
  return words.join(", ");
}
