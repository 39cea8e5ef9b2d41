import { expect, test } from "@playwright/test";
import { visitorOf, type EnrolledViewer, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { listPresenters, listStudentsWithoutSeat } from "./discussions";
import { placePresenter, removePresenter, reopenSignUp } from "./discussions-placing";
import { openCourse, takeSeats } from "@/e2e/factory";
import { holders, logOf, meetingOf } from "@/e2e/factory-meetings";

const noon = new Date("2024-01-17T12:00:00-05:00");

test("sign-up reopens only until a time to come, and with a reason", async () => {
  const course = await openCourse();
  const reopen = (date: string, reason: string) =>
    reopenSignUp(course.iris, { date, time: "12:00", reason, idempotencyKey: null }, course.now);
  await expect(reopen("2024-02-05", "Late.")).rejects.toThrow("is over already");
  await expect(reopen("2024-02-06", " ")).rejects.toMatchObject({ field: "reason" });
});

test("a form that reopened sign-up does so again where another has moved its end, and a double click once", async () => {
  const course = await openCourse();
  const until = (date: string) =>
    reopenSignUp(
      course.iris,
      { date, time: "12:00", reason: "Late.", idempotencyKey: date },
      course.now,
    );
  const [long, short] = ["2024-02-20", "2024-02-08"];
  await Promise.all([until(long), until(long)]);
  await until(short);
  await until(long);
  const ends = (await logOf(course, course.courseId))
    .filter(({ action }) => action === "sign-up-reopened")
    .map(({ details }) => details["until"]);
  expect(ends).toEqual(
    [long, short, long].map((date) => new Date(`${date}T12:00:59.999-05:00`).toISOString()),
  );
});

test("staff place and remove at any time, with a reason, and the log keeps it", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  const { enrolmentId } = course.ada;
  const about = { meetingId: id, enrolmentId, idempotencyKey: null };
  await placePresenter(course.tara, { ...about, reason: " Joined late. " }, course.now);
  await expect(
    placePresenter(course.tara, { ...about, reason: "Again." }, course.now),
  ).rejects.toThrow("already has a seat in this discussion");
  const ninth = await meetingOf(course, 9);
  await expect(
    placePresenter(course.tara, { ...about, meetingId: ninth.id, reason: "Again." }, course.now),
  ).rejects.toThrow("already has a seat in “New frontiers in benchmarking”");
  await expect(
    removePresenter(course.iris, { ...about, reason: "" }, course.now),
  ).rejects.toMatchObject({ field: "reason" });
  await removePresenter(course.iris, { ...about, reason: "Ill." }, course.now);
  await expect(
    removePresenter(course.iris, { ...about, reason: "Ill." }, course.now),
  ).rejects.toThrow("has no seat in “New frontiers in benchmarking” any more");
  expect(await logOf(course, id)).toEqual([
    {
      action: "presenter-placed",
      personId: course.tara.personId,
      details: { enrolmentId, number: 1, reason: "Joined late." },
      at: course.now,
    },
    {
      action: "presenter-removed",
      personId: course.iris.personId,
      details: { enrolmentId, number: 1, reason: "Ill." },
      at: course.now,
    },
  ]);
});

test("the forms that placed and removed somebody do so again, found by going back, and a double click once", async () => {
  const course = await openCourse();
  const { id } = await meetingOf(course, 7);
  const { enrolmentId } = course.ada;
  const form = (idempotencyKey: string) => ({
    meetingId: id,
    enrolmentId,
    reason: "Ill.",
    idempotencyKey,
  });
  for (const _ of [1, 2]) {
    await placePresenter(course.tara, form("placed"), course.now);
    await placePresenter(course.tara, form("placed"), course.now);
    expect(await holders(id)).toEqual([[enrolmentId, 1]]);
    await removePresenter(course.tara, form("removed"), course.now);
    await removePresenter(course.tara, form("removed"), course.now);
    expect(await holders(id)).toEqual([]);
  }
  expect(await logOf(course, id)).toHaveLength(4);
});

test("feature 17: the students without a seat are those who take part and present nowhere", async () => {
  const course = await openCourse();
  await takeSeats(course, 7, [course.ada], noon);
  const { students } = await listStudentsWithoutSeat(course.tara, { limit: 50 });
  const names = students.map(({ name }) => name);
  expect(names).toEqual(["Ben Branch", "Cleo Closure", "Eli Enum", "Fay Float", "Gus Graph"]);
});

test("only the staff of the course place, remove and reopen, and only its students", async () => {
  const [course, other] = await Promise.all([openCourse(), openCourse()]);
  const { id } = await meetingOf(course, 7);
  const place = (viewer: Viewer, student: EnrolledViewer) =>
    placePresenter(
      viewer,
      { meetingId: id, enrolmentId: student.enrolmentId, reason: "Late.", idempotencyKey: null },
      noon,
    );
  const outsiders: Record<string, Viewer> = {
    "a student": course.ben,
    "a visitor": visitorOf(course.courseId),
    "a TA of another course": other.tara,
  };
  for (const [who, viewer] of Object.entries(outsiders)) {
    await expect(place(viewer, course.ada), who).rejects.toBeInstanceOf(NotFound);
    await expect(
      removePresenter(
        viewer,
        { meetingId: id, enrolmentId: course.ada.enrolmentId, reason: "x", idempotencyKey: null },
        noon,
      ),
      who,
    ).rejects.toBeInstanceOf(NotFound);
  }
  for (const viewer of [course.ben, visitorOf(course.courseId)]) {
    await expect(
      reopenSignUp(
        viewer,
        { date: "2024-03-01", time: "12:00", reason: "x", idempotencyKey: null },
        noon,
      ),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(listStudentsWithoutSeat(viewer, { limit: 50 })).rejects.toBeInstanceOf(NotFound);
  }
  for (const nobody of [other.ada, course.dora, course.tom]) {
    await expect(place(course.tara, nobody)).rejects.toBeInstanceOf(NotFound);
  }
  await expect(listPresenters(visitorOf(course.courseId))).rejects.toBeInstanceOf(NotFound);
  expect(await holders(id)).toEqual([]);
});
