import { formatPoints } from "./grades";
import type { Gradable, GradingItem } from "./grading";
import { checkLength, cleaned } from "./texts";
import { checkEach, Refusal } from "./refusal";
import type { PresentationRule } from "./syllabus";
import { lowerName } from "./series";
import { formatInstant } from "./time";
import { capital, withArticle } from "./wording";

/** The longest comment to a student, in characters. */
export const commentLimit = 5000;

/** Refuses to score what was not handed in, is waived, or is automatic, in words. */
export function checkGradable(item: GradingItem, zone: string): void {
  if (item.state === "absent") {
    throw new Refusal(
      `${item.name} has not handed this in, so there is nothing to score: ${item.dueAt === null ? "" : `after ${formatInstant(item.dueAt, zone)} `}it counts 0 by itself. Waive or extend it if it should not.`,
    );
  }
  if (item.state === "waived") {
    throw new Refusal(
      `This is waived for ${item.name}, so it has no score. Withdraw the exception if it should count.`,
    );
  }
  if (item.state === "automatic") {
    throw new Refusal(
      `${item.name} presents on that day, so the points are automatic and cannot be scored.`,
    );
  }
}

/**
 * A score as it may be saved, in hundredths: one of the levels of the series' scale, or a whole number of hundredths up
 * to the most that the work gives, before a bonus. Refuses anything else.
 */
export function checkScore(
  score: number,
  { kind, name, scale, full }: Pick<Gradable, "kind" | "name" | "scale" | "full">,
): number {
  const it = kind === "hand" ? `“${name}”` : capital(withArticle(lowerName({ name })));
  if (scale === null) {
    if (Number.isInteger(score) && score >= 0 && score <= full) return score;
    throw new Refusal(
      `${it} gets between 0 and ${formatPoints(full)} points. Write a number in between, with at most two decimals.`,
      "score",
    );
  }
  if (scale.some((level) => level.points === score)) return score;
  const levels = scale.map(({ label }) => label);
  throw new Refusal(
    `${it} gets ${levels.slice(0, -1).join(", ")} or ${levels.at(-1) ?? ""}. Choose one of ${levels.length === 2 ? "the two" : "them"}.`,
    "score",
  );
}

/** The rubric's points as they may be saved: one of its levels for each aspect, in its order. */
export function checkAspects(
  points: readonly (number | null)[],
  { aspects }: Pick<PresentationRule, "aspects">,
): number[] {
  return checkEach(aspects, (aspect, index) => {
    const chosen = points[index];
    if (chosen != null && aspect.levels.some((level) => level.points === chosen)) return chosen;
    throw new Refusal(
      `Choose ${aspect.levels.map((level) => level.points).join(", ")} for “${aspect.name}”.`,
      `aspect-${index + 1}`,
    );
  });
}

/** Presenters of a meeting with the versions of their grades, as the form carries them: what its grader has seen. */
export function versionsOf(
  presenters: readonly { submitterId: string; saved: { version: number } | null }[],
): string {
  return presenters
    .map(({ submitterId, saved }) => `${submitterId}:${saved?.version ?? 0}`)
    .sort()
    .join(" ");
}

/** A comment as it is kept; refuses one that is too long. It may be empty. */
export function checkComment(comment: string): string {
  const kept = cleaned(comment);
  checkLength(kept, commentLimit, "The comment", "comment");
  return kept;
}
