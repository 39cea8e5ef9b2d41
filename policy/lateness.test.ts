import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { dueAt } from "./deadlines";
import type { HandIn } from "./lateness";
import { handInWindow, lastOnTime, lateCostSentence, lateCreditsInWords } from "./lateness";
import { startsAt } from "./meetings";
import { meeting, post as postSeries, pre, withCredits, zone } from "./test-course";

const hour = 3_600_000;
const preDue = dueAt(meeting(7), pre, zone);
const postDue = dueAt(meeting(7), postSeries, zone);
const classStart = startsAt(meeting(7), zone);
const { lateCredits } = withCredits;
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

function windowAt(now: Date, otherwise: Partial<HandIn> = {}) {
  return handInWindow({
    meeting: meeting(7),
    series: pre,
    lateCredits: null,
    zone,
    extendedTo: null,
    creditsUsed: 0,
    now,
    ...otherwise,
  });
}

test("R20: with late credits off, the form shuts at the deadline", () => {
  expect(windowAt(preDue)).toEqual({ state: "open", dueAt: preDue });
  expect(windowAt(after(preDue, 1))).toEqual({
    state: "closed",
    dueAt: preDue,
    reason:
      "This pre-assignment was due Mon 5 Feb, 23:59 EST, and nothing can be handed in after that.",
  });
  expect(windowAt(postDue, { series: postSeries }).state).toBe("open");
  expect(windowAt(after(postDue, 1), { series: postSeries }).state).toBe("closed");
});

test("a closed form says why in the words that refuse the hand-in", () => {
  const closed = windowAt(after(preDue, 1));
  expect(closed).toMatchObject({ state: "closed", reason: lateCostSentence(closed) });
  expect(lateCostSentence(windowAt(preDue))).toBeNull();
});

test("an extension moves the student's own deadline, to the millisecond", () => {
  const extendedTo = after(preDue, 5 * hour);
  expect(windowAt(extendedTo, { extendedTo })).toEqual({ state: "open", dueAt: extendedTo });
  expect(windowAt(after(extendedTo, 1), { extendedTo }).state).toBe("closed");
});

test("late credits: each extends one deadline by 24 hours, nothing after class starts", () => {
  const late = windowAt(after(preDue, 1), { lateCredits, creditsUsed: 1 });
  expect(late).toEqual({
    state: "late",
    dueAt: preDue,
    closesAt: after(classStart, -1),
    creditsNeeded: 1,
    creditsLeft: 3,
  });
  expect(lateCostSentence(late)).toBe("Handing in now costs one late credit (you have 3 left).");
  expect(windowAt(preDue, { lateCredits }).state).toBe("open");
  expect(windowAt(after(classStart, -1), { lateCredits }).state).toBe("late");
  expect(windowAt(classStart, { lateCredits })).toMatchObject({
    state: "closed",
    reason: expect.stringContaining("once the class has started"),
  });
});

test("late credits: with none left the form shuts at the deadline, and says so", () => {
  const used = { lateCredits, creditsUsed: 4 };
  expect(windowAt(preDue, used).state).toBe("open");
  expect(windowAt(after(preDue, 1), used)).toMatchObject({
    state: "closed",
    reason: "This pre-assignment was due Mon 5 Feb, 23:59 EST, and you have no late credits left.",
  });
});

test("late credits: a post-assignment's limit is the credits, since its class is over", () => {
  const post = (now: Date, creditsUsed = 0) =>
    windowAt(now, { series: postSeries, lateCredits, creditsUsed });
  expect(post(after(postDue, 24 * hour))).toMatchObject({
    creditsNeeded: 1,
    closesAt: after(postDue, 96 * hour),
  });
  expect(post(after(postDue, 24 * hour + 1))).toMatchObject({ creditsNeeded: 2 });
  expect(lateCostSentence(post(after(postDue, 25 * hour)))).toBe(
    "Handing in now costs 2 late credits (you have 4 left).",
  );
  expect(post(after(postDue, 96 * hour)).state).toBe("late");
  expect(post(after(postDue, 96 * hour + 1)).state).toBe("closed");
  expect(post(after(postDue, 25 * hour), 3)).toMatchObject({
    state: "closed",
    reason: expect.stringContaining("would cost 2 late credits, of which you have 1 left"),
  });
});

