import { randomUUID } from "node:crypto";
import { and, asc, count, eq, lt, sql } from "drizzle-orm";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import {
  checkGiveUp,
  openDiscussions,
  seatFor,
  signUpWindow,
  type Seat,
} from "@/policy/discussions";
import { NotFound, Refusal } from "@/policy/refusal";
import type { PresentationRule } from "@/policy/syllabus";
import { alreadyDone, record } from "./audit";
import { asJson, db, prepared, type Own, type Tx } from "./client";
import { readRules } from "./courses";
import { listMeetings, lockMeeting } from "./meetings";
import { lockStudent } from "./roster";
import { enrolments, meetings, people, seats } from "./schema";

const presenters = prepared((over, viewer) =>
  over
    .select({
      meetingId: seats.meetingId,
      number: seats.number,
      enrolmentId: seats.enrolmentId,
      name: people.name,
    })
    .from(seats)
    .innerJoin(enrolments, eq(enrolments.id, seats.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(eq(seats.courseId, viewer.courseId))
    .orderBy(asc(seats.meetingId), asc(seats.number))
    .prepare("presenters"),
);

/** Who presents at which meeting, by seat. */
export async function listPresenters(viewer: Viewer) {
  demand(viewer, "see the class");
  return presenters().execute({ ...viewer });
}

/** Who presents, as `listPresenters` says it. */
export type Presenter = Awaited<ReturnType<typeof listPresenters>>[number];

/** Those with whom the student presents, by meeting and seat; none without a seat. */
export function teamMates(viewer: Own) {
  return sql<{ meetingId: string; name: string }[]>`${asJson(
    sql`select s.meeting_id as "meetingId", p.name, s.number from seats own
      join seats s on s.meeting_id = own.meeting_id and s.enrolment_id <> own.enrolment_id
      join enrolments e on e.id = s.enrolment_id join people p on p.id = e.person_id
      where own.enrolment_id = ${viewer.enrolmentId}`,
    sql`x."meetingId", x.number`,
  )}`;
}

/**
 * Students of the course who present less often than each should, by name (feature 17): so many of them, and how many
 * there are in all; without those who present at `elsewhereThan`.
 */
export async function listStudentsWithoutSeat(
  viewer: Viewer,
  wanted: { limit: number; offset?: number; elsewhereThan?: string },
) {
  demand(viewer, "place presenters");
  const { presentation } = (await readRules(db, viewer)).syllabus;
  const held = db
    .select({ enrolmentId: seats.enrolmentId, seats: count().as("seats") })
    .from(seats)
    .where(eq(seats.courseId, viewer.courseId))
    .groupBy(seats.enrolmentId)
    .as("held");
  const seatsHeld = sql<number>`coalesce(${held.seats}, 0)::int`;
  const { limit, offset = 0, elsewhereThan } = wanted;
  const whose = and(
    eq(enrolments.courseId, viewer.courseId),
    eq(enrolments.role, "student"),
    eq(enrolments.status, "active"),
    lt(seatsHeld, presentation?.perStudent.least ?? 0),
    elsewhereThan === undefined
      ? undefined
      : sql`not exists (select from ${seats} x where x.enrolment_id = ${enrolments.id} and x.meeting_id = ${elsewhereThan})`,
  );
  const [students, [all]] = await Promise.all([
    db
      .select({
        enrolmentId: enrolments.id,
        name: people.name,
        email: people.email,
        seats: seatsHeld,
      })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .leftJoin(held, eq(held.enrolmentId, enrolments.id))
      .where(whose)
      .orderBy(asc(people.name), asc(people.email))
      .limit(limit)
      .offset(offset),
    db
      .select({ total: count() })
      .from(enrolments)
      .leftJoin(held, eq(held.enrolmentId, enrolments.id))
      .where(whose),
  ]);
  return { students, total: all?.total ?? 0 };
}

/** The seats that a student holds, with the meetings' titles, by turn. */
export async function listOwnSeats(tx: Tx, enrolmentId: string) {
  return tx
    .select({ meetingId: seats.meetingId, turn: seats.turn, title: meetings.title })
    .from(seats)
    .innerJoin(meetings, eq(meetings.id, seats.meetingId))
    .where(eq(seats.enrolmentId, enrolmentId))
    .orderBy(asc(seats.turn));
}

/**
 * Everything that decides about a seat of the meeting, once it and the student are locked: the rule, who sits there,
 * where the student sits otherwise, what else is open, and the sign-up window. A course in which nobody presents has
 * no seats to decide about.
 */
export async function readBoard(
  tx: Tx,
  viewer: Viewer,
  about: { meetingId: string; enrolmentId: string },
  now: Date,
) {
  const { syllabus, zone, signUpReopenedUntil } = await readRules(tx, viewer);
  const { presentation: rule } = syllabus;
  if (rule === null) throw new Refusal("Nobody presents in this course, so it has no seats.");
  const [all, held, own] = await Promise.all([
    listMeetings(viewer, tx),
    tx
      .select({
        meetingId: seats.meetingId,
        seatNumber: seats.number,
        enrolmentId: seats.enrolmentId,
      })
      .from(seats)
      .where(eq(seats.courseId, viewer.courseId))
      .orderBy(asc(seats.meetingId), asc(seats.number)),
    listOwnSeats(tx, about.enrolmentId),
  ]);
  return {
    rule,
    zone,
    taken: held.filter((seat) => seat.meetingId === about.meetingId),
    elsewhere: own.filter(({ meetingId }) => meetingId !== about.meetingId),
    open: openDiscussions(all, held, zone, now),
    window: signUpWindow(syllabus, all, zone, signUpReopenedUntil),
  };
}

/** Whether a student is among the holders of seats. */
export function isAmong(holders: readonly { enrolmentId: string }[], enrolmentId: string): boolean {
  return holders.some((holder) => holder.enrolmentId === enrolmentId);
}

/** Writes a seat that policy has given. */
export async function insertSeat(
  tx: Tx,
  seat: Seat & { courseId: string; capacity: number; turns: number },
  now: Date,
): Promise<void> {
  const { courseId, meetingId, enrolmentId, number, capacity, turn, turns } = seat;
  const place = { courseId, meetingId, enrolmentId, number, capacity, turn, turns };
  await tx.insert(seats).values({ id: randomUUID(), ...place, takenAt: now });
}

/** What bounds a seat: the seats of its meeting, and the presentations that each student may give. */
export function limitsOf(
  { courseId, seats: capacity }: { courseId: string; seats: number },
  { perStudent }: Pick<PresentationRule, "perStudent">,
) {
  return { courseId, capacity, turns: perStudent.most };
}

/** Frees a student's seat in a meeting; the number that it had, or undefined when there was none. */
export async function deleteSeat(
  tx: Tx,
  seat: { meetingId: string; enrolmentId: string },
): Promise<number | undefined> {
  const freed = await tx
    .delete(seats)
    .where(and(eq(seats.meetingId, seat.meetingId), eq(seats.enrolmentId, seat.enrolmentId)))
    .returning({ number: seats.number });
  return freed[0]?.number;
}

/**
 * Takes a seat for the student who asks: first come, first served (R13, R14). The locks make the refusal true, the
 * constraints make the row true. Refuses by the rules of `seatFor`; of a full discussion it says what is open.
 */
export async function claimSeat(
  viewer: Viewer,
  claim: { meetingId: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "lead discussions");
  const { enrolmentId } = viewer;
  await db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, claim.meetingId);
    await lockStudent(tx, viewer, enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, claim.idempotencyKey);
    const board = await readBoard(tx, viewer, { meetingId: meeting.id, enrolmentId }, now);
    const { taken, window, elsewhere, open, rule } = board;
    if (isRepeated && isAmong(taken, enrolmentId)) return;
    const seat = seatFor(viewer, meeting, taken, window, elsewhere, open, rule, now);
    await insertSeat(tx, { ...seat, ...limitsOf(meeting, rule) }, now);
    await record(
      tx,
      viewer,
      {
        action: "seat-taken",
        subjectId: meeting.id,
        details: { enrolmentId, number: seat.number },
        idempotencyKey: claim.idempotencyKey,
      },
      now,
    );
  });
}

/** Gives up the student's own seat, freely only inside the sign-up window (R14). */
export async function releaseSeat(
  viewer: Viewer,
  release: { meetingId: string; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "lead discussions");
  const { enrolmentId } = viewer;
  await db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, release.meetingId);
    await lockStudent(tx, viewer, enrolmentId);
    const isRepeated = await alreadyDone(tx, viewer, release.idempotencyKey);
    const about = { meetingId: meeting.id, enrolmentId };
    const { window, taken, zone } = await readBoard(tx, viewer, about, now);
    if (isRepeated && !isAmong(taken, enrolmentId)) return;
    checkGiveUp(meeting, window, zone, now);
    const number = await deleteSeat(tx, about);
    if (number === undefined) throw new NotFound();
    await record(
      tx,
      viewer,
      {
        action: "seat-given-up",
        subjectId: meeting.id,
        details: { enrolmentId, number },
        idempotencyKey: release.idempotencyKey,
      },
      now,
    );
  });
}
