import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { visitorOf, type Viewer } from "@/policy/access";
import { NotFound, Refusal } from "@/policy/refusal";
import { db } from "./client";
import { claimSeat, listPresenters, releaseSeat } from "./discussions";
import { reopenSignUp } from "./discussions-placing";
import { openCourse, type OpenCourse } from "@/e2e/factory";
import { holders, logOf, meetingOf } from "@/e2e/factory-meetings";
import { listMeetings } from "./meetings";
import { meetings, seats } from "./schema";

const opens = new Date("2024-01-16T16:50:00-05:00");
const noon = new Date("2024-01-17T12:00:00-05:00");
const closes = new Date("2024-01-18T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

async function discussionsOf(course: OpenCourse) {
  const all = await listMeetings(course.iris);
  return all.filter(({ kind }) => kind === "discussion");
}

const claim = (
  viewer: Viewer,
  meetingId: string,
  now = noon,
  idempotencyKey: string | null = null,
) => claimSeat(viewer, { meetingId, idempotencyKey }, now);
const release = (viewer: Viewer, meetingId: string, now = noon) =>
  releaseSeat(viewer, { meetingId, idempotencyKey: null }, now);

for (const crowd of [60, 200]) {
  test(`feature 15: ${crowd} claims at once on 3 seats leave 3 holders, and offer the others what is open`, async () => {
    const course = await openCourse({ classmates: crowd });
    const seventh = await meetingOf(course, 7);
    const answers = await Promise.allSettled(
      course.classmates.map((student) => claim(student, seventh.id)),
    );
    const refused = answers.flatMap((answer) =>
      answer.status === "rejected" ? [answer.reason as unknown] : [],
    );
    expect(refused).toHaveLength(crowd - 3);
    for (const refusal of refused) {
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).message).toMatch(
        /^All 3 seats of “New frontiers in benchmarking” are taken. Still open: “.+” on .+ \(3 seats\), .+ and 5 more\.$/,
      );
      expect((refusal as Refusal).links).toHaveLength(4);
    }
    expect(new Set(await holders(seventh.id)).size).toBe(3);
    expect(await logOf(course, seventh.id)).toHaveLength(3);
  });
}

test("R13: a student who claims five meetings at once gets exactly one, and a sentence for each other", async () => {
  const course = await openCourse();
  const five = (await discussionsOf(course)).slice(0, 5);
  const students = [course.ada, course.ben, course.cleo];
  // Twice: the first round opens the connections, one after the other, that the second finds open.
  for (const now of [noon, after(noon, 1)]) {
    const answers = await Promise.allSettled(
      students.flatMap((student) => five.map(({ id }) => claim(student, id, now))),
    );
    const reasons = answers.flatMap((answer) =>
      answer.status === "rejected" ? [String(answer.reason)] : [],
    );
    expect(reasons).toHaveLength(students.length * 4);
    for (const reason of reasons) {
      expect(reason).toMatch(
        /^Refusal: You already have a seat in “.+”, and each student presents once/,
      );
    }
    const held = await listPresenters(course.ada);
    expect(held.map(({ enrolmentId }) => enrolmentId).sort()).toEqual(
      students.map(({ enrolmentId }) => enrolmentId).sort(),
    );
    for (const seat of held) {
      const holder = students.find(({ enrolmentId }) => enrolmentId === seat.enrolmentId);
      await release(holder ?? course.ada, seat.meetingId, now);
    }
  }
});

test("R13: the database itself refuses a second seat of one student", async () => {
  const course = await openCourse();
  const [first, second] = await discussionsOf(course);
  if (first === undefined || second === undefined) throw new Error("There are ten.");
  await claim(course.ada, first.id);
  await expect(
    db.insert(seats).values({
      id: crypto.randomUUID(),
      courseId: course.courseId,
      meetingId: second.id,
      number: 1,
      capacity: 3,
      enrolmentId: course.ada.enrolmentId,
      turn: 1,
      turns: 1,
      takenAt: noon,
    }),
  ).rejects.toMatchObject({ cause: { constraint_name: "seats_turn_unique" } });
});

