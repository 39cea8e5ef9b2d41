import { expect, test } from "@playwright/test";
import { and, asc, eq } from "drizzle-orm";
import { visitorOf, type EnrolledViewer, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { db } from "./client";
import { claimSeat, listPresenters, listStudentsWithoutSeat } from "./discussions";
import { openCourse, takeSeats, type OpenCourse } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import { readScoreFacts } from "./grades";
import { findMeeting } from "./meetings";
import { findOnRoster, listRoster } from "./roster";
import { changeUnits, dropStudent, restoreStudent } from "./roster-changes";
import { audit, meetings } from "./schema";

const noon = "2024-01-17T12:00:00-05:00";
const afterSeventh = new Date("2024-02-06T18:00:00-05:00");

const about = (student: EnrolledViewer) => ({
  enrolmentId: student.enrolmentId,
  idempotencyKey: null,
});
const drop = (course: OpenCourse, student: EnrolledViewer, now = course.now) =>
  dropStudent(course.iris, about(student), now);
const restore = (course: OpenCourse, student: EnrolledViewer, now = course.now) =>
  restoreStudent(course.iris, about(student), now);

async function seatOf(course: OpenCourse, student: EnrolledViewer) {
  const held = await listPresenters(course.iris);
  return held.find(({ enrolmentId }) => enrolmentId === student.enrolmentId)?.number;
}

function auditOf(course: OpenCourse, student: EnrolledViewer) {
  return db
    .select({ action: audit.action, personId: audit.personId, details: audit.details })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.subjectId, student.enrolmentId)))
    .orderBy(asc(audit.id));
}

test("R5: switching between 6 and 12 units is written down with the former", async () => {
  const course = await openCourse();
  await changeUnits(course.tara, { ...about(course.gus), units: 12 }, course.now);
  expect((await findOnRoster(course.tara, course.gus.enrolmentId))?.units).toBe(12);
  await expect(
    changeUnits(course.tara, { ...about(course.gus), units: 9 }, course.now),
  ).rejects.toThrow("taken with 6 or 12 units");
  await expect(
    changeUnits(course.tara, { ...about(course.tom), units: 6 }, course.now),
  ).rejects.toBeInstanceOf(NotFound);
  expect(await auditOf(course, course.gus)).toEqual([
    {
      action: "units-changed",
      personId: course.tara.personId,
      details: { former: 6, units: 12 },
    },
  ]);
});

test("feature 50: who drops frees the seat and keeps the work; who returns gets both back", async () => {
  const course = await openCourse({ at: noon });
  await takeSeats(course, 7, [course.ada, course.ben]);
  const meeting = await findMeeting(course.iris, 7);
  await handIn(course.ben, { number: 2, at: course.now });
  await drop(course, course.ben);
  expect(await seatOf(course, course.ben)).toBeUndefined();
  const [facts] = await readScoreFacts(course.iris, { enrolmentId: course.ben.enrolmentId });
  expect(facts?.submissions).toMatchObject([{ version: 1, submittedAt: course.now }]);
  await expect(drop(course, course.ben)).rejects.toThrow("has dropped the course already");
  await restore(course, course.ben);
  expect(await seatOf(course, course.ben)).toBe(2);
  await expect(restore(course, course.ben)).rejects.toThrow("already in the course");
  const seats = [{ meetingId: meeting?.id, number: 2 }];
  expect((await auditOf(course, course.ben)).slice(-2)).toEqual([
    { action: "student-dropped", personId: course.iris.personId, details: { seats } },
    { action: "student-restored", personId: course.iris.personId, details: { seats } },
  ]);
});

test("a seat that others took meanwhile is not given back", async () => {
  const course = await openCourse({ at: noon });
  await takeSeats(course, 7, [course.ada, course.ben, course.cleo]);
  await drop(course, course.ben);
  await takeSeats(course, 7, [course.eli]);
  await restore(course, course.ben);
  expect(await seatOf(course, course.ben)).toBeUndefined();
  const { students } = await listStudentsWithoutSeat(course.tara, { limit: 50 });
  const names = students.map(({ name }) => name);
  expect(names).toEqual(["Ben Branch", "Fay Float", "Gus Graph"]);
});

