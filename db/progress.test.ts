import { expect, test } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { handInSixth, minutesAfter, openToGrade, release, score } from "@/e2e/factory-grades";
import { db } from "./client";
import { findBroken } from "./invariants";
import { grades, progress, submissions } from "./schema";

const handedIn = (minutes: number) => minutesAfter(new Date("2024-01-31T21:00:00-05:00"), minutes);

test("progress follows the last text, the last grade and the last release", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const { ada, tara, iris } = course;
  const soFar = async () => {
    const [row] = await db.select().from(progress).where(eq(progress.submitterId, ada.enrolmentId));
    const [text] = await db
      .select({ version: submissions.version })
      .from(submissions)
      .where(eq(submissions.id, row?.textId ?? ""));
    return { ...row, text: text?.version };
  };
  expect(await soFar()).toMatchObject({ text: 1, gradeVersion: null, releasedVersion: null });
  await score(course, tara, ada, { score: 0 });
  await release(course, iris);
  await score(course, tara, ada, { score: 100, basedOn: 1 });
  await handInSixth(ada, "Once more.", handedIn(1));
  expect(await soFar()).toMatchObject({
    ...{ text: 2, gradeVersion: 2, score: 100 },
    ...{ releasedVersion: 1, releasedScore: 0, isRegraded: true },
  });
  await release(course, iris, minutesAfter(course.now, 1));
  expect(await soFar()).toMatchObject({
    ...{ releasedVersion: 2, releasedScore: 100, isRegraded: false },
    releasedAt: minutesAfter(course.now, 1),
  });
});

test("whoever hands in, grades and releases at one moment, progress is what the rows say", async () => {
  const course = await openToGrade(({ ada, ben, cleo }) => [ada, ben, cleo]);
  const { ada, ben, cleo, tara, tom, iris } = course;
  for (const round of [1, 2, 3]) {
    await Promise.allSettled([
      ...[ada, ben, cleo].flatMap((student) => [
        handInSixth(student, `Round ${round}.`, handedIn(round)),
        handInSixth(student, `Round ${round}, the other tab.`, handedIn(round + 0.5)),
        score(course, tara, student, { basedOn: round - 1, score: round % 2 === 0 ? 100 : 0 }),
        score(course, tom, student, { basedOn: round - 1 }),
      ]),
      release(course, iris, minutesAfter(course.now, round)),
    ]);
  }
  const inCourse = and(eq(grades.courseId, course.courseId), sql`${grades.releasedAt} is not null`);
  expect(await db.$count(grades, inCourse)).toBeGreaterThan(0);
  expect(await findBroken(db)).toEqual([]);
});

test("of two texts of one student the later stays, in whichever order they are written", async () => {
  const course = await openToGrade(() => []);
  const { ada, ben, courseId, assignmentId } = course;
  const text = (submitterId: string, version: number, minutes: number) => ({
    ...{ id: crypto.randomUUID(), courseId, assignmentId, submitterId, version },
    ...{ answers: ["A text."], submittedAt: handedIn(minutes), creditsCharged: 0 },
    dueAtReceipt: handedIn(100),
  });
  await db
    .transaction(async (tx) => {
      await tx
        .insert(submissions)
        .values([
          text(ada.enrolmentId, 1, 2),
          text(ada.enrolmentId, 2, 1),
          text(ben.enrolmentId, 1, 1),
          text(ben.enrolmentId, 2, 1),
        ]);
      const last = await tx
        .select({ whose: progress.submitterId, version: progress.textVersion })
        .from(progress)
        .where(eq(progress.assignmentId, assignmentId));
      expect(new Map(last.map(({ whose, version }) => [whose, version]))).toEqual(
        new Map([
          [ada.enrolmentId, 1],
          [ben.enrolmentId, 2],
        ]),
      );
      // No verb wrote them, so the log says nothing of them.
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.includes("Rollback")) throw error;
    });
});
