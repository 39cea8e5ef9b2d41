import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Deadline, Time } from "@/components/ui/time";
import { presentsInWords } from "@/policy/discussions";
import type { PresentationRule } from "@/policy/syllabus";
import { formatLongDate } from "@/policy/time";
import { listOf } from "@/policy/wording";

/** A seat that a student holds. */
export interface SeatLine {
  title: string;
  href: string;
  date: string;
  /** Whom the student presents with; null where a discussion has one seat. */
  teamMates: readonly string[] | null;
  /** "+2 of 20", or null without a bonus. */
  bonus: string | null;
  slidesDueAt: Date;
  /** When the slides as they were shown are due again; null where they are not, and once that is over. */
  finalSlidesDueAt: Date | null;
  /** Whether the class is over. */
  isOver: boolean;
}

/** How one gets a seat now: by sign-up, which opens or closes then, or from the staff. */
export type SeatsToCome = { state: "early" | "open" | "closed"; at: Date } | { state: "assigned" };

/** My seats: each discussion, when, with whom, and until when the slides are due; and how to get those that are missing. */
export function OwnSeats({
  seats,
  missing,
  rule,
  boardHref,
  zone,
  now,
  readerZone,
}: {
  seats: readonly SeatLine[];
  /** Null for whoever holds as many seats as each student should. */
  missing: SeatsToCome | null;
  rule: PresentationRule;
  boardHref: string;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  const time = { zone, now, readerZone };
  return (
    <Section id="seat" heading={rule.perStudent.most > 1 ? "Your seats" : "Your seat"}>
      {seats.map((seat) => (
        <Seat key={seat.href} seat={seat} {...time} />
      ))}
      {missing === null ? null : (
        <Missing
          missing={missing}
          hasSeats={seats.length > 0}
          rule={rule}
          boardHref={boardHref}
          {...time}
        />
      )}
    </Section>
  );
}

interface AtTime {
  zone: string;
  now: Date;
  readerZone: string | undefined;
}

function Seat({ seat, ...time }: { seat: SeatLine } & AtTime) {
  const { teamMates } = seat;
  const company =
    teamMates === null
      ? ""
      : teamMates.length === 0
        ? " on your own so far"
        : ` with ${listOf(teamMates)}`;
  return (
    <>
      <p className="font-serif text-lg/[1.4] font-medium">
        <a href={seat.href}>{seat.title}</a>
      </p>
      <p>
        You {seat.isOver ? "presented" : "present"} on{" "}
        <time dateTime={seat.date}>{formatLongDate(seat.date)}</time>
        {company}
        {seat.bonus === null ? "." : `, for ${seat.bonus} points.`}
      </p>
      {seat.isOver ? null : (
        <p>
          Slides {seat.slidesDueAt.getTime() < time.now.getTime() ? "were" : "are"} due{" "}
          <Deadline at={seat.slidesDueAt} {...time} />.
        </p>
      )}
      {seat.finalSlidesDueAt === null ? null : (
        <p>
          The slides as you show them are due <Deadline at={seat.finalSlidesDueAt} {...time} />.
        </p>
      )}
    </>
  );
}

function Missing({
  missing,
  hasSeats,
  rule,
  boardHref,
  ...time
}: {
  missing: SeatsToCome;
  hasSeats: boolean;
  rule: PresentationRule;
  boardHref: string;
} & AtTime) {
  const none = hasSeats ? "too few seats" : "no seat";
  switch (missing.state) {
    case "open":
      return (
        <>
          <p>
            You have {none} yet. Sign-up closes <Deadline at={missing.at} {...time} />.
          </p>
          <ButtonRow>
            <ButtonLink href={boardHref}>Choose a discussion</ButtonLink>
          </ButtonRow>
        </>
      );
    case "early":
      return (
        <p>
          Each student presents {presentsInWords(rule)}. <a href={boardHref}>Sign-up</a> opens{" "}
          <Deadline at={missing.at} {...time} />.
        </p>
      );
    case "closed":
      return (
        <p>
          You have {none}, and sign-up closed <Time at={missing.at} zone={time.zone} />. Ask the
          staff for {hasSeats ? "another" : "one"}; <a href={boardHref}>the discussions</a> show
          what is free.
        </p>
      );
    case "assigned":
      return (
        <p>
          Each student presents {presentsInWords(rule)}, and the staff assign the seats: you have{" "}
          {hasSeats ? "fewer so far" : "none yet"}. <a href={boardHref}>The discussions</a> show
          what is free.
        </p>
      );
  }
}