test("late credits: a second late version within the paid hours costs nothing more", () => {
  const again = windowAt(after(postDue, hour), {
    series: postSeries,
    lateCredits,
    creditsUsed: 4,
    creditsSpentHere: 1,
  });
  expect(again).toMatchObject({ creditsNeeded: 0, closesAt: after(postDue, 24 * hour) });
  expect(lateCostSentence(again)).toContain("no further late credit");
});

test("nothing is due for a cancelled meeting, nor for a kind that is not assessed", () => {
  const now = after(preDue, -hour);
  expect(windowAt(now, { meeting: { ...meeting(7), isCancelled: true } })).toMatchObject({
    state: "closed",
    reason: "This meeting is cancelled, so nothing is due for it.",
  });
  expect(windowAt(now, { meeting: meeting(12) })).toMatchObject({
    state: "closed",
    reason: "This meeting has no pre-assignment.",
  });
});

test("property: whatever a late window promises is true until its last millisecond", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(pre, postSeries),
      fc.integer({ min: -hour, max: 120 * hour }),
      fc.integer({ min: 0, max: 4 }),
      (series, late, creditsUsed) => {
        const due = series === pre ? preDue : postDue;
        const facts = { series, lateCredits, creditsUsed };
        const window = windowAt(after(due, late), facts);
        if (window.state !== "late") return;
        expect(window.creditsNeeded).toBeLessThanOrEqual(window.creditsLeft);
        expect(windowAt(window.closesAt, facts).state).toBe("late");
        expect(windowAt(after(window.closesAt, 1), facts).state).toBe("closed");
      },
    ),
  );
});

test("feature 22: the last on-time version is graded, later ones are kept", () => {
  const first = { submittedAt: after(preDue, -2 * hour), n: 1 };
  const second = { submittedAt: preDue, n: 2 };
  const late = { submittedAt: after(preDue, 1), n: 3 };
  expect(lastOnTime([first, second, late], preDue)).toBe(second);
  expect(lastOnTime([late, second, first], preDue)).toBe(second);
  expect(lastOnTime([late], preDue)).toBeUndefined();
  expect(lastOnTime<{ submittedAt: Date }>([], preDue)).toBeUndefined();
});

test("feature 22: a later version counts where a late credit admitted it", () => {
  const first = { submittedAt: after(preDue, -hour), creditsCharged: 0 };
  const paid = { submittedAt: after(preDue, hour), creditsCharged: 1 };
  const unpaid = { submittedAt: after(preDue, 2 * hour), creditsCharged: 0 };
  expect(lastOnTime([first, paid, unpaid], preDue)).toBe(paid);
});

test("a class that moves forward makes nobody late who was on time", () => {
  const version = { submittedAt: after(preDue, -hour), dueAtReceipt: preDue };
  expect(lastOnTime([version], after(preDue, -48 * hour))).toBe(version);
  const late = { submittedAt: after(preDue, 1), dueAtReceipt: preDue };
  expect(lastOnTime([late], after(preDue, -48 * hour))).toBeUndefined();
});

test("late credits are said for whom they are, and where the class ends them", () => {
  const meets = { starts: "15:30" };
  const words = (series: string[] | null, all = [pre, postSeries]) => {
    const rule = { perStudent: 3, hoursEach: 24, series: series ?? [] };
    return lateCreditsInWords({ series: all, lateCredits: series && rule }, meets);
  };
  expect(words(null)).toContain("the form closes at the deadline");
  expect(words(["pre", "post"])).toBe(
    "Each student has 3 late credits; each extends one deadline by 24 hours; what is due before the class, not beyond its start.",
  );
  expect(words(["pre"])).toBe(
    "Each student has 3 late credits; each extends one deadline of the pre-assignments by 24 hours, but not beyond the start of the class.",
  );
  expect(words(["post"])).toBe(
    "Each student has 3 late credits; each extends one deadline of the post-assignments by 24 hours.",
  );
});
