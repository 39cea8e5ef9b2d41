import { expect, test } from "@playwright/test";
import { dutiesOf, type DutyException } from "./assignments";
import { meetings, syllabus, zone } from "./first-course";
import { nextDuties } from "./ledger";
import type { Syllabus } from "./syllabus";

const monday = new Date("2024-02-05T16:00:00-05:00");

function next(
  options: {
    now?: Date;
    handedIn?: string[];
    presentsAt?: string;
    exceptions?: DutyException[];
    rules?: Partial<Syllabus>;
    creditsUsed?: number;
  } = {},
) {
  const { now = monday, handedIn = [], presentsAt = null, exceptions = [] } = options;
  const rules = { ...syllabus, ...options.rules };
  const work = dutiesOf({ meetings, syllabus: rules, zone, presentsAt, exceptions }).map(
    (duty) => ({
      ...duty,
      handedIn: handedIn.includes(`${duty.assignment} ${duty.meetingNumber}`) ? {} : null,
    }),
  );
  return nextDuties(work, {
    meetings,
    syllabus: rules,
    zone,
    now,
    creditsUsed: options.creditsUsed ?? 0,
  });
}
const names = (options?: Parameters<typeof next>[0]) =>
  next(options)
    .slice(0, 3)
    .map(({ duty }) => `${duty.assignment} ${duty.meetingNumber}`);

test("feature 45: the next duties, by the personal deadline", () => {
  expect(names()).toEqual(["pre 7", "post 7", "pre 8"]);
  expect(names({ handedIn: ["pre 7"] })).toEqual(["post 7", "pre 8", "post 8"]);
  expect(names({ presentsAt: "m7" })).toEqual(["pre 8", "post 8", "pre 9"]);
});

test("R18: the last millisecond of 23:59 is still time, the next is not", () => {
  expect(names({ now: new Date("2024-02-05T23:59:59.999-05:00") })[0]).toBe("pre 7");
  expect(names({ now: new Date("2024-02-06T00:00:00-05:00") })[0]).toBe("post 7");
});

test("an extension brings a duty back with its own deadline, a waiver takes one away", () => {
  const extendedTo = new Date("2024-02-06T12:00:00-05:00");
  const extended = { meetingId: "m5", assignment: "post" as const, waived: false, extendedTo };
  expect(names({ exceptions: [extended] })).toEqual(["pre 7", "post 5", "post 7"]);
  expect(next({ exceptions: [extended] })[1]?.window).toEqual({ state: "open", dueAt: extendedTo });
  const waived = { meetingId: "m7", assignment: "pre" as const, waived: true, extendedTo: null };
  expect(names({ exceptions: [waived] })[0]).toBe("post 7");
});

test("with late credits, what is late stays a duty as long as a credit admits it, and says its cost", () => {
  const rules = { lateCredits: { perStudent: 2, hoursEach: 24 } };
  const now = new Date("2024-02-06T10:00:00-05:00");
  const [first] = next({ rules, now });
  expect(first?.duty).toMatchObject({ assignment: "pre", meetingNumber: 7 });
  expect(first?.window).toMatchObject({ state: "late", creditsNeeded: 1, creditsLeft: 2 });
  expect(names({ rules, now, creditsUsed: 2 })[0]).toBe("post 7");
});

test("after the last deadline nothing is left", () => {
  expect(names({ now: new Date("2024-04-19T00:00:00-04:00") })).toEqual([]);
});
