import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { NotFound } from "@/policy/refusal";
import { assignmentIdOf, openCourse } from "@/e2e/factory";
import { ownTextsOf, textFor } from "@/e2e/factory-assignments";
import { openSeminar } from "@/e2e/factory-seminar";
import { submitAssignment } from "./submissions";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its response at 11:00 on the day after. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test("a response has an answer to each of its five prompts, and is refused beside each that is missing", async () => {
  const course = await openSeminar();
  const eleven = new Date("2024-02-06T11:00:59.999-05:00");
  const answers = ["It is about", "I learnt", "I do not see", "A question", "A step"];
  const form = await textFor(course, { series: "response", answers });
  const gaps = submitAssignment(
    course.ada,
    { ...form, answers: ["It is about", " ", "I do not see", "", "A step"] },
    course.now,
  );
  await expect(gaps).rejects.toThrow(/“What did you learn\?” is empty/);
  await expect(gaps).rejects.toThrow(/“A research question” is empty/);
  expect((await ownTextsOf(course.ada)).versions).toEqual([]);

  expect(await submitAssignment(course.ada, form, eleven)).toEqual({
    meetingNumber: 7,
    series: "response",
    version: 1,
  });
  const more = { ...form, answers: [...answers, "A sixth"], idempotencyKey: randomUUID() };
  await submitAssignment(course.ada, more, eleven);
  const { versions } = await ownTextsOf(course.ada, { wanted: "all" });
  expect(versions.map((version) => version.answers)).toEqual([answers, answers]);
  expect(versions[0]).toMatchObject({ readingId: null, questions: [], about: null });
  await expect(submitAssignment(course.ben, form, after(eleven, 1))).rejects.toThrow(
    "This response was due Tue 6 Feb, 11:00 EST, and nothing can be handed in after that.",
  );
});

test("two courses with different rules live side by side, and neither's texts are the other's", async () => {
  const [course, seminar] = await Promise.all([openCourse(), openSeminar()]);
  const [pre, response] = [await textFor(course), await textFor(seminar, { series: "response" })];
  await expect(textFor(seminar)).rejects.toThrow("no series “pre”");
  for (const [viewer, foreign] of [
    [course.ada, response],
    [seminar.ada, pre],
  ] as const) {
    await expect(submitAssignment(viewer, foreign, course.now)).rejects.toBeInstanceOf(NotFound);
  }
  await submitAssignment(course.ada, pre, course.now);
  await submitAssignment(seminar.ada, response, course.now);
  // In one the text is due the evening before, in the other at 11:00 on the day.
  const night = after(lastMoment, 1);
  const again = { idempotencyKey: randomUUID() };
  await expect(submitAssignment(course.ada, { ...pre, ...again }, night)).rejects.toThrow(
    "was due",
  );
  expect(await submitAssignment(seminar.ada, { ...response, ...again }, night)).toMatchObject({
    version: 2,
  });
  // Nothing is written for the presentation, and nothing for what hangs on no meeting.
  for (const assignmentId of [
    await assignmentIdOf(seminar.courseId, "presentation", 7),
    await assignmentIdOf(seminar.courseId, "participation"),
  ]) {
    const form = { ...response, assignmentId, idempotencyKey: randomUUID() };
    const refused = submitAssignment(seminar.ada, form, seminar.now);
    await expect(refused).rejects.toBeInstanceOf(NotFound);
  }
});
