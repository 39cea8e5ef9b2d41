import { formatPoints } from "./grades";
import { checkLength, oneLine } from "./texts";
import { checkAll, Refusal } from "./refusal";
import type { MeetingKind, PresentationRule, Syllabus } from "./syllabus";
import { instantAt, parseLocalDate, parseLocalTime } from "./time";
import { counted } from "./wording";

/** What the form for a meeting hands in. */
export interface MeetingInput {
  date: string;
  starts: string;
  ends: string;
  kind: MeetingKind;
  title: string;
  seats: number;
  /** Why the number of seats differs from the course's own; may be empty otherwise. */
  seatsReason: string;
  /** In hundredths. */
  bonus: number;
}

/**
 * The meeting as it may be saved, with its texts trimmed. Refuses an impossible date or time, an empty title, an
 * end that is not after the start, seats outside 0 to 20 or at a kind that has none, and a number of seats
 * other than the course's without a reason (R6). `formerSeats` is what was agreed before and needs no new reason.
 * Where the course has no presentations, no meeting has seats or a bonus.
 */
export function checkMeeting(
  input: MeetingInput,
  syllabus: Pick<Syllabus, "presentation">,
  zone: string,
  formerSeats: number | null = null,
): MeetingInput {
  const seatsReason = input.seatsReason.trim();
  const { hours, title } = checkAll({
    hours: () => checkHours(input, zone),
    title: () => checkTitle(oneLine(input.title)),
    seats: () => {
      checkSeats(input, seatsReason, syllabus.presentation, formerSeats);
    },
    bonus: () => {
      checkBonus(input, syllabus.presentation);
    },
  });
  return { ...input, ...hours, title, seatsReason };
}

function checkTitle(title: string): string {
  if (title === "") throw new Refusal("The meeting has no title. Give it one.", "title");
  checkLength(title, 200, "The title", "title");
  return title;
}

function checkHours(
  input: MeetingInput,
  zone: string,
): Pick<MeetingInput, "date" | "starts" | "ends"> {
  const { date, starts, ends } = checkAll({
    date: () => parseLocalDate(input.date, "date"),
    starts: () => parseLocalTime(input.starts, "starts"),
    ends: () => parseLocalTime(input.ends, "ends"),
  });
  if (ends <= starts) {
    throw new Refusal(
      `The meeting would end at ${ends}, which is not after its start at ${starts}. Choose a later end.`,
      "ends",
    );
  }
  checkAll({
    starts: () => instantAt(date, starts, zone, undefined, "starts"),
    ends: () => instantAt(date, ends, zone, undefined, "ends"),
  });
  return { date, starts, ends };
}

function checkSeats(
  input: MeetingInput,
  reason: string,
  rule: PresentationRule | null,
  formerSeats: number | null,
): void {
  if (rule === null) {
    if (input.seats === 0) return;
    throw new Refusal(
      "Nobody presents in this course, so a meeting has no seats. Set the seats to 0.",
      "seats",
    );
  }
  if (!Number.isInteger(input.seats) || input.seats < 0 || input.seats > 20) {
    throw new Refusal("A meeting has between 0 and 20 seats. Choose a number in between.", "seats");
  }
  if (input.kind !== "discussion") {
    if (input.seats === 0) return;
    throw new Refusal(
      "Only a discussion has seats for presenters. Set the seats to 0, or make it a discussion.",
      "seats",
    );
  }
  if (input.seats === 0) {
    throw new Refusal(
      "A discussion needs at least one seat. Give it one, or choose another kind.",
      "seats",
    );
  }
  if (input.seats !== rule.seats && input.seats !== formerSeats && reason === "") {
    throw new Refusal(
      `A discussion has ${counted(rule.seats, "seat")} in this course. Say why this one has ${input.seats}.`,
      "seatsReason",
    );
  }
}

function checkBonus(input: MeetingInput, rule: PresentationRule | null): void {
  if (rule === null) {
    if (input.bonus === 0) return;
    throw new Refusal("Nobody presents in this course. Set the bonus to 0.", "bonus");
  }
  const { outOf } = rule;
  if (!Number.isInteger(input.bonus) || input.bonus < 0 || input.bonus > outOf) {
    throw new Refusal(
      `The bonus lies between 0 and ${formatPoints(outOf)} points, with at most two decimals. Choose a number in between.`,
      "bonus",
    );
  }
  if (input.bonus > 0 && input.kind !== "discussion") {
    throw new Refusal(
      "Only a discussion has presenters who can earn a bonus. Set the bonus to 0.",
      "bonus",
    );
  }
}
