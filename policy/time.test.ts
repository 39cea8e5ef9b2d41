import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { formatDuration } from "./durations";
import { Refusal } from "./refusal";
import {
  addDays,
  daysBetween,
  endOfMinuteAt,
  findTimeZone,
  formatDate,
  formatInstant,
  formatLongDate,
  formatTimes,
  instantAt,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  parseLocalTime,
  storedInstantAt,
  weekdayOf,
  zoneName,
} from "./time";

const newYork = "America/New_York";
const iso = (instant: Date) => instant.toISOString();

test("R28: an impossible date is refused with an explanation and never silently rolled over", () => {
  expect(() => parseLocalDate("2024-02-30", "due")).toThrow(
    "30 February 2024 does not exist: February 2024 has 29 days. Choose another day.",
  );
  expect(() => parseLocalDate("2023-02-29")).toThrow("February 2023 has 28 days");
  expect(() => parseLocalDate("2024-04-31")).toThrow("April 2024 has 30 days");
  expect(() => parseLocalDate("2024-13-01")).toThrow("There is no month 13");
  expect(() => parseLocalDate("2024-01-00")).toThrow("0 January 2024 does not exist");
  expect(parseLocalDate(" 2024-02-29 ")).toBe("2024-02-29");
});

test("a date is written as year-month-day and nothing else, and the refusal names the field", () => {
  for (const text of ["", "soon", "2/5/2024", "2024-2-5", "2024-02-05T10:00", "05.02.2024"]) {
    expect(() => parseLocalDate(text), text).toThrow("This is not a date");
  }
  expect(() => parseLocalDate("0024-02-05")).toThrow("too far away");
  let field: string | undefined;
  try {
    parseLocalDate("2024-02-30", "due");
  } catch (error) {
    field = error instanceof Refusal ? error.field : "no refusal";
  }
  expect(field).toBe("due");
});

test("a time of day runs from 00:00 to 23:59", () => {
  expect(parseLocalTime("00:00")).toBe("00:00");
  expect(parseLocalTime("23:59")).toBe("23:59");
  expect(() => parseLocalTime("24:00")).toThrow("24:00 is not a time of day");
  expect(() => parseLocalTime("12:60")).toThrow("12:60 is not a time of day");
  for (const text of ["", "3pm", "9:05", "15:30:00"]) {
    expect(() => parseLocalTime(text), text).toThrow("This is not a time");
  }
});

test("R34: local time plus zone gives the instant, on both sides of 10 March 2024", () => {
  expect(iso(instantAt("2024-03-09", "23:59", newYork))).toBe("2024-03-10T04:59:00.000Z");
  expect(iso(instantAt("2024-03-10", "01:59", newYork))).toBe("2024-03-10T06:59:00.000Z");
  expect(iso(instantAt("2024-03-10", "03:00", newYork))).toBe("2024-03-10T07:00:00.000Z");
  expect(iso(instantAt("2024-03-10", "23:59", newYork))).toBe("2024-03-11T03:59:00.000Z");
});

test("R34: a time that does not exist is refused: 02:30 on 10 March 2024", () => {
  for (const choice of [undefined, "earlier", "later"] as const) {
    expect(() => instantAt("2024-03-10", "02:30", newYork, choice)).toThrow(
      "02:30 on Sunday 10 March 2024 does not exist in America/New_York: the clocks go forward and skip it. Choose another time.",
    );
  }
});

test("R34: a time that exists twice is asked about, not guessed: 01:30 on 3 November 2024", () => {
  expect(() => instantAt("2024-11-03", "01:30", newYork)).toThrow(
    "01:30 on Sunday 3 November 2024 exists twice in America/New_York, first as 01:30 EDT and again as 01:30 EST: the clocks go back. Choose another time.",
  );
  expect(iso(instantAt("2024-11-03", "01:30", newYork, "earlier"))).toBe(
    "2024-11-03T05:30:00.000Z",
  );
  expect(iso(instantAt("2024-11-03", "01:30", newYork, "later"))).toBe("2024-11-03T06:30:00.000Z");
});

test("a stored time is always shown: the first of two, and past a gap", () => {
  expect(iso(storedInstantAt("2024-11-03", "01:30", newYork))).toBe("2024-11-03T05:30:00.000Z");
  expect(iso(storedInstantAt("2024-03-10", "02:30", newYork))).toBe("2024-03-10T07:30:00.000Z");
  expect(iso(storedInstantAt("2024-02-06", "15:30", newYork))).toBe("2024-02-06T20:30:00.000Z");
});

test("R18: 23:59 means until 23:59:59.999 course time", () => {
  expect(iso(endOfMinuteAt("2024-02-05", "23:59", newYork))).toBe("2024-02-06T04:59:59.999Z");
  expect(iso(endOfMinuteAt("2024-03-09", "23:59", newYork))).toBe("2024-03-10T04:59:59.999Z");
  expect(iso(endOfMinuteAt("2024-03-10", "23:59", newYork))).toBe("2024-03-11T03:59:59.999Z");
  expect(iso(endOfMinuteAt("2024-11-03", "23:59", newYork))).toBe("2024-11-04T04:59:59.999Z");
});

test("a deadline in a skipped or doubled minute never refuses and decides for the student", () => {
  expect(iso(endOfMinuteAt("2024-11-03", "01:30", newYork))).toBe("2024-11-03T06:30:59.999Z");
  expect(iso(endOfMinuteAt("2024-03-10", "02:30", newYork))).toBe("2024-03-10T07:30:59.999Z");
  // Brazil's clocks went back at midnight, so that 23:59 came twice.
  expect(iso(endOfMinuteAt("2019-02-16", "23:59", "America/Sao_Paulo"))).toBe(
    "2019-02-17T02:59:59.999Z",
  );
});

