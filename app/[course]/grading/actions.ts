"use server";

import { z } from "zod";
import { grantException, withdrawException } from "@/db/exceptions";
import { scorePresentation } from "@/db/grades-presentation";
import { claimNextItem, claimOldestItem, scoreAndClaimNext } from "@/db/grades-queue";
import { releaseGrades } from "@/db/grades-release";
import { takeBackScore } from "@/db/grades-score";
import { grantKinds } from "@/policy/exceptions";
import { formAction } from "../../form";

/** An address as `gradingAddress` makes it, to come back to. */
const assignment = z.string().regex(/^[a-z][a-z0-9-]{0,45}$/);
const text = z.string();
const work = z.object({ assignment, assignmentId: z.uuid(), submitterId: z.uuid() });

/** Hundredths of a point, or with the unit "points" points as people type them; not a number where it is none. */
function hundredths(typed: string, unit: string | undefined): number {
  if (typed.trim() === "") return Number.NaN;
  const number = Number(typed.trim().replace(",", "."));
  // Points of more than two decimals stay no whole number, so that the rule refuses them.
  return unit === "points" ? Math.round(number * 1_000_000) / 10_000 : number;
}

/** Where the item is that a grader has open, or the queue when none is left. */
function itemAt(slug: string, next: { assignment: string; item: string | null }, saved?: string) {
  const done = saved === undefined ? "" : `&saved=${saved}`;
  return next.item === null
    ? `/${slug}/grading?finished=${next.assignment}${done}`
    : `/${slug}/grading/${next.assignment}?item=${next.item}${done}`;
}

/** Opens the oldest text that waits. */
export const startGradingAction = formAction(z.object({}), claimOldestItem, (slug, _, next) =>
  next === null ? `/${slug}/grading?busy=yes` : itemAt(slug, next),
);

/** Leaves a text for later and opens the next one. */
export const skipItemAction = formAction(
  work,
  (viewer, input, now) => claimNextItem(viewer, { ...input, after: input.submitterId }, now),
  (slug, { assignment }, item) => itemAt(slug, { assignment, item }),
);

/** Saves the score of a text and opens the next one. */
export const saveAndNextAction = formAction(
  work
    .extend({
      score: text.catch(""),
      unit: z.literal("points").optional(),
      comment: text,
      basedOn: z.coerce.number().int(),
      overrule: z.coerce.number().int().nullable().default(null),
    })
    .transform(({ score, unit, ...rest }) => ({ ...rest, score: hundredths(score, unit) })),
  scoreAndClaimNext,
  (slug, { assignment, submitterId }, item) => itemAt(slug, { assignment, item }, submitterId),
);

/** Takes back the score that was just saved, and opens its text again. */
export const takeBackScoreAction = formAction(
  work.extend({ version: z.coerce.number().int() }),
  takeBackScore,
  (slug, input) => `/${slug}/grading/${input.assignment}?item=${input.submitterId}&undone=yes`,
);

/** Saves the scores of a presentation by the rubric. */
export const scorePresentationAction = formAction(
  z
    .looseObject({
      assignment,
      assignmentId: z.uuid(),
      comment: text,
      basedOn: text,
      overrule: text.nullable().default(null),
    })
    .transform((form) => ({
      ...form,
      aspects: Array.from({ length: 20 }, (_, at) => {
        const chosen = form[`aspect-${at + 1}`];
        return typeof chosen === "string" ? Number(chosen) : null;
      }),
    })),
  scorePresentation,
  (slug, input, version) => `/${slug}/grading/${input.assignment}?saved=${version}`,
);

/** Releases the scores to the students. */
export const releaseGradesAction = formAction(
  z.object({ assignment, assignmentId: z.uuid() }),
  releaseGrades,
  (slug, input) => `/${slug}/grading/${input.assignment}?released=yes`,
);

const back = z.string().regex(/^(grading|roster)\/[\w-]+(\?item=[\w-]+)?$/);

/** Waives, excuses or extends one student's assignment. */
export const grantExceptionAction = formAction(
  z
    .object({
      back,
      submitterId: z.uuid(),
      assignmentId: z.uuid("Choose an assignment."),
      exception: z.enum(grantKinds).nullable().catch(null),
      extendedTo: text.default(""),
      extendedTime: text.default(""),
      reason: text,
    })
    .transform(({ exception, ...rest }) => ({ ...rest, kind: exception })),
  grantException,
  (slug, input) => `/${slug}/${input.back}`,
);

/** Takes an exception back. */
export const withdrawExceptionAction = formAction(
  z.object({ back, exceptionId: z.uuid(), submitterId: z.uuid() }),
  withdrawException,
  (slug, input) => `/${slug}/${input.back}`,
);
