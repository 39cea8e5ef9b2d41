import { expect, test } from "@playwright/test";
import { readRules } from "./courses";
import { findGradingItem } from "./grades-items";
import { findMeeting } from "./meetings";
import { gradableSeries } from "@/policy/grading";
import { mostVersions } from "@/policy/submissions";
import { findSeries } from "@/policy/syllabus";
import { and, asc, eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { NotFound, Refusal } from "@/policy/refusal";
import { db } from "./client";
import { assignmentIdOf, openCourse } from "@/e2e/factory";
import { openSeminar } from "@/e2e/factory-seminar";
import { handIn } from "@/e2e/factory-assignments";
import {
  actionsIn,
  inTime,
  minutesAfter,
  openToGrade,
  score,
  seriesOf,
  summaryOf,
  workOf,
  type CourseToGrade,
} from "@/e2e/factory-grades";
import { listTextsToGrade } from "./grades";
import { releaseGrades } from "./grades-release";
import { scoreSubmission, takeBackScore } from "./grades-score";
import { audit, courses, grades, submissions } from "./schema";

const versions = (course: CourseToGrade, student: EnrolledViewer) =>
  db
    .select({ version: grades.version, score: grades.score, comment: grades.comment })
    .from(grades)
    .where(
      and(
        eq(grades.assignmentId, course.assignmentId),
        eq(grades.submitterId, student.enrolmentId),
      ),
    )
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
  expect(await actionsIn(course)).toContain("score-taken-back");
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
  const assignmentId = await assignmentIdOf(course.courseId, "pre", 7);
  const text = { number: 7, at: course.now };
  await handIn(course.ada, { ...text, text: "First." });
  const of = { assignmentId, submitterId: course.ada.enrolmentId };
  const scoring = { comment: "", overrule: null, idempotencyKey: null };
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 0, basedOn: 0 }, course.now);
  const stateOfAda = async () => {
    const { syllabus, zone } = await readRules(db, course.tara);
    const meeting = await findMeeting(course.tara, 7);
    const pre = findSeries(syllabus, "pre");
    if (meeting === undefined || pre === undefined) throw new Error("No assignment.");
    const clock = { zone, now: course.now };
    const gradable = gradableSeries(pre, meeting);
    return (await findGradingItem(course.tara, gradable, clock, course.ada.enrolmentId))?.state;
  };
  expect(await stateOfAda()).toBe("graded");
  await handIn(course.ada, { ...text, text: "Second.", at: minutesAfter(course.now, 1) });
  expect(await stateOfAda()).toBe("changed");
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 100, basedOn: 1 }, course.now);
  expect(await stateOfAda()).toBe("graded");
  const [, saved] = await db
    .select({ submissionId: grades.submissionId })
    .from(grades)
    .where(eq(grades.assignmentId, assignmentId))
    .orderBy(asc(grades.version));
  const [second] = await listTextsToGrade(course.tara, of);
  expect(saved?.submissionId).toBe(second?.id);
});

test("however often a text is handed in, its graders read the last versions and the one that was graded", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const of = workOf(course, course.ada);
  await score(course, course.tara, course.ada);
  await db.transaction(async (tx) => {
    await tx.insert(submissions).values(
      Array.from({ length: mostVersions - 1 }, (_, index) => ({
        ...{ ...of, id: crypto.randomUUID(), courseId: course.courseId, version: index + 2 },
        ...{ answers: ["Again."], submittedAt: minutesAfter(inTime, index + 1) },
        ...{ dueAtReceipt: course.now, creditsCharged: 0 },
      })),
    );
  });
  const texts = await listTextsToGrade(course.tara, of);
  expect(texts.map(({ version }) => version)).toEqual([100, 99, 98, 97, 96, 1]);
  const again = handIn(course.ada, { number: 6, at: minutesAfter(inTime, 150) });
  await expect(again).rejects.toThrow("You have handed this in 100 times");
  await db.delete(courses).where(eq(courses.id, course.courseId));
});

