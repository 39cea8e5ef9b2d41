import type { ReactNode } from "react";
import { ColumnHead, Table } from "@/components/ui/table";
import { formatDuration } from "@/policy/durations";
import { gradingAddress, type QueueLine } from "@/policy/grading";
import { formatDate } from "@/policy/time";
import { gradedWords } from "./grade-words";

/** The graders' queue, oldest first: what is handed in, graded, told, and what waits since when. */
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
        const address = gradingAddress(line.kind, line.meeting.number);
        const href = `${at}/${address}`;
        const name = `${gradedWords[line.kind]} ${formatDate(line.meeting.date)}`;
        return (
          <tr key={address}>
            <th scope="row">
              <a href={href}>{name}</a>
            </th>
            <td>{line.meeting.title}</td>
            <td className="number">{line.handedIn}</td>
            <td className="number">{line.graded}</td>
            <td className="number">{toGradeWords(line)}</td>
            <td className="number">
              {line.oldest === null ? "–" : formatDuration(now.getTime() - line.oldest.getTime())}
            </td>
            <td className="number">{line.missing === 0 ? "–" : line.missing}</td>
            <td>
              {releaseWords(line)}
              {line.toRelease === 0 ? null : (
                <>
                  {" "}
                  <a href={`${href}#release`} aria-label={`Release ${name}`}>
                    Release
                  </a>
                </>
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

/** How many items wait, or that those which are there are not due yet. */
function toGradeWords({ waiting, early }: QueueLine): ReactNode {
  if (waiting > 0) return <b>{waiting}</b>;
  return early > 0 ? "not due yet" : "–";
}

/** How far the students have been told, in words. */
function releaseWords({ told, toTell, changed, waiting, early }: QueueLine): string {
  if (told + toTell === 0) return "–";
  const none = waiting + early === 0 ? "all graded, not released" : "not released";
  const words = told === 0 ? [none] : [toTell === 0 ? "released" : `${told} released`];
  if (told > 0 && toTell > 0) words.push(`${toTell} not yet`);
  if (changed > 0) words.push(`${changed} changed since release`);
  return words.join(", ");
}
