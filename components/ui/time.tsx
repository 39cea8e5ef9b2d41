import { hour } from "@/policy/durations";
import { formatInstant } from "@/policy/time";
import { Countdown } from "./countdown";

const near = 48 * hour;

/**
 * An instant as every page writes it: "Mon 5 Feb, 23:59 EST". For server components only: a client component gets the
 * words as a prop.
 */
export function Time({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{formatInstant(at, zone)}</time>;
}

/** What an instant that lies ahead is in the reader's own zone, behind it; nothing where it is written the same. */
export function ReaderTime({
  at,
  zone,
  readerZone,
}: {
  at: Date;
  zone: string;
  readerZone: string | undefined;
}) {
  const there = readerZone === undefined ? null : formatInstant(at, readerZone);
  return there === null || there === formatInstant(at, zone) ? null : (
    <>
      {" "}
      <span className="text-sm text-muted">({there} for you)</span>
    </>
  );
}

/**
 * An instant until which something can be done. Less than 48 hours before, it says how long that is and counts down;
 * as long as it lies ahead, it says to a reader in another zone what it is there. For server components only.
 */
export function Deadline({
  at,
  zone,
  now,
  readerZone,
}: {
  at: Date;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  const ahead = at.getTime() - now.getTime();
  return (
    <>
      <Time at={at} zone={zone} />
      {ahead > 0 && ahead < near ? (
        <>
          {" "}
          <Countdown milliseconds={ahead} before="in ">
            <span className="font-normal whitespace-nowrap text-due">(over now)</span>
          </Countdown>
        </>
      ) : null}
      {ahead > 0 ? <ReaderTime at={at} zone={zone} readerZone={readerZone} /> : null}
    </>
  );
}
