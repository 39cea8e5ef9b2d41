import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { dueAt } from "@/policy/deadlines";
import { checkException, type ExceptionInput } from "@/policy/exceptions";
import { NotFound } from "@/policy/refusal";
import type { AssignmentKind } from "@/policy/syllabus";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { readRules } from "./courses";
import { holdMeeting } from "./meetings";
import { lockStudent } from "./roster";
import { exceptions } from "./schema";

/**
 * Waives, excuses or extends one student's assignment, with a reason. One exception holds at a time: a new one
 * takes the place of the former. Refuses an extension that gives no more time, and one that is over already.
 */
export async function grantException(
  viewer: Viewer,
  grant: ExceptionInput & {
    meetingId: string;
    enrolmentId: string;
    assignment: AssignmentKind;
    idempotencyKey: string | null;
  },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "make exceptions");
  const { meetingId, enrolmentId, assignment } = grant;
  await db.transaction(async (tx) => {
    const meeting = await holdMeeting(tx, viewer, meetingId);
    await lockStudent(tx, viewer, enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, grant.idempotencyKey);
    const { syllabus, zone } = await readRules(tx, viewer);
    const decided = checkException(grant, meeting, {
      syllabus,
      zone,
      now,
      due: dueAt(meeting, assignment, syllabus, zone),
    });
    const held = and(
      eq(exceptions.enrolmentId, enrolmentId),
      eq(exceptions.meetingId, meetingId),
      eq(exceptions.assignment, assignment),
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
      meetingId,
      enrolmentId,
      assignment,
      ...decided,
      grantedBy: viewer.enrolmentId,
      grantedAt: now,
    });
    await record(
      tx,
      viewer,
      {
        action: "granted an exception",
        subjectId: id,
        details: { meetingId, enrolmentId, assignment, ...decided, replaced: replaced[0] ?? null },
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

/** Withdraws an exception: the rule holds again for the student. One that is withdrawn already does not exist. */
export async function withdrawException(
  viewer: Viewer,
  withdrawal: { exceptionId: string; enrolmentId: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "make exceptions");
  await db.transaction(async (tx) => {
    await lockStudent(tx, viewer, withdrawal.enrolmentId);
    if (await alreadyDone(tx, viewer, withdrawal.idempotencyKey)) return;
    const [withdrawn] = await tx
      .update(exceptions)
      .set({ withdrawnAt: now })
      .where(
        and(
          eq(exceptions.id, withdrawal.exceptionId),
          eq(exceptions.enrolmentId, withdrawal.enrolmentId),
          eq(exceptions.courseId, viewer.courseId),
          isNull(exceptions.withdrawnAt),
        ),
      )
      .returning({ meetingId: exceptions.meetingId, kind: exceptions.kind });
    if (withdrawn === undefined) throw new NotFound();
    await record(
      tx,
      viewer,
      {
        action: "withdrew an exception",
        subjectId: withdrawal.exceptionId,
        details: { enrolmentId: withdrawal.enrolmentId, ...withdrawn },
        idempotencyKey: withdrawal.idempotencyKey,
      },
      now,
    );
  });
}