test("a mark is given by hand, released, corrected, released again, and taken back", async () => {
  const course = await openSeminar();
  const { ada, iris, now } = course;
  const assignmentId = await assignmentIdOf(course.courseId, "participation");
  const of = { assignmentId, submitterId: ada.enrolmentId, overrule: null, idempotencyKey: null };
  const give = (points: number, basedOn: number) =>
    scoreSubmission(iris, { ...of, score: points, comment: "Spoke often.", basedOn }, now);
  const release = () => releaseGrades(iris, { assignmentId, idempotencyKey: null }, now);
  const known = async () => {
    const { marks, parts } = await summaryOf(ada, now);
    return [
      marks[0]?.grade?.score ?? null,
      parts.find(({ key }) => key === "participation")?.shares,
    ];
  };
  const none = { soFar: null, floor: { numerator: 0 }, ceiling: { numerator: 1, denominator: 1 } };
  for (const points of [-1, 2001, 10.5]) {
    await expect(give(points, 0)).rejects.toThrow("“Participation” gets between 0 and 20 points");
  }
  await give(1750, 0);
  expect(await known()).toMatchObject([null, none]);
  await release();
  const share = { numerator: 7, denominator: 8 };
  expect(await known()).toEqual([1750, { soFar: share, floor: share, ceiling: share }]);

  await give(1800, 1);
  expect(await known()).toMatchObject([1750, { soFar: share }]);
  await release();
  expect(await known()).toMatchObject([1800, { soFar: { numerator: 9, denominator: 10 } }]);
  await expect(release()).rejects.toThrow("nothing new to release");

  await takeBackScore(iris, { ...of, version: 2 }, now);
  expect(await known()).toMatchObject([1800, {}]);
  await release();
  expect(await known()).toMatchObject([1750, { soFar: share }]);
  const releases = await db
    .select({ details: audit.details })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.action, "grades-released")))
    .orderBy(asc(audit.id));
  expect(releases.map(({ details }) => details)).toMatchObject([
    { assignmentId, released: 1, corrected: 0 },
    { assignmentId, released: 0, corrected: 1 },
    { assignmentId, released: 0, corrected: 1 },
  ]);
});

test("of two who give a mark at once one is refused, and so is who scores what another form scores", async () => {
  const course = await openSeminar();
  const { ada, iris, tara, now } = course;
  const work = async (key: string, number?: number) => ({
    assignmentId: await assignmentIdOf(course.courseId, key, number),
    submitterId: ada.enrolmentId,
  });
  const scoring = { score: 1000, comment: "", basedOn: 0, overrule: null, idempotencyKey: null };
  const participation = await work("participation");
  const both = await Promise.allSettled(
    [iris, tara].map((grader) => scoreSubmission(grader, { ...scoring, ...participation }, now)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  // A part that each student does alone is scored in percent; a presentation has its rubric.
  await scoreSubmission(iris, { ...scoring, score: 9250, ...(await work("first-post")) }, now);
  for (const [key, number] of [
    ["presentation", 7],
    ["response", 12],
  ] as const) {
    const other = { ...scoring, ...(await work(key, number)) };
    await expect(scoreSubmission(iris, other, now)).rejects.toThrow(NotFound);
  }
  // A team's part is not scored for one student.
  const first = await openCourse();
  const report = await assignmentIdOf(first.courseId, "report-1");
  const ofTeam = { assignmentId: report, submitterId: first.ada.enrolmentId };
  await expect(scoreSubmission(first.iris, { ...scoring, ...ofTeam }, now)).rejects.toThrow(
    NotFound,
  );
});

test("a level of the series' scale is what a response is scored with", async () => {
  const course = await openSeminar();
  const { ada, tara, now } = course;
  await handIn(ada, { number: 6, series: "response", at: new Date("2024-01-31T20:00:00-05:00") });
  const assignmentId = await assignmentIdOf(course.courseId, "response", 6);
  const of = { assignmentId, submitterId: ada.enrolmentId, overrule: null, idempotencyKey: null };
  const give = (points: number) =>
    scoreSubmission(tara, { ...of, score: points, comment: "", basedOn: 0 }, now);
  await expect(give(100)).rejects.toThrow("A response gets 0, 1, 2 or 3. Choose one of them.");
  await give(8500);
  await releaseGrades(tara, { assignmentId, idempotencyKey: null }, now);
  const { rows } = await seriesOf(ada, now, "response");
  expect(rows.find(({ meeting }) => meeting.number === 6)).toMatchObject({ score: 8500 });
});
