import { ButtonLink } from "@/components/ui/button";
import { Deadline, Time } from "@/components/ui/time";
import { formatLongDate } from "@/policy/time";
import { listOf } from "@/policy/wording";

/** The seat that a student holds, or where sign-up stands for one who holds none. */
export type SeatLine =
  | {
      state: "held";
      title: string;
      href: string;
      date: string;
      /** Whom the student presents with. */
      teamMates: readonly string[];
      /** "+2 of 20", or null without a bonus. */
      bonus: string | null;
      slidesDueAt: Date;
      /** Whether the class is over. */
      isOver: boolean;
    }
  | { state: "early" | "open" | "closed"; at: Date };

/** My seat: the discussion, when, with whom, and until when the slides are due. */
export function OwnSeat({
  seat,
  boardHref,
  zone,
  now,
  readerZone,
}: {
  seat: SeatLine;
  boardHref: string;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  return (
    <section aria-labelledby="seat">
      <h2 id="seat">Your seat</h2>
      {seat.state === "held" ? (
        <>
          <p className="duty-title">
            <a href={seat.href}>{seat.title}</a>
          </p>
          <p>
            You {seat.isOver ? "presented" : "present"} on{" "}
            <time dateTime={seat.date}>{formatLongDate(seat.date)}</time>{" "}
            {seat.teamMates.length === 0 ? "on your own so far" : `with ${listOf(seat.teamMates)}`}
            {seat.bonus === null ? "." : `, for ${seat.bonus} points.`}
          </p>
          {seat.isOver ? null : (
            <p>
              Slides {seat.slidesDueAt.getTime() < now.getTime() ? "were" : "are"} due{" "}
              <Deadline at={seat.slidesDueAt} zone={zone} now={now} readerZone={readerZone} />.
            </p>
          )}
        </>
      ) : seat.state === "open" ? (
        <>
          <p>
            You have no seat yet. Sign-up closes{" "}
            <Deadline at={seat.at} zone={zone} now={now} readerZone={readerZone} />.
          </p>
          <p className="button-row">
            <ButtonLink href={boardHref}>Choose a discussion</ButtonLink>
          </p>
        </>
      ) : seat.state === "early" ? (
        <p>
          Each student presents once. <a href={boardHref}>Sign-up</a> opens{" "}
          <Deadline at={seat.at} zone={zone} now={now} readerZone={readerZone} />.
        </p>
      ) : (
        <p>
          You have no seat, and sign-up closed <Time at={seat.at} zone={zone} />. Ask the staff for
          one; <a href={boardHref}>the discussions</a> show what is free.
        </p>
      )}
    </section>
  );
}
