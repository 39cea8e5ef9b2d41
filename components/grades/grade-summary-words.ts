import {
  divideFractions,
  formatFraction,
  formatWeight,
  fraction,
  multiplyFractions,
} from "@/policy/fractions";
import { formatPoints, formatTotal, type CourseTotal } from "@/policy/grades";
import type { PresentationSummary } from "@/policy/grade-parts";
import type { SeriesSummary } from "@/policy/grade-summary";
import { pluralName } from "@/policy/series";
import {
  presentationKey,
  projectKey,
  type Fraction,
  type PresentationRule,
  type Syllabus,
} from "@/policy/syllabus";
import { counted } from "@/policy/wording";

/** The name of a part of the grade, as headings and rows say it: "Pre-assignments", "Presentation". */
export function partName(
  { key, name }: { key: string; name: string },
  { presentation, series }: Pick<Syllabus, "presentation" | "series">,
): string {
  if (key === presentationKey) return presentationName(presentation);
  return series.some((one) => one.key === key) ? pluralName({ name }) : name;
}

/** "Presentation", or in a course where students present more than once "Presentations". */
export function presentationName(rule: PresentationRule | null): string {
  return rule !== null && rule.perStudent.most > 1 ? "Presentations" : "Presentation";
}

/** The parts that points can be named of: all but the project of teams, whose grade the portal does not know yet. */
export function pointedParts<Part extends { key: string }>(
  parts: readonly Part[],
  { project }: Pick<Syllabus, "project">,
): Part[] {
  return parts.filter(({ key }) => key !== projectKey || project?.team === null);
}

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
export function whySeries(summary: SeriesSummary): string[] {
  const { series: rule, assessed, waived, counted: days, known, dropped } = summary;
  const { soFar, floor, ceiling } = summary;
  const outOf = formatPoints(summary.outOf);
  if (days === 0) return ["Every day is waived, so this part does not count."];
  const without = waived === 0 ? "" : ` − ${waived} waived`;
  const drops = rule.dropLowest === 0 ? "" : ` − ${rule.dropLowest} dropped`;
  const count =
    drops === ""
      ? `${without === "" ? "All of them" : `${assessed}${without} = ${days}`} count`
      : `Of them the best ${assessed}${without}${drops} = ${days} count`;
  const words = [`${assessed} days are assessed. ${count}, scaled to ${outOf}.`];
  if (soFar === null || floor === null || ceiling === null) {
    return [...words, "No day is known yet."];
  }
  const [points, full] = [summary.pointsSoFar, summary.fullPointsSoFar].map(formatPoints);
  return [
    ...words,
    `So far ${counted(known, "day is", "days are")} known${rule.dropLowest === 0 ? "" : `, ${dropped} of them dropped`}: ${points} of ${full} points × ${outOf} = ${exactPoints(soFar)}.`,
    `With nothing more it would be ${formatPoints(summary.points)} of ${formatPoints(summary.fullPoints)} × ${outOf} = ${exactPoints(floor)}.`,
    `With full marks for all that is open it would be ${exactPoints(ceiling)}.`,
  ];
}

/** Why a presentation has its points. */
export function whyPresentation(
  { grade, bonus, total, outOf }: PresentationSummary,
  { multiplier }: Pick<PresentationRule, "multiplier">,
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
