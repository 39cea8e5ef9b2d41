import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { visitorOf } from "@/policy/access";
import { listAnnouncements, postAnnouncement } from "./announcements";
import { db } from "./client";
import { openCourse } from "@/e2e/factory";
import { audit, courses } from "./schema";

const news = (title: string) => ({ title, body: "**Text**", idempotencyKey: randomUUID() });
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("the newest announcement is first, one of the future is not there yet", async () => {
  const { courseId, now, iris } = await openCourse();
  await postAnnouncement(iris, news("First"), now);
  await postAnnouncement(iris, news("Second"), later(now, 1));
  const titles = async (at: Date) =>
    (await listAnnouncements(visitorOf(courseId), at)).map(({ title }) => title);
  expect(await titles(now)).toEqual(["First"]);
  expect(await titles(later(now, 1))).toEqual(["Second", "First"]);
});

test("posting writes the log and raises the revision, so that visitors see it at once", async () => {
  const { courseId, now, iris } = await openCourse();
  const revision = async () =>
    (await db.select({ is: courses.revision }).from(courses).where(eq(courses.id, courseId)))[0]
      ?.is;
  const before = await revision();
  await postAnnouncement(iris, news(" Room   change "), now);
  expect(await revision()).toBe((before ?? 0) + 1);
  const rows = await db
    .select({ details: audit.details, personId: audit.personId })
    .from(audit)
    .where(and(eq(audit.courseId, courseId), eq(audit.action, "announcement-posted")));
  expect(rows).toEqual([{ details: { title: "Room change" }, personId: iris.personId }]);
});

test("of two clicks at once one posts", async () => {
  const { courseId, now, iris } = await openCourse();
  const post = news("Once");
  await Promise.all([postAnnouncement(iris, post, now), postAnnouncement(iris, post, now)]);
  const posted = await listAnnouncements(visitorOf(courseId), now);
  expect(posted.filter(({ title }) => title === "Once")).toHaveLength(1);
});

test("only an instructor posts, and only in the own course", async () => {
  const { courseId, now, ada, tara, iris } = await openCourse();
  for (const viewer of [ada, tara, visitorOf(courseId)]) {
    await expect(postAnnouncement(viewer, news("No"), now)).rejects.toThrow(
      "There is nothing at this address.",
    );
  }
  await expect(postAnnouncement(iris, news(" "), now)).rejects.toThrow(
    "Give the announcement a title.",
  );
  const other = await openCourse();
  await postAnnouncement(iris, news("Here"), now);
  const there = await listAnnouncements(visitorOf(other.courseId), now);
  expect(there.map(({ title }) => title)).not.toContain("Here");
});
