import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { gradeSummaryOf, missedAssignments } from "@/policy/grade-summary";
import { dueAt } from "@/policy/deadlines";
import { gradingItems } from "@/policy/grading";
import { gradablesOf, gradingQueue, queueLine } from "@/policy/grading-counts";
import { nextItem } from "@/policy/grading-order";
import { assignmentAt, carries, startsAt } from "@/policy/meetings";
import { distribution, pointsBrought } from "@/policy/plots";
import type { GradedCourse } from "@/policy/score-facts";
import { oneOf, seededRandom } from "@/policy/seeded-random";
import { openCourse, type OpenCourse } from "@/e2e/factory";
import { openSeminar } from "@/e2e/factory-seminar";
import { db } from "./client";
import { readRules } from "./courses";
import { readScoreFacts } from "./grades";
import { countArrivals, countPointsAndMissed } from "./grades-class";
import { countLine, countQueue } from "./grades-counts";
import { readGradedCourse } from "./grades-course";
import { findNextItem, listClaims } from "./grades-queue";
import {
  assignments,
  claims,
  courses,
  enrolments,
  exceptions,
  grades,
  seats,
  submissions,
} from "./schema";

/** Everything that can be known of a class, at random: every state of every kind of work, many times. */
async function fill(of: Staffed, course: GradedCourse, seed: number) {
  const { courseId, tara } = of;
  const students = await db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(sql`${enrolments.courseId} = ${courseId} and ${enrolments.role} = 'student'`)
    .orderBy(enrolments.id);
  const chance = (of: number, ...about: (string | number)[]) => seededRandom(seed, ...about) < of;
  const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);
  const written: (typeof submissions.$inferInsert)[] = [];
  const given: (typeof grades.$inferInsert)[] = [];
  const excepted: (typeof exceptions.$inferInsert)[] = [];
  const seated: (typeof seats.$inferInsert)[] = [];
  const opened: (typeof claims.$inferInsert)[] = [];
  const { meetings, syllabus, zone } = course;
  const { perStudent } = syllabus.presentation ?? { perStudent: { most: 0 } };
  const turns = new Map<string, number>();
  for (const meeting of meetings.filter(({ kind }) => kind === "discussion")) {
    for (let number = 1; number <= meeting.seats; number += 1) {
      const student = oneOf(students, seed, "seat", meeting.number, number);
      const turn = (turns.get(student?.id ?? "") ?? 0) + 1;
      if (student === undefined || turn > perStudent.most) continue;
      if (seated.some((one) => one.meetingId === meeting.id && one.enrolmentId === student.id))
        continue;
      turns.set(student.id, turn);
      seated.push({
        ...{ id: randomUUID(), courseId, meetingId: meeting.id, enrolmentId: student.id, number },
        ...{ capacity: meeting.seats, turn, turns: perStudent.most, takenAt: course.now },
      });
    }
  }
  for (const { assignmentId, kind, meeting, series, full } of gradablesOf(course)) {
    const isFar = meeting !== null && meeting.number > 10;
    if (isFar) continue;
    for (const [index, { id: submitterId }] of students.entries()) {
      const draw = (of: number, what: string) => chance(of, what, assignmentId, index);
      const work = { courseId, assignmentId, submitterId };
      const texts: string[] = [];
      if (meeting !== null && series !== null) {
        const due = dueAt(meeting, series, zone);
        const versions = draw(0.2, "absent") ? 0 : draw(0.3, "again") ? 2 : 1;
        for (let version = 1; version <= versions; version += 1) {
          const id = randomUUID();
          const isLate = draw(0.1, `late ${version}`);
          const submittedAt = later(due, (isLate ? 1 : -90 * seededRandom(seed, index)) + version);
          const dueAtReceipt = isLate ? due : later(submittedAt, draw(0.5, "moved") ? 1 : 200);
          const receipt = { submittedAt, dueAtReceipt, creditsCharged: isLate ? 1 : 0 };
          written.push({ ...work, id, version, answers: ["A text."], ...receipt });
          texts.push(id);
        }
        if (draw(0.25, "exception")) {
          const kinds = ["waived", "excused", "extended", "pass"] as const;
          const exception = oneOf(kinds, seed, "kind", assignmentId, index) ?? "waived";
          const isPass = exception === "pass";
          excepted.push({
            ...{ ...work, id: randomUUID(), kind: exception, reason: isPass ? null : "Ill." },
            extendedTo: exception === "extended" ? later(due, draw(0.5, "long") ? 400 : 20) : null,
            grantedBy: isPass ? submitterId : tara.enrolmentId,
            grantedAt: course.now,
            withdrawnAt: draw(0.2, "withdrawn") ? course.now : null,
          });
        }
      }
      if (kind === "series" && texts.length === 0) continue;
      const versions = draw(0.4, "graded") ? (draw(0.4, "regraded") ? 2 : 1) : 0;
      for (let version = 1; version <= versions; version += 1) {
        const isBack = draw(0.15, `back ${version}`);
        const isReleased = !isBack && draw(0.6, `released ${version}`);
        given.push({
          ...{ ...work, id: randomUUID(), version, gradedBy: tara.enrolmentId },
          submissionId: kind === "series" ? (oneOf(texts, seed, index, version) ?? null) : null,
          score: isBack ? null : draw(0.5, `full ${version}`) ? full : 0,
          aspects: kind === "presentation" ? [1, draw(0.5, `aspect ${version}`) ? 1 : 2] : null,
          comment: draw(0.5, `comment ${version}`) ? "Good." : "",
          gradedAt: later(course.now, -index),
          releasedAt: isReleased ? later(course.now, version - index) : null,
        });
      }
      if (draw(0.1, "open")) {
        opened.push({
          ...{ ...work, id: randomUUID(), until: later(course.now, draw(0.5, "until") ? 1 : -1) },
          graderId: draw(0.3, "own") ? tara.enrolmentId : of.iris.enrolmentId,
        });
      }
    }
  }
  await db.insert(seats).values(seated);
  for (const meeting of meetings.slice(0, 3)) {
    const isWaived = chance(0.5, "waived", meeting.number);
    const ids = syllabus.series.flatMap((series) =>
      carries(meeting, series) ? (assignmentAt(meeting, series.key)?.id ?? []) : [],
    );
    for (const id of ids) {
      await db
        .update(assignments)
        .set({ isWaived })
        .where(sql`${assignments.id} = ${id}`);
    }
  }
  await db.insert(submissions).values(written);
  await db.insert(grades).values(given);
  await db.insert(exceptions).values(excepted);
  await db.insert(claims).values(opened);
}

