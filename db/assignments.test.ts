import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { findOwnTexts, readMeetingTexts } from "./assignments";
import { submitAssignment } from "./submissions";
import { db } from "./client";
import { readRules } from "./courses";
import { openCourse, type OpenCourse } from "@/e2e/factory";
import { grantTo, textFor } from "@/e2e/factory-assignments";
import { findMeeting } from "./meetings";
import { enrolments } from "./schema";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its post-assignment a day later. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const hour = 3_600_000;

async function pageOf(course: OpenCourse) {
  const meeting = await findMeeting(course.ada, 7);
  if (meeting === undefined) throw new Error("There is no meeting 7.");
  return { meeting, rules: await readRules(db, course.ada) };
}

const withCredits = () =>
  openCourse({
    change: (file) => ({
      ...file,
      syllabus: { ...file.syllabus, lateCredits: { perStudent: 2, hoursEach: 24 } },
    }),
  });

test("feature 23: a late credit is charged only when its cost was named before", async () => {
  const course = await withCredits();
  const form = await textFor(course);
  const late = after(lastMoment, hour);
  await expect(submitAssignment(course.ada, form, late)).rejects.toThrow(
    "Handing in now costs one late credit (you have 2 left). Load the page again to agree to that. What you typed is kept as a draft.",
  );
  const agreed = { ...form, creditsAgreed: 1 };
  await submitAssignment(course.ada, agreed, late);
  await submitAssignment(
    course.ada,
    { ...agreed, creditsAgreed: 0, idempotencyKey: randomUUID() },
    after(late, hour),
  );
  const { versions } = await findOwnTexts(course.ada, form.meetingId, "all");
  expect(versions.map((version) => version.creditsCharged)).toEqual([1, 1]);
  const { meeting, rules } = await pageOf(course);
  const page = await readMeetingTexts(course.ada, meeting, rules, after(late, hour));
  expect(page.own?.post.window.state).toBe("open");
  const nextDay = after(lastMoment, 25 * hour);
  const { own } = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(own?.post.window).toMatchObject({ state: "late", creditsNeeded: 1, creditsLeft: 1 });
  await grantTo(course, course.ada, { kind: "extended", extendedTo: after(late, 2 * hour) });
  const { own: extended } = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(extended?.post.window).toMatchObject({ creditsLeft: 2 });
});

test("summaries: classmates read them after the deadline and never before, staff always, visitors never", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const { meeting, rules } = await pageOf(course);
  const seenBy = async (viewer: Viewer, now: Date) =>
    (await readMeetingTexts(viewer, meeting, rules, now)).summaries?.map(({ name }) => name) ??
    null;
  await submitAssignment(course.ada, form, course.now);
  await submitAssignment(course.ben, form, course.now);
  await submitAssignment(course.gus, { ...form, text: "Older." }, course.now);
  const newer = { ...form, text: "Newer.", idempotencyKey: randomUUID() };
  await submitAssignment(course.gus, newer, course.now);
  expect(await seenBy(course.ada, lastMoment)).toBeNull();
  expect(await seenBy(course.ada, after(lastMoment, 1))).toEqual(["Ben Branch", "Gus Graph"]);
  expect(await seenBy(course.tara, course.now)).toEqual(["Ada Array", "Ben Branch", "Gus Graph"]);
  await expect(
    readMeetingTexts(visitorOf(course.courseId), meeting, rules, after(lastMoment, 1)),
  ).rejects.toBeInstanceOf(NotFound);
  const { summaries } = await readMeetingTexts(course.ada, meeting, rules, after(lastMoment, 1));
  expect(summaries?.at(-1)).toMatchObject({
    text: "Newer.",
    questions: form.questions.map((text) => ({ text })),
  });
  const { asked } = await readMeetingTexts(course.ada, meeting, rules, after(lastMoment, 1));
  expect(asked.map(({ askedBy }) => askedBy)).toEqual(["Ada Array", "Ben Branch", "Gus Graph"]);
  expect((await readMeetingTexts(course.ada, meeting, rules, lastMoment)).asked).toEqual([]);

  const extendedTo = after(lastMoment, 5 * hour);
  await grantTo(course, course.fay, { kind: "extended", extendedTo });
  expect(await seenBy(course.fay, extendedTo)).toBeNull();
  expect(await seenBy(course.fay, after(extendedTo, 1))).toHaveLength(3);

  await db
    .update(enrolments)
    .set({ status: "dropped" })
    .where(eq(enrolments.id, course.gus.enrolmentId));
  expect(await seenBy(course.ada, after(lastMoment, 1))).toEqual(["Ben Branch"]);
});

test("with late credits nobody reads the class's summaries while handing in is still possible", async () => {
  const course = await withCredits();
  const { meeting, rules } = await pageOf(course);
  const classStart = new Date("2024-02-06T15:30:00-05:00");
  const before = await readMeetingTexts(course.ada, meeting, rules, after(classStart, -1));
  expect(before.summaries).toBeNull();
  expect((await readMeetingTexts(course.ada, meeting, rules, classStart)).summaries).toEqual([]);
});
