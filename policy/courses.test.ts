import { expect, test } from "@playwright/test";
import { checkSyllabus, termWarnings } from "./courses";
import { meetings, syllabus } from "./test-course";
import type { ProjectPart, Syllabus } from "./syllabus";

const project = syllabus.project ?? missing();

function missing(): never {
  throw new Error("The course has two sets of weights and a project.");
}

function withPart(index: number, change: Partial<ProjectPart>): Syllabus {
  const parts = project.parts.map((part, n) => (n === index ? { ...part, ...change } : part));
  return { ...syllabus, project: { ...project, parts } };
}

function refused(changed: Syllabus, field: string, words: string): void {
  const attempt = () => {
    checkSyllabus(changed);
  };
  expect(attempt).toThrow(words);
  expect(attempt).toThrow(expect.objectContaining({ field }));
}

test("the course's own rules hold together", () => {
  checkSyllabus(syllabus);
  expect(termWarnings(syllabus, meetings)).toEqual([]);
});

test("R24: weights sum to exactly 1: 33+33+33 is 99", () => {
  const percent = { numerator: 33, denominator: 100 };
  const [six, twelve] = syllabus.weights;
  if (six === undefined || twelve === undefined) return missing();
  const rounded = { units: 6, pre: percent, post: percent, presentation: percent, project: null };
  refused(
    { ...syllabus, weights: [rounded, twelve] },
    "weights-6",
    "The weights at 6 units sum to 99/100, not to 1. Change one of them.",
  );
  refused({ ...syllabus, weights: [six] }, "weights-12", "12 units need exactly one set");
  refused({ ...syllabus, weights: [six, six, twelve] }, "weights-6", "exactly one set");
  refused({ ...syllabus, project: null }, "weights-12", "count a project, but there is none");
  const negative = {
    units: 6,
    pre: { numerator: -1, denominator: 3 },
    post: { numerator: 1, denominator: 1 },
    presentation: { numerator: 1, denominator: 3 },
    project: null,
  };
  refused({ ...syllabus, weights: [negative, twelve] }, "weights-6", "not a positive fraction");
});

test("R31: project parts sum to 100; a save that does not is refused", () => {
  refused(withPart(0, { percent: 6 }), "project", "sum to 101 %, not to 100 %");
  refused(withPart(5, { percent: 29 }), "project", "sum to 99 %, not to 100 %");
});

test("R28: the deck says Feb 30th: refused with an explanation", () => {
  refused(
    withPart(1, { due: "2024-02-30" }),
    "project-2",
    "30 February 2024 does not exist: February 2024 has 29 days.",
  );
  refused(withPart(4, { dates: ["2024-04-31"] }), "project-5", "April 2024 has 30 days");
  refused(
    { ...syllabus, project: { ...project, teamsFormedBy: "2024-01-32" } },
    "teamsFormedBy",
    "January 2024 has 31 days",
  );
});

test("numbers that make no sense are refused", () => {
  refused({ ...syllabus, pre: { ...syllabus.pre, dropLowest: -1 } }, "pre", "lowest dropped");
  refused({ ...syllabus, post: { ...syllabus.post, pointsEach: 0 } }, "post", "at least 1, not 0");
  refused(
    { ...syllabus, pre: { ...syllabus.pre, presenterGets: 101 } },
    "pre",
    "presenters cannot get more than a full score",
  );
  refused(
    { ...syllabus, pre: { ...syllabus.pre, due: { daysAfter: -1, time: "24:00" } } },
    "pre",
    "24:00 is not a time of day",
  );
  refused(
    { ...syllabus, project: { ...project, teamSize: { least: 4, most: 2 } } },
    "teamSize",
    "Largest team",
  );
  refused({ ...syllabus, unitOptions: [6, 6] }, "unitOptions", "once");
  refused(
    { ...syllabus, lateCredits: { perStudent: 0, hoursEach: 24 } },
    "lateCredits",
    "at least 1, not 0",
  );
});

test("R21: the declared number of days is checked against the schedule", () => {
  const cancelled = meetings.map((each) =>
    each.number === 7 ? { ...each, isCancelled: true } : each,
  );
  expect(termWarnings(syllabus, cancelled)).toEqual([
    "The rules announce 23 assessed days, but the schedule has 22.",
  ]);
});

test("a term with more drops than days, or a project day off the schedule, is pointed out", () => {
  expect(termWarnings({ ...syllabus, declaredAssessedDays: 3 }, meetings.slice(0, 3))).toEqual(
    expect.arrayContaining([
      "The lowest 3 pre-assignments are dropped, but only 3 are scheduled.",
      "“Project hours 1” is announced for Thursday 22 February 2024, but the schedule has no project day then.",
    ]),
  );
});
