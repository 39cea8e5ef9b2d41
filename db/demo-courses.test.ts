import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, count, eq, inArray } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { instantAt } from "@/policy/time";
import { db } from "./client";
import { moveClock } from "./demo";
import { findBroken } from "./invariants";
import {
  announcements,
  assignments,
  audit,
  courses,
  drafts,
  enrolments,
  exceptions,
  grades,
  seats,
  submissions,
} from "./schema";
import { loadDemo } from "./seed/demo";
import { demos } from "./seed/demo-courses";
import { assignmentOf, readStage } from "./seed/stage";

// Simulating weeks of a course takes seconds, and many where the machine has other work.
test.slow();

const zone = "America/Los_Angeles";
const machine = new Date("2026-06-01T12:00:00Z");
const monday = instantAt("2018-10-15", "10:00", zone);

/** The second course of the demo, under a slug and with people of the test's own, as it is loaded. */
async function loaded() {
  const mark = randomUUID().slice(0, 8);
  const course = { slug: `f2018-${mark}`, mark };
  const startsAt = demos.find(({ slug }) => slug === "f2018")?.startsAt ?? machine;
  const load = (now = machine) => loadDemo(startsAt, now, () => undefined, course);
  await load();
  return { ...course, load, ...(await look(course.slug)) };
}

async function look(slug: string) {
  const [row] = await db.select().from(courses).where(eq(courses.slug, slug));
  if (row === undefined) throw new Error(`There is no ${slug}.`);
  const stage = await readStage(row.id);
  const as = (account: string): EnrolledViewer => {
    const viewer = stage.cast.get(account);
    if (viewer === undefined) throw new Error(`There is no ${account}.`);
    return viewer;
  };
  const nameOf = new Map(
    [...stage.cast].map(([account, { enrolmentId }]) => [enrolmentId, account]),
  );
  const idOf = (meeting: number | null, work: string) => assignmentOf(stage, meeting, work) ?? "";
  const accounts = (rows: { submitterId: string }[]) =>
    [...new Set(rows.map(({ submitterId }) => nameOf.get(submitterId) ?? ""))].sort();
  const handedIn = async (meeting: number) =>
    accounts(
      await db
        .select({ submitterId: submissions.submitterId })
        .from(submissions)
        .where(eq(submissions.assignmentId, idOf(meeting, "response"))),
    );
  const gradesOf = (meeting: number | null, work: string) =>
    db
      .select({
        submitterId: grades.submitterId,
        score: grades.score,
        releasedAt: grades.releasedAt,
      })
      .from(grades)
      .where(eq(grades.assignmentId, idOf(meeting, work)));
  return { row, stage, as, idOf, nameOf, accounts, handedIn, gradesOf };
}

test("the second course stands at Mon 15 October 2018, 10:00, and eight students have lived up to it", async () => {
  const course = await loaded();
  const { row, idOf, nameOf, accounts, handedIn, gradesOf } = course;
  expect(machine.getTime() + (row.clockOffsetMs ?? 0)).toBeLessThanOrEqual(monday.getTime());
  expect(row.simulatedUntil).toEqual(monday);
  const enrolled = await db
    .select({ role: enrolments.role, units: enrolments.units, alias: enrolments.alias })
    .from(enrolments)
    .where(eq(enrolments.courseId, row.id));
  expect(enrolled.filter(({ role }) => role === "student")).toHaveLength(8);
  expect(enrolled.filter(({ role }) => role !== "student")).toHaveLength(2);
  for (const { role, units, alias } of enrolled.filter((one) => one.role === "student")) {
    expect({ role, units }).toEqual({ role: "student", units: 5 });
    expect(String(alias)).toMatch(/^\d{4}$/);
  }

  // Every discussion has its presenters, and everybody two or three of them.
  const taken = await db.select().from(seats).where(eq(seats.courseId, row.id));
  expect(taken).toHaveLength(18);
  const each = [...nameOf.values()]
    .filter((account) => account.startsWith("student"))
    .map((account) => taken.filter((seat) => nameOf.get(seat.enrolmentId) === account).length);
  expect([...each].sort()).toEqual([2, 2, 2, 2, 2, 2, 3, 3]);

  for (const meeting of [2, 3, 4, 5, 6, 7]) {
    const wrote = await handedIn(meeting);
    expect(wrote.length, `response-${meeting}`).toBeGreaterThanOrEqual(4);
    const scored = await gradesOf(meeting, "response");
    if (meeting > 5) expect(scored).toEqual([]);
    else expect(accounts(scored), `response-${meeting}`).toEqual(wrote);
    expect(scored.every(({ releasedAt }) => releasedAt !== null)).toBe(true);
  }
  const tonight = await handedIn(8);
  expect(tonight.length).toBeGreaterThanOrEqual(2);
  for (const account of ["student01", "student06", "student08"]) {
    expect(tonight).not.toContain(account); // writes last, presents, has taken a free pass
  }
  expect(8 - 2 - tonight.length).toBeGreaterThanOrEqual(2);
  expect(await handedIn(9)).toEqual([]);

  const onTime = await db
    .select({ answers: submissions.answers, at: submissions.submittedAt })
    .from(submissions)
    .where(eq(submissions.assignmentId, idOf(5, "response")));
  const due = instantAt("2018-10-08", "11:00", zone).getTime() + 60_000;
  for (const { answers, at } of onTime) {
    expect(answers).toHaveLength(5);
    expect(at.getTime()).toBeLessThan(due);
  }
  const begun = await db
    .select({ submitterId: drafts.submitterId })
    .from(drafts)
    .where(eq(drafts.courseId, row.id));
  expect(begun.length).toBeGreaterThanOrEqual(1);

  const granted = await db
    .select({ kind: exceptions.kind, submitterId: exceptions.submitterId })
    .from(exceptions)
    .where(eq(exceptions.courseId, row.id));
  expect(accounts(granted.filter(({ kind }) => kind === "pass"))).toEqual([
    "student07",
    "student08",
  ]);
  expect(granted.map(({ kind }) => kind).sort()).toEqual([
    "excused",
    "extended",
    "pass",
    "pass",
    "waived",
  ]);
  const marks = await gradesOf(null, "participation");
  expect(marks).toHaveLength(4);
  expect(marks.filter(({ releasedAt }) => releasedAt !== null)).toHaveLength(3);
  expect(await gradesOf(3, "presentation")).toHaveLength(1);
  const told = await db.$count(announcements, eq(announcements.courseId, row.id));
  expect(told).toBe(4);
  expect(await findBroken(db)).toEqual([]);
});

