import { sql } from "drizzle-orm";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { NotFound, Refusal } from "@/policy/refusal";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { countLine, facts, idsOf } from "./grades-counts";
import { lockAssignment } from "./grades-course";
import { grades } from "./schema";

/**
 * Releases the scores of one assignment, presentation or mark to its students (feature 34): the newest version of each
 * that has a score, all at once. What is changed afterwards stays with the graders until it is released again. Refuses
 * when there is nothing new to release.
 */
export async function releaseGrades(
  viewer: Viewer,
  release: { assignmentId: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "release grades");
  await db.transaction(async (tx) => {
    const { assignmentId } = release;
    const { gradable, zone } = await lockAssignment(tx, viewer, assignmentId, "alone");
    if (gradable === undefined) throw new NotFound();
    const isRepeated = await alreadyDone(tx, viewer, release.idempotencyKey);
    const line = await countLine(viewer, gradable, { zone, now }, tx);
    if (line.unreleased + line.corrected === 0) {
      if (isRepeated) return;
      throw new Refusal("There is nothing new to release. Grade something first.");
    }
    await tx.execute(sql`
      with ${facts(viewer.courseId, idsOf([gradable]))}
      update ${grades} g set released_at = ${now.toISOString()}::timestamptz from facts f
      where g.assignment_id = f.assignment_id and g.submitter_id = f.submitter_id
        and g.version = f.grade_version and f.is_releasable
        and (${gradable.kind} <> 'presentation' or f.presents)`);
    await record(
      tx,
      viewer,
      {
        action: "grades-released",
        subjectId: assignmentId,
        details: {
          assignmentId,
          released: line.unreleased,
          corrected: line.corrected,
          waiting: line.waiting + line.early,
        },
        idempotencyKey: release.idempotencyKey,
      },
      now,
    );
  });
}
