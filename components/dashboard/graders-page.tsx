import { gradableWords } from "@/components/grades/grade-words";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { Cell, ColumnHead, Row, RowHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatDuration } from "@/policy/durations";
import { gradingAddress } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import { counted } from "@/policy/wording";

/** An assignment whose scores were released. */
export interface ReleaseLine {
  href: string;
  words: string;
  students: number;
  at: Date;
}

/** An exception that somebody of the staff granted. */
export interface ExceptionLine {
  id: string;
  href: string;
  name: string;
  /** "Pre-assignment of “Data”, extended until Fri 9 Feb, 12:00 EST". */
  words: string;
  by: string;
  reason: string | null;
}

/** What waits for a TA: the next item first, then the queue, then what was released and granted lately. */
export function GradersPage({
  lines,
  next,
  releases,
  exceptions,
  gradingHref,
  zone,
  now,
}: {
  /** What is to be graded or released. */
  lines: readonly QueueLine[];
  /** Where the oldest item is; null when nothing waits. */
  next: { href: string; waiting: number; oldest: Date } | null;
  releases: readonly ReleaseLine[];
  exceptions: readonly ExceptionLine[];
  gradingHref: string;
  zone: string;
  now: Date;
}) {
  return (
    <>
      {next === null ? (
        <Empty title="Nothing waits to be graded.">
          <p>
            Texts appear here as soon as they are due. <a href={gradingHref}>See the whole queue</a>
          </p>
        </Empty>
      ) : (
        <div>
          <p className="font-serif text-lg/[1.4] font-medium">
            {counted(next.waiting, "item waits", "items wait")}, the oldest for{" "}
            {formatDuration(now.getTime() - next.oldest.getTime())}.
          </p>
          <ButtonRow>
            <ButtonLink href={next.href}>Grade the next</ButtonLink>
          </ButtonRow>
        </div>
      )}
      {lines.length === 0 ? null : (
        <div className="max-[30rem]:[--cell-inline:0.375rem]">
          <Queues lines={lines} at={gradingHref} now={now} />
        </div>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,24rem),1fr))] items-start gap-x-12 *:min-w-0">
        <Section id="released" heading="Released lately">
          {releases.length === 0 ? <p>No score has been released yet.</p> : null}
          <ul>
            {releases.map((release) => (
              <li key={release.href} className="py-1.5">
                <a href={release.href}>{release.words}</a>
                <p className="max-w-text text-sm text-muted">
                  <Time at={release.at} zone={zone} />, {counted(release.students, "student")}
                </p>
              </li>
            ))}
          </ul>
        </Section>
        <Section id="granted" heading="Exceptions granted lately">
          {exceptions.length === 0 ? <p>Nobody has been given an exception.</p> : null}
          <ul>
            {exceptions.map((exception) => (
              <li key={exception.id} className="py-1.5">
                <a href={exception.href}>{exception.name}</a>: {exception.words}
                <p className="max-w-text text-sm text-muted">
                  By {exception.by}
                  {exception.reason === null ? "" : `: ${exception.reason}`}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}

/** The queues in which something waits, narrow enough for a phone; the whole of them is on the grading page. */
function Queues({ lines, at, now }: { lines: readonly QueueLine[]; at: string; now: Date }) {
  return (
    <Table
      label="Queues"
      head={
        <>
          <ColumnHead>What</ColumnHead>
          <ColumnHead number>To grade</ColumnHead>
          <ColumnHead number>Oldest</ColumnHead>
          <ColumnHead number>Release</ColumnHead>
        </>
      }
    >
      {lines.map((line) => {
        const href = `${at}/${gradingAddress(line.gradable)}`;
        return (
          <Row key={href}>
            <RowHead>
              <a href={href}>{gradableWords(line.gradable)}</a>
              {line.gradable.meeting === null ? null : (
                <p className="max-w-text text-sm text-muted">{line.gradable.meeting.title}</p>
              )}
            </RowHead>
            <Cell number>{line.waiting === 0 ? "–" : <b>{line.waiting}</b>}</Cell>
            <Cell number>
              {line.oldest === null ? "–" : formatDuration(now.getTime() - line.oldest.getTime())}
            </Cell>
            <Cell number>
              {line.releasable === 0 ? "–" : <a href={`${href}#release`}>{line.releasable}</a>}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
