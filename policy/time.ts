import { Temporal } from "temporal-polyfill";
import { day as lengthOfDay } from "./durations";
import { Refusal } from "./refusal";

/** A day in the course's zone, as "2024-02-05". Sorts as text. */
export type LocalDate = string;

/** A minute of the day in the course's zone, as "15:30". Sorts as text. */
export type LocalTime = string;

export type Weekday = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";

const weekdays: readonly Weekday[] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const longWeekdays: Readonly<Record<Weekday, string>> = {
  Mon: "Monday",
  Tue: "Tuesday",
  Wed: "Wednesday",
  Thu: "Thursday",
  Fri: "Friday",
  Sat: "Saturday",
  Sun: "Sunday",
};
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Reads a typed day; refuses anything but yyyy-mm-dd, and a day that does not exist, in words (R28). */
export function parseLocalDate(text: string, field?: string): LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) {
    throw new Refusal("This is not a date. Write it as year-month-day, such as 2024-02-05.", field);
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1970 || year > 2199) {
    throw new Refusal(`The year ${match[1]} is too far away. Check the year.`, field);
  }
  const monthName = months[month - 1];
  if (monthName === undefined) {
    throw new Refusal(
      `There is no month ${month}: months run from 01 to 12. Choose another day.`,
      field,
    );
  }
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > length) {
    throw new Refusal(
      `${day} ${monthName} ${year} does not exist: ${monthName} ${year} has ${length} days. Choose another day.`,
      field,
    );
  }
  return match[0];
}

/** Reads a typed time of day; refuses anything but hh:mm between 00:00 and 23:59. */
export function parseLocalTime(text: string, field?: string): LocalTime {
  const match = /^(\d{2}):(\d{2})$/.exec(text.trim());
  if (match === null) {
    throw new Refusal("This is not a time. Write it as hours:minutes, such as 15:30.", field);
  }
  if (Number(match[1]) > 23 || Number(match[2]) > 59) {
    throw new Refusal(
      `${match[0]} is not a time of day: the day runs from 00:00 to 23:59. Choose another time.`,
      field,
    );
  }
  return match[0];
}

const resolved = new Map<string, number>();

