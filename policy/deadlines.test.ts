import { expect, test } from "@playwright/test";
import fc from "fast-check";
import {
  checkDueOutsideBreak,
  checkExtension,
  dueAt,
  personalDueAt,
  slidesDueAt,
} from "./deadlines";
import { isOnTime } from "./lateness";
import { carries } from "./meetings";
import { meeting, meetingOf, meetings, post, pre, presentation, zone } from "./test-course";
import { addDays, formatInstant, localDateOf, localTimeOf } from "./time";

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test("R18: pre is due 23:59 on the day before, which means until 23:59:59.999 course time", () => {
  const due = dueAt(meeting(7), pre, zone);
  expect(due.toISOString()).toBe("2024-02-06T04:59:59.999Z");
  expect(formatInstant(due, zone)).toBe("Mon 5 Feb, 23:59 EST");
  expect(isOnTime(new Date("2024-02-06T04:59:00.000Z"), due)).toBe(true);
  expect(isOnTime(due, due)).toBe(true);
  expect(isOnTime(after(due, 1), due)).toBe(false);
});

test("R20: post is due 23:59 on the day of class", () => {
  expect(dueAt(meeting(7), post, zone).toISOString()).toBe("2024-02-07T04:59:59.999Z");
});

test("R12: slides are due before the day you present", () => {
  expect(slidesDueAt(meeting(7), presentation, zone).toISOString()).toBe(
    "2024-02-06T04:59:59.999Z",
  );
});

test("R34: both sides of 10 March 2024: EST until the 9th, EDT from the 10th", () => {
  const on = (date: string) => dueAt(meetingOf(99, date, "lecture", "Extra"), pre, zone);
  expect(on("2024-03-10").toISOString()).toBe("2024-03-10T04:59:59.999Z");
  expect(formatInstant(on("2024-03-10"), zone)).toBe("Sat 9 Mar, 23:59 EST");
  expect(on("2024-03-11").toISOString()).toBe("2024-03-11T03:59:59.999Z");
  expect(formatInstant(on("2024-03-11"), zone)).toBe("Sun 10 Mar, 23:59 EDT");
  const afterBreak = dueAt(meeting(17), pre, zone);
  expect(afterBreak.toISOString()).toBe("2024-03-12T03:59:59.999Z");
  expect(formatInstant(afterBreak, zone)).toBe("Mon 11 Mar, 23:59 EDT");
  // The day on which the clocks go forward has 23 hours, the day on which they go back 25.
  expect(on("2024-03-11").getTime() - on("2024-03-10").getTime()).toBe(23 * 3_600_000);
  expect(on("2024-11-04").getTime() - on("2024-11-03").getTime()).toBe(25 * 3_600_000);
});

test("move a class and the deadlines follow; one set by hand keeps its agreed instant", () => {
  const agreed = new Date("2024-02-05T17:00:00.000Z");
  const title = "New frontiers in benchmarking";
  const moved = meetingOf(7, "2024-02-13", "discussion", title);
  const byHand = (work: string) =>
    meetingOf(7, "2024-02-13", "discussion", title, { set: { [work]: { dueAt: agreed } } });
  expect(dueAt(moved, pre, zone).toISOString()).toBe("2024-02-13T04:59:59.999Z");
  expect(dueAt(byHand("pre"), pre, zone)).toEqual(agreed);
  expect(dueAt(byHand("pre"), post, zone).toISOString()).toBe("2024-02-14T04:59:59.999Z");
  expect(dueAt(byHand("post"), post, zone)).toEqual(agreed);
});

test("an extension is never shortened by a move", () => {
  const due = dueAt(meeting(7), pre, zone);
  expect(personalDueAt(due, null)).toEqual(due);
  expect(personalDueAt(due, after(due, 1))).toEqual(after(due, 1));
  expect(personalDueAt(due, after(due, -1))).toEqual(due);
  expect(() => checkExtension(due, due, zone)).toThrow(
    "An extension must end after the deadline, which is Mon 5 Feb, 23:59 EST.",
  );
  expect(checkExtension(after(due, 1), due, zone)).toEqual(after(due, 1));
});

test("property: wherever a class moves, nobody's extended deadline comes earlier", () => {
  const dates = fc.integer({ min: 0, max: 365 }).map((n) => addDays("2024-01-01", n));
  fc.assert(
    fc.property(dates, dates, fc.integer({ min: 1, max: 1e9 }), (from, to, more) => {
      const before = dueAt(meetingOf(99, from, "lecture", "Extra"), pre, zone);
      const extended = after(before, more);
      const now = dueAt(meetingOf(99, to, "lecture", "Extra"), pre, zone);
      return (
        personalDueAt(now, extended).getTime() >= extended.getTime() &&
        localDateOf(now, zone) === addDays(to, -1) &&
        localTimeOf(now, zone) === "23:59"
      );
    }),
  );
});

test("a due date inside a break is refused unless forced", () => {
  const moved = { ...meeting(17), date: "2024-03-08" };
  const due = dueAt(moved, pre, zone);
  const others = meetings.filter((each) => each.id !== moved.id);
  expect(() => {
    checkDueOutsideBreak(due, others, zone, false);
  }).toThrow("The deadline would fall on Thursday 7 March 2024, inside “Spring break”.");
  checkDueOutsideBreak(due, others, zone, true);
  checkDueOutsideBreak(dueAt(meeting(17), pre, zone), others, zone, false);
});

test("R32: the course's own schedule puts no deadline into a break", () => {
  for (const each of meetings) {
    if (!carries(each, pre)) continue;
    checkDueOutsideBreak(dueAt(each, pre, zone), meetings, zone, false);
    checkDueOutsideBreak(dueAt(each, post, zone), meetings, zone, false);
  }
});
