import { expect, test } from "@playwright/test";
import { dutiesOf, readableFrom, type ExceptionFacts } from "./assignments";
import { isOnTime } from "./lateness";
import { meeting, meetings, post, pre, syllabus, withSet, zone } from "./test-course";

function duties(otherwise: Partial<Parameters<typeof dutiesOf>[0]> = {}) {
  return dutiesOf({ meetings, syllabus, zone, presentsAt: [], exceptions: [], ...otherwise });
}

const states = (found: ReturnType<typeof duties>, meetingId: string) =>
  Object.fromEntries(
    found
      .filter((duty) => duty.meetingId === meetingId)
      .map((duty) => [duty.series.key, duty.state]),
  );

test("feature 20: duties are generated from one rule, 46 per student here", () => {
  const found = duties();
  expect(found).toHaveLength(46);
  expect(found.filter((duty) => duty.series.key === "pre")).toHaveLength(23);
  expect(found.every((duty) => duty.state === "due")).toBe(true);
  const times = found.map((duty) => duty.dueAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(found[0]).toMatchObject({ meetingNumber: 1, series: pre, assignmentId: "m1 pre" });
  expect(found.at(-1)).toMatchObject({ meetingNumber: 28, series: post, assignmentId: "m28 post" });
  expect(found.some((duty) => [12, 15, 22, 26, 29].includes(duty.meetingNumber))).toBe(false);
});

test("duties due at the same instant come in the order of their meetings", () => {
  const sameDay = meetings.map((each) =>
    each.number === 8 ? { ...each, date: "2024-02-07" } : each,
  );
  const night = duties({ meetings: sameDay }).filter(
    (duty) => duty.dueAt.toISOString() === "2024-02-07T04:59:59.999Z",
  );
  expect(night.map((duty) => `${duty.series.key}-${duty.meetingNumber}`)).toEqual([
    "post-7",
    "pre-8",
  ]);
});

test("R22: the day you present counts as done, and it moves with a swap", () => {
  expect(states(duties({ presentsAt: ["m7"] }), "m7")).toEqual({
    pre: "automatic",
    post: "automatic",
  });
  const swapped = duties({ presentsAt: ["m9"] });
  expect(states(swapped, "m7")).toEqual({ pre: "due", post: "due" });
  expect(states(swapped, "m9")).toEqual({ pre: "automatic", post: "automatic" });
  expect(swapped).toHaveLength(46);
});

test("R22 is a switch: without it the presenter writes like everybody", () => {
  const off = { ...syllabus, series: [{ ...pre, presenterGets: "nothing" as const }, post] };
  expect(states(duties({ syllabus: off, presentsAt: ["m7"] }), "m7")).toEqual({
    pre: "due",
    post: "automatic",
  });
});

test("day 1's pre-assignment is waived for all; an excused absence is a waiver", () => {
  const first = withSet(meetings, 1, { pre: { isWaived: true } });
  const excused: ExceptionFacts = {
    id: "x",
    assignmentId: "m5 post",
    kind: "excused",
    extendedTo: null,
    reason: "Ill.",
  };
  const found = duties({ meetings: first, exceptions: [excused] });
  expect(states(found, "m1")).toEqual({ pre: "waived", post: "due" });
  expect(states(found, "m5")).toEqual({ pre: "due", post: "waived" });
  expect(found).toHaveLength(46);
});

test("who presents on a waived day keeps the automatic point", () => {
  const waived = withSet(meetings, 7, { pre: { isWaived: true } });
  expect(states(duties({ meetings: waived, presentsAt: ["m7"] }), "m7").pre).toBe("automatic");
});

test("an extension is the student's own deadline, and changes the order", () => {
  const extendedTo = new Date("2024-02-20T00:00:00.000Z");
  const found = duties({
    exceptions: [{ id: "x", assignmentId: "m7 pre", kind: "extended", extendedTo, reason: "Ill." }],
  });
  const own = found.find((duty) => duty.meetingId === "m7" && duty.series.key === "pre");
  expect(own).toMatchObject({ dueAt: extendedTo, state: "due" });
  expect(found.indexOf(own ?? fail())).toBeGreaterThan(
    found.findIndex((duty) => duty.meetingId === "m9"),
  );
});

function fail(): never {
  throw new Error("The duty is missing.");
}

test("a cancelled class leaves no duties", () => {
  const cancelled = meetings.map((each) =>
    each.number === 7 ? { ...each, isCancelled: true } : each,
  );
  expect(duties({ meetings: cancelled })).toHaveLength(44);
});

test("classmates see summaries after the deadline, not at it", () => {
  const due = duties().find((duty) => duty.meetingId === meeting(7).id)?.dueAt ?? fail();
  const from = readableFrom(meeting(7), pre, zone) ?? fail();
  expect(from).toEqual(due);
  // They are shown from the first instant that is no longer on time.
  expect(isOnTime(due, from)).toBe(true);
  expect(isOnTime(new Date(due.getTime() + 1), from)).toBe(false);
});

test("classmates read never, after the deadline, or once the class has begun and the deadline is over", () => {
  const reads = (when: "never" | "after-deadline" | "after-class", series = pre) =>
    readableFrom(meeting(7), { ...series, classmatesRead: { when, as: "name" } }, zone);
  const classStart = new Date("2024-02-06T15:30:00-05:00");
  expect(reads("never")).toBeNull();
  expect(reads("after-deadline")).toEqual(new Date("2024-02-05T23:59:59.999-05:00"));
  expect(reads("after-class")).toEqual(classStart);
  // What is due after the class is read after its own deadline: nobody could write it again.
  expect(reads("after-class", post)).toEqual(new Date("2024-02-06T23:59:59.999-05:00"));
});

test("a presenter gets points, an exemption, or nothing special, as the series says", () => {
  const stateFor = (presenterGets: (typeof pre)["presenterGets"]) =>
    duties({
      syllabus: { ...syllabus, series: [{ ...pre, presenterGets }] },
      presentsAt: ["m7"],
    }).find((duty) => duty.meetingId === "m7");
  expect(stateFor(50)).toMatchObject({ state: "automatic", exemption: null });
  expect(stateFor(0)).toMatchObject({ state: "automatic", exemption: null });
  expect(stateFor("exemption")).toMatchObject({ state: "waived", exemption: "presents" });
  expect(stateFor("nothing")).toMatchObject({ state: "due", exemption: null });
});

test("a series only where the class reads a paper: what has none asks for nothing", () => {
  const readOnly = { ...pre, meetings: { ...pre.meetings, onlyWithMainReading: true } };
  const all = meetings.map((each) => ({ ...each, hasMainReading: each.number !== 7 }));
  const carried = (series: typeof pre) =>
    duties({ meetings: all, syllabus: { ...syllabus, series: [series] } }).length;
  expect([carried(pre), carried(readOnly)]).toEqual([23, 22]);
});
