import { expect, test } from "@playwright/test";
import { checkAnnouncement } from "./announcements";
import { clockTarget } from "./clock";
import { checkSyllabus } from "./courses";
import { checkReopening } from "./discussions-placing";
import { checkException, type ExceptionInput } from "./exceptions";
import { checkMeeting } from "./meeting-check";
import { checkAll, checkEach, Refusal, Refusals, refusalsIn } from "./refusal";
import { checkAspects } from "./scoring";
import { checkSubmission, type TextInput } from "./submissions";
import { meeting, meetings, post, pre, presentation, syllabus, zone } from "./test-course";

const now = new Date("2024-02-05T21:00:00Z");

/** The fields beside which the check says that something is wrong. */
function wrong(check: () => unknown): (string | undefined)[] {
  try {
    check();
  } catch (error) {
    if (error instanceof Refusal) return refusalsIn(error).map(({ field }) => field);
    throw error;
  }
  return [];
}

const refuse = (message: string, field?: string) => () => {
  throw new Refusal(message, field);
};

test("all checks are carried out before the first refusal is told", () => {
  expect(checkAll({ one: () => 1, two: () => "2" })).toEqual({ one: 1, two: "2" });
  expect(checkEach([1, 2], (item, index) => item + index)).toEqual([1, 3]);
  expect(wrong(() => checkAll({ one: () => 1, two: refuse("No.", "two") }))).toEqual(["two"]);
  const both = () =>
    checkAll({ one: refuse("No title.", "one"), rest: () => checkAll({ two: refuse("Full.") }) });
  expect(both).toThrow(Refusals);
  expect(both).toThrow("No title. Full.");
  expect(wrong(both)).toEqual(["one", undefined]);
});

test("what is no refusal is not kept back", () => {
  const broken = () => {
    throw new TypeError("Broken.");
  };
  expect(() => checkAll({ one: refuse("No.", "one"), two: broken })).toThrow("Broken.");
});

test("several mistakes in one form are told at once, in the order of its fields", () => {
  const long = "x".repeat(1_001);
  const handIn = (input: Partial<TextInput>) => () =>
    checkSubmission({ readingId: null, about: null, answers: [], questions: [], ...input }, pre, {
      papers: ["p"],
      questions: [],
    });
  expect(wrong(handIn({}))).toEqual(["reading", "answer-1", "question-1"]);
  const questions = [long, "Why?", long];
  expect(wrong(handIn({ readingId: "p", answers: ["One."], questions }))).toEqual([
    "question-1",
    "question-3",
  ]);
  expect(wrong(() => checkAnnouncement({ title: "", body: " " }))).toEqual(["title", "body"]);
  expect(wrong(() => checkReopening({ date: "", time: "24:00", reason: "" }, zone, now))).toEqual([
    "date",
    "time",
    "reason",
  ]);
  const typed = { to: "typed", date: "2024-02-30", time: "x" } as const;
  expect(wrong(() => clockTarget(typed, { meetings, zone, now }))).toEqual([
    "clockDay",
    "clockTime",
  ]);
  const unmarked = presentation.aspects.map((_, index) => `aspect-${index + 1}`);
  expect(wrong(() => checkAspects([], presentation))).toEqual(unmarked);
});

test("an exception without a choice and a reason is told both, an extension its day and time too", () => {
  const course = { zone, now, due: now };
  const input = { extendedTo: "", extendedTime: "24:00", reason: " " };
  const refused = (kind: ExceptionInput["kind"]) =>
    wrong(() => checkException({ ...input, kind }, course));
  expect(refused(null)).toEqual(["exception", "reason"]);
  expect(refused("extended")).toEqual(["extendedTo", "extendedTime", "reason"]);
  expect(refused("waived")).toEqual(["reason"]);
});

test("a meeting is told of its hours, its title, its seats and its bonus at once", () => {
  const input = {
    ...meeting(7),
    date: "2024-02-30",
    starts: "25:00",
    title: " ",
    seats: 21,
    seatsReason: "",
    bonus: -1,
  };
  expect(wrong(() => checkMeeting(input, syllabus, zone))).toEqual([
    "date",
    "starts",
    "title",
    "seats",
    "bonus",
  ]);
});

test("rules that contradict themselves in several parts are told of each", () => {
  const contradicting = {
    ...syllabus,
    series: [
      { ...pre, asksFor: "" },
      { ...post, asksFor: "", outOf: 0 },
    ],
    weights: [],
  };
  expect(
    wrong(() => {
      checkSyllabus(contradicting);
    }),
  ).toEqual(["series.0.asksFor", "series.1.asksFor", "series.1.outOf", "weights", "weights"]);
});
