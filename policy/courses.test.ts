import { expect, test } from "@playwright/test";
import { checkSyllabus, termWarnings } from "./courses";
import type { ProjectPart, Series, Syllabus } from "./syllabus";
import { meetings, post, pre, syllabus } from "./test-course";

const project = syllabus.project ?? missing();
const team = project.team ?? missing();

function missing(): never {
  throw new Error("The course has two sets of weights and a project.");
}

function withPart(index: number, change: Partial<ProjectPart>): Syllabus {
  const parts = project.parts.map((part, n) => (n === index ? { ...part, ...change } : part));
  return { ...syllabus, project: { ...project, parts } };
}

const withPre = (change: Partial<Series>): Syllabus => ({
  ...syllabus,
  series: [{ ...pre, ...change }, post],
});

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
  const rounded = { units: 6, of: { pre: percent, post: percent, presentation: percent } };
  refused(
    { ...syllabus, weights: [rounded, twelve] },
    "weights.0.of",
    "The weights at 6 units sum to 99/100 (99 %), not to 1. Change one of them.",
  );
  refused({ ...syllabus, weights: [six] }, "weights", "12 units need exactly one set");
  refused({ ...syllabus, weights: [six, six, twelve] }, "weights", "exactly one set");
  refused(
    { ...syllabus, project: null },
    "weights.1.of",
    "The weights at 12 units count “project”, which is not work of this course. It has: pre, post, presentation.",
  );
  const negative = {
    units: 6,
    of: {
      pre: { numerator: -1, denominator: 3 },
      post: { numerator: 1, denominator: 1 },
      presentation: { numerator: 1, denominator: 3 },
    },
  };
  refused(
    { ...syllabus, weights: [negative, twelve] },
    "weights.0.of",
    "negative, or has a denominator of 0",
  );
});

test("R31: project parts sum to 100; a save that does not is refused", () => {
  refused(withPart(0, { percent: 6 }), "project.parts", "sum to 101 %, not to 100 %");
  refused(withPart(5, { percent: 29 }), "project.parts", "sum to 99 %, not to 100 %");
});

test("R28: the deck says Feb 30th: refused with an explanation", () => {
  refused(
    withPart(1, { due: "2024-02-30" }),
    "project.parts.1",
    "30 February 2024 does not exist: February 2024 has 29 days.",
  );
  refused(withPart(4, { dates: ["2024-04-31"] }), "project.parts.4", "April 2024 has 30 days");
  refused(
    { ...syllabus, project: { ...project, team: { ...team, formedBy: "2024-01-32" } } },
    "project.team",
    "January 2024 has 31 days",
  );
});

test("numbers that make no sense are refused", () => {
  refused(withPre({ dropLowest: -1 }), "series.0.dropLowest", "lowest dropped");
  refused(
    {
      ...syllabus,
      series: [
        pre,
        {
          ...post,
          presenterGets: "nothing",
          scale: [
            { label: "0", points: 0 },
            { label: "1", points: 0 },
          ],
        },
      ],
    },
    "series.1.scale",
    "the level “1” is worth no more than “0”",
  );
  refused(
    withPre({ presenterGets: 101 }),
    "series.0.presenterGets",
    "presenters get between 0 and the full score, which is 1",
  );
  refused(
    withPre({ due: { daysAfter: -1, time: "24:00" } }),
    "series.0.due",
    "24:00 is not a time of day",
  );
  refused(
    { ...syllabus, project: { ...project, team: { ...team, least: 4, most: 2 } } },
    "project.team",
    "Largest team",
  );
  refused(withPart(0, { percent: 4.5 }), "project.parts.0", "a whole number of percent");
  refused({ ...syllabus, unitOptions: [6, 6] }, "unitOptions", "once");
  refused(
    { ...syllabus, lateCredits: { perStudent: 0, hoursEach: 24, series: ["pre"] } },
    "lateCredits.perStudent",
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
  expect(
    termWarnings({ ...syllabus, series: [pre, { ...post, declared: 4 }] }, meetings.slice(0, 3)),
  ).toEqual(
    expect.arrayContaining([
      "The rules announce 23 meetings with “Pre-assignment”, but the schedule has 3.",
      "The rules announce 4 meetings with “Post-assignment”, but the schedule has 3.",
      "The lowest 3 pre-assignments are dropped, but only 3 are scheduled.",
      "“Project hours 1” is announced for Thursday 22 February 2024, but the schedule has no project day then.",
    ]),
  );
});
