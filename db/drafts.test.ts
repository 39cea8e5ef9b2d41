import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { discardDraft, saveDraft } from "./drafts";
import { submitAssignment } from "./submissions";
import { db } from "./client";
import { assignmentIdOf, openCourse } from "@/e2e/factory";
import { ownTextsOf, textFor } from "@/e2e/factory-assignments";
import { submissions } from "./schema";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its post-assignment a day later. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test("a text too long to be kept is still refused for the deadline", async () => {
  const course = await openCourse();
  const form = await textFor(course, { text: "x".repeat(1_000_000) });
  await expect(submitAssignment(course.ada, form, after(lastMoment, 1))).rejects.toThrow(
    /^This pre-assignment was due .* The draft has 1,000,\d+ characters/,
  );
});

test("who may hand in and draft: students of the course, and nobody else", async () => {
  const [course, elsewhere] = await Promise.all([openCourse(), openCourse()]);
  const form = await textFor(course);
  const draft = { ...form, basedOn: 0 };
  const others: Viewer[] = [
    course.tara,
    course.iris,
    course.dora,
    elsewhere.ada,
    visitorOf(course.courseId),
  ];
  for (const viewer of others) {
    await expect(submitAssignment(viewer, form, course.now)).rejects.toBeInstanceOf(NotFound);
    await expect(saveDraft(viewer, draft, course.now)).rejects.toBeInstanceOf(NotFound);
  }
  for (const viewer of [course.tara, course.iris, course.dora, visitorOf(course.courseId)]) {
    await expect(discardDraft(viewer, form)).rejects.toBeInstanceOf(NotFound);
  }
  expect(
    await db.select().from(submissions).where(eq(submissions.courseId, course.courseId)),
  ).toEqual([]);
});

test("drafts: the last one stands, handing in removes it, and a stale one cannot come back", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const draft = { ...form, answers: ["Half a"], basedOn: 0 };
  await saveDraft(course.ada, draft, course.now);
  await saveDraft(
    course.ada,
    { ...draft, answers: ["Half a \u0000sentence"] },
    after(course.now, 2000),
  );
  expect((await ownTextsOf(course.ada)).drafts).toMatchObject([
    { content: { answers: ["Half a sentence"] }, savedAt: after(course.now, 2000) },
  ]);
  await saveDraft(course.ada, { ...draft, about: "a question" }, course.now);
  expect((await ownTextsOf(course.ada)).drafts).toMatchObject([
    { content: { about: "a question" } },
  ]);
  await submitAssignment(course.ada, form, course.now);
  expect((await ownTextsOf(course.ada)).drafts).toEqual([]);
  await expect(saveDraft(course.ada, draft, course.now)).rejects.toThrow(
    "Another version was handed in meanwhile",
  );
  await saveDraft(course.ada, { ...draft, basedOn: 1 }, course.now);
  await discardDraft(course.ada, form);
  expect((await ownTextsOf(course.ada)).drafts).toEqual([]);
  await expect(
    saveDraft(course.ada, { ...draft, basedOn: 1, answers: ["x".repeat(200_000)] }, course.now),
  ).rejects.toThrow("The draft has 200,0");
});

test("a draft belongs to a text of the own course: not to a presentation, a part or another course's text", async () => {
  const [course, elsewhere] = await Promise.all([openCourse(), openCourse()]);
  const draft = { ...(await textFor(course)), basedOn: 0 };
  const others = [
    (await textFor(elsewhere)).assignmentId,
    await assignmentIdOf(course.courseId, "presentation", 7),
    await assignmentIdOf(course.courseId, "report-1"),
  ];
  for (const assignmentId of others) {
    const other = saveDraft(course.ada, { ...draft, assignmentId }, course.now);
    await expect(other).rejects.toBeInstanceOf(NotFound);
  }
  expect((await ownTextsOf(course.ada)).drafts).toEqual([]);
});
