import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { checkDropping, checkRestoring, checkUnits, isFreed, seatGivenBack } from "@/policy/roster";
import { alreadyDone, record } from "./audit";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { deleteSeat, insertSeat, readBoard } from "./discussions";
import { lockMeeting } from "./meetings";
import { lockEnrolment } from "./roster";
import { audit, courses, enrolments, meetings, seats } from "./schema";

/** A student, and the key of the form. */
interface Change {
  enrolmentId: string;
  idempotencyKey: string | null;
}

async function lockAnyStudent(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const enrolment = await lockEnrolment(tx, viewer, enrolmentId);
  const { units } = enrolment;
  if (enrolment.role !== "student" || units === null) throw new NotFound();
  return { ...enrolment, units };
}

/** Switches a student between the versions of the course (R5). Refuses units that it does not offer. */
export async function changeUnits(
  viewer: Viewer,
  change: Change & { units: number },
  now: Date,
): Promise<void> {
  demand(viewer, "change the roster");
  await db.transaction(async (tx) => {
    const student = await lockAnyStudent(tx, viewer, change.enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, change.idempotencyKey);
    if (isRepeated && student.units === change.units) return;
    const { syllabus } = await readRules(tx, viewer);
    const units = checkUnits(change.units, student.units, syllabus);
    await tx.update(enrolments).set({ units }).where(eq(enrolments.id, student.id));
    await record(
      tx,
      viewer,
      {
        action: "changed the units",
        subjectId: student.id,
        details: { former: student.units, units },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

const dropped = "dropped a student";

/** What is kept of a seat that was freed by dropping, so that it can be given back. */
const freedSeat = z.object({ meetingId: z.uuid(), number: z.int() });

/**
 * Ends a student's part in the course: out at the next click. The seat of a discussion still to come is freed, and
 * all work stays. Refuses whoever has dropped already.
 */
export async function dropStudent(viewer: Viewer, change: Change, now: Date): Promise<void> {
  demand(viewer, "change the roster");
  await db.transaction(async (tx) => {
    const student = await lockAnyStudent(tx, viewer, change.enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, change.idempotencyKey);
    if (isRepeated && student.status === "dropped") return;
    checkDropping(student);
    await tx.update(enrolments).set({ status: "dropped" }).where(eq(enrolments.id, student.id));
    const [held] = await tx
      .select({
        meetingId: seats.meetingId,
        number: seats.number,
        date: meetings.date,
        starts: meetings.starts,
        zone: courses.timeZone,
      })
      .from(seats)
      .innerJoin(meetings, eq(meetings.id, seats.meetingId))
      .innerJoin(courses, eq(courses.id, seats.courseId))
      .where(eq(seats.enrolmentId, student.id));
    const freed = held !== undefined && isFreed(held, held.zone, now) ? held : null;
    if (freed !== null) {
      await deleteSeat(tx, { meetingId: freed.meetingId, enrolmentId: student.id });
    }
    await record(
      tx,
      viewer,
      {
        action: dropped,
        subjectId: student.id,
        details: {
          seat: freed === null ? null : { meetingId: freed.meetingId, number: freed.number },
        },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

/**
 * Takes a student who dropped the course back, with everything: the work, which has stayed, and the seat that was
 * freed, where that meeting still has one. Refuses whoever has not dropped.
 */
export async function restoreStudent(viewer: Viewer, change: Change, now: Date): Promise<void> {
  demand(viewer, "change the roster");
  await db.transaction(async (tx) => {
    const former = await formerSeat(tx, viewer, change.enrolmentId);
    const meeting = former === null ? null : await lockMeeting(tx, viewer, former.meetingId);
    const student = await lockAnyStudent(tx, viewer, change.enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, change.idempotencyKey);
    if (isRepeated && student.status === "active") return;
    checkRestoring(student);
    await tx.update(enrolments).set({ status: "active" }).where(eq(enrolments.id, student.id));
    let number: number | null = null;
    if (former !== null && meeting !== null) {
      const about = { meetingId: meeting.id, enrolmentId: student.id };
      const { taken } = await readBoard(tx, viewer, about, now);
      number = seatGivenBack(former.number, meeting, taken);
      if (number !== null) {
        const { courseId, seats: capacity } = meeting;
        await insertSeat(tx, { ...about, number, courseId, capacity }, now);
      }
    }
    await record(
      tx,
      viewer,
      {
        action: "restored a student",
        subjectId: student.id,
        details: { seat: number === null ? null : { meetingId: meeting?.id, number } },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

/** The seat that the last dropping freed; null when it freed none. */
async function formerSeat(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const [last] = await tx
    .select({ seat: audit.details })
    .from(audit)
    .where(
      and(
        eq(audit.courseId, viewer.courseId),
        eq(audit.subjectId, enrolmentId),
        eq(audit.action, dropped),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1);
  return freedSeat.safeParse(last?.seat["seat"]).data ?? null;
}