test("a restart goes on, and the same people act in both courses without one being taken for the other", async () => {
  const course = await loaded();
  const first = { slug: `d-${course.mark}`, mark: course.mark };
  await loadDemo(
    instantAt("2024-01-17", "12:00", "America/New_York"),
    machine,
    () => undefined,
    first,
  );
  const other = await look(first.slug);
  expect(other.as("ta1").personId).toBe(course.as("ta1").personId);
  const [posted] = await db
    .select({ times: count() })
    .from(audit)
    .where(and(eq(audit.courseId, other.row.id), eq(audit.action, "announcement-posted")));
  expect(posted?.times).toBeGreaterThan(0);

  const before = await course.handedIn(8);
  await course.load(new Date(machine.getTime() + 2 * 3_600_000));
  const later = await look(course.slug);
  expect(later.row.id).toBe(course.row.id);
  expect(later.row.clockOffsetMs).toBe(course.row.clockOffsetMs);
  // By noon the deadline has passed, and the cast has handed in.
  expect(later.row.simulatedUntil?.getTime()).toBeGreaterThan(monday.getTime());
  expect((await later.handedIn(8)).length).toBeGreaterThan(before.length);
  expect((await look(first.slug)).row).toEqual(other.row);
});

test("its clock goes forward, where the cast lives on, and back, where that course alone is loaded anew", async () => {
  const course = await loaded();
  const first = { slug: `d-${course.mark}`, mark: course.mark };
  const january = instantAt("2024-01-17", "12:00", "America/New_York");
  await loadDemo(january, machine, () => undefined, first);
  const other = await look(first.slug);
  const move = { to: "typed" as const, isConfirmed: true, idempotencyKey: null };
  await moveClock(course.as("ta1"), { ...move, date: "2018-10-23", time: "09:00" }, monday);
  const later = await look(course.slug);
  expect((await later.handedIn(8)).length).toBeGreaterThanOrEqual(4);
  expect((await later.gradesOf(8, "response")).every(({ releasedAt }) => releasedAt !== null)).toBe(
    true,
  );
  expect(await later.gradesOf(8, "presentation")).toHaveLength(1);
  expect(await db.$count(announcements, eq(announcements.courseId, later.row.id))).toBe(5);

  const tuesday = instantAt("2018-10-23", "09:00", zone);
  await moveClock(later.as("instructor1"), { ...move, date: "2018-10-04", time: "12:00" }, tuesday);
  const anew = await look(course.slug);
  expect(anew.row.id).not.toBe(course.row.id);
  expect(await anew.handedIn(5)).toEqual([]);
  expect((await anew.handedIn(3)).length).toBeGreaterThan(3);
  expect((await look(first.slug)).row).toEqual(other.row);
  const kept = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(inArray(assignments.courseId, [course.row.id]));
  expect(kept).toEqual([]);
});
