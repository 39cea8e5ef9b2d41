import { Deadline } from "@/components/ui/time";

/** Says to a presenter until when the slides are due, or were. */
export function SlidesDue({
  at,
  finalAt,
  zone,
  now,
  readerZone,
}: {
  at: Date;
  /** When the slides as they were shown are due again; null where they are not. */
  finalAt: Date | null;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  return (
    <p>
      You present here. Your slides {at.getTime() < now.getTime() ? "were" : "are"} due{" "}
      <Deadline at={at} zone={zone} now={now} readerZone={readerZone} />
      {finalAt === null ? null : (
        <>
          , and as you show them{" "}
          <Deadline at={finalAt} zone={zone} now={now} readerZone={readerZone} />
        </>
      )}
      .
    </p>
  );
}
