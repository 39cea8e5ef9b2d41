import { currentRequest } from "@/policy/kept";
import { formatInstant } from "@/policy/time";
import { Countdown } from "./countdown";

const near = 48 * 3_600_000;

/**
 * An instant as every page writes it: "Mon 5 Feb, 23:59 EST". Given `now`, one that lies ahead is a deadline: less than
 * 48 hours before it says how long that is and counts down, and to a reader in another zone what it is there. For
 * server components only: a client component gets the words as a prop.
 */
export function Time({ at, zone, now }: { at: Date; zone: string; now?: Date | undefined }) {
  const words = formatInstant(at, zone);
  const ahead = now ? at.getTime() - now.getTime() : 0;
  const readerZone = currentRequest()?.readerZone;
  const there = ahead > 0 && readerZone !== undefined ? formatInstant(at, readerZone) : words;
  return (
    <>
      <time dateTime={at.toISOString()}>{words}</time>
      {ahead > 0 && ahead < near ? (
        <>
          {" "}
          <Countdown milliseconds={ahead} before="in ">
            <span className="time-near">(over now)</span>
          </Countdown>
        </>
      ) : null}
      {there === words ? null : (
        <>
          {" "}
          <span className="time-zone">({there} for you)</span>
        </>
      )}
    </>
  );
}