type Staffed = Pick<OpenCourse, "courseId" | "tara" | "iris">;

async function expectAgreement(of: Staffed, seed: number, at: string) {
  const rules = await readRules(db, of.tara);
  const now = new Date(at);
  await fill(of, await readGradedCourse(of.tara, rules, now), seed);
  const planned = await readGradedCourse(of.tara, rules, now);
  const sixth = planned.meetings.find(({ number }) => number === 6);
  const [series] = rules.syllabus.series;
  if (sixth === undefined || series === undefined) throw new Error("No sixth meeting.");
  const edge = dueAt(sixth, series, rules.zone).getTime();
  const instants = [now.getTime(), startsAt(sixth, rules.zone).getTime(), edge, edge + 1];
  const students = await readScoreFacts(of.tara);
  const states = new Set<string>();
  for (const instant of instants) {
    const course = { ...planned, now: new Date(instant) };
    const lineFor = (gradable: Parameters<typeof queueLine>[1]) =>
      queueLine(students, gradable, course);
    const expected = gradingQueue(course, lineFor);
    expect(await countQueue(of.tara, course)).toEqual(expected);
    for (const gradable of gradablesOf(course)) {
      const items = gradingItems(students, gradable, course);
      for (const { state } of items) states.add(state);
      if (gradable.kind === "presentation" || (gradable.meeting?.number ?? 0) > 10) continue;
      const held = await listClaims(of.tara, gradable, course.now);
      const next = nextItem(of.tara.enrolmentId, items, held, null);
      expect(await findNextItem(of.tara, gradable, course)).toBe(next?.submitterId);
    }
    const summaries = students.map((one) => gradeSummaryOf(one, course, "released"));
    const brought = summaries.map((one) => {
      const rows = one.series.flatMap(({ rows: days }) => days);
      return { value: pointsBrought(rows, course.now) / 100, count: 1 };
    });
    const missed = summaries.map(missedAssignments).filter((count) => count >= 3);
    const { points, atRisk } = await countPointsAndMissed(of.iris, course);
    expect(distribution(points)).toEqual(distribution(brought));
    expect(atRisk.total).toBe(missed.length);
    expect(atRisk.first.map((one) => one.missed)).toEqual(missed.sort((a, b) => b - a));
  }
  const [first] = gradablesOf(planned);
  if (first === undefined) throw new Error("Nothing is graded.");
  const line = queueLine(students, first, planned);
  expect(await countLine(of.tara, first, planned)).toEqual(line);
  return states;
}

/** What was written past the verbs, some of it as no verb would, is not to be found afterwards. */
async function remove({ courseId }: Pick<Staffed, "courseId">): Promise<void> {
  await db.delete(courses).where(eq(courses.id, courseId));
}

const everyState = ["waiting", "changed", "graded", "absent", "waived", "automatic"];

for (const seed of [1, 2]) {
  test(`what the database counts is what the rules count, student by student (${seed})`, async () => {
    const course = await openCourse({ classmates: 14 });
    const states = await expectAgreement(course, seed, "2024-02-05T16:00:00-05:00");
    expect([...states].sort()).toEqual([...everyState].sort());
    await remove(course);
  });

  test(`so it is in a course with other rules (${seed})`, async () => {
    const course = await openSeminar();
    await expectAgreement(course, seed, "2018-10-15T10:00:00-07:00");
    await remove(course);
  });
}

test("arrivals are counted by three hours before the deadline, what is late is left out", async () => {
  const course = await openCourse();
  const rules = await readRules(db, course.tara);
  const graded = await readGradedCourse(course.tara, rules, course.now);
  const gradable = gradablesOf(graded).find(
    ({ work, meeting }) => work === "pre" && meeting?.number === 6,
  );
  if (gradable === undefined) throw new Error("No assignment.");
  const due = new Date("2024-01-31T23:59:59.999-05:00");
  const { ada, ben, cleo, eli, fay, gus, dora } = course;
  const hours = [0, 2.99, 3, 23.9, 24, -0.1, 1];
  await db.insert(submissions).values(
    [ada, ben, cleo, eli, fay, gus, dora].map(({ enrolmentId }, index) => ({
      id: randomUUID(),
      courseId: course.courseId,
      assignmentId: gradable.assignmentId,
      submitterId: enrolmentId,
      version: 1,
      answers: ["A text."],
      submittedAt: new Date(due.getTime() - (hours[index] ?? 0) * 3_600_000),
      dueAtReceipt: new Date(due.getTime() + 3_600_000),
      creditsCharged: 0,
    })),
  );
  expect([...(await countArrivals(course.iris, gradable.assignmentId, due))]).toEqual([
    { step: 0, count: 2 },
    { step: 1, count: 1 },
    { step: 7, count: 1 },
    { step: 8, count: 1 },
  ]);
  await remove(course);
});
