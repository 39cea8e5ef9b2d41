import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { dueAt } from "@/policy/deadlines";
import { checkException, type ExceptionInput } from "@/policy/exceptions";
import { carries } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import { findSeries } from "@/policy/syllabus";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { readRules } from "./courses";
import type { Work } from "./grades-course";
import { holdMeeting, meetingOf } from "./meetings";
import { lockStudent } from "./roster";
import { exceptions } from "./schema";

/**
 * Waives, excuses or extends one student's assignment, with a reason. One exception holds at a time: a new one
 * takes the place of the former, and gives a free pass back. Refuses an extension that gives no more time, and one that is over already.
 */
export async function grantException(
  viewer: Viewer,
  grant: ExceptionInput & Work & { idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "make exceptions");
  const { assignmentId, submitterId } = grant;
  await db.transaction(async (tx) => {
    const meeting = await holdMeeting(tx, viewer, meetingOf(assignmentId));
    await lockStudent(tx, viewer, submitterId);
    const isRepeated = await alreadyDone(tx, viewer, grant.idempotencyKey);
    const { syllabus, zone } = await readRules(tx, viewer);
    const work = meeting.assignments.find(({ id }) => id === assignmentId)?.work ?? "";
    const series = findSeries(syllabus, work);
    const isCarried = series !== undefined && carries(meeting, series);
    const due = isCarried ? dueAt(meeting, series, zone) : null;
    const decided = checkException(grant, { due, zone, now });
    const held = and(
      eq(exceptions.submitterId, submitterId),
      eq(exceptions.assignmentId, assignmentId),
      isNull(exceptions.withdrawnAt),
    );
    if (isRepeated && (await tx.$count(exceptions, and(held, sameAs(decided)))) > 0) return;
    const replaced = await tx
      .update(exceptions)
      .set({ withdrawnAt: now })
      .where(held)
      .returning({ kind: exceptions.kind, extendedTo: exceptions.extendedTo });
    const id = randomUUID();
    await tx.insert(exceptions).values({
      id,
      courseId: viewer.courseId,
      assignmentId,
      submitterId,
      ...decided,
      grantedBy: viewer.enrolmentId,
      grantedAt: now,
    });
    await record(
      tx,
      viewer,
      {
        action: "exception-granted",
        subjectId: id,
        details: { assignmentId, submitterId, ...decided, replaced: replaced[0] ?? null },
        idempotencyKey: grant.idempotencyKey,
      },
      now,
    );
  });
}

function sameAs({ kind, extendedTo, reason }: ReturnType<typeof checkException>) {
  return and(
    eq(exceptions.kind, kind),
    eq(exceptions.reason, reason),
    extendedTo === null ? isNull(exceptions.extendedTo) : eq(exceptions.extendedTo, extendedTo),
  );
}

/** Withdraws an exception, or a student's pass: the rule holds again. One that is withdrawn already does not exist. */
export async function withdrawException(
  viewer: Viewer,
  withdrawal: { exceptionId: string; submitterId: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "make exceptions");
  await db.transaction(async (tx) => {
    await lockStudent(tx, viewer, withdrawal.submitterId);
    if (await alreadyDone(tx, viewer, withdrawal.idempotencyKey)) return;
    const [withdrawn] = await tx
      .update(exceptions)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(exceptions.id, withdrawal.exceptionId),
          eq(exceptions.submitterId, withdrawal.submitterId),
          eq(exceptions.courseId, viewer.courseId),
          isNull(exceptions.withdrawnAt),
        ),
      )
      .returning({ assignmentId: exceptions.assignmentId, kind: exceptions.kind });
    if (withdrawn === undefined) throw new NotFound();
    await record(
      tx,
      viewer,
      {
        action: "exception-withdrawn",
        subjectId: withdrawal.exceptionId,
        details: { submitterId: withdrawal.submitterId, ...withdrawn },
        idempotencyKey: withdrawal.idempotencyKey,
      },
      now,
    );
  });
}
