import { isDeepStrictEqual } from "node:util";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { presentationScore } from "@/policy/grades";
import { gradingItems } from "@/policy/grading";
import { checkAspects, checkComment, versionsOf, checkScore } from "@/policy/scoring";
import { checkAll, NotFound, Refusal } from "@/policy/refusal";
import { presentationKey } from "@/policy/syllabus";
import { formatInstant } from "@/policy/time";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { readScoreFacts } from "./grades";
import { lockAssignment } from "./grades-course";
import { saveGrade, unseen } from "./grades-score";

/**
 * Scores a presentation by the rubric (R23): one form for the team, so that every presenter of the meeting gets the
 * same aspects, and answers the new version. Refuses before the class has begun, an aspect without a level, and a save
 * over versions that the grader has not seen.
 */
export async function scorePresentation(
  viewer: Viewer,
  scoring: {
    assignmentId: string;
    aspects: readonly (number | null)[];
    comment: string;
    /** What `versionsOf` said when the form was made. */
    basedOn: string;
    overrule: string | null;
    idempotencyKey: string | null;
  },
  now: Date,
): Promise<number> {
  demandEnrolled(viewer, "grade");
  return db.transaction(async (tx) => {
    const { assignmentId } = scoring;
    const locked = await lockAssignment(tx, viewer, assignmentId, "alone");
    const { meeting, gradable, work, syllabus, zone } = locked;
    const { presentation } = syllabus;
    if (meeting === null || presentation === null || work !== presentationKey) throw new NotFound();
    const isRepeated = await alreadyDone(tx, viewer, scoring.idempotencyKey);
    const presentAt = meeting.id;
    const students = await readScoreFacts(viewer, { assignmentId, presentAt }, tx);
    const items = gradable === undefined ? [] : gradingItems(students, gradable, { zone, now });
    const newest = Math.max(0, ...items.map(({ saved }) => saved?.version ?? 0));
    if (gradable === undefined || items.length === 0) {
      throw new Refusal(`Nobody holds a seat in “${meeting.title}”. Place its presenters first.`);
    }
    if (items.some((item) => item.since === null)) {
      throw new Refusal(
        `“${meeting.title}” begins ${formatInstant(items[0]?.dueAt ?? now, zone)}. Score it from then on.`,
      );
    }
    const { aspects, comment } = checkAll({
      aspects: () => checkAspects(scoring.aspects, presentation),
      comment: () => checkComment(scoring.comment),
    });
    const isSaved = items.every(
      ({ saved }) => saved?.comment === comment && isDeepStrictEqual(saved.aspects, aspects),
    );
    if (isRepeated && isSaved) return newest;
    const versions = versionsOf(items);
    if (versions !== scoring.basedOn && versions !== scoring.overrule) {
      const latest = items
        .flatMap(({ saved }) => (saved === null ? [] : [saved]))
        .sort((a, b) => b.gradedAt.getTime() - a.gradedAt.getTime())[0];
      throw unseen(latest ?? null, versions, zone);
    }
    const total = presentationScore(aspects, presentation.multiplier);
    const score = checkScore(total, gradable);
    const values = { score, comment, submissionId: null, aspects };
    for (const { submitterId, saved } of items) {
      const of = { assignmentId, submitterId, idempotencyKey: null };
      await saveGrade(tx, viewer, of, values, saved, now);
    }
    await record(
      tx,
      viewer,
      {
        action: "presentation-scored",
        subjectId: assignmentId,
        details: { aspects, presenters: items.map((item) => item.submitterId) },
        idempotencyKey: scoring.idempotencyKey,
      },
      now,
    );
    return newest + 1;
  });
}
