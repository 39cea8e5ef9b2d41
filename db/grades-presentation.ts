import { isDeepStrictEqual } from "node:util";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { presentationTotal } from "@/policy/grades";
import { gradingItems, isGraded } from "@/policy/grading";
import { checkAspects, checkComment, versionsOf, checkScore } from "@/policy/scoring";
import { checkAll, Refusal } from "@/policy/refusal";
import { formatInstant } from "@/policy/time";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { readRules } from "./courses";
import { readScoreFacts } from "./grades";
import { saveGrade, unseen } from "./grades-score";
import { lockMeeting } from "./meetings";

/**
 * Scores a presentation by the rubric (R23): one form for the team, so that every presenter of the meeting gets the
 * same aspects, and answers the new version. Refuses before the class has begun, an aspect without a level, and a save
 * over versions that the grader has not seen.
 */
export async function scorePresentation(
  viewer: Viewer,
  scoring: {
    meetingId: string;
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
    const meeting = await lockMeeting(tx, viewer, scoring.meetingId);
    const isRepeated = await alreadyDone(tx, viewer, scoring.idempotencyKey);
    const { syllabus, zone } = await readRules(tx, viewer);
    const students = await readScoreFacts(viewer, { meetingId: meeting.id }, tx);
    const items = isGraded(meeting, "presentation", syllabus)
      ? gradingItems(students, meeting, "presentation", { syllabus, zone, now })
      : [];
    const newest = Math.max(0, ...items.map(({ saved }) => saved?.version ?? 0));
    if (items.length === 0) {
      throw new Refusal(`Nobody holds a seat in “${meeting.title}”. Place its presenters first.`);
    }
    if (items.some((item) => item.since === null)) {
      throw new Refusal(
        `“${meeting.title}” begins ${formatInstant(items[0]?.dueAt ?? now, zone)}. Score it from then on.`,
      );
    }
    const { aspects, comment } = checkAll({
      aspects: () => checkAspects(scoring.aspects, syllabus.presentation),
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
    const total = presentationTotal(aspects, syllabus.presentation.multiplier, 0);
    const score = checkScore(total, "presentation", syllabus);
    const values = { score, comment, submissionId: null, aspects };
    for (const { enrolmentId, saved } of items) {
      const work = { meetingId: meeting.id, kind: "presentation" as const, enrolmentId };
      await saveGrade(tx, viewer, { ...work, idempotencyKey: null }, values, saved, now);
    }
    await record(
      tx,
      viewer,
      {
        action: "scored a presentation",
        subjectId: meeting.id,
        details: { aspects, presenters: items.map((item) => item.enrolmentId) },
        idempotencyKey: scoring.idempotencyKey,
      },
      now,
    );
    return newest + 1;
  });
}
