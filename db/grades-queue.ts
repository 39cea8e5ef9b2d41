import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import {
  claimMinutes,
  gradingAddress,
  gradingItems,
  gradingQueue,
  type QueueLine,
} from "@/policy/grading";
import { nextItem } from "@/policy/grading-order";
import { NotFound } from "@/policy/refusal";
import { db } from "./client";
import { readRules } from "./courses";
import { readScoreFacts } from "./grades";
import { lockAssignment, readGradedCourse, type GradingRules, type Work } from "./grades-course";
import { scoreSubmission, type Scoring } from "./grades-score";
import { claims, enrolments, people } from "./schema";

/** The graders' queue over the whole course, oldest first; last what is given by hand. */
export async function readQueue(
  viewer: Viewer,
  rules: GradingRules,
  now: Date,
): Promise<QueueLine[]> {
  demand(viewer, "grade");
  const [students, course] = await Promise.all([
    readScoreFacts(viewer),
    readGradedCourse(viewer, rules, now),
  ]);
  return gradingQueue(students, course);
}

/** Who has which item of an assignment open at the moment. */
export async function listClaims(viewer: Viewer, of: Pick<Work, "assignmentId">, now: Date) {
  demand(viewer, "grade");
  return db
    .select({
      submitterId: claims.submitterId,
      graderId: claims.graderId,
      graderName: people.name,
      until: claims.until,
    })
    .from(claims)
    .innerJoin(enrolments, eq(enrolments.id, claims.graderId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(
      and(
        eq(claims.courseId, viewer.courseId),
        eq(claims.assignmentId, of.assignmentId),
        gt(claims.until, now),
      ),
    )
    .orderBy(asc(claims.until), asc(claims.id));
}

/**
 * Opens the next item of an assignment that waits and that nobody else has open, and keeps it for the viewer for
 * ten minutes; null when there is none. `after` is the one that the viewer has done or skips. The lock on the
 * assignment makes graders who ask at once get different ones. A claim lapses by itself and is not recorded.
 */
export async function claimNextItem(
  viewer: Viewer,
  claim: { assignmentId: string; after: string | null },
  now: Date,
): Promise<string | null> {
  demandEnrolled(viewer, "grade");
  const { assignmentId, after } = claim;
  return db.transaction(async (tx) => {
    const { gradable, zone } = await lockAssignment(tx, viewer, assignmentId, "alone");
    // The presenters of a meeting are scored together, on one page.
    if (gradable === undefined || gradable.kind === "presentation") throw new NotFound();
    const students = await readScoreFacts(viewer, { assignmentId }, tx);
    const items = gradingItems(students, gradable, { zone, now });
    const held = await tx
      .select({ submitterId: claims.submitterId, graderId: claims.graderId })
      .from(claims)
      .where(and(eq(claims.assignmentId, assignmentId), gt(claims.until, now)));
    const next = nextItem(viewer.enrolmentId, items, held, after);
    if (after !== null && after !== next?.submitterId) {
      await tx
        .delete(claims)
        .where(
          and(
            eq(claims.assignmentId, assignmentId),
            eq(claims.submitterId, after),
            eq(claims.graderId, viewer.enrolmentId),
          ),
        );
    }
    if (next !== undefined) {
      const until = new Date(now.getTime() + claimMinutes * 60_000);
      await tx
        .insert(claims)
        .values({
          id: randomUUID(),
          courseId: viewer.courseId,
          assignmentId,
          submitterId: next.submitterId,
          graderId: viewer.enrolmentId,
          until,
        })
        .onConflictDoUpdate({
          target: [claims.assignmentId, claims.submitterId],
          set: { graderId: viewer.enrolmentId, until },
        });
    }
    return next?.submitterId ?? null;
  });
}

/** Opens the oldest text of the whole queue that is due and that nobody else has open; null when there is none. */
export async function claimOldestItem(
  viewer: Viewer,
  _: object,
  now: Date,
): Promise<{ assignment: string; item: string } | null> {
  demandEnrolled(viewer, "grade");
  const rules = await readRules(db, viewer);
  for (const { gradable, waiting } of await readQueue(viewer, rules, now)) {
    if (waiting === 0 || gradable.kind !== "series") continue;
    const { assignmentId } = gradable;
    const item = await claimNextItem(viewer, { assignmentId, after: null }, now);
    if (item !== null) return { assignment: gradingAddress(gradable), item };
  }
  return null;
}

/** Saves a score and opens the next item, as the button says. */
export async function scoreAndClaimNext(viewer: Viewer, scoring: Scoring & Work, now: Date) {
  await scoreSubmission(viewer, scoring, now);
  const { assignmentId, submitterId } = scoring;
  return claimNextItem(viewer, { assignmentId, after: submitterId }, now);
}
