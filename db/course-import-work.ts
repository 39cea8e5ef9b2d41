import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import { Refusal } from "@/policy/refusal";
import { presentationKey, type Syllabus } from "@/policy/syllabus";
import { listOf } from "@/policy/wording";
import type { Tx } from "./client";
import type { CourseFile } from "./course-file";
import { deadlineOf } from "./course-file-check";
import { assignments, claims, drafts, exceptions, grades, meetings, submissions } from "./schema";

/** Keys of the work that hangs on meetings, and of what hangs on none. */
function worksOf({ series, marks, project }: Syllabus) {
  return {
    atMeetings: [...series.map(({ key }) => key), presentationKey],
    alone: [...(project?.parts ?? []), ...marks].map(({ key }) => key),
  };
}

/**
 * Takes out the work that the file no longer has. Refuses where somebody has drafted, handed in, been graded or been
 * excepted for it.
 */
export async function removeFormerWork(
  tx: Tx,
  courseId: string,
  syllabus: Syllabus,
): Promise<void> {
  const { atMeetings, alone } = worksOf(syllabus);
  const isGone = and(
    eq(assignments.courseId, courseId),
    or(
      and(isNotNull(assignments.meetingId), notInArray(assignments.work, atMeetings)),
      and(isNull(assignments.meetingId), notInArray(assignments.work, alone)),
    ),
  );
  // Whoever hands in at this moment refers to these rows: after the lock that work is there to be counted.
  await tx.select({ id: assignments.id }).from(assignments).where(isGone).for("update");
  const used = await tx
    .selectDistinct({ work: assignments.work })
    .from(assignments)
    .where(
      and(
        isGone,
        or(
          ...[submissions, drafts, exceptions, grades].map(
            (table) =>
              sql`exists (select 1 from ${table} x where x.assignment_id = ${assignments.id})`,
          ),
        ),
      ),
    )
    .orderBy(assignments.work);
  if (used.length > 0) {
    const keys = listOf(used.map(({ work }) => `“${work}”`));
    throw new Refusal(
      `People have worked on ${keys}, which the file no longer has. Keep the key; the name may change.`,
    );
  }
  await tx
    .delete(claims)
    .where(
      inArray(
        claims.assignmentId,
        tx.select({ id: assignments.id }).from(assignments).where(isGone),
      ),
    );
  await tx.delete(assignments).where(isGone);
}

/**
 * Gives every meeting of the course its assignments, and the parts and marks theirs; sets for the meetings of the file
 * what it says. Returns what that changes at meetings that were there before.
 */
export async function writeWork(tx: Tx, courseId: string, file: CourseFile): Promise<string[]> {
  const { atMeetings, alone } = worksOf(file.syllabus);
  const held = await tx
    .select({ id: meetings.id, number: meetings.number })
    .from(meetings)
    .where(eq(meetings.courseId, courseId))
    .orderBy(meetings.number);
  const existing = await tx.select().from(assignments).where(eq(assignments.courseId, courseId));
  const { timeZone: zone } = file.course;
  const rows: (typeof assignments.$inferInsert)[] = [];
  const changed = new Map<number, string>();
  for (const { id: meetingId, number } of held) {
    const entry = file.meetings.find((one) => one.number === number);
    for (const work of atMeetings) {
      const former = existing.find((row) => row.work === work && row.meetingId === meetingId);
      const set = entry === undefined ? former : setFor(entry, work, zone);
      const { isWaived = false, dueAt = null } = set ?? {};
      if (former?.isWaived === isWaived && former.dueAt?.getTime() === dueAt?.getTime()) continue;
      if (former !== undefined) changed.set(number, meetingId);
      rows.push({ id: former?.id ?? randomUUID(), courseId, work, meetingId, isWaived, dueAt });
    }
  }
  for (const work of alone) {
    if (existing.some((row) => row.work === work && row.meetingId === null)) continue;
    rows.push({ id: randomUUID(), courseId, work, meetingId: null, isWaived: false, dueAt: null });
  }
  if (rows.length > 0) {
    await tx
      .insert(assignments)
      .values(rows)
      .onConflictDoUpdate({
        target: assignments.id,
        set: { isWaived: sql`excluded.is_waived`, dueAt: sql`excluded.due_at` },
      });
  }
  if (changed.size > 0) {
    await tx
      .update(meetings)
      .set({ version: sql`${meetings.version} + 1` })
      .where(inArray(meetings.id, [...changed.values()]));
  }
  return [...changed.keys()].map(
    (number) => `Meeting ${number}: what is waived for everybody, or due by hand, changed.`,
  );
}

/** What the file sets for some work of a meeting. */
function setFor({ waives, deadlines }: CourseFile["meetings"][number], work: string, zone: string) {
  const written = Object.hasOwn(deadlines, work) ? deadlines[work] : undefined;
  return {
    isWaived: waives.includes(work),
    dueAt: written === undefined ? null : deadlineOf(written, zone),
  };
}
