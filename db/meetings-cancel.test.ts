import { expect, test } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { Refusal } from "@/policy/refusal";
import { db } from "./client";
import { claimSeat } from "./discussions";
import { openCourse, takeSeats } from "@/e2e/factory";
import { formOf, holders, logOf, meetingOf, saveForm } from "@/e2e/factory-meetings";
import {
  cancelMeeting,
  findUndoableEdit,
  MeetingChanged,
  reinstateMeeting,
  saveMeeting,
  undoChange,
} from "./meetings-edit";
import { meetings, people, seats } from "./schema";

const idempotencyKey = null;
const signUpDay = new Date("2024-01-17T12:00:00-05:00");

test("R6: seats of presenters are neither taken by fewer seats nor by another kind", async () => {
  const course = await openCourse();
  await takeSeats(course, 9, [course.ada, course.ben], signUpDay);
  await expect(saveForm(course, 9, { seats: "1", seatsReason: "A small class" })).rejects.toThrow(
    "fewer seats (1) than presenters (2): Ada Array, Ben Branch.",
  );
  await expect(saveForm(course, 9, { kind: "lecture" })).rejects.toThrow(
    "Seats are held here by Ada Array, Ben Branch, and only a discussion has presenters.",
  );
  const { id } = await meetingOf(course, 9);
  await db.delete(seats).where(eq(seats.enrolmentId, course.ada.enrolmentId));
  await saveForm(course, 9, { seats: "1", seatsReason: "A small class" });
  expect(await holders(id)).toEqual([[course.ben.enrolmentId, 1]]);
});

test("R13: cancelling frees the presenters, and reinstating gives seats back to who is still free", async () => {
  const course = await openCourse();
  await takeSeats(course, 9, [course.ada, course.ben], signUpDay);
  const { id } = await meetingOf(course, 9);
  await cancelMeeting(course.iris, { number: 9, version: 1, idempotencyKey }, course.now);
  expect(await holders(id)).toEqual([]);
  expect((await logOf(course, id)).at(-1)?.details["freed"]).toEqual([
    { enrolmentId: course.ada.enrolmentId, number: 1 },
    { enrolmentId: course.ben.enrolmentId, number: 2 },
  ]);
  await expect(
    cancelMeeting(course.iris, { number: 9, version: 2, idempotencyKey }, course.now),
  ).rejects.toThrow("Nothing would change");
  await takeSeats(course, 11, [course.ada], signUpDay);
  await saveForm(course, 9, { room: "GHC 1" });
  await reinstateMeeting(course.iris, { number: 9, version: 3, idempotencyKey }, course.now);
  expect(await holders(id)).toEqual([[course.ben.enrolmentId, 2]]);
  expect((await logOf(course, id)).at(-1)).toMatchObject({
    action: "meeting-reinstated",
    details: { restored: [{ enrolmentId: course.ben.enrolmentId, number: 2 }] },
  });
});

test("who asks for another seat while a class is reinstated waits, and is told of the old one", async () => {
  const course = await openCourse();
  await takeSeats(course, 9, [course.ada], signUpDay);
  await cancelMeeting(course.iris, { number: 9, version: 1, idempotencyKey }, course.now);
  const [seventh, ninth] = [await meetingOf(course, 7), await meetingOf(course, 9)];
  let both: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([]);
  let isAnswered = false;
  await db.transaction(async (tx) => {
    const [mine] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const waiting = sql`select pid from pg_stat_activity where ${mine?.pid ?? 0}::int = any(pg_blocking_pids(pid))`;
    const waitingBehind = sql`select from pg_stat_activity a, (${waiting}) b where b.pid = any(pg_blocking_pids(a.pid))`;
    // The seat is given back by now, and the log cannot name who did it before this transaction ends.
    await tx.select().from(people).where(eq(people.id, course.iris.personId)).for("update");
    const wish = { number: 9, version: 2, idempotencyKey };
    const reinstated = reinstateMeeting(course.iris, wish, course.now);
    const over = () => true;
    const isOver = reinstated.then(over, over);
    const isWaiting = async () => (await db.execute(waiting)).length > 0;
    while (!(await Promise.race([isOver, isWaiting()])));
    const claimed = claimSeat(course.ada, { meetingId: seventh.id, idempotencyKey }, signUpDay);
    both = Promise.allSettled([reinstated, claimed]);
    const answered = () => (isAnswered = true);
    claimed.then(answered, answered);
    while (!isAnswered && (await db.execute(waitingBehind)).length === 0);
  });
  const [reinstated, claimed] = await both;
  expect(reinstated).toMatchObject({ status: "fulfilled" });
  expect(claimed).toMatchObject({
    status: "rejected",
    reason: expect.objectContaining({
      message: expect.stringMatching(/^You already have a seat in “.+”/),
    }),
  });
  expect(await holders(ninth.id)).toEqual([[course.ada.enrolmentId, 1]]);
});

