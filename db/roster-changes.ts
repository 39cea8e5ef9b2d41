import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { demand, type Viewer } from "@/policy/access";
import { freeTurn } from "@/policy/discussions";
import { NotFound } from "@/policy/refusal";
import {
  checkDropping,
  checkRestoring,
  checkUnits,
  isStillAhead,
  seatGivenBack,
} from "@/policy/roster";
import { alreadyDone, record } from "./audit";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { deleteSeat, insertSeat, limitsOf, readBoard } from "./discussions";
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
        action: "units-changed",
        subjectId: student.id,
        details: { former: student.units, units },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

/** What is kept of seats that were freed by dropping, so that they can be given back. */
const freedSeats = z.object({
  seats: z.array(z.object({ meetingId: z.uuid(), number: z.int() })),
});

/**
 * Ends a student's part in the course: out at the next click. The seats of discussions still to come are freed, and
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
    const held = await tx
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
      .where(eq(seats.enrolmentId, student.id))
      .orderBy(asc(seats.turn));
    const freed = held
      .filter((seat) => isStillAhead(seat, seat.zone, now))
      .map(({ meetingId, number }) => ({ meetingId, number }));
    for (const { meetingId } of freed) {
      await deleteSeat(tx, { meetingId, enrolmentId: student.id });
    }
    await record(
      tx,
      viewer,
      {
        action: "student-dropped",
        subjectId: student.id,
        details: { seats: freed },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

/**
 * Takes a student who dropped the course back, with everything: the work, which has stayed, and the seats that
 * were freed, where those meetings still have one. Refuses whoever has not dropped.
 */
export async function restoreStudent(viewer: Viewer, change: Change, now: Date): Promise<void> {
  demand(viewer, "change the roster");
  await db.transaction(async (tx) => {
    const { syllabus, zone } = await readRules(tx, viewer);
    const former =
      syllabus.presentation === null ? [] : await listFormerSeats(tx, viewer, change.enrolmentId);
    const locked: Awaited<ReturnType<typeof lockMeeting>>[] = [];
    for (const { meetingId } of former) locked.push(await lockMeeting(tx, viewer, meetingId));
    const student = await lockAnyStudent(tx, viewer, change.enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, change.idempotencyKey);
    if (isRepeated && student.status === "active") return;
    checkRestoring(student);
    await tx.update(enrolments).set({ status: "active" }).where(eq(enrolments.id, student.id));
    const given: typeof former = [];
    for (const [index, meeting] of locked.entries()) {
      const about = { meetingId: meeting.id, enrolmentId: student.id };
      const { taken, elsewhere, rule } = await readBoard(tx, viewer, about, now);
      const number = seatGivenBack(former[index]?.number ?? 0, meeting, taken, {
        zone,
        now,
      });
      const turn = freeTurn(elsewhere, rule.perStudent.most);
      if (number === null || turn === null) continue;
      await insertSeat(tx, { ...about, number, turn, ...limitsOf(meeting, rule) }, now);
      given.push({ meetingId: meeting.id, number });
    }
    await record(
      tx,
      viewer,
      {
        action: "student-restored",
        subjectId: student.id,
        details: { seats: given },
        idempotencyKey: change.idempotencyKey,
      },
      now,
    );
  });
}

/** The seats that the last dropping freed, in an order in which everybody locks their meetings. */
async function listFormerSeats(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const [last] = await tx
    .select({ details: audit.details })
    .from(audit)
    .where(
      and(
        eq(audit.courseId, viewer.courseId),
        eq(audit.subjectId, enrolmentId),
        eq(audit.action, "student-dropped"),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1);
  const { seats: freed } = freedSeats.safeParse(last?.details).data ?? { seats: [] };
  return freed.sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
}
