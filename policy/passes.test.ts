import { expect, test } from "@playwright/test";
import { dutyOf, type ExceptionDecision } from "./assignments";
import { dueAt } from "./deadlines";
import { checkTakeBackPass, checkTakePass, passStatus } from "./passes";
import { withSet } from "./test-course";
import { meeting, meetings, response, zone } from "./test-course-f2018";

const due = dueAt(meeting(8), response, zone);
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const pass: ExceptionDecision = { kind: "pass", extendedTo: null };
const noPasses = { ...response, passes: 0 };

interface Situation {
  exception?: ExceptionDecision | null;
  taken?: number;
  now?: Date;
  presentsHere?: boolean;
  isWaived?: boolean;
  series?: typeof response;
}

function situation(given: Situation = {}) {
  const { exception = null, presentsHere = false, series = response, taken = 0, now = due } = given;
  const all = withSet(meetings, 8, { response: { isWaived: given.isWaived === true } });
  const here = all.find(({ number }) => number === 8) ?? meeting(8);
  return { duty: dutyOf(here, series, { zone, presentsHere, exception }), exception, taken, now };
}

const statusIn = (given: Situation = {}) => {
  const { duty, exception, taken, now } = situation(given);
  return passStatus(duty, exception, taken, now);
};

const take = (given: Situation = {}) => {
  const { duty, exception, taken, now } = situation(given);
  checkTakePass(duty, exception, taken, { zone, now });
};

const takeBack = (given: Situation = {}) => {
  const { duty, exception, now } = situation({ exception: pass, taken: 1, ...given });
  checkTakeBackPass(duty, exception, { zone, now });
};

test("4 free passes per student; one is taken before the response is due, no reason needed", () => {
  expect(statusIn()).toEqual({
    each: 4,
    left: 4,
    isTakenHere: false,
    mayTake: true,
    mayTakeBack: false,
  });
  take();
  take({ now: due });
  expect(() => {
    take({ now: after(due, 1) });
  }).toThrow("This response was due Mon 15 Oct, 11:00 PDT, and a free pass is taken before that.");
  expect(statusIn({ now: after(due, 1) })).toMatchObject({ mayTake: false, left: 4 });
});

test("the fourth is the last, and a fifth is refused in words", () => {
  take({ taken: 3 });
  expect(statusIn({ taken: 3 })).toMatchObject({ left: 1, mayTake: true });
  expect(statusIn({ taken: 4 })).toMatchObject({ left: 0, mayTake: false });
  expect(() => {
    take({ taken: 4 });
  }).toThrow("You have used 4 free passes, which is all of them.");
});

test("it exempts from that response, and is taken back until the deadline", () => {
  const { duty } = situation({ exception: pass });
  expect(duty).toMatchObject({ state: "waived", exemption: "pass" });
  expect(statusIn({ exception: pass, taken: 1 })).toMatchObject({
    isTakenHere: true,
    left: 3,
    mayTake: false,
    mayTakeBack: true,
  });
  expect(() => {
    take({ exception: pass, taken: 1 });
  }).toThrow("You already use a free pass here.");
  takeBack();
  expect(statusIn({ exception: pass, taken: 1, now: after(due, 1) })?.mayTakeBack).toBe(false);
  expect(() => {
    takeBack({ now: after(due, 1) });
  }).toThrow("This response was due Mon 15 Oct, 11:00 PDT, so the free pass stays taken.");
  expect(() => {
    takeBack({ exception: null });
  }).toThrow("You use no free pass here.");
});

test("a pass is not lost where nothing is due: waived, excused, or presenting", () => {
  const words = "Nothing is due here, so a free pass would be lost. Keep it for another response.";
  for (const given of [
    { isWaived: true },
    { exception: { kind: "excused", extendedTo: null } as const },
    { exception: { kind: "waived", extendedTo: null } as const },
    { presentsHere: true },
  ]) {
    expect(statusIn(given)?.mayTake).toBe(false);
    expect(() => {
      take(given);
    }).toThrow(words);
  }
});

test("whoever has an extension hands in by it, or has it withdrawn first", () => {
  const extended = { kind: "extended", extendedTo: after(due, 3_600_000) } as const;
  expect(statusIn({ exception: extended })?.mayTake).toBe(false);
  expect(() => {
    take({ exception: extended, now: after(due, 1) });
  }).toThrow("You have an extension here. Hand in by it, or ask the staff to withdraw it.");
});

test("a series without passes has none to show, and none to take", () => {
  expect(statusIn({ series: noPasses })).toBeNull();
  expect(() => {
    take({ series: noPasses });
  }).toThrow("no free passes");
});