test("an undo saves the former values, until a later change touches the meeting", async () => {
  const course = await openCourse();
  const former = await formOf(course, 8);
  await saveForm(course, 8, { date: "2024-02-16", readings: [], notes: "Moved." });
  const moved = await meetingOf(course, 8);
  expect(await findUndoableEdit(course.iris, moved)).toMatchObject({ by: "Iris Index" });
  await undoChange(course.iris, { number: 8, version: 2, idempotencyKey }, course.now);
  expect((await formOf(course, 8)).values).toEqual(former.values);
  expect((await logOf(course, former.id)).map(({ action }) => action)).toEqual([
    "meeting-changed",
    "meeting-change-undone",
  ]);
  await expect(
    undoChange(course.iris, { number: 8, version: 2, idempotencyKey }, course.now),
  ).rejects.toBeInstanceOf(MeetingChanged);
  await db.update(meetings).set({ version: 4 }).where(eq(meetings.id, former.id));
  expect(await findUndoableEdit(course.iris, { ...moved, version: 4 })).toBeUndefined();
  await expect(
    undoChange(course.iris, { number: 8, version: 4, idempotencyKey }, course.now),
  ).rejects.toThrow("There is no change left that could be undone.");
});

test("a save that is found by going back after it was undone is not said to be saved", async () => {
  const course = await openCourse();
  const { text, version } = await formOf(course, 8);
  const wish = { number: 8, version, text: { ...text, room: "GHC 1" }, isForced: false };
  const save = () => saveMeeting(course.iris, { ...wish, idempotencyKey: "one form" }, course.now);
  await save();
  await undoChange(course.iris, { number: 8, version: 2, idempotencyKey }, course.now);
  await expect(save()).rejects.toBeInstanceOf(MeetingChanged);
});

test("an undo keeps what people did meanwhile, and is refused where that would take it away", async () => {
  const course = await openCourse();
  await saveForm(course, 9, { seats: "4", seatsReason: "A large class" });
  await takeSeats(course, 9, [course.ada, course.ben, course.cleo, course.eli], signUpDay);
  await expect(
    undoChange(course.iris, { number: 9, version: 2, idempotencyKey }, course.now),
  ).rejects.toThrow("There would be fewer seats (3) than presenters (4)");
  const { id } = await meetingOf(course, 9);
  expect(await holders(id)).toHaveLength(4);
});

test("a save and a claim at once end with a seat within the meeting's, or a refusal", async () => {
  const course = await openCourse();
  await takeSeats(course, 9, [course.ada], signUpDay);
  const { id } = await meetingOf(course, 9);
  const [saved, claimed] = await Promise.allSettled([
    saveForm(course, 9, { seats: "1", seatsReason: "A small class" }),
    claimSeat(course.ben, { meetingId: id, idempotencyKey }, signUpDay),
  ]);
  for (const outcome of [saved, claimed]) {
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Refusal);
  }
  expect([saved.status, claimed.status].sort()).toEqual(["fulfilled", "rejected"]);
});
