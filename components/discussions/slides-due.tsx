import { Deadline } from "@/components/ui/time";

/** Says to a presenter until when the slides are due, or were. */
export function SlidesDue({
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
  return (
    <p>
      You present here. Your slides {at.getTime() < now.getTime() ? "were" : "are"} due{" "}
      <Deadline at={at} zone={zone} now={now} readerZone={readerZone} />.
    </p>
  );
}
