import { day } from "./durations";
import { endsAt, inOrder, isClass, startsAt, type MeetingFacts } from "./meetings";
import { checkAll, Refusal } from "./refusal";
import {
  addDays,
  formatInstant,
  instantAt,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  parseLocalTime,
  storedInstantAt,
  type LocalDate,
} from "./time";

/** Where somebody wants the clock of a demo course to stand; date and time are typed in the course's zone. */
export interface ClockChoice {
  to: "typed" | "tonight" | "next class";
  date: string;
  time: string;
}

/** The term of a demo course begins at nine, eight days before its first meeting. */
export function termBegins(meetings: readonly { date: LocalDate }[], zone: string): Date {
  const [first = "1970-01-09"] = meetings.map(({ date }) => date).sort();
  return storedInstantAt(addDays(first, -8), "09:00", zone);
}

/**
 * The instant to which the clock of a demo course is moved. "Tonight" is two minutes before midnight, so that
 * deadlines are near. Refuses a time that does not exist, one outside the term, the minute that the clock shows
 * already, and a next class when there is none.
 */
export function clockTarget(
  choice: ClockChoice,
  { meetings, zone, now }: { meetings: readonly MeetingFacts[]; zone: string; now: Date },
): Date {
  if (choice.to === "tonight") {
    const today = localDateOf(now, zone);
    const tonight = storedInstantAt(today, "23:58", zone);
    return now.getTime() < tonight.getTime()
      ? tonight
      : storedInstantAt(addDays(today, 1), "23:58", zone);
  }
  if (choice.to === "next class") {
    const next = inOrder(meetings).find(
      (meeting) => isClass(meeting) && startsAt(meeting, zone).getTime() > now.getTime(),
    );
    if (next === undefined) throw new Refusal("There is no later class. Choose a time instead.");
    return startsAt(next, zone);
  }
  const { date, time } = checkAll({
    date: () => parseLocalDate(choice.date, "clockDay"),
    time: () => parseLocalTime(choice.time, "clockTime"),
  });
  const target = instantAt(date, time, zone, undefined, "clockTime");
  if (date === localDateOf(now, zone) && time === localTimeOf(now, zone)) {
    throw new Refusal("The clock shows this time already. Choose another one.", "clockTime");
  }
  const first = termBegins(meetings, zone);
  const last = inOrder(meetings).at(-1);
  const end = new Date((last === undefined ? first : endsAt(last, zone)).getTime() + 60 * day);
  if (target.getTime() < first.getTime() || target.getTime() > end.getTime()) {
    throw new Refusal(
      `The clock of this demo runs from ${formatInstant(first, zone)} to ${formatInstant(end, zone)}. Choose a time in between.`,
      "clockDay",
    );
  }
  return target;
}
