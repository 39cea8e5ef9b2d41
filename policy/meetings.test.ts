import { expect, test } from "@playwright/test";
import { meeting, meetingOf, meetings, syllabus, zone } from "./test-course";
import {
  carriedCount,
  classNumbers,
  dateWarnings,
  endsAt,
  inOrder,
  isAssessed,
  nextMeeting,
  placesOnBreak,
  startsAt,
} from "./meetings";
import { instantAt } from "./time";

const days = ["Tue", "Thu"] as const;
const at = (date: string, time: string) => instantAt(date, time, zone);
const early = at("2024-01-10", "12:00");

test("R21: 23 days = 10 lectures + 10 discussions + 3 guests, derived from the schedule", () => {
  expect(syllabus.series.map((series) => carriedCount(meetings, series))).toEqual([23, 23]);
  const count = (kind: string) => meetings.filter((each) => each.kind === kind).length;
  expect([count("lecture"), count("discussion"), count("guest")]).toEqual([10, 10, 3]);
  expect(isAssessed(meeting(7), syllabus)).toBe(true);
  expect(isAssessed({ ...meeting(7), isCancelled: true }, syllabus)).toBe(false);
  expect(isAssessed(meeting(12), syllabus)).toBe(false);
  expect(isAssessed(meeting(15), syllabus)).toBe(false);
});

test("a meeting begins and ends by the clock of its day, on both sides of 10 March", () => {
  expect(startsAt(meeting(14), zone).toISOString()).toBe("2024-02-29T20:30:00.000Z");
  expect(startsAt(meeting(17), zone).toISOString()).toBe("2024-03-12T19:30:00.000Z");
  expect(endsAt(meeting(17), zone).toISOString()).toBe("2024-03-12T20:50:00.000Z");
});

test("R4: the next meeting is computed from the clock and the schedule", () => {
  expect(nextMeeting(meetings, early, zone)?.number).toBe(1);
  const end = endsAt(meeting(7), zone).getTime();
  expect(nextMeeting(meetings, new Date(end - 1), zone)?.number).toBe(7);
  expect(nextMeeting(meetings, new Date(end), zone)?.number).toBe(8);
  // Spring break is no class.
  expect(nextMeeting(meetings, at("2024-03-01", "12:00"), zone)?.number).toBe(17);
  expect(nextMeeting(meetings, endsAt(meeting(30), zone), zone)).toBeUndefined();
  const cancelled = meetings.map((each) =>
    each.number === 8 ? { ...each, isCancelled: true } : each,
  );
  expect(nextMeeting(cancelled, new Date(end), zone)?.number).toBe(9);
});

test("the number that people read is the position by date; addresses keep their own", () => {
  const numbers = classNumbers(meetings);
  expect(numbers.get("m1")).toBe(1);
  expect(numbers.get("m30")).toBe(30);
  const moved = meetings.map((each) =>
    each.number === 7 ? { ...each, date: "2024-02-09" } : each,
  );
  expect(classNumbers(moved).get("m8")).toBe(7);
  expect(classNumbers(moved).get("m7")).toBe(8);
  const cancelled = meetings.map((each) =>
    each.number === 7 ? { ...each, isCancelled: true } : each,
  );
  expect(classNumbers(cancelled).get("m7")).toBeUndefined();
  expect(classNumbers(cancelled).get("m8")).toBe(7);
  expect(classNumbers(cancelled).get("m30")).toBe(29);
  expect(inOrder([...meetings].reverse()).map((each) => each.number)).toEqual(
    meetings.map((each) => each.number),
  );
});

test("R32: a day without class, and the days between two of one break, lie in the break", () => {
  expect(placesOnBreak("2024-03-05", meetings)).toBe("Spring break");
  expect(placesOnBreak("2024-03-06", meetings)).toBe("Spring break");
  expect(placesOnBreak("2024-03-07", meetings)).toBe("Spring break");
  expect(placesOnBreak("2024-03-04", meetings)).toBeNull();
  expect(placesOnBreak("2024-03-08", meetings)).toBeNull();
  expect(placesOnBreak("2024-04-11", meetings)).toBe("Spring carnival");
  // A class between two days of the same name splits the break.
  const split = [...meetings, meetingOf(31, "2024-03-06", "lecture", "Extra")];
  expect(placesOnBreak("2024-03-06", split)).toBeNull();
});

test("date sanity: warnings for weekend, break, wrong weekday, a taken day and the past", () => {
  const move = (date: string, now = early) =>
    dateWarnings(
      { id: "m7", date, starts: "15:30", kind: "discussion" },
      meetings,
      days,
      now,
      zone,
    );
  expect(move("2024-02-06")).toEqual([]);
  expect(move("2024-02-10")).toEqual(["Saturday 10 February 2024 is at the weekend."]);
  expect(move("2024-02-09")).toEqual([
    "Friday 9 February 2024 is another weekday than usual: the course meets on Tue and Thu.",
  ]);
  expect(move("2024-02-08")).toEqual([
    "There is already a meeting on Thursday 8 February 2024: “Data”.",
  ]);
  expect(move("2024-03-05")).toEqual([
    "Tuesday 5 March 2024 falls into “Spring break”, when there is no class.",
  ]);
  expect(move("2024-03-06")).toContain(
    "Wednesday 6 March 2024 falls into “Spring break”, when there is no class.",
  );
  const start = at("2024-02-06", "15:30").getTime();
  expect(move("2024-02-06", new Date(start))).toEqual([]);
  expect(move("2024-02-06", new Date(start + 1))).toEqual([
    "Tuesday 6 February 2024 is in the past.",
  ]);
});

test("a cancelled meeting leaves its day free, and a day without class may lie in its break", () => {
  const cancelled = meetings.map((each) =>
    each.number === 8 ? { ...each, isCancelled: true } : each,
  );
  const change = { id: "m7", date: "2024-02-08", starts: "15:30", kind: "discussion" } as const;
  expect(dateWarnings(change, cancelled, days, early, zone)).toEqual([]);
  const breakDay = { id: "m16", date: "2024-03-05", starts: "15:30", kind: "no-class" } as const;
  expect(dateWarnings(breakDay, meetings, days, early, zone)).toEqual([]);
});

test("a course that meets on Saturdays is not warned of them", () => {
  const change = { id: null, date: "2024-02-10", starts: "15:30", kind: "lecture" } as const;
  expect(dateWarnings(change, meetings, ["Sat"], early, zone)).toEqual([]);
});