test("R14: the window decides to the millisecond; reopened by staff, it is open again", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  await expect(claim(course.ada, id, after(opens, -1))).rejects.toThrow(
    "Sign-up opens on Tue 16 Jan, 16:50 EST.",
  );
  await claim(course.ada, id, opens);
  await claim(course.ben, id, closes);
  await expect(claim(course.cleo, id, after(closes, 1))).rejects.toThrow(
    "Sign-up closed on Thu 18 Jan, 23:59 EST. Ask the staff for a seat.",
  );
  await reopenSignUp(
    course.tara,
    {
      date: "2024-01-20",
      time: "18:00",
      reason: "Two students joined late.",
      idempotencyKey: null,
    },
    after(closes, 1),
  );
  const reopenedUntil = new Date("2024-01-20T18:00:59.999-05:00");
  await expect(claim(course.cleo, id, after(reopenedUntil, 1))).rejects.toThrow(
    "Sign-up closed on Sat 20 Jan, 18:00 EST.",
  );
  await claim(course.cleo, id, reopenedUntil);
  expect(await holders(id)).toEqual([
    [course.ada.enrolmentId, 1],
    [course.ben.enrolmentId, 2],
    [course.cleo.enrolmentId, 3],
  ]);
  expect((await logOf(course, course.courseId)).at(-1)).toEqual({
    action: "sign-up-reopened",
    personId: course.tara.personId,
    details: {
      former: null,
      until: reopenedUntil.toISOString(),
      reason: "Two students joined late.",
    },
    at: after(closes, 1),
  });
});

test("R14: a seat is given up freely inside the window, and only then", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  await claim(course.ada, id);
  await release(course.ada, id, closes);
  expect(await holders(id)).toEqual([]);
  await claim(course.ada, id);
  await expect(release(course.ada, id, after(closes, 1))).rejects.toThrow(
    "so a seat can no longer be given up freely",
  );
  await expect(release(course.ben, id)).rejects.toBeInstanceOf(NotFound);
  expect(await holders(id)).toEqual([[course.ada.enrolmentId, 1]]);
  expect((await logOf(course, id)).map(({ action }) => action)).toEqual([
    "seat-taken",
    "seat-given-up",
    "seat-taken",
  ]);
});

test("a seat given up is the next one's", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  for (const student of [course.ada, course.ben, course.cleo]) await claim(student, id);
  await release(course.ben, id);
  await claim(course.eli, id);
  expect(await holders(id)).toEqual([
    [course.ada.enrolmentId, 1],
    [course.eli.enrolmentId, 2],
    [course.cleo.enrolmentId, 3],
  ]);
});

test("a double click takes one seat and is answered as one", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  await Promise.all(Array.from({ length: 10 }, () => claim(course.ada, id, noon, "one-form")));
  expect(await holders(id)).toEqual([[course.ada.enrolmentId, 1]]);
  expect(await logOf(course, id)).toHaveLength(1);
});

test("the forms that took and gave up a seat do so again, found by going back", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  const giveUp = () => releaseSeat(course.ada, { meetingId: id, idempotencyKey: "given-up" }, noon);
  for (const _ of [1, 2]) {
    await claim(course.ada, id, noon, "taken");
    expect(await holders(id)).toEqual([[course.ada.enrolmentId, 1]]);
    await giveUp();
    expect(await holders(id)).toEqual([]);
  }
  await giveUp();
  expect((await logOf(course, id)).map(({ action }) => action)).toEqual([
    "seat-taken",
    "seat-given-up",
    "seat-taken",
    "seat-given-up",
  ]);
});

test("R6: the seats of a meeting cannot fall below its presenters", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  for (const student of [course.ada, course.ben]) await claim(student, id);
  const setSeats = (count: number) =>
    db.update(meetings).set({ seats: count }).where(eq(meetings.id, id));
  await expect(setSeats(1)).rejects.toMatchObject({
    cause: { constraint_name: "seats_within_capacity" },
  });
  await setSeats(2);
  await expect(claim(course.cleo, id)).rejects.toThrow("All 2 seats");
  await setSeats(4);
  await claim(course.cleo, id);
  await claim(course.eli, id);
  expect(await holders(id)).toHaveLength(4);
});

test("a seat exists only for the students of its course", async () => {
  const [course, other] = await Promise.all([openCourse(), openCourse()]);
  const { id } = await meetingOf(course, 7);
  const strangers: Record<string, Viewer> = {
    "a student of another course": other.ada,
    "somebody who has dropped": course.dora,
    "a visitor": visitorOf(course.courseId),
    "a TA": course.tara,
    "an instructor": course.iris,
  };
  for (const [who, viewer] of Object.entries(strangers)) {
    await expect(claim(viewer, id), who).rejects.toBeInstanceOf(NotFound);
    await expect(release(viewer, id), who).rejects.toBeInstanceOf(NotFound);
  }
  expect(await holders(id)).toEqual([]);
});
