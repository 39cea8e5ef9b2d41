import { QueueTable } from "@/components/grades/queue-table";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Time } from "@/components/ui/time";
import type { QueueLine } from "@/policy/grading";
import { formatDuration } from "@/policy/time";

/** An assignment whose scores the students were told. */
export interface ReleaseLine {
  href: string;
  words: string;
  told: number;
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
  reason: string;
}

/** What waits for a TA: the next item first, then the queue, then what was told and granted lately. */
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
            Texts appear here as soon as students hand them in.{" "}
            <a href={gradingHref}>See the whole queue</a>
          </p>
        </Empty>
      ) : (
        <div className="next-item">
          <p>
            {next.waiting === 1 ? "1 item waits" : `${next.waiting} items wait`}, the oldest for{" "}
            {formatDuration(now.getTime() - next.oldest.getTime())}.
          </p>
          <p className="button-row">
            <ButtonLink href={next.href}>Grade the next</ButtonLink>
          </p>
        </div>
      )}
      {lines.length === 0 ? null : <QueueTable lines={lines} at={gradingHref} now={now} />}
      <div className="dashboard">
        <section aria-labelledby="released">
          <h2 id="released">Released lately</h2>
          {releases.length === 0 ? <p>No score has been released yet.</p> : null}
          <ul className="ledger">
            {releases.map((release) => (
              <li key={release.href}>
                <a href={release.href}>{release.words}</a>
                <p className="hint">
                  <Time at={release.at} zone={zone} />,{" "}
                  {release.told === 1 ? "1 student" : `${release.told} students`}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="granted">
          <h2 id="granted">Exceptions granted lately</h2>
          {exceptions.length === 0 ? <p>Nobody has been given an exception.</p> : null}
          <ul className="ledger">
            {exceptions.map((exception) => (
              <li key={exception.id}>
                <a href={exception.href}>{exception.name}</a>: {exception.words}
                <p className="hint">
                  By {exception.by}: {exception.reason}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
