import {
  compareFractions,
  divideFractions,
  formatFraction,
  fraction,
  multiplyFractions,
  sumFractions,
} from "./fractions";
import { Refusal } from "./refusal";
import { fullPoints, type Fraction, type Series, type Syllabus, type Weights } from "./syllabus";

/**
 * How a day stands in a series. Four of the states are easily confused and stay distinct: `scored` (perhaps with 0),
 * `missing` (due, and nothing there: counts 0), `waived` (does not count), `automatic` (the day of the own presentation).
 * `awaiting` is handed in but not released and `upcoming` is not due yet: what they will be is unknown.
 */
export type RowState = "scored" | "automatic" | "missing" | "waived" | "awaiting" | "upcoming";

/** What a series needs for its total. */
export type SeriesRule = Pick<Series, "scale" | "outOf" | "dropLowest" | "presenterGets">;

/** One assessed day of one student. */
export interface ScoreRow {
  meetingId: string;
  state: RowState;
  /** Hundredths; of a released grade, and only of `scored` rows. An automatic point comes from the rule. */
  score: number | null;
}

/** The same, and what the series makes of it. */
export interface CountedRow extends ScoreRow {
  /** What the day is worth, in hundredths; null where that is not known, or it is waived. */
  points: number | null;
  isDropped: boolean;
}

/** A whole series. Totals are hundredths scaled to `outOf`, exactly; null where there is nothing to count. */
export interface SeriesTotal {
  /** Days in the series (n), and those of them that are waived (w). */
  assessed: number;
  waived: number;
  /** How many days count in the end: the best n − w − drops, at least one; 0 when all are waived. */
  counted: number;
  rows: CountedRow[];
  /** Days that are known so far, those of them that are dropped, and how many more may still be. */
  known: number;
  dropped: number;
  dropsLeft: number;
  /** What the known days that are not dropped have brought, in hundredths before scaling, and could have at most. */
  pointsSoFar: number;
  fullPointsSoFar: number;
  /** The sum of the best days known so far, in hundredths, before scaling. */
  points: number;
  /** What `points` can be at most. */
  fullPoints: number;
  outOf: number;
  /** The final total: null as long as a day is unknown. */
  total: Fraction | null;
  /** If the term ended with what is known; null before the first known day. */
  soFar: Fraction | null;
  /** With 0 for everything unknown. */
  floor: Fraction | null;
  /** With full marks for everything unknown. */
  ceiling: Fraction | null;
}

/** What a presenter gets for a series, in hundredths; 0 where that is no number (R22). */
export function pointsForPresenting({ presenterGets }: Pick<Series, "presenterGets">): number {
  return typeof presenterGets === "number" ? presenterGets : 0;
}

/** Which state a day is in for a student, from the facts: duty, hand-in, released score, deadline (R21, R22). */
export function scoreRow(facts: {
  meetingId: string;
  duty: "due" | "automatic" | "waived";
  /** Whether there is a version that is graded. */
  isHandedIn: boolean;
  /** Hundredths; null as long as it is not released (feature 34). */
  releasedScore: number | null;
  dueAt: Date;
  now: Date;
}): ScoreRow {
  const { meetingId, duty, releasedScore } = facts;
  if (duty !== "due") return { meetingId, state: duty, score: null };
  if (releasedScore !== null) return { meetingId, state: "scored", score: releasedScore };
  if (facts.isHandedIn) return { meetingId, state: "awaiting", score: null };
  const isOver = facts.now.getTime() > facts.dueAt.getTime();
  return { meetingId, state: isOver ? "missing" : "upcoming", score: null };
}

function pointsOf(row: ScoreRow, rule: SeriesRule): number | null {
  if (row.state === "scored") {
    if (row.score === null) throw new RangeError("A scored row needs a score.");
    return row.score;
  }
  if (row.state === "automatic") return pointsForPresenting(rule);
  return row.state === "missing" ? 0 : null;
}

function sumOfBest(points: readonly number[], count: number): number {
  const best = [...points].sort((a, b) => b - a).slice(0, count);
  return best.reduce((sum, value) => sum + value, 0);
}

/**
 * The total of a series (R21): of n assessed days, w of them waived, the best n − w − drops count, never fewer than
 * one, scaled to `outOf`. A waiver never uses up a drop. When every day is waived there is nothing to count, and the
 * course total leaves the series out.
 *
 * Dropped rows are those that the drops would take if the term ended with what is known: the lowest, the earlier one
 * of equals. While days are still unknown, full marks are marked as dropped only where more than can count are known.
 */
