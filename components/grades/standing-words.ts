import { divideFractions, formatWeight, fraction, multiplyFractions } from "@/policy/fractions";
import { formatPoints, formatTotal } from "@/policy/grades";
import type {
  Outlook,
  PresentationStanding,
  SeriesStanding,
  GradeStanding,
} from "@/policy/standings";
import type { AssignmentRule, Fraction, Syllabus } from "@/policy/syllabus";
import { counted } from "@/policy/wording";

/** A total in hundredths, as points out of its most: "18.33", or "nothing yet". */
export function totalWords(total: Fraction | null): string {
  return total === null ? "nothing yet" : formatTotal(total);
}

/** Points exactly and, where that is a fraction, rounded as well: "55/3 = 18.33". */
function exactPoints(total: Fraction): string {
  const exact = formatWeight(divideFractions(total, fraction(100)));
  const rounded = formatTotal(total);
  return exact === rounded ? exact : `${exact} = ${rounded}`;
}

/** Why a series has the total that it has: the formula with this student's numbers, a sentence each. */
export function whySeries(series: SeriesStanding, rule: AssignmentRule): string[] {
  const { assessed, waived, counted: days, rows, soFar, floor, ceiling, outOf } = series;
  const outOfWords = formatPoints(outOf);
  if (days === 0) return ["Every day is waived, so this part does not count."];
  const without = waived === 0 ? "" : ` − ${waived} waived`;
  const known = rows.filter((row) => row.points !== null);
  const kept = known.filter((row) => row.isCounted);
  const sum = kept.reduce((total, row) => total + (row.points ?? 0), 0);
  const full = formatPoints(kept.length * rule.pointsEach);
  const words = [
    `${assessed} days are assessed. Of them the best ${assessed}${without} − ${rule.dropLowest} dropped = ${days} count, scaled to ${outOfWords}.`,
  ];
  if (soFar === null || floor === null || ceiling === null) {
    return [...words, "No day is known yet."];
  }
  const dropped = known.length - kept.length;
  return [
    ...words,
    `So far ${counted(known.length, "day is", "days are")} known, ${dropped} of them dropped: ${formatPoints(sum)} of ${full} points × ${outOfWords} = ${exactPoints(soFar)}.`,
    `With nothing more it would be ${formatPoints(series.points)} of ${formatPoints(series.fullPoints)} × ${outOfWords} = ${exactPoints(floor)}.`,
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

const parts = ["pre", "post", "presentation", "project"] as const;

/** The sum behind one of the three numbers of the course: each known share by its weight, scaled up to all of it. */
export function whyCourse(standing: GradeStanding, which: keyof Outlook): string {
  const total = standing.course[which];
  if (total === null) return "Nothing is known yet.";
  const known = parts.flatMap((part) => {
    const [weight, share] = [standing.weights[part], standing.shares[part][which]];
    return weight === null || share === null || weight.numerator === 0 ? [] : [{ weight, share }];
  });
  const terms = known.map(
    ({ weight, share }) => `${formatWeight(weight)} × ${formatWeight(share)}`,
  );
  const weights = known.map(({ weight }) => formatWeight(weight)).join(" + ");
  const isAll = known.length === parts.filter((part) => standing.weights[part] !== null).length;
  const scaled = isAll ? terms.join(" + ") : `(${terms.join(" + ")}) ÷ (${weights})`;
  return `${scaled} = ${formatWeight(total)} = ${percentWords(total)}`;
}

/** A share as a percentage, rounded here and nowhere before: "91.67 %". */
export function percentWords(share: Fraction | null): string {
  if (share === null) return "–";
  return `${formatTotal(multiplyFractions(share, fraction(10_000)))} %`;
}
