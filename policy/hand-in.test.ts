import { expect, test } from "@playwright/test";
import { exceptionsFrom, type Grant } from "./assignments";
import { checkDraft, draftProblem } from "./drafts";
import { meeting, syllabus, zone } from "./test-course";
import { mayReadSummaries, standingOf, type TextFacts } from "./hand-in";
import { creditsUsed, type ChargedVersion } from "./lateness";

const preDue = new Date("2024-02-05T23:59:59.999-05:00");
const hour = 3_600_000;
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const rule = { perStudent: 4, hoursEach: 24 };

function standing(more: Partial<TextFacts> = {}, now = preDue) {
  const facts = {
    meeting: meeting(7),
    syllabus,
    zone,
    presentsHere: false,
    grants: [],
    charged: [],
  };
  return standingOf({ ...facts, ...more }, "pre", now);
}

const granted = (kind: Grant["kind"], extendedTo: Date | null = null): Grant => ({
  meetingId: "m7",
  assignment: "pre",
  kind,
  extendedTo,
});

test("several decisions for one assignment are one: any waiver waives, the latest extension holds", () => {
  const [early, late] = [after(preDue, hour), after(preDue, 2 * hour)];
  expect(
    exceptionsFrom([granted("extended", late), granted("extended", early), granted("excused")]),
  ).toEqual([{ meetingId: "m7", assignment: "pre", waived: true, extendedTo: late }]);
  expect(exceptionsFrom([granted("extended", early)])).toMatchObject([{ waived: false }]);
  expect(exceptionsFrom([])).toEqual([]);
});

test("a text is owed and open until its deadline, and says why when it is not", () => {
  expect(standing()).toMatchObject({ state: "due", classDueAt: preDue, window: { state: "open" } });
  expect(standing({}, after(preDue, 1))).toMatchObject({
    state: "due",
    window: { state: "closed" },
  });
  const reasonOf = (more: Partial<TextFacts>) => {
    const { state, window } = standing(more);
    return [state, window.state === "closed" ? window.reason : window.state];
  };
  expect(reasonOf({ presentsHere: true })).toEqual([
    "automatic",
    "You present here, which gives 1 point automatically: no pre-assignment is due.",
  ]);
  expect(reasonOf({ meeting: { ...meeting(7), preWaived: true } })).toEqual([
    "waived",
    "The pre-assignment of this meeting is waived for everybody.",
  ]);
  expect(reasonOf({ grants: [granted("excused")] })).toEqual([
    "waived",
    "You are excused: nothing is due, and the day does not count.",
  ]);
  expect(reasonOf({ grants: [granted("waived")] })).toEqual([
    "waived",
    "This is waived for you: nothing is due, and the day does not count.",
  ]);
  expect(reasonOf({ meeting: meeting(12) })).toEqual([
    "none",
    "This meeting has no pre-assignment.",
  ]);
  expect(reasonOf({ grants: [{ ...granted("excused"), assignment: "post" }] })[0]).toBe("due");
});

test("the points of a presenting day are named as the syllabus counts them", () => {
  const half = { ...syllabus, pre: { ...syllabus.pre, presenterGets: 50 } };
  const { window } = standing({ syllabus: half, presentsHere: true });
  expect(window).toMatchObject({ reason: expect.stringContaining("0.5 points") });
});

test("late credits: each text costs what its dearest version took, and an extension returns it", () => {
  const version = (more: Partial<ChargedVersion>): ChargedVersion => ({
    meetingId: "m7",
    assignment: "pre",
    submittedAt: after(preDue, hour),
    creditsCharged: 1,
    dueAt: preDue,
    ...more,
  });
  const twice = { submittedAt: after(preDue, 25 * hour), creditsCharged: 2 };
  expect(creditsUsed([version({}), version(twice)], rule)).toBe(2);
  expect(creditsUsed([version({}), version({ assignment: "post" })], rule)).toBe(2);
  expect(creditsUsed([version({}), version({ meetingId: "m8" })], rule)).toBe(2);
  expect(creditsUsed([version({ dueAt: after(preDue, hour) })], rule)).toBe(0);
  expect(creditsUsed([version({ ...twice, dueAt: after(preDue, 2 * hour) })], rule)).toBe(1);
  expect(creditsUsed([version({ dueAt: after(preDue, -48 * hour) })], rule)).toBe(1);
  const charged = [version({}), version({ meetingId: "m8" })];
  const credits = { syllabus: { ...syllabus, lateCredits: rule }, charged };
  expect(standing(credits, after(preDue, 2 * hour)).window).toMatchObject({
    creditsNeeded: 0,
    creditsLeft: 2,
  });
});

test("classmates' summaries: after the deadline of the class, and not while one could still copy", () => {
  const student = { role: "student" } as const;
  const read = (more: Partial<TextFacts>, now: Date) =>
    mayReadSummaries(student, standing(more, now), now);
  expect(read({}, preDue)).toBe(false);
  expect(read({}, after(preDue, 1))).toBe(true);
  const extendedTo = after(preDue, hour);
  const extended = { grants: [granted("extended", extendedTo)] };
  expect(read(extended, extendedTo)).toBe(false);
  expect(read(extended, after(extendedTo, 1))).toBe(true);
  expect(read({ presentsHere: true }, preDue)).toBe(false);
  expect(read({ presentsHere: true }, after(preDue, 1))).toBe(true);
  const credits = { syllabus: { ...syllabus, lateCredits: rule } };
  expect(read(credits, after(preDue, 1))).toBe(false);
  expect(mayReadSummaries(student, null, after(preDue, 1))).toBe(false);
  expect(mayReadSummaries({ role: "ta" }, null, preDue)).toBe(true);
  expect(mayReadSummaries({ role: "instructor" }, null, preDue)).toBe(true);
  expect(mayReadSummaries({ role: "visitor" }, null, after(preDue, 1))).toBe(false);
});

test("a draft keeps whatever is typed, but for what nobody types", () => {
  const draft = { readingId: "", about: "", text: " a\u0000 ", questions: ["", "b\u0000"] };
  expect(checkDraft(draft)).toEqual({
    readingId: null,
    about: null,
    text: " a ",
    questions: ["", "b"],
  });
  const long = (characters: number) => ({
    ...draft,
    text: "x".repeat(characters),
    questions: ["y"],
  });
  expect(draftProblem(long(99_999))).toBeNull();
  expect(() => checkDraft(long(100_000))).toThrow("The draft has 100,001 characters");
});
