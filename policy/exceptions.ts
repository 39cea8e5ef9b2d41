import { checkExtension } from "./deadlines";
import { checkReason } from "./reasons";
import { checkAll, Refusal } from "./refusal";
import {
  endOfMinuteAt,
  formatInstant,
  instantAt,
  parseLocalDate,
  parseLocalTime,
  type LocalDate,
} from "./time";

/** What staff can grant, as it is kept. */
export const grantKinds = ["waived", "excused", "extended"] as const;

type GrantKind = (typeof grantKinds)[number];

/** An exception as the form hands it in: day and time are typed in the course's zone, for an extension only. */
export interface ExceptionInput {
  /** Null where none is chosen. */
  kind: GrantKind | null;
  extendedTo: string;
  extendedTime: string;
  reason: string;
}

/**
 * What is granted, as it may be kept: an excused absence or a waiver takes the day out of the count, an extension
 * ends with the minute that is typed. `due` is the class's deadline, null where the meeting carries no such
 * assignment. Refuses that, a missing choice or reason, and an extension whose time does not exist, gives no more time
 * than the class has, or is over already.
 */
export function checkException(
  input: ExceptionInput,
  { due, zone, now }: { due: Date | null; zone: string; now: Date },
): { kind: GrantKind; extendedTo: Date | null; reason: string } {
  if (due === null) {
    throw new Refusal("Nothing is due for this meeting, so there is nothing to waive or extend.");
  }
  return checkAll({
    kind: () => checkKind(input.kind),
    extendedTo: () =>
      input.kind === "extended" ? checkedInstant(input, { due, zone, now }) : null,
    reason: () => checkReason(input.reason),
  });
}

function checkKind(kind: GrantKind | null): GrantKind {
  if (kind === null) throw new Refusal("Choose what is granted.", "exception");
  return kind;
}

function checkedInstant(
  input: ExceptionInput,
  { zone, due, now }: { zone: string; due: Date; now: Date },
): Date {
  const { date, time } = checkAll({
    date: () => checkDay(input.extendedTo),
    time: () => parseLocalTime(input.extendedTime, "extendedTime"),
  });
  instantAt(date, time, zone, undefined, "extendedTime");
  const until = checkExtension(endOfMinuteAt(date, time, zone), due, zone);
  if (until.getTime() <= now.getTime()) {
    throw new Refusal(
      `${formatInstant(until, zone)} has passed, so nobody could use the extension. Choose a later time.`,
      "extendedTo",
    );
  }
  return until;
}

function checkDay(typed: string): LocalDate {
  if (typed.trim() === "") {
    throw new Refusal("No day is given. Choose the day of the new deadline.", "extendedTo");
  }
  return parseLocalDate(typed, "extendedTo");
}
