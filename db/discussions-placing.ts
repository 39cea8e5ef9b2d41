import { eq } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { checkPlacement, checkReopening } from "@/policy/discussions-placing";
import { checkReason } from "@/policy/reasons";
import { NotFound, Refusal } from "@/policy/refusal";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { lockCourse, raiseRevision } from "./courses";
import { deleteSeat, insertSeat, isAmong, limitsOf, readBoard } from "./discussions";
import { lockMeeting } from "./meetings";
import { lockStudent } from "./roster";
import { courses } from "./schema";

/** A student and a discussion, and why the staff change who presents there. */
interface Placing {
  meetingId: string;
  enrolmentId: string;
  reason: string;
  idempotencyKey: string | null;
}

/** Gives a student a seat, at any time and with a reason. Refuses by the rules of `checkPlacement`. */
export async function placePresenter(viewer: Viewer, placing: Placing, now: Date): Promise<void> {
  demand(viewer, "place presenters");
  await db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, placing.meetingId);
    const student = await lockStudent(tx, viewer, placing.enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, placing.idempotencyKey);
    const about = { meetingId: meeting.id, enrolmentId: student.id };
    const { taken, elsewhere, open, rule } = await readBoard(tx, viewer, about, now);
    if (isRepeated && isAmong(taken, student.id)) return;
    const seat = checkPlacement(about, meeting, taken, elsewhere, open, rule, placing.reason);
    await insertSeat(tx, { ...seat, ...limitsOf(meeting, rule) }, now);
    await record(
      tx,
      viewer,
      {
        action: "presenter-placed",
        subjectId: meeting.id,
        details: { enrolmentId: student.id, number: seat.number, reason: seat.reason },
        idempotencyKey: placing.idempotencyKey,
      },
      now,
    );
  });
}

/** Takes a student's seat away, at any time and with a reason. Refuses when he or she has none there. */
export async function removePresenter(viewer: Viewer, placing: Placing, now: Date): Promise<void> {
  demand(viewer, "place presenters");
  await db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, placing.meetingId);
    const isRepeated = await alreadyDone(tx, viewer, placing.idempotencyKey);
    const reason = checkReason(placing.reason);
    const { enrolmentId } = placing;
    const number = await deleteSeat(tx, { meetingId: meeting.id, enrolmentId });
    if (number === undefined) {
      if (isRepeated) return;
      throw new Refusal(
        `This student has no seat in “${meeting.title}” any more. Load the page again to see who presents.`,
      );
    }
    await record(
      tx,
      viewer,
      {
        action: "presenter-removed",
        subjectId: meeting.id,
        details: { enrolmentId, number, reason },
        idempotencyKey: placing.idempotencyKey,
      },
      now,
    );
  });
}

/** Opens sign-up again for everybody until a minute of the course's clocks, with a reason (R14). */
export async function reopenSignUp(
  viewer: Viewer,
  reopening: { date: string; time: string; reason: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demand(viewer, "place presenters");
  await db.transaction(async (tx) => {
    const course = await lockCourse(tx, viewer);
    if (course.syllabus.presentation?.signUp == null) throw new NotFound();
    const isRepeated = await alreadyDone(tx, viewer, reopening.idempotencyKey);
    const { until, reason } = checkReopening(reopening, course.timeZone, now);
    if (isRepeated && course.signUpReopenedUntil?.getTime() === until.getTime()) return;
    await tx.update(courses).set({ signUpReopenedUntil: until }).where(eq(courses.id, course.id));
    await record(
      tx,
      viewer,
      {
        action: "sign-up-reopened",
        subjectId: course.id,
        details: { former: course.signUpReopenedUntil, until, reason },
        idempotencyKey: reopening.idempotencyKey,
      },
      now,
    );
    await raiseRevision(tx, viewer);
  });
}
