import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { visitorOf } from "@/policy/access";
import { listAnnouncements } from "./announcements";
import { db } from "./client";
import { openCourse, takeSeats, type OpenCourse } from "@/e2e/factory";
import { formOf, meetingOf, saveForm } from "@/e2e/factory-meetings";
import { cancelMeeting, previewMeeting, saveMeeting, undoChange } from "./meetings-edit";
import { announcements, audit } from "./schema";

const signUpDay = new Date("2024-01-17T12:00:00-05:00");

async function newsIn({ courseId, now }: OpenCourse) {
  const posted = await listAnnouncements(visitorOf(courseId), now);
  return posted.map(({ title, body, postedBy }) => ({ title, body, postedBy }));
}

/** The forms of one meeting as an instructor confirms them, told to the course. */
const confirmed = (version: number, idempotencyKey: string | null = null) => ({
  number: 9,
  version,
  isAnnounced: true,
  idempotencyKey,
});

test("feature 3: people are told of a move just as the preview says it, and no student is named", async () => {
  const course = await openCourse();
  await takeSeats(course, 9, [course.ada], signUpDay);
  const { text, version } = await formOf(course, 9);
  const moved = { text: { ...text, date: "2024-02-16" }, isForced: false };
  const wish = { ...confirmed(version), ...moved };
  const { announcement } = await previewMeeting(course.iris, { ...wish, what: "save" }, course.now);
  expect(await newsIn(course)).toEqual([]);
  await saveMeeting(course.iris, wish, course.now);
  const told = await newsIn(course);
  expect(told).toEqual([{ ...announcement, postedBy: "Iris Index" }]);
  expect(told[0]?.title).toBe("“Synthetic data” moves to Fri 16 Feb, 15:30 EST");
  expect(told[0]?.body).toContain("The presenters keep their seats");
  expect(told[0]?.body).not.toContain("Ada");
  const rows = await db
    .select({ details: audit.details, personId: audit.personId })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.action, "announcement-posted")));
  expect(rows).toEqual([{ details: { title: told[0]?.title }, personId: course.iris.personId }]);
});

test("a change that nobody is to be told, and one that moves nothing, are not announced", async () => {
  const course = await openCourse();
  await saveForm(course, 8, { date: "2024-02-16" });
  await saveForm(course, 8, { title: "Data again" }, { isAnnounced: true });
  expect(await newsIn(course)).toEqual([]);
});

test("a double click on cancelling announces once, and undoing it is announced too", async () => {
  const course = await openCourse();
  await Promise.all([1, 2].map(() => cancelMeeting(course.iris, confirmed(1, "k1"), course.now)));
  expect((await newsIn(course)).map(({ title }) => title)).toEqual([
    "“Synthetic data” of Tue 13 Feb is cancelled",
  ]);
  await Promise.all([1, 2].map(() => undoChange(course.iris, confirmed(2, "k2"), course.now)));
  expect((await newsIn(course)).map(({ title }) => title).sort()).toEqual([
    "“Synthetic data” of Tue 13 Feb is cancelled",
    "“Synthetic data” takes place after all, Tue 13 Feb, 15:30 EST",
  ]);
});

test("what is refused is not announced, and what cannot be announced is not done", async () => {
  const course = await openCourse();
  await expect(saveForm(course, 9, { date: "2024-03-08" }, { isAnnounced: true })).rejects.toThrow(
    "inside “Spring break”",
  );
  expect(await newsIn(course)).toEqual([]);
  const ghost = { ...course.iris, enrolmentId: course.iris.personId };
  await expect(cancelMeeting(ghost, confirmed(1), course.now)).rejects.toThrow();
  expect((await meetingOf(course, 9)).isCancelled).toBe(false);
  const posted = await db
    .select()
    .from(announcements)
    .where(eq(announcements.courseId, course.courseId));
  expect(posted).toEqual([]);
});
