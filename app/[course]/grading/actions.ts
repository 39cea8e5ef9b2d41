"use server";

import { z } from "zod";
import { grantException, withdrawException } from "@/db/exceptions";
import { scorePresentation } from "@/db/grades-presentation";
import { claimNextItem, claimOldestItem, scoreAndClaimNext } from "@/db/grades-queue";
import { releaseGrades } from "@/db/grades-release";
import { takeBackScore } from "@/db/grades-score";
import { exceptionKinds } from "@/policy/exceptions";
import { readGradingAddress } from "@/policy/grading";
import { assignmentKinds, gradedKinds } from "@/policy/syllabus";
import { formAction } from "../../form";

const assignment = z.string().refine((text) => readGradingAddress(text) !== undefined);
const text = z.string();
const work = z.object({
  assignment,
  meetingId: z.uuid(),
  kind: z.enum(assignmentKinds),
  enrolmentId: z.uuid(),
});

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
  (viewer, input, now) => claimNextItem(viewer, { ...input, after: input.enrolmentId }, now),
  (slug, { assignment }, item) => itemAt(slug, { assignment, item }),
);

/** Saves the score of a text and opens the next one. */
export const saveAndNextAction = formAction(
  work.extend({
    score: z.coerce.number().catch(Number.NaN),
    comment: text,
    basedOn: z.coerce.number().int(),
    overrule: z.coerce.number().int().nullable().default(null),
  }),
  scoreAndClaimNext,
  (slug, { assignment, enrolmentId }, item) => itemAt(slug, { assignment, item }, enrolmentId),
);

/** Takes back the score that was just saved, and opens its text again. */
export const takeBackScoreAction = formAction(
  work.extend({ version: z.coerce.number().int() }),
  takeBackScore,
  (slug, input) => `/${slug}/grading/${input.assignment}?item=${input.enrolmentId}&undone=yes`,
);

/** Saves the scores of a presentation by the rubric. */
export const scorePresentationAction = formAction(
  z
    .looseObject({
      assignment,
      meetingId: z.uuid(),
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

/** Tells the students their scores. */
export const releaseGradesAction = formAction(
  z.object({ assignment, meetingId: z.uuid(), kind: z.enum(gradedKinds) }),
  releaseGrades,
  (slug, input) => `/${slug}/grading/${input.assignment}?released=yes`,
);

const back = z.string().regex(/^(grading|roster)\/[\w-]+(\?item=[\w-]+)?$/);

/** Waives, excuses or extends one student's assignment. */
export const grantExceptionAction = formAction(
  z
    .object({
      back,
      enrolmentId: z.uuid(),
      target: z
        .string()
        .regex(/^(pre|post) [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "Choose an assignment."),
      exception: z.enum(exceptionKinds).nullable().catch(null),
      extendedTo: text.default(""),
      extendedTime: text.default(""),
      reason: text,
    })
    .transform(({ target, exception, ...rest }) => ({
      ...rest,
      kind: exception,
      assignment: target.startsWith("pre ") ? ("pre" as const) : ("post" as const),
      meetingId: target.slice(target.indexOf(" ") + 1),
    })),
  grantException,
  (slug, input) => `/${slug}/${input.back}`,
);

/** Takes an exception back. */
export const withdrawExceptionAction = formAction(
  z.object({ back, exceptionId: z.uuid(), enrolmentId: z.uuid() }),
  withdrawException,
  (slug, input) => `/${slug}/${input.back}`,
);
