import { expect, test } from "@playwright/test";
import { and, asc, eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { Refusal } from "@/policy/refusal";
import { db } from "./client";
import { meetingIdOf, openCourse } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import {
  actionsIn,
  minutesAfter,
  openToGrade,
  score,
  workOf,
  type CourseToGrade,
} from "@/e2e/factory-grades";
import { listTextsToGrade } from "./grades";
import { readQueue } from "./grades-queue";
import { scoreSubmission, takeBackScore } from "./grades-score";
import { audit, grades } from "./schema";

const versions = (course: CourseToGrade, student: EnrolledViewer) =>
  db
    .select({ version: grades.version, score: grades.score, comment: grades.comment })
    .from(grades)
    .where(and(eq(grades.meetingId, course.meetingId), eq(grades.enrolmentId, student.enrolmentId)))
    .orderBy(asc(grades.version));

test("every save is a new version, with its history and an audit row", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await score(course, course.tara, course.ada, { score: 0, comment: "Where is the method?" });
  await score(course, course.tom, course.ada, { basedOn: 1 });
  expect(await versions(course, course.ada)).toEqual([
    { version: 1, score: 0, comment: "Where is the method?" },
    { version: 2, score: 100, comment: "" },
  ]);
  const [, second] = await db
    .select({ personId: audit.personId, details: audit.details, at: audit.at })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.action, "scored")))
    .orderBy(asc(audit.id));
  expect(second).toEqual({
    personId: course.tom.personId,
    at: course.now,
    details: {
      ...workOf(course, course.ada),
      former: { score: 0, comment: "Where is the method?" },
      score: 100,
      comment: "",
    },
  });
});

test("a score that the rules do not know, and work that was not handed in, are refused", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await expect(score(course, course.tara, course.ada, { score: 50 })).rejects.toThrow(
    /0 or 1\. Choose/,
  );
  await expect(
    score(course, course.tara, course.ada, { comment: "x".repeat(5001) }),
  ).rejects.toThrow(/limit is 5,000/);
  await expect(score(course, course.tara, course.ben)).rejects.toThrow(/Ben Branch has not handed/);
  expect(await versions(course, course.ada)).toEqual([]);
});

test("feature 31: a save against an old version is refused, shows theirs, and can be chosen", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await score(course, course.tara, course.ada, { score: 0, comment: "No method." });
  const late = score(course, course.tom, course.ada, { comment: "Fine." });
  await expect(late).rejects.toThrow(
    "Tara Trace saved 0 with “No method.” on Mon 5 Feb, 16:00 EST, after you opened it. Yours is still below and is not saved.",
  );
  await expect(late).rejects.toMatchObject({ field: "overrule", values: { overrule: "1" } });
  expect(await versions(course, course.ada)).toHaveLength(1);
  await score(course, course.tom, course.ada, { comment: "Fine.", overrule: 1 });
  expect((await versions(course, course.ada)).at(-1)).toMatchObject({ version: 2, score: 100 });
  // What was shown was version 1: a choice for it does not reach a third version.
  await expect(score(course, course.tara, course.ada, { overrule: 1 })).rejects.toThrow(
    /Tom Token/,
  );
});

test("of two graders who save the same text at once, one is refused", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const saves = await Promise.allSettled(
    [course.tara, course.tom, course.iris, course.tara, course.tom, course.iris].map((grader) =>
      score(course, grader, course.ada),
    ),
  );
  expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const save of saves) {
    if (save.status === "rejected") expect(save.reason).toBeInstanceOf(Refusal);
  }
  expect(await versions(course, course.ada)).toHaveLength(1);
});

test("taking back restores the value from before, and nothing once somebody else has saved", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const back = (version: number) =>
    takeBackScore(
      course.tara,
      { ...workOf(course, course.ada), version, idempotencyKey: null },
      course.now,
    );
  await score(course, course.tara, course.ada, { comment: "Good." });
  await back(1);
  await score(course, course.tara, course.ada, { score: 0, basedOn: 2 });
  await score(course, course.tara, course.ada, { score: 100, basedOn: 3 });
  await back(4);
  await score(course, course.tom, course.ada, { score: 100, basedOn: 5 });
  await expect(back(5)).rejects.toThrow(/changed since/);
  expect((await versions(course, course.ada)).map((version) => version.score)).toEqual([
    100,
    null,
    0,
    100,
    0,
    100,
  ]);
  expect(await actionsIn(course)).toContain("took back a score");
});

test("a score's form that is found by going back says that the score was taken back, and that again", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const save = () => score(course, course.tara, course.ada, { idempotencyKey: "saved" });
  const back = () =>
    takeBackScore(
      course.tara,
      { ...workOf(course, course.ada), version: 1, idempotencyKey: "taken back" },
      course.now,
    );
  await Promise.all([save(), save()]);
  await Promise.all([back(), back()]);
  await expect(save()).rejects.toThrow(/^Tara Trace took the score back on .+ is not saved\./);
  await score(course, course.tara, course.ada, { basedOn: 2 });
  await expect(back()).rejects.toThrow(/changed since/);
  expect((await versions(course, course.ada)).map((version) => version.score)).toEqual([
    100,
    null,
    100,
  ]);
});

test("a text that is handed in again after it was graded waits again", async () => {
  const course = await openCourse();
  const meetingId = await meetingIdOf(course.courseId, 7);
  const text = { number: 7, assignment: "pre" as const, at: course.now };
  await handIn(course.ada, { ...text, text: "First." });
  const of = { meetingId, kind: "pre" as const, enrolmentId: course.ada.enrolmentId };
  const scoring = { comment: "", overrule: null, idempotencyKey: null };
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 0, basedOn: 0 }, course.now);
  const stateOfAda = async () =>
    (await readQueue(course.tara, course.now))
      .find(({ meeting, kind }) => meeting.number === 7 && kind === "pre")
      ?.items.find((item) => item.name === "Ada Array")?.state;
  expect(await stateOfAda()).toBe("graded");
  await handIn(course.ada, { ...text, text: "Second.", at: minutesAfter(course.now, 1) });
  expect(await stateOfAda()).toBe("changed");
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 100, basedOn: 1 }, course.now);
  expect(await stateOfAda()).toBe("graded");
  const [, saved] = await db
    .select({ submissionId: grades.submissionId })
    .from(grades)
    .where(eq(grades.meetingId, meetingId))
    .orderBy(asc(grades.version));
  const [second] = await listTextsToGrade(course.tara, of);
  expect(saved?.submissionId).toBe(second?.id);
});
