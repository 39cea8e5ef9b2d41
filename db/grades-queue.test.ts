import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { db } from "./client";
import { assignmentIdOf } from "@/e2e/factory";
import { enrolCast } from "./seed/enrol-cast";
import { handIn } from "@/e2e/factory-assignments";
import {
  fullPoint,
  inTime,
  minutesAfter,
  openToGrade,
  queueOf,
  workOf,
} from "@/e2e/factory-grades";
import { openSeminar } from "@/e2e/factory-seminar";
import { readScoreFacts } from "./grades";
import { claimNextItem, claimOldestItem, listClaims, scoreAndClaimNext } from "./grades-queue";
import { grades } from "./schema";

test("a double click saves once and opens one next text", async () => {
  const course = await openToGrade(({ ada, ben, cleo }) => [ada, ben, cleo]);
  const idempotencyKey = "one form";
  const scoring = { ...fullPoint, idempotencyKey };
  const both = await Promise.all(
    [1, 2].map(() =>
      scoreAndClaimNext(course.tara, { ...scoring, ...workOf(course, course.ada) }, course.now),
    ),
  );
  const [facts] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  expect(facts?.grades).toHaveLength(1);
  expect(both[0]).not.toBeNull();
  expect(both[1]).toBe(both[0]);
});

test("eight graders who ask at once get eight different texts", async () => {
  const course = await openToGrade(({ classmates }) => classmates, 8);
  const graders = await enrolCast(
    course.courseId,
    Array.from({ length: 9 }, (_, index) => ({
      name: `Grader${index + 1} Gamma`,
      email: `grader${index + 1}.${course.slug}@demo.test`,
      role: "ta" as const,
    })),
    course.now,
  );
  const claim = { assignmentId: course.assignmentId, after: null };
  const items = await Promise.all(
    graders.slice(0, 8).map((grader) => claimNextItem(grader, claim, course.now)),
  );
  expect(new Set(items).size).toBe(8);
  expect(items).not.toContain(null);
  const [first] = graders;
  const ninth = graders.at(-1);
  if (first === undefined || ninth === undefined) throw new Error("No graders.");
  // Whoever asks again has the same one open; nobody else gets one until ten minutes have passed.
  expect(await claimNextItem(first, claim, course.now)).toBe(items[0]);
  expect(await claimNextItem(ninth, claim, minutesAfter(course.now, 9))).toBeNull();
  expect(await claimNextItem(ninth, claim, minutesAfter(course.now, 10))).not.toBeNull();
});

test("three graders empty a queue together, and every text is scored once", async () => {
  const course = await openToGrade(({ classmates }) => classmates, 12);
  const lines = async (grader: EnrolledViewer) => {
    let item = await claimNextItem(
      grader,
      { assignmentId: course.assignmentId, after: null },
      course.now,
    );
    while (item !== null) {
      const of = { assignmentId: course.assignmentId, submitterId: item };
      item = await scoreAndClaimNext(grader, { ...fullPoint, ...of }, course.now);
    }
  };
  await Promise.all([course.tara, course.tom, course.iris].map(lines));
  const saved = await db
    .select({ submitterId: grades.submitterId })
    .from(grades)
    .where(eq(grades.courseId, course.courseId));
  expect(saved).toHaveLength(12);
  expect(new Set(saved.map((row) => row.submitterId)).size).toBe(12);
});

test("skipping gives the text to the others and opens another", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  const claim = { assignmentId: course.assignmentId };
  const first = await claimNextItem(course.tara, { ...claim, after: null }, course.now);
  const second = await claimNextItem(course.tara, { ...claim, after: first }, course.now);
  expect([first, second].sort()).toEqual([course.ada.enrolmentId, course.ben.enrolmentId].sort());
  expect(await claimNextItem(course.tom, { ...claim, after: null }, course.now)).toBe(first);
  const open = await listClaims(course.tom, claim, minutesAfter(course.now, 9));
  expect(new Map(open.map((one) => [one.submitterId, one.graderName]))).toEqual(
    new Map([
      [second, "Tara Trace"],
      [first, "Tom Token"],
    ]),
  );
  expect(await listClaims(course.tom, claim, minutesAfter(course.now, 10))).toEqual([]);
});

test("the whole queue is oldest first, and one button opens its oldest text", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  await handIn(course.cleo, {
    number: 3,
    series: "post",
    text: "Interesting.",
    at: new Date("2024-01-23T21:00:00-05:00"),
  });
  const queue = await queueOf(course.tara, course.now);
  expect(
    queue
      .filter(({ waiting }) => waiting > 0)
      .map(({ gradable, waiting }) => [gradable.work, gradable.meeting?.number, waiting]),
  ).toEqual([
    ["post", 3, 1],
    ["pre", 6, 2],
  ]);
  expect(queue[0]?.gradable.meeting?.number).toBe(1);
  expect(queue.find(({ gradable }) => gradable.assignmentId === course.assignmentId)).toMatchObject(
    {
      handedIn: 2,
      missing: 4,
      oldest: inTime,
    },
  );
  expect(await claimOldestItem(course.tara, {}, course.now)).toEqual({
    assignment: "post-3",
    item: course.cleo.enrolmentId,
  });
  expect(await claimOldestItem(course.tom, {}, course.now)).toMatchObject({ assignment: "pre-6" });
});

test("nothing is offered before it is due, and whoever asks for it gets it all the same", async () => {
  const course = await openToGrade(() => []);
  await handIn(course.ada, { at: course.now });
  const due = new Date("2024-02-05T23:59:59.999-05:00");
  expect(await claimOldestItem(course.tara, {}, due)).toBeNull();
  const claim = {
    assignmentId: await assignmentIdOf(course.courseId, "pre", 7),
    after: null,
  };
  expect(await claimNextItem(course.tara, claim, due)).toBe(course.ada.enrolmentId);
  expect(await claimOldestItem(course.tara, {}, new Date(due.getTime() + 1))).toEqual({
    assignment: "pre-7",
    item: course.ada.enrolmentId,
  });
});

test("a mark waits for everybody at the end of the queue, and is given one student after the other", async () => {
  const course = await openSeminar();
  await handIn(course.ada, { number: 6, series: "response", at: inTime });
  const queue = await queueOf(course.iris, course.now);
  expect(queue.slice(-3).map(({ gradable }) => gradable.work)).toEqual([
    "participation",
    "first-post",
    "second-post",
  ]);
  const assignmentId = await assignmentIdOf(course.courseId, "participation");
  let item = await claimNextItem(course.iris, { assignmentId, after: null }, course.now);
  const first = item;
  expect(await claimNextItem(course.tara, { assignmentId, after: null }, course.now)).not.toBe(
    item,
  );
  const given = new Set<string>();
  while (item !== null && !given.has(item)) {
    given.add(item);
    const of = { assignmentId, submitterId: item };
    item = await scoreAndClaimNext(
      course.iris,
      { ...fullPoint, score: 1950, ...of },
      minutesAfter(course.now, 10),
    );
  }
  expect(given.size).toBe(6);
  expect(given).toContain(first);
  // What is to be looked at without being asked for are texts: a mark may be given until the term ends.
  expect(await claimOldestItem(course.iris, {}, course.now)).toEqual({
    assignment: "response-6",
    item: course.ada.enrolmentId,
  });
  expect(await claimOldestItem(course.tara, {}, course.now)).toBeNull();
});
