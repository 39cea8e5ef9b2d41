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
import type { AssignmentKind, GradedKind } from "@/policy/syllabus";
import { db } from "./client";
import { readRules } from "./courses";
import { readScoreFacts } from "./grades";
import { scoreSubmission, type Scoring, type Work } from "./grades-score";
import { listMeetings, lockMeeting } from "./meetings";
import { claims, enrolments, people } from "./schema";

/** The graders' queue over the whole course, oldest first. */
export async function readQueue(viewer: Viewer, now: Date): Promise<QueueLine[]> {
  demand(viewer, "grade");
  const [students, meetings, rules] = await Promise.all([
    readScoreFacts(viewer),
    listMeetings(viewer),
    readRules(db, viewer),
  ]);
  return gradingQueue(students, { ...rules, meetings, now });
}

/** Who has which item of an assignment open at the moment. */
export async function listClaims(
  viewer: Viewer,
  of: { meetingId: string; kind: GradedKind },
  now: Date,
) {
  demand(viewer, "grade");
  return db
    .select({
      enrolmentId: claims.enrolmentId,
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
        eq(claims.meetingId, of.meetingId),
        eq(claims.kind, of.kind),
        gt(claims.until, now),
      ),
    )
    .orderBy(asc(claims.until), asc(claims.id));
}

/**
 * Opens the next text of an assignment that waits and that nobody else has open, and keeps it for the viewer for
 * ten minutes; null when there is none. `after` is the one that the viewer has done or skips. The lock on the
 * meeting makes graders who ask at once get different ones. A claim lapses by itself and is not recorded.
 */
export async function claimNextItem(
  viewer: Viewer,
  claim: { meetingId: string; kind: AssignmentKind; after: string | null },
  now: Date,
): Promise<string | null> {
  demandEnrolled(viewer, "grade");
  return db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, claim.meetingId);
    const rules = await readRules(tx, viewer);
    const students = await readScoreFacts(viewer, { meetingId: meeting.id }, tx);
    const items = gradingItems(students, meeting, claim.kind, { ...rules, now });
    const held = await tx
      .select({ enrolmentId: claims.enrolmentId, graderId: claims.graderId })
      .from(claims)
      .where(
        and(eq(claims.meetingId, meeting.id), eq(claims.kind, claim.kind), gt(claims.until, now)),
      );
    const next = nextItem(viewer.enrolmentId, items, held, claim.after);
    if (claim.after !== null && claim.after !== next?.enrolmentId) {
      await tx
        .delete(claims)
        .where(
          and(
            eq(claims.meetingId, meeting.id),
            eq(claims.kind, claim.kind),
            eq(claims.enrolmentId, claim.after),
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
          meetingId: meeting.id,
          kind: claim.kind,
          enrolmentId: next.enrolmentId,
          graderId: viewer.enrolmentId,
          until,
        })
        .onConflictDoUpdate({
          target: [claims.meetingId, claims.kind, claims.enrolmentId],
          set: { graderId: viewer.enrolmentId, until },
        });
    }
    return next?.enrolmentId ?? null;
  });
}

/** Opens the oldest text of the whole queue that is due and that nobody else has open; null when there is none. */
export async function claimOldestItem(
  viewer: Viewer,
  _: object,
  now: Date,
): Promise<{ assignment: string; item: string } | null> {
  demandEnrolled(viewer, "grade");
  for (const { meeting, kind, waiting } of await readQueue(viewer, now)) {
    if (waiting === 0 || kind === "presentation") continue;
    const item = await claimNextItem(viewer, { meetingId: meeting.id, kind, after: null }, now);
    if (item !== null) return { assignment: gradingAddress(kind, meeting.number), item };
  }
  return null;
}

/** Saves a score and opens the next text, as the button says. */
export async function scoreAndClaimNext(
  viewer: Viewer,
  scoring: Scoring & Work & { kind: AssignmentKind },
  now: Date,
) {
  await scoreSubmission(viewer, scoring, now);
  return claimNextItem(viewer, { ...scoring, after: scoring.enrolmentId }, now);
}
