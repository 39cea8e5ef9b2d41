import {
  divideFractions,
  formatFraction,
  formatWeight,
  fraction,
  multiplyFractions,
} from "@/policy/fractions";
import { formatPoints, formatTotal, type CourseTotal, type GradePart } from "@/policy/grades";
import type { PresentationStanding, SeriesStanding } from "@/policy/standings";
import type { AssignmentRule, Fraction, Syllabus } from "@/policy/syllabus";
import { counted } from "@/policy/wording";

/** The parts of the grade, as headings say them. */
export const partWords: Record<GradePart, string> = {
  pre: "Pre-assignments",
  post: "Post-assignments",
  presentation: "Presentation",
  project: "Project",
};

/** A total in hundredths, as points out of its most: "18.33". */
export function totalWords(total: Fraction | null, none = "nothing yet"): string {
  return total === null ? none : formatTotal(total);
}

/** Points exactly and, where that is a fraction, rounded as well: "55/3 = 18.33". */
function exactPoints(total: Fraction): string {
  const exact = formatWeight(divideFractions(total, fraction(100)));
  const rounded = formatTotal(total);
  return exact === rounded ? exact : `${exact} = ${rounded}`;
}

/** Why a series has the total that it has: the formula with this student's numbers, a sentence each. */
export function whySeries(series: SeriesStanding, rule: AssignmentRule): string[] {
  const { assessed, waived, counted: days, known, dropped, soFar, floor, ceiling } = series;
  const outOf = formatPoints(series.outOf);
  if (days === 0) return ["Every day is waived, so this part does not count."];
  const without = waived === 0 ? "" : ` − ${waived} waived`;
  const words = [
    `${assessed} days are assessed. Of them the best ${assessed}${without} − ${rule.dropLowest} dropped = ${days} count, scaled to ${outOf}.`,
  ];
  if (soFar === null || floor === null || ceiling === null) {
    return [...words, "No day is known yet."];
  }
  const [points, full] = [series.pointsSoFar, series.fullPointsSoFar].map(formatPoints);
  return [
    ...words,
    `So far ${counted(known, "day is", "days are")} known, ${dropped} of them dropped: ${points} of ${full} points × ${outOf} = ${exactPoints(soFar)}.`,
    `With nothing more it would be ${formatPoints(series.points)} of ${formatPoints(series.fullPoints)} × ${outOf} = ${exactPoints(floor)}.`,
    `With full marks for all that is open it would be ${exactPoints(ceiling)}.`,
  ];
}

/** Why a presentation has its points. */
export function whyPresentation(
  { grade, bonus, total, outOf }: PresentationStanding,
  { multiplier }: Syllabus["presentation"],
): string {
  if (grade === null || total === null) return "It has not been released yet.";
  const sum = grade.aspects === null ? null : grade.aspects.join(" + ");
  const base = sum === null ? formatPoints(grade.score ?? 0) : `(${sum}) × ${multiplier}`;
  const extra = bonus === 0 ? "" : ` + ${formatPoints(bonus)} bonus`;
  return `${base}${extra} = ${formatPoints(total)} of ${formatPoints(outOf)}.`;
}

/** The sum behind one of the three numbers of the course: each known share by its weight, scaled up to all of it. */
export function whyCourse(course: CourseTotal | null): string {
  if (course === null) return "Nothing is known yet.";
  const sum = course.terms
    .map(({ weight, share }) => `${formatWeight(weight)} × ${formatWeight(share)}`)
    .join(" + ");
  const weights = course.terms.map(({ weight }) => formatWeight(weight)).join(" + ");
  const scaled = course.isScaledUp ? `(${sum}) ÷ (${weights})` : sum;
  return `${scaled} = ${formatWeight(course.total)} = ${courseWords(course)}`;
}

/**
 * A share of the grade as a percentage, rounded here and nowhere before, always to two decimals so that one stands
 * under the other: "91.67 %".
 */
export function percentWords(share: Fraction | null): string {
  if (share === null) return "–";
  const [whole = "", decimals = ""] = formatFraction(multiplyFractions(share, fraction(100))).split(
    ".",
  );
  return `${whole}.${decimals.padEnd(2, "0")} %`;
}

/** The total of the course as a percentage. */
export function courseWords(course: CourseTotal | null): string {
  return percentWords(course?.total ?? null);
}
