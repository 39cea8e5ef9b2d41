import { expect, test } from "@playwright/test";
import type { ExceptionFacts } from "./assignments";
import { checkDraft, draftProblem } from "./drafts";
import { mayReadTexts, textStatusOf, type TextFacts } from "./hand-in";
import { creditsUsed, type ChargedVersion } from "./lateness";
import { meeting, meetingOf, pre, syllabus, withCredits, zone } from "./test-course";

const preDue = new Date("2024-02-05T23:59:59.999-05:00");
const hour = 3_600_000;
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const rule = { perStudent: 4, hoursEach: 24, series: ["pre", "post"] };

function status(more: Partial<TextFacts> = {}, now = preDue, series = pre) {
  const facts = {
    meeting: meeting(7),
    syllabus,
    zone,
    presentsHere: false,
    exceptions: [],
    charged: [],
    passes: [],
  };
  return textStatusOf({ ...facts, ...more }, series, now);
}

const granted = (kind: ExceptionFacts["kind"], extendedTo: Date | null = null): ExceptionFacts => ({
  id: "x",
  assignmentId: "m7 pre",
  kind,
  extendedTo,
  reason: null,
});

test("a text is owed and open until its deadline, and says why when it is not", () => {
  expect(status()).toMatchObject({ state: "due", classDueAt: preDue, window: { state: "open" } });
  expect(status({}, after(preDue, 1))).toMatchObject({
    state: "due",
    window: { state: "closed" },
  });
  const waivedForAll = meetingOf(7, "2024-02-06", "discussion", "New frontiers", {
    set: { pre: { isWaived: true } },
  });
  const reasonOf = (more: Partial<TextFacts>) => {
    const { state, window } = status(more);
    return [state, window.state === "closed" ? window.reason : window.state];
  };
  expect(reasonOf({ presentsHere: true })).toEqual([
    "automatic",
    "You present here, which gives 1 point automatically: no pre-assignment is due.",
  ]);
  expect(reasonOf({ meeting: waivedForAll })).toEqual([
    "waived",
    "The pre-assignment of this meeting is waived for everybody.",
  ]);
  expect(reasonOf({ exceptions: [granted("excused")] })).toEqual([
    "waived",
    "You are excused: nothing is due, and the day does not count.",
  ]);
  expect(reasonOf({ exceptions: [granted("waived")] })).toEqual([
    "waived",
    "This is waived for you: nothing is due, and the day does not count.",
  ]);
  expect(reasonOf({ meeting: meeting(12) })).toEqual([
    "none",
    "This meeting has no pre-assignment.",
  ]);
  expect(reasonOf({ exceptions: [{ ...granted("excused"), assignmentId: "m7 post" }] })[0]).toBe(
    "due",
  );
});

test("the points of a presenting day are named as the syllabus counts them", () => {
  const half = { ...pre, presenterGets: 50 };
  const { window } = status({ presentsHere: true }, preDue, half);
  expect(window).toMatchObject({ reason: expect.stringContaining("0.5 points") });
});

test("late credits: each text costs what its dearest version took, and an extension returns it", () => {
  const version = (more: Partial<ChargedVersion>): ChargedVersion => ({
    assignmentId: "m7 pre",
    submittedAt: after(preDue, hour),
    creditsCharged: 1,
    dueAt: preDue,
    ...more,
  });
  const twice = { submittedAt: after(preDue, 25 * hour), creditsCharged: 2 };
  expect(creditsUsed([version({}), version(twice)], rule)).toBe(2);
  expect(creditsUsed([version({}), version({ assignmentId: "m7 post" })], rule)).toBe(2);
  expect(creditsUsed([version({}), version({ assignmentId: "m8 pre" })], rule)).toBe(2);
  expect(creditsUsed([version({ dueAt: after(preDue, hour) })], rule)).toBe(0);
  expect(creditsUsed([version({ ...twice, dueAt: after(preDue, 2 * hour) })], rule)).toBe(1);
  expect(creditsUsed([version({ dueAt: after(preDue, -48 * hour) })], rule)).toBe(1);
  const charged = [version({}), version({ assignmentId: "m8 pre" })];
  const credits = { syllabus: withCredits, charged };
  expect(status(credits, after(preDue, 2 * hour)).window).toMatchObject({
    creditsNeeded: 0,
    creditsLeft: 2,
  });
});

test("classmates' summaries: after the deadline of the class, and not while one could still copy", () => {
  const student = { role: "student" } as const;
  const here = { meeting: meeting(7), zone };
  const read = (more: Partial<TextFacts>, now: Date) =>
    mayReadTexts(student, status(more, now), here, now);
  expect(read({}, preDue)).toBe(false);
  expect(read({}, after(preDue, 1))).toBe(true);
  const extendedTo = after(preDue, hour);
  const extended = { exceptions: [granted("extended", extendedTo)] };
  expect(read(extended, extendedTo)).toBe(false);
  expect(read(extended, after(extendedTo, 1))).toBe(true);
  expect(read({ presentsHere: true }, preDue)).toBe(false);
  expect(read({ presentsHere: true }, after(preDue, 1))).toBe(true);
  const credits = { syllabus: withCredits };
  expect(read(credits, after(preDue, 1))).toBe(false);
  expect(mayReadTexts(student, null, here, after(preDue, 1))).toBe(false);
  expect(mayReadTexts({ role: "ta" }, null, here, preDue)).toBe(true);
  expect(mayReadTexts({ role: "instructor" }, null, here, preDue)).toBe(true);
  expect(mayReadTexts({ role: "visitor" }, null, here, after(preDue, 1))).toBe(false);
});

test("a draft keeps whatever is typed, but for what nobody types", () => {
  const draft = { readingId: "", about: "", answers: [" a\u0000 "], questions: ["", "b\u0000"] };
  expect(checkDraft(draft)).toEqual({
    readingId: null,
    about: null,
    answers: [" a "],
    questions: ["", "b"],
  });
  const long = (characters: number) => ({
    ...draft,
    answers: ["x".repeat(characters)],
    questions: ["y"],
  });
  expect(draftProblem(long(249_999))).toBeNull();
  expect(() => checkDraft(long(250_000))).toThrow("The draft has 250,001 characters");
});
