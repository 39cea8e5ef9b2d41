import { randomUUID } from "node:crypto";
import { and, eq, max } from "drizzle-orm";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { checkDraft, type DraftText } from "@/policy/drafts";
import { NotFound, Refusal } from "@/policy/refusal";
import type { AssignmentKind } from "@/policy/syllabus";
import { db, type Tx } from "./client";
import { drafts, enrolments, meetings, submissions } from "./schema";

/*
 * Drafts are nobody's business but their student's and change every few seconds: unlike everything else they
 * leave no line in the audit log.
 */

/** One text of one meeting. */
export interface TextOf {
  meetingId: string;
  assignment: AssignmentKind;
}

/** The viewer's own enrolment, locked until the transaction ends: what one student hands in and drafts is done in turn. */
export async function lockOwnEnrolment(tx: Tx, viewer: EnrolledViewer): Promise<void> {
  const [enrolment] = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.id, viewer.enrolmentId),
        eq(enrolments.courseId, viewer.courseId),
        eq(enrolments.status, "active"),
      ),
    )
    // Not "update": whoever grades this student at the moment need not wait.
    .for("no key update");
  if (enrolment === undefined) throw new NotFound();
}

/** Writes a draft in the transaction of the verb that keeps it; refuses one that nobody could have typed. */
export async function keepDraft(
  tx: Tx,
  viewer: EnrolledViewer,
  { meetingId, assignment, ...typed }: TextOf & DraftText,
  now: Date,
): Promise<void> {
  const content = checkDraft(typed);
  await tx
    .insert(drafts)
    .values({
      id: randomUUID(),
      courseId: viewer.courseId,
      enrolmentId: viewer.enrolmentId,
      meetingId,
      assignment,
      content,
      savedAt: now,
    })
    .onConflictDoUpdate({
      target: [drafts.enrolmentId, drafts.meetingId, drafts.assignment],
      set: { content, savedAt: now },
    });
}

/** Removes the draft, as when its text has been handed in. */
export async function dropDraft(tx: Tx, viewer: EnrolledViewer, of: TextOf): Promise<void> {
  await tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.enrolmentId, viewer.enrolmentId),
        eq(drafts.meetingId, of.meetingId),
        eq(drafts.assignment, of.assignment),
      ),
    );
}

/**
 * Keeps what the student has typed so far, in place of the former draft; before and after the deadline.
 * `basedOn` is the version that was handed in when the typing began (0: none): once a newer one is, the draft is
 * refused, since it may be the very text that was handed in meanwhile.
 */
export async function saveDraft(
  viewer: Viewer,
  draft: TextOf & DraftText & { basedOn: number },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "hand in assignments");
  await db.transaction(async (tx) => {
    const [meeting] = await tx
      .select({ id: meetings.id })
      .from(meetings)
      .where(and(eq(meetings.id, draft.meetingId), eq(meetings.courseId, viewer.courseId)));
    if (meeting === undefined) throw new NotFound();
    await lockOwnEnrolment(tx, viewer);
    const [handedIn] = await tx
      .select({ version: max(submissions.version) })
      .from(submissions)
      .where(
        and(
          eq(submissions.meetingId, draft.meetingId),
          eq(submissions.assignment, draft.assignment),
          eq(submissions.enrolmentId, viewer.enrolmentId),
        ),
      );
    if ((handedIn?.version ?? 0) > draft.basedOn) {
      throw new Refusal(
        "Another version was handed in meanwhile, so this draft was not saved. Load the page again to go on from it.",
      );
    }
    await keepDraft(tx, viewer, draft, now);
  });
}

/** Throws the draft away; what was handed in stays. */
export async function discardDraft(viewer: Viewer, of: TextOf): Promise<void> {
  demandEnrolled(viewer, "hand in assignments");
  await db.transaction(async (tx) => {
    await lockOwnEnrolment(tx, viewer);
    await dropDraft(tx, viewer, of);
  });
}