/** Pages ask for the same few hundred instants again and again, and each costs a time-zone look-up. */
function epochOf(
  date: LocalDate,
  time: LocalTime,
  zone: string,
  disambiguation: "earlier" | "later",
): number {
  const key = `${date} ${time} ${zone} ${disambiguation}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const epoch = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
    disambiguation,
  }).epochMilliseconds;
  if (resolved.size >= 4000) resolved.clear();
  resolved.set(key, epoch);
  return epoch;
}

/**
 * The instant at which the course's clocks show this date and time. A time that does not exist that day is
 * refused; one that exists twice is refused too, unless the person has chosen the earlier or the later (R34).
 */
export function instantAt(
  date: LocalDate,
  time: LocalTime,
  zone: string,
  choice?: "earlier" | "later",
  field?: string,
): Date {
  const earlier = new Date(epochOf(date, time, zone, "earlier"));
  const later = new Date(epochOf(date, time, zone, "later"));
  if (earlier.getTime() === later.getTime()) return earlier;
  if (localTimeOf(earlier, zone) !== time) {
    throw new Refusal(
      `${time} on ${formatLongDate(date)} does not exist in ${zone}: the clocks go forward and skip it. Choose another time.`,
      field,
    );
  }
  if (choice !== undefined) return choice === "earlier" ? earlier : later;
  throw new Refusal(
    `${time} on ${formatLongDate(date)} exists twice in ${zone}, first as ${time} ${zoneName(earlier, zone)} and again as ${time} ${zoneName(later, zone)}: the clocks go back. Choose another time.`,
    field,
  );
}

/**
 * The same for a stored fact, which a page must be able to show: a time that exists twice is its first
 * occurrence, and one that is skipped is as long after midnight as if the clocks had not changed.
 */
export function storedInstantAt(date: LocalDate, time: LocalTime, zone: string): Date {
  const earlier = new Date(epochOf(date, time, zone, "earlier"));
  if (localTimeOf(earlier, zone) === time) return earlier;
  return new Date(epochOf(date, time, zone, "later"));
}

/**
 * The last millisecond of a local minute: 23:59 means until 23:59:59.999 (R18). It never refuses, and always
 * decides for the student: a minute that exists twice ends with its second occurrence, and one that the clocks
 * skip ends when it would have without the change (02:30 on a night without 02:30 is 03:30:59.999).
 */
export function endOfMinuteAt(date: LocalDate, time: LocalTime, zone: string): Date {
  return new Date(epochOf(date, time, zone, "later") + 59_999);
}

function utcOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

const shifted = new Map<string, LocalDate>();

/** The day n days later, or earlier when n is negative. Days of the calendar, whatever the clocks do. */
export function addDays(date: LocalDate, n: number): LocalDate {
  if (n === 0) return date;
  const key = `${date} ${n}`;
  const known = shifted.get(key);
  if (known !== undefined) return known;
  const day = new Date(utcOf(date) + n * lengthOfDay).toISOString().slice(0, 10);
  if (shifted.size >= 4000) shifted.clear();
  shifted.set(key, day);
  return day;
}

/** How many days b comes after a; negative when it comes before. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((utcOf(b) - utcOf(a)) / lengthOfDay);
}

/** The day of the week: "Tue". */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdays[new Date(utcOf(date)).getUTCDay()] ?? "Sun";
}

/** A stretch of time in which a zone's clocks run without a change. */
interface Span {
  from: number;
  to: number;
  offset: number;
  name: string;
}

const spans = new Map<string, Span[]>();

/** Asking Intl costs 60 µs and a page asks a hundred times, but a term lies in two or three spans. */
function spanAt(instant: Date, zone: string): Span {
  const epoch = instant.getTime();
  const known = spans.get(zone) ?? [];
  const found = known.find((span) => span.from <= epoch && epoch < span.to);
  if (found !== undefined) return found;
  const there = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
  // The previous change is asked for from a moment later, since a change at this very instant begins the span.
  const before = there.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const after = there.getTimeZoneTransition("next");
  const span = {
    from: before === null ? -Infinity : Math.min(before.epochMilliseconds, epoch),
    to: after === null ? Infinity : after.epochMilliseconds,
    offset: there.offsetNanoseconds / 1e6,
    name: nameAt(instant, zoneNamesOf(zone)),
  };
  spans.set(zone, [...known, span]);
  return span;
}

function localPartsOf(instant: Date, zone: string): { date: LocalDate; time: LocalTime } {
  const shown = new Date(instant.getTime() + spanAt(instant, zone).offset).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The day that the course's calendar shows at the instant. */
export function localDateOf(instant: Date, zone: string): LocalDate {
  return localPartsOf(instant, zone).date;
}

/** The minute that the course's clocks show at the instant. */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  return localPartsOf(instant, zone).time;
}

/** The time zone of the world that the text names, as Intl writes it: "America/New_York"; an offset is no zone. */
export function findTimeZone(text: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function nameAt(instant: Date, names: Intl.DateTimeFormat): string {
  return names.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** A locale knows the short names of its own part of the world only, so the first that knows both seasons is used. */
function zoneNamesOf(zone: string): Intl.DateTimeFormat {
  const namesIn = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" });
  const seasons = [new Date("2024-01-15T12:00:00Z"), new Date("2024-07-15T12:00:00Z")];
  const locales = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA"];
  return (
    locales
      .map(namesIn)
      .find((names) => seasons.every((season) => /^[A-Z]+$/.test(nameAt(season, names)))) ??
    namesIn("en-US")
  );
}

/** The short name of the zone at the instant: "EST" in winter, "EDT" in summer. */
export function zoneName(instant: Date, zone: string): string {
  return spanAt(instant, zone).name;
}

/** How every instant is written: "Mon 5 Feb, 23:59 EST". */
export function formatInstant(instant: Date, zone: string): string {
  const { date, time } = localPartsOf(instant, zone);
  return `${formatDate(date)}, ${time} ${zoneName(instant, zone)}`;
}

function dayAndMonth(date: LocalDate): { day: number; month: string } {
  return { day: Number(date.slice(8, 10)), month: months[Number(date.slice(5, 7)) - 1] ?? "" };
}

/** A day in a list: "Tue 6 Feb". */
export function formatDate(date: LocalDate): string {
  const { day, month } = dayAndMonth(date);
  return `${weekdayOf(date)} ${day} ${month.slice(0, 3)}`;
}

/** A day in a heading or a sentence: "Tuesday 6 February 2024". */
export function formatLongDate(date: LocalDate): string {
  const { day, month } = dayAndMonth(date);
  return `${longWeekdays[weekdayOf(date)]} ${day} ${month} ${date.slice(0, 4)}`;
}

/** From when to when on one day: "15:30–16:50". */
export function formatTimes(starts: LocalTime, ends: LocalTime): string {
  return `${starts}–${ends}`;
}