test("what was presented stays presented, though the student drops", async () => {
  const course = await openCourse({ at: noon });
  await takeSeats(course, 7, [course.ada]);
  await drop(course, course.ada, afterSeventh);
  expect(await seatOf(course, course.ada)).toBe(1);
  await restore(course, course.ada, afterSeventh);
  expect(await seatOf(course, course.ada)).toBe(1);
});

test("a student who claims while being dropped ends without a seat, or never had one", async () => {
  const course = await openCourse({ at: noon, classmates: 20 });
  const meeting = await findMeeting(course.iris, 7);
  await db
    .update(meetings)
    .set({ seats: 20 })
    .where(eq(meetings.id, meeting?.id ?? ""));
  await Promise.allSettled(
    course.classmates.flatMap((student) => [
      claimSeat(student, { meetingId: meeting?.id ?? "", idempotencyKey: null }, course.now),
      drop(course, student),
    ]),
  );
  expect(await listPresenters(course.iris)).toEqual([]);
});

test("a double click drops once", async () => {
  const course = await openCourse();
  const change = { ...about(course.ben), idempotencyKey: "one-form" };
  await Promise.all([1, 2, 3].map(() => dropStudent(course.tara, change, course.now)));
  expect(await auditOf(course, course.ben)).toHaveLength(1);
});

test("the forms of a student’s row do again what was undone meanwhile, found by going back", async () => {
  const course = await openCourse();
  const { enrolmentId } = course.gus;
  const form = (idempotencyKey: string) => ({ enrolmentId, idempotencyKey });
  for (const units of [12, 6, 12, 6]) {
    await changeUnits(course.tara, { ...form(`to ${units}`), units }, course.now);
    expect((await findOnRoster(course.tara, enrolmentId))?.units).toBe(units);
  }
  for (const _ of [1, 2]) {
    await dropStudent(course.tara, form("dropped"), course.now);
    expect((await findOnRoster(course.tara, enrolmentId))?.status).toBe("dropped");
    await restoreStudent(course.tara, form("restored"), course.now);
    expect((await findOnRoster(course.tara, enrolmentId))?.status).toBe("active");
  }
  expect(await auditOf(course, course.gus)).toHaveLength(8);
});

test("the roster shows everybody, the dropped included, sorted and paged in the database", async () => {
  const course = await openCourse({ at: noon, classmates: 60 });
  await takeSeats(course, 9, [course.cleo]);
  const view = { sort: "name", isDescending: false, page: 1 } as const;
  const first = await listRoster(course.tara, view);
  expect(first.total).toBe(70);
  expect(first.rows).toHaveLength(50);
  expect(first.rows[0]).toMatchObject({
    name: "Ada Array",
    units: 12,
    handedIn: {},
    presentsAt: [],
  });
  const last = await listRoster(course.tara, { ...view, page: 2 });
  expect(last.rows).toHaveLength(20);
  expect(last.rows.at(-1)).toMatchObject({ name: "Tom Token", role: "ta", units: null });
  const seated = await listRoster(course.tara, { ...view, sort: "seat", isDescending: true });
  expect(seated.rows[0]).toMatchObject({
    name: "Cleo Closure",
    presentsAt: [{ meetingNumber: 9 }],
  });
  const dropped = await listRoster(course.tara, { ...view, sort: "status", isDescending: true });
  expect(dropped.rows[0]).toMatchObject({ name: "Dora Dropped", status: "dropped" });
});

test("the roster is for the staff of the course", async () => {
  const [course, other] = await Promise.all([openCourse(), openCourse()]);
  const view = { sort: "name", isDescending: false, page: 1 } as const;
  const outsiders: Viewer[] = [course.ada, course.dora, visitorOf(course.courseId)];
  for (const viewer of outsiders) {
    await expect(listRoster(viewer, view)).rejects.toBeInstanceOf(NotFound);
    await expect(findOnRoster(viewer, course.ada.enrolmentId)).rejects.toBeInstanceOf(NotFound);
  }
  expect(await findOnRoster(course.iris, other.ada.enrolmentId)).toBeUndefined();
  for (const viewer of [...outsiders, other.iris]) {
    const student = about(course.ben);
    await expect(changeUnits(viewer, { ...student, units: 6 }, course.now)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(dropStudent(viewer, student, course.now)).rejects.toBeInstanceOf(NotFound);
    await expect(restoreStudent(viewer, about(course.dora), course.now)).rejects.toBeInstanceOf(
      NotFound,
    );
  }
});
