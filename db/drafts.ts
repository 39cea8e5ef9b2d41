import { randomUUID } from "node:crypto";
import { and, eq, max, sql } from "drizzle-orm";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { isSameDraft } from "@/policy/draft-text";
import { checkDraft, DraftChanged, heldMark } from "@/policy/drafts";
import { NotFound, Refusal } from "@/policy/refusal";
import type { TextInput } from "@/policy/submissions";
import { db, type Tx } from "./client";
import { assignments, courses, drafts, enrolments, submissions } from "./schema";

/*
 * Drafts are nobody's business but their student's and change every few seconds: unlike everything else they
 * leave no line in the audit log.
 */

/** One text of the viewer's. */
export interface TextOf {
  assignmentId: string;
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

/**
 * Writes a draft in the transaction of the verb that keeps it, and says when, which is later than the former draft was
 * saved; refuses one that nobody could have typed.
 */
export async function keepDraft(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId, ...input }: TextOf & TextInput,
  now: Date,
): Promise<Date> {
  const content = checkDraft(input);
  const [kept] = await tx
    .insert(drafts)
    .values({
      id: randomUUID(),
      courseId: viewer.courseId,
      assignmentId,
      submitterId: viewer.enrolmentId,
      content,
      savedAt: now,
    })
    .onConflictDoUpdate({
      target: [drafts.submitterId, drafts.assignmentId],
      set: {
        content,
        savedAt: sql`greatest(excluded.saved_at, ${drafts.savedAt} + interval '1 millisecond')`,
      },
    })
    .returning({ savedAt: drafts.savedAt });
  return kept?.savedAt ?? now;
}

/** Removes the draft, as when its text has been handed in. */
export async function dropDraft(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId }: TextOf,
): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.submitterId, viewer.enrolmentId), eq(drafts.assignmentId, assignmentId)));
}

/**
 * Refuses when the student's draft is not the one that `held` names, and says something else than `typed`: it was saved
 * from another browser since this form was opened.
 */
async function demandDraft(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId, basedOn, held }: TextOf & { basedOn: number; held?: string | undefined },
  typed: TextInput | null,
): Promise<void> {
  if (held === undefined) return;
  const [current] = await tx
    .select({ content: drafts.content, savedAt: drafts.savedAt })
    .from(drafts)
    .where(and(eq(drafts.submitterId, viewer.enrolmentId), eq(drafts.assignmentId, assignmentId)));
  if (current === undefined || heldMark(basedOn, current.savedAt) === held) return;
  if (typed !== null && isSameDraft(current.content, typed)) return;
  throw new DraftChanged(current);
}

/**
 * Keeps what the student has typed so far, in place of the former draft; before and after the deadline.
 * `basedOn` is the version that was handed in when the typing began (0: none): once a newer one is, the draft is
 * refused, since it may be the very text that was handed in meanwhile. `held` names the draft that the form was opened
 * with: a newer one from elsewhere is not replaced. Says when the draft was saved.
 */
export async function saveDraft(
  viewer: Viewer,
  { basedOn, held, ...draft }: TextOf & TextInput & { basedOn: number; held?: string | undefined },
  now: Date,
): Promise<Date> {
  demandEnrolled(viewer, "hand in assignments");
  checkDraft(draft);
  return db.transaction(async (tx) => {
    await findText(tx, viewer, draft);
    await lockOwnEnrolment(tx, viewer);
    const [handedIn] = await tx
      .select({ version: max(submissions.version) })
      .from(submissions)
      .where(
        and(
          eq(submissions.assignmentId, draft.assignmentId),
          eq(submissions.submitterId, viewer.enrolmentId),
        ),
      );
    if ((handedIn?.version ?? 0) > basedOn) {
      throw new Refusal(
        "Another version was handed in meanwhile, so this draft was not saved. Load the page again to go on from it.",
      );
    }
    await demandDraft(tx, viewer, { ...draft, basedOn, held }, draft);
    return keepDraft(tx, viewer, draft, now);
  });
}

/** An assignment of the viewer's course for which a text is written: one of a series. Others do not exist here. */
async function findText(tx: Tx, viewer: EnrolledViewer, { assignmentId }: TextOf): Promise<void> {
  const series = sql`${courses.syllabus}->'series'`;
  const [found] = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(courses, eq(courses.id, assignments.courseId))
    .where(
      and(
        eq(assignments.id, assignmentId),
        eq(assignments.courseId, viewer.courseId),
        sql`${series} @> jsonb_build_array(jsonb_build_object('key', ${assignments.work}))`,
      ),
    );
  if (found === undefined) throw new NotFound();
}

/** Throws the draft away, unless it was changed elsewhere since the form was opened; what was handed in stays. */
export async function discardDraft(
  viewer: Viewer,
  of: TextOf & { basedOn?: number; held?: string | undefined },
): Promise<void> {
  demandEnrolled(viewer, "hand in assignments");
  await db.transaction(async (tx) => {
    await lockOwnEnrolment(tx, viewer);
    await demandDraft(tx, viewer, { basedOn: 0, ...of }, null);
    await dropDraft(tx, viewer, of);
  });
}
