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
  const there = ahead > 0 && readerZone !== undefined ? formatInstant(at, readerZone) : null;
  return (
    <>
      <Time at={at} zone={zone} />
      {ahead > 0 && ahead < near ? (
        <>
          {" "}
          <Countdown milliseconds={ahead} before="in ">
            <span className="time-near">(over now)</span>
          </Countdown>
        </>
      ) : null}
      {there === null || there === formatInstant(at, zone) ? null : (
        <>
          {" "}
          <span className="time-zone">({there} for you)</span>
        </>
      )}
    </>
  );
}
