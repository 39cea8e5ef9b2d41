import { formatDuration } from "@/policy/durations";
import { formatInstant } from "@/policy/time";

const near = 48 * 3_600_000;

/**
 * An instant as every page writes it: "Mon 5 Feb, 23:59 EST". Given `now`, an instant less than 48 hours ahead says
 * how long that is. For server components only: a client component gets the words as a prop.
 */
export function Time({ at, zone, now }: { at: Date; zone: string; now?: Date | undefined }) {
  const ahead = now ? at.getTime() - now.getTime() : 0;
  return (
    <>
      <time dateTime={at.toISOString()}>{formatInstant(at, zone)}</time>
      {ahead > 0 && ahead < near ? (
        <>
          {" "}
          <span className="time-near">in {formatDuration(ahead)}</span>
        </>
      ) : null}
    </>
  );
}