export function seriesTotal(rows: readonly ScoreRow[], rule: SeriesRule): SeriesTotal {
  const full = fullPoints(rule);
  const waived = rows.filter((row) => row.state === "waived").length;
  const owed = rows.length - waived;
  const counted = owed === 0 ? 0 : Math.max(1, owed - rule.dropLowest);
  const worth = rows.map((row) => pointsOf(row, rule));
  const known = worth.flatMap((points, index) => (points === null ? [] : [{ points, index }]));
  const knownPoints = known.map(({ points }) => points);
  const unknown = owed - known.length;

  const drops = Math.min(owed - counted, Math.max(0, known.length - 1));
  const belowFull = knownPoints.filter((points) => points < full).length;
  const dropNow = Math.max(known.length - counted, Math.min(drops, belowFull), 0);
  const lowestFirst = [...known].sort((a, b) => a.points - b.points || a.index - b.index);
  const dropped = new Set(lowestFirst.slice(0, dropNow).map(({ index }) => index));
  const kept = known.filter(({ index }) => !dropped.has(index)).map(({ points }) => points);

  const pointsSoFar = sumOfBest(kept, kept.length);
  const points = sumOfBest(knownPoints, counted);
  const withFullMarks = Array.from({ length: unknown }, () => full);
  const scaled = (sum: number, days: number): Fraction | null =>
    days === 0 ? null : fraction(sum * rule.outOf, days * full);
  const floor = scaled(points, counted);
  return {
    assessed: rows.length,
    waived,
    counted,
    rows: rows.map(({ meetingId, state, score }, index) => ({
      meetingId,
      state,
      score,
      points: worth[index] ?? null,
      isDropped: dropped.has(index),
    })),
    known: known.length,
    dropped: dropNow,
    dropsLeft: owed - counted - dropNow,
    pointsSoFar,
    fullPointsSoFar: kept.length * full,
    points,
    fullPoints: counted * full,
    outOf: rule.outOf,
    total: unknown === 0 ? floor : null,
    soFar: scaled(pointsSoFar, kept.length),
    floor,
    ceiling: scaled(sumOfBest([...knownPoints, ...withFullMarks], counted), counted),
  };
}

/**
 * The score of a presentation, in hundredths (R23): the sum of its aspects, which are whole points as the rubric names
 * them, times the multiplier. The meeting's bonus comes on top of it (R16): 22 of 20 is legal.
 */
export function presentationScore(aspects: readonly number[], multiplier: number): number {
  return aspects.reduce((sum, points) => sum + points * 100, 0) * multiplier;
}

/** The share of its points that a part reached, from a total in hundredths: 1 is all of it, a bonus may exceed it. */
export function shareOf(total: Fraction, outOf: number): Fraction {
  return divideFractions(total, fraction(outOf));
}

/** The weights of the grade for a number of units (R5, R24). */
export function weightsFor(units: number, syllabus: Pick<Syllabus, "weights">): Weights {
  const weights = syllabus.weights.find((candidate) => candidate.units === units);
  if (weights !== undefined) return weights;
  throw new Refusal(`The syllabus has no weights for ${units} units. Add them to the rules.`);
}

/** The share reached in a part of the grade; null is a part with nothing to count, or none yet. */
export interface WeightedShare {
  share: Fraction | null;
  /** Null where the part does not count at these units. */
  weight: Fraction | null;
}

/** The total of the course, and the sum that makes it: the shares by their weights, divided by all these weights. */
export interface CourseTotal {
  total: Fraction;
  terms: { share: Fraction; weight: Fraction }[];
  /** Whether parts are left out, so that the others' weights are scaled up to 1. */
  isScaledUp: boolean;
}

/**
 * The share of the whole course, exactly (R24): each part by its weight. A part that is null is left out and the
 * weights of the others are scaled up to 1; null when there is no part at all. A bonus may exceed 1.
 */
export function courseTotal(parts: readonly WeightedShare[]): CourseTotal | null {
  const terms = parts.flatMap(({ share, weight }) =>
    share === null || weight === null || weight.numerator === 0 ? [] : [{ share, weight }],
  );
  if (terms.length === 0) return null;
  const sum = sumFractions(terms.map(({ share, weight }) => multiplyFractions(share, weight)));
  const counted = sumFractions(terms.map(({ weight }) => weight));
  return {
    total: divideFractions(sum, counted),
    terms,
    isScaledUp: compareFractions(counted, fraction(1)) !== 0,
  };
}

/** Hundredths as people write points: 1900 is "19", 1850 is "18.5". */
export function formatPoints(hundredths: number): string {
  return formatFraction(fraction(hundredths, 100));
}

/** The same with the word: "1 point", "0.5 points". */
export function pointsInWords(hundredths: number): string {
  return `${formatPoints(hundredths)} ${hundredths === 100 ? "point" : "points"}`;
}

/** A total in exact hundredths as points, rounded here and nowhere before: "19.47". */
export function formatTotal(total: Fraction, digits = 2): string {
  return formatFraction(divideFractions(total, fraction(100)), digits);
}
