import {
  addFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  sumFractions,
} from "./fractions";
import { shareOf } from "./grades";
import type { MeetingFacts } from "./meetings";
import type { GradeFacts } from "./score-facts";
import { partOutOf, type Fraction, type PresentationRule, type ProjectPart } from "./syllabus";

/** A presentation of a student. Hundredths; `total` is the score with the bonus, which may exceed `outOf` (R16). */
export interface PresentationSummary {
  meeting: MeetingFacts;
  grade: GradeFacts | null;
  bonus: number;
  total: number | null;
  outOf: number;
}

/** Points that staff give by hand: a mark, or a part of work that each student does alone. */
export interface HandGradeSummary {
  key: string;
  name: string;
  grade: GradeFacts | null;
  /** Hundredths. */
  outOf: number;
}

/** How something stands now, with nothing more, and with full marks for all that is open; null is not known. */
export interface Outlook<Value = Fraction> {
  soFar: Value | null;
  floor: Value | null;
  ceiling: Value | null;
}

/** A part of the grade in hundredths of its points. */
export interface PartPoints extends Outlook {
  outOf: number;
  /** Days that may still be dropped; null where none ever is. */
  dropsLeft: number | null;
}

/**
 * The points of a student's presentations: the mean of them, of as many as each student gives at least (R13). What is
 * not held or not graded counts 0 for the floor and full marks for the ceiling.
 */
export function presentationPoints(
  presentations: readonly PresentationSummary[],
  { outOf, perStudent }: Pick<PresentationRule, "outOf" | "perStudent">,
): PartPoints {
  const graded = presentations.flatMap(({ total }) => (total === null ? [] : [total]));
  const open = presentations.filter(({ total }) => total === null);
  const wanted = Math.max(perStudent.least, presentations.length);
  const earned = graded.reduce((sum, total) => sum + total, 0);
  const most =
    open.reduce((sum, { bonus }) => sum + outOf + bonus, 0) +
    (wanted - presentations.length) * outOf;
  return {
    soFar: graded.length === 0 ? null : fraction(earned, graded.length),
    floor: fraction(earned, wanted),
    ceiling: fraction(earned + most, wanted),
    outOf,
    dropsLeft: null,
  };
}

/** The points of a mark: what was given, and all of it while nothing is. */
export function markPoints({ grade, outOf }: HandGradeSummary): PartPoints {
  const known = grade?.score == null ? null : fraction(grade.score);
  return {
    soFar: known,
    floor: known ?? fraction(0),
    ceiling: known ?? fraction(outOf),
    outOf,
    dropsLeft: null,
  };
}

/** The points of a project whose parts are graded one by one, each by its percent; a team's has none yet. */
export function projectPoints(
  graded: readonly HandGradeSummary[],
  parts: readonly ProjectPart[],
): PartPoints {
  const known = parts.flatMap(({ key, percent }) => {
    const score = graded.find((part) => part.key === key)?.grade?.score;
    return score == null ? [] : [{ percent, points: fraction(score) }];
  });
  const percent = known.reduce((sum, part) => sum + part.percent, 0);
  const earned = sumFractions(
    known.map((part) => multiplyFractions(part.points, fraction(part.percent, 100))),
  );
  return {
    soFar: percent === 0 ? null : divideFractions(earned, fraction(percent, 100)),
    floor: earned,
    ceiling: addFractions(earned, fraction((100 - percent) * partOutOf, 100)),
    outOf: partOutOf,
    dropsLeft: null,
  };
}

/** The same as shares of all of it. */
export function sharesOf({ soFar, floor, ceiling, outOf }: PartPoints): Outlook {
  const share = (total: Fraction | null) => (total === null ? null : shareOf(total, outOf));
  return { soFar: share(soFar), floor: share(floor), ceiling: share(ceiling) };
}
