import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { compareFractions, fraction } from "./fractions";
import { courseTotal, formatTotal, seriesTotal, type ScoreRow, type SeriesRule } from "./grades";
import { gradableSeries } from "./grading";
import { checkScore } from "./scoring";
import type { Fraction } from "./syllabus";
import { meeting, pre } from "./test-course";

/** Four levels worth 0, 70, 85 and 100 % of a point. */
const scale = [
  { label: "0", points: 0 },
  { label: "1", points: 70 },
  { label: "2", points: 85 },
  { label: "3", points: 100 },
];
const rule: SeriesRule = { scale, outOf: 10_000, dropLowest: 1, presenterGets: 85 };

/** Scores in hundredths; null is not known yet, "automatic" the own presentation, "waived" one that does not count. */
function rowsOf(scores: readonly (number | null | "automatic" | "waived")[]): ScoreRow[] {
  return scores.map((score, index) => {
    const meetingId = `m${index + 1}`;
    if (score === "automatic" || score === "waived")
      return { meetingId, state: score, score: null };
    return { meetingId, state: score === null ? "upcoming" : "scored", score };
  });
}

const totalOf = (...scores: (number | null | "automatic" | "waived")[]) =>
  seriesTotal(rowsOf(scores), rule);
const shown = (total: Fraction | null) => (total === null ? null : formatTotal(total));

test("a scale of four levels worth 0, 70, 85 and 100 %: the lowest is dropped, the rest scaled", () => {
  const total = totalOf(70, 85, 100, 0);
  expect(total.rows.map(({ isDropped }) => isDropped)).toEqual([false, false, false, true]);
  expect(total).toMatchObject({ counted: 3, points: 255, fullPoints: 300 });
  expect(shown(total.total)).toBe("85");
  expect(shown(totalOf(70, 70).total)).toBe("70");
  expect(total.total).toEqual(fraction(255 * 10_000, 300));
});

test("what is open may reach the highest level, and no more", () => {
  const total = totalOf(70, 85, null, null);
  expect([shown(total.soFar), shown(total.floor), shown(total.ceiling)]).toEqual([
    "85",
    "51.67",
    "95",
  ]);
});

test("a presenter's points need not be a full score; an exemption does not count", () => {
  expect(shown(totalOf("automatic", 0).total)).toBe("85");
  expect(totalOf("automatic", 0).rows[0]?.points).toBe(85);
  expect(totalOf("waived", 70, 85)).toMatchObject({ waived: 1, counted: 1 });
  expect(shown(totalOf("waived", 70, 85).total)).toBe("85");
});

test("a grader chooses one of the levels, and nothing in between", () => {
  const gradable = gradableSeries({ ...pre, scale }, meeting(7));
  expect(gradable.full).toBe(100);
  for (const { points } of scale) expect(checkScore(points, gradable)).toBe(points);
  for (const wrong of [1, 2, 71, 99, 200]) {
    expect(() => checkScore(wrong, gradable)).toThrow("gets 0, 1, 2 or 3. Choose one of them.");
  }
});

/** A scale of two to six levels from 0 up, a rule over it, and days by the place of their level (null: unknown). */
const anyRule = fc
  .record({
    steps: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }),
    dropLowest: fc.integer({ min: 0, max: 5 }),
    outOf: fc.constantFrom(2000, 10_000, 333),
  })
  .map(({ steps, dropLowest, outOf }): SeriesRule => {
    const levels = steps.map((_, index) =>
      steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0),
    );
    return {
      scale: [0, ...levels].map((points, index) => ({ label: String(index), points })),
      dropLowest,
      outOf,
      presenterGets: "nothing",
    };
  });
const anyDays = fc.array(fc.option(fc.nat({ max: 5 }), { freq: 3 }), {
  minLength: 1,
  maxLength: 20,
});
const scoresIn = (of: SeriesRule, days: readonly (number | null)[]) =>
  days.map((level) => (level === null ? null : (of.scale[level % of.scale.length]?.points ?? 0)));
const notLower = (after: Fraction | null, before: Fraction | null) =>
  before === null || (after !== null && compareFractions(after, before) >= 0);

test("property: raising a score never lowers a total, with any scale", () => {
  fc.assert(
    fc.property(anyRule, anyDays, fc.nat(), fc.nat(), (of, days, place, better) => {
      const scores = scoresIn(of, days);
      const at = place % scores.length;
      const was = scores[at];
      const raised = of.scale[better % of.scale.length]?.points ?? 0;
      fc.pre(was != null && raised >= was);
      const before = seriesTotal(rowsOf(scores), of);
      const after = seriesTotal(rowsOf(scores.with(at, raised)), of);
      return (["total", "soFar", "floor", "ceiling"] as const).every((number) =>
        notLower(after[number], before[number]),
      );
    }),
    { numRuns: 1000 },
  );
});

test("property: floor ≤ whatever comes ≤ ceiling, with any scale, and so far is neither below 0 nor above it all", () => {
  fc.assert(
    fc.property(anyRule, anyDays, fc.nat(), (of, days, outcome) => {
      const scores = scoresIn(of, days);
      const total = seriesTotal(rowsOf(scores), of);
      const final = seriesTotal(
        rowsOf(scores.map((score) => score ?? of.scale[outcome % of.scale.length]?.points ?? 0)),
        of,
      );
      return (
        notLower(final.total, total.floor) &&
        notLower(total.ceiling, final.total) &&
        notLower(fraction(of.outOf), total.ceiling) &&
        notLower(total.floor, fraction(0)) &&
        (total.soFar === null || notLower(fraction(of.outOf), total.soFar)) &&
        (final.total === null ||
          [final.soFar, final.floor, final.ceiling].every(
            (number) => number !== null && compareFractions(number, final.total ?? number) === 0,
          ))
      );
    }),
    { numRuns: 1000 },
  );
});

test("property: the course lies between its lowest and its highest part, whatever the weights", () => {
  const parts = fc.array(
    fc.record({ share: fc.nat({ max: 100 }), weight: fc.integer({ min: 1, max: 50 }) }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(parts, (all) => {
      const shares = all.map(({ share }) => fraction(share, 100));
      const total = courseTotal(
        all.map(({ share, weight }) => ({
          share: fraction(share, 100),
          weight: fraction(weight, 100),
        })),
      )?.total;
      if (total === undefined) return false;
      return (
        shares.some((share) => compareFractions(total, share) >= 0) &&
        shares.some((share) => compareFractions(share, total) >= 0)
      );
    }),
  );
});
