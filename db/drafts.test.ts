import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { DraftChanged, heldMark } from "@/policy/drafts";
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

test("a draft that was saved elsewhere since the form was opened is neither replaced nor thrown away", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const first = await saveDraft(
    course.ada,
    { ...form, answers: ["One."], basedOn: 0, held: "0 " },
    course.now,
  );
  const held = heldMark(0, first);
  const laptop = { ...form, answers: ["One. Two."], basedOn: 0, held };
  // At the very same instant, and still another draft.
  const second = await saveDraft(course.ada, laptop, course.now);
  expect(second.getTime()).toBeGreaterThan(first.getTime());
  const phone = { ...form, answers: [""], basedOn: 0, held };
  const stands = async () =>
    (await ownTextsOf(course.ada)).drafts.map(({ content }) => content.answers[0]);
  for (const stale of [phone, { ...phone, held: "0 " }]) {
    const refused: unknown = await saveDraft(course.ada, stale, course.now).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(DraftChanged);
    expect((refused as DraftChanged).current.content.answers).toEqual(["One. Two."]);
    await expect(discardDraft(course.ada, stale)).rejects.toBeInstanceOf(DraftChanged);
    expect(await stands()).toEqual(["One. Two."]);
  }
  // Once more the same, as after an answer that was lost on the way.
  await saveDraft(course.ada, laptop, course.now);
  await submitAssignment(course.ada, { ...form, answers: ["Handed in."], held }, course.now);
  expect(await stands()).toEqual(["One. Two."]);
});

test("a hand-in that is refused for the deadline is kept beside a draft from elsewhere", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  await saveDraft(course.ada, { ...form, answers: ["From the laptop."], basedOn: 0 }, course.now);
  const late = submitAssignment(
    course.ada,
    { ...form, answers: ["From the phone."], held: "0 " },
    after(lastMoment, 1),
  );
  await expect(late).rejects.toThrow("What you typed is kept as a draft.");
  expect((await ownTextsOf(course.ada)).drafts).toMatchObject([
    { content: { answers: ["From the laptop.\n\nFrom the phone."] } },
  ]);
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
    saveDraft(course.ada, { ...draft, basedOn: 1, answers: ["x".repeat(300_000)] }, course.now),
  ).rejects.toThrow("The draft has 300,0");
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