test("days of the calendar do not care about the clocks", () => {
  expect(addDays("2024-03-12", -1)).toBe("2024-03-11");
  expect(addDays("2024-03-09", 2)).toBe("2024-03-11");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
  expect(daysBetween("2024-03-09", "2024-03-11")).toBe(2);
  expect(daysBetween("2024-11-04", "2024-11-02")).toBe(-2);
  expect(weekdayOf("2024-02-06")).toBe("Tue");
  expect(weekdayOf("2024-03-10")).toBe("Sun");
});

test("time is written the same way everywhere: Mon 5 Feb, 23:59 EST", () => {
  const due = endOfMinuteAt("2024-02-05", "23:59", newYork);
  expect(formatInstant(due, newYork)).toBe("Mon 5 Feb, 23:59 EST");
  expect(formatInstant(endOfMinuteAt("2024-03-11", "23:59", newYork), newYork)).toBe(
    "Mon 11 Mar, 23:59 EDT",
  );
  expect(formatDate("2024-02-06")).toBe("Tue 6 Feb");
  expect(formatLongDate("2024-02-06")).toBe("Tuesday 6 February 2024");
  expect(formatTimes("15:30", "16:50")).toBe("15:30–16:50");
  expect(localDateOf(due, newYork)).toBe("2024-02-05");
  expect(localTimeOf(due, newYork)).toBe("23:59");
  expect(zoneName(due, "Europe/Berlin")).toBe("CET");
  expect(zoneName(new Date("2024-07-01T00:00:00Z"), "Europe/London")).toBe("BST");
  expect(zoneName(due, "Pacific/Chatham")).toBe("GMT+13:45");
});

test("the clock changes at the very instant, not a millisecond before or after", () => {
  const shown = (text: string) => {
    const instant = new Date(text);
    return `${localTimeOf(instant, newYork)} ${zoneName(instant, newYork)}`;
  };
  expect(shown("2024-03-10T06:59:59.999Z")).toBe("01:59 EST");
  expect(shown("2024-03-10T07:00:00.000Z")).toBe("03:00 EDT");
  expect(shown("2024-11-03T05:59:59.999Z")).toBe("01:59 EDT");
  expect(shown("2024-11-03T06:00:00.000Z")).toBe("01:00 EST");
});

test("an instant at the very change tells nothing wrong about the winter before it", () => {
  const chicago = "America/Chicago";
  expect(localTimeOf(new Date("2024-03-10T08:00:00.000Z"), chicago)).toBe("03:00");
  expect(localTimeOf(new Date("2024-03-10T07:59:59.999Z"), chicago)).toBe("01:59");
  expect(localTimeOf(new Date("2024-01-15T12:00:00.000Z"), chicago)).toBe("06:00");
});

test("a span of time is said as people say it", () => {
  const minute = 60_000;
  expect(formatDuration(7 * 60 * minute + 59 * minute + 59_999)).toBe("7 h 59 min");
  expect(formatDuration(8 * 60 * minute)).toBe("8 h");
  expect(formatDuration(76 * 60 * minute + 59 * minute)).toBe("3 days 4 h");
  expect(formatDuration(24 * 60 * minute)).toBe("1 day");
  expect(formatDuration(12 * minute)).toBe("12 min");
  expect(formatDuration(59_999)).toBe("less than a minute");
  expect(formatDuration(-5)).toBe("less than a minute");
});

test("a time zone is a name of the world's zones, not an offset", () => {
  for (const zone of [newYork, "UTC", "Pacific/Chatham", "Etc/GMT+5"]) {
    expect(findTimeZone(zone), zone).toBe(zone);
  }
  expect(findTimeZone("europe/berlin")).toBe("Europe/Berlin");
  for (const zone of ["", "+05:00", "Mars/Olympus", "New York"]) {
    expect(findTimeZone(zone), zone).toBeUndefined();
  }
});

const localDates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
const localTimes = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const zones = fc.constantFrom(
  newYork,
  "UTC",
  "Pacific/Chatham",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Kolkata",
);

test("property: an instant that is accepted reads back as the date and time it was made of", () => {
  fc.assert(
    fc.property(localDates, localTimes, zones, (date, time, zone) => {
      let instant: Date;
      try {
        instant = instantAt(date, time, zone);
      } catch (error) {
        return error instanceof Refusal;
      }
      return (
        localDateOf(instant, zone) === date &&
        localTimeOf(instant, zone) === time &&
        endOfMinuteAt(date, time, zone).getTime() === instant.getTime() + 59_999 &&
        storedInstantAt(date, time, zone).getTime() === instant.getTime()
      );
    }),
    { numRuns: 500 },
  );
});

test("property: what is shown agrees with the platform's own calendar, in every zone", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), zones, (seconds, zone) => {
      const instant = new Date(seconds * 1000);
      const platform = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
      }).format(instant);
      return platform === `${localDateOf(instant, zone)}, ${localTimeOf(instant, zone)}`;
    }),
    { numRuns: 300 },
  );
});

test("property: every day that exists is read, and days added are days between", () => {
  fc.assert(
    fc.property(localDates, fc.integer({ min: -4000, max: 4000 }), (date, n) => {
      return parseLocalDate(date) === date && daysBetween(date, addDays(date, n)) === n;
    }),
  );
});
