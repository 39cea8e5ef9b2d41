import { expect, test } from "@playwright/test";
import { checkSyllabus } from "./courses";
import { Refusal, refusalsIn } from "./refusal";
import type { PresentationRule, Series, Syllabus } from "./syllabus";
import { presentation, response, syllabus } from "./test-course-f2018";

/** The fields beside which the rules are refused, with what is said there. */
function refusals(changed: Partial<Syllabus>): [string | undefined, string][] {
  try {
    checkSyllabus({ ...syllabus, ...changed });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalsIn(error).map(({ field, message }) => [field, message]);
  }
  return [];
}

function refused(changed: Partial<Syllabus>, field: string, words: string) {
  expect(refusals(changed), words).toEqual([[field, expect.stringContaining(words)]]);
}

const withResponse = (change: Partial<Series>) => ({ series: [{ ...response, ...change }] });
const withTalk = (change: Partial<PresentationRule>) => ({
  presentation: { ...presentation, ...change },
});
const level = (label: string, points: number) => ({ label, points });

test("a series that contradicts itself is refused beside the very line", () => {
  const cases: [Partial<Series>, string, string][] = [
    [{ name: " " }, "series.0.name", "a name and a short name"],
    [{ shortName: "" }, "series.0.name", "a name and a short name"],
    [{ due: { daysAfter: 0, time: "11.00" } }, "series.0.due", "This is not a time."],
    [{ due: { daysAfter: 0.5, time: "11:00" } }, "series.0.due", "a whole number of days"],
    [{ asksFor: "" }, "series.0.asksFor", "say in a sentence what is asked for"],
    [{ prompts: [] }, "series.0.prompts", "at least one prompt"],
    [{ prompts: [{ label: " ", hint: "" }] }, "series.0.prompts", "at least one prompt"],
    [
      { prompts: [1, 2].map(() => ({ label: "Twice", hint: "" })) },
      "series.0.prompts",
      "a different label for each",
    ],
    [{ questions: { least: -1, most: 2 } }, "series.0.questions", "least questions"],
    [{ questions: { least: 3, most: 2 } }, "series.0.questions", "at least 3, not 2"],
    [{ length: { unit: "words", least: 0, most: 9 } }, "series.0.length", "shortest text"],
    [{ length: { unit: "words", least: 9, most: 8 } }, "series.0.length", "at least 9, not 8"],
    [{ scale: [level("1", 100)] }, "series.0.scale", "at least two levels"],
    [{ scale: [level("a", 0), level("a", 100)] }, "series.0.scale", "a label of its own"],
    [{ scale: [level("0", 0), level("1", 0.5)] }, "series.0.scale", "at most two decimals"],
    [{ scale: [level("1", 100), level("0", 0)] }, "series.0.scale", "lowest to the highest"],
    [{ outOf: 0 }, "series.0.outOf", "points above 0"],
    [{ dropLowest: -1 }, "series.0.dropLowest", "lowest dropped"],
    [{ passes: 1.5 }, "series.0.passes", "free passes"],
    [{ presenterGets: 101 }, "series.0.presenterGets", "the full score, which is 1"],
    [{ presenterGets: -1 }, "series.0.presenterGets", "between 0 and"],
  ];
  for (const [change, field, words] of cases) refused(withResponse(change), field, words);
  expect(refusals(withResponse({ presenterGets: 100 }))).toEqual([]);
});

test("two works of one address are refused, and keys that an address cannot have", () => {
  refused(
    { marks: syllabus.marks.map((mark) => ({ ...mark, outOf: 0 })) },
    "marks.0.outOf",
    "points above 0",
  );
  const weights = (key: string) =>
    syllabus.weights.map(({ units, of: { participation, ...of } }) => ({
      units,
      of: { ...of, ...(participation === undefined ? {} : { [key]: participation }) },
    }));
  const markCalled = (key: string) => ({
    marks: syllabus.marks.map((mark) => ({ ...mark, key })),
    weights: weights(key),
  });
  refused(markCalled("first-post"), "project.parts.0.key", "“first-post” is taken already");
  refused(markCalled("Participation"), "marks.0.key", "cannot be part of an address");
  refused(markCalled("a".repeat(41)), "marks.0.key", "up to 40");
  refused(
    markCalled("response-8"),
    "marks.0.key",
    "would have the address of “response” at a meeting",
  );
  refused(markCalled("presentation-8"), "marks.0.key", "the address of “presentation”");
  expect(refusals(markCalled("response-b"))).toEqual([]);
});

test("presentations that cannot be are refused", () => {
  const cases: [Partial<PresentationRule>, string, string][] = [
    [{ seats: 0 }, "presentation.seats", "Seats of a discussion"],
    [{ perStudent: { least: 0, most: 1 } }, "presentation.perStudent", "at least 1, not 0"],
    [{ perStudent: { least: 3, most: 2 } }, "presentation.perStudent", "at least 3, not 2"],
    [{ outOf: 9000 }, "presentation.outOf", "The rubric gives at most 100 points"],
    [{ multiplier: 0 }, "presentation.multiplier", "a multiplier above 0"],
    [{ aspects: [] }, "presentation.aspects", "at least one aspect"],
    [
      { slidesDue: { daysAfter: 0, time: "1 pm" } },
      "presentation.slidesDue",
      "This is not a time.",
    ],
    [
      { finalSlidesDue: { daysAfter: 0, time: "24:00" } },
      "presentation.finalSlidesDue",
      "24:00 is not a time of day",
    ],
    [
      { slidesDue: { daysAfter: -0.5, time: "12:00" } },
      "presentation.slidesDue",
      "a whole number of days",
    ],
    [
      { signUp: { opensAfterMeeting: 1, closes: { date: "2018-11-31", time: "23:59" } } },
      "presentation.signUp",
      "November 2018 has 30 days",
    ],
  ];
  for (const [change, field, words] of cases) refused(withTalk(change), field, words);
});

test("R24: weights count each work by its key; what is left out counts nothing, what is unknown is refused", () => {
  const [five] = syllabus.weights;
  if (five === undefined) throw new Error("There are weights for 5 units.");
  const { participation: _participation, ...others } = five.of;
  refused({ weights: [{ units: 5, of: others }] }, "weights.0.of", "sum to ⅘ (80 %), not to 1");
  refused(
    { weights: [{ units: 5, of: { ...others, attendance: { numerator: 1, denominator: 5 } } }] },
    "weights.0.of",
    "“attendance”, which is not work of this course. It has: response, presentation, participation, project.",
  );
  refused({ presentation: null }, "weights.0.of", "count “presentation”");
  expect(refusals({ weights: [] })[0]?.[0]).toBe("weights");
  refused(
    { weights: [five, { ...five, units: 6 }] },
    "weights.1",
    "weights for 6 units, which the course does not offer",
  );
});

test("late credits for a series that there is not are refused", () => {
  refused(
    { lateCredits: { perStudent: 4, hoursEach: 24, series: ["pre"] } },
    "lateCredits.series",
    "no series has that key",
  );
});
