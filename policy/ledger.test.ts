import { expect, test } from "@playwright/test";
import { nextDuties } from "./ledger";
import type { ExceptionFacts } from "./assignments";
import { gradeSummaryOf } from "./grade-summary";
import type { SubmissionFacts } from "./score-facts";
import type { Syllabus } from "./syllabus";
import { meetings, syllabus, zone } from "./test-course";

const monday = new Date("2024-02-05T16:00:00-05:00");
const sunday = new Date("2024-02-04T12:00:00-05:00");

/** A version handed in on Sunday, in time for everything from meeting 7 on. */
function text(work: string, number: number, more: Partial<SubmissionFacts> = {}) {
  const id = `${work} ${number}`;
  const arrival = { submittedAt: sunday, dueAtReceipt: sunday, creditsCharged: 0 };
  return { id, assignmentId: `m${number} ${work}`, version: 1, ...arrival, ...more };
}

function except(
  work: string,
  number: number,
  kind: ExceptionFacts["kind"],
  extendedTo: Date | null = null,
): ExceptionFacts {
  const id = `${work} ${number}`;
  return { id, assignmentId: `m${number} ${work}`, kind, extendedTo, reason: null };
}

function next(
  options: {
    now?: Date;
    submissions?: SubmissionFacts[];
    presentsAt?: string[];
    exceptions?: ExceptionFacts[];
    rules?: Partial<Syllabus>;
  } = {},
) {
  const { now = monday, submissions = [], presentsAt = [], exceptions = [] } = options;
  const rules = { ...syllabus, ...options.rules };
  const who = { enrolmentId: "e-ada", name: "Ada", units: 12, grades: [] };
  const course = { meetings, syllabus: rules, assignments: [], zone, now };
  const facts = { ...who, presentsAt, submissions, exceptions };
  return nextDuties(gradeSummaryOf(facts, course, "released").series, submissions, course);
}
const names = (options?: Parameters<typeof next>[0]) =>
  next(options)
    .slice(0, 3)
    .map(({ series, meeting }) => `${series.key} ${meeting.number}`);

test("feature 45: the next duties, by the personal deadline", () => {
  expect(names()).toEqual(["pre 7", "post 7", "pre 8"]);
  expect(names({ submissions: [text("pre", 7)] })).toEqual(["post 7", "pre 8", "post 8"]);
  expect(names({ presentsAt: ["m7"] })).toEqual(["pre 8", "post 8", "pre 9"]);
});

test("R18: the last millisecond of 23:59 is still time, the next is not", () => {
  expect(names({ now: new Date("2024-02-05T23:59:59.999-05:00") })[0]).toBe("pre 7");
  expect(names({ now: new Date("2024-02-06T00:00:00-05:00") })[0]).toBe("post 7");
});

test("an extension brings a duty back with its own deadline, a waiver takes one away", () => {
  const extendedTo = new Date("2024-02-06T12:00:00-05:00");
  const extended = except("post", 5, "extended", extendedTo);
  expect(names({ exceptions: [extended] })).toEqual(["pre 7", "post 5", "post 7"]);
  expect(next({ exceptions: [extended] })[1]?.window).toEqual({ state: "open", dueAt: extendedTo });
  expect(names({ exceptions: [except("pre", 7, "waived")] })[0]).toBe("post 7");
  expect(names({ exceptions: [except("pre", 7, "excused")] })[0]).toBe("post 7");
});

test("with late credits, what is late stays a duty as long as a credit admits it, and says its cost", () => {
  const rules = { lateCredits: { perStudent: 2, hoursEach: 24, series: ["pre", "post"] } };
  const now = new Date("2024-02-06T10:00:00-05:00");
  const [first] = next({ rules, now });
  expect(first).toMatchObject({ series: { key: "pre" }, meeting: { number: 7 } });
  expect(first?.window).toMatchObject({ state: "late", creditsNeeded: 1, creditsLeft: 2 });
  // Two days late for class 6, whose pre-assignment was due on Wednesday 31 January: both credits are gone.
  const submittedAt = new Date("2024-02-02T12:00:00-05:00");
  const spent = text("pre", 6, { submittedAt, creditsCharged: 2 });
  expect(names({ rules, now, submissions: [spent] })[0]).toBe("post 7");
});

test("after the last deadline nothing is left", () => {
  expect(names({ now: new Date("2024-04-19T00:00:00-04:00") })).toEqual([]);
});
