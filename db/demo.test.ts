import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, count, eq, isNotNull } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { compareFractions, fraction } from "@/policy/fractions";
import { gradeSummaryOf, seriesIn } from "@/policy/grade-summary";
import { NotFound } from "@/policy/refusal";
import { instantAt } from "@/policy/time";
import { submitAssignment } from "./submissions";
import { db } from "./client";
import { findDemoPerson, listDoneByHand, moveClock } from "./demo";
import { claimSeat } from "./discussions";
import { openCourse } from "@/e2e/factory";
import { readScoreFacts } from "./grades";
import { findBroken } from "./invariants";
import { listMeetings } from "./meetings";
import {
  assignments,
  courses,
  drafts,
  enrolments,
  grades,
  seats,
  signIns,
  submissions,
} from "./schema";
import { loadDemo } from "./seed/demo";
import { assignmentOf, readStage } from "./seed/stage";
import { startSignIn } from "./sign-ins";

// Simulating weeks of a course takes seconds, and many where the machine has other work.
test.slow();

const zone = "America/New_York";
const at = (date: string, time: string) => instantAt(date, time, zone);
const newYear = new Date("2026-06-01T12:00:00Z");
const silent = () => undefined;
const to = (date: string, time: string, more: { isConfirmed?: boolean; key?: string } = {}) => ({
  to: "typed" as const,
  date,
  time,
  isConfirmed: more.isConfirmed ?? false,
  idempotencyKey: more.key ?? null,
});

/** A course of the test's own simulated up to an instant. */
async function simulated(until: Date) {
  const mark = randomUUID().slice(0, 8);
  const course = { slug: `d-${mark}`, mark };
  await loadDemo(until, newYear, silent, course);
  return { ...course, ...(await look(course.slug)) };
}

/** The course of a slug as it stands, and a viewer for each account of its cast. */
async function look(slug: string) {
  const [row] = await db.select().from(courses).where(eq(courses.slug, slug));
  if (row === undefined) throw new Error(`There is no ${slug}.`);
  const stage = await readStage(row.id);
  const { cast, meetings } = stage;
  const as = (account: string): EnrolledViewer => {
    const viewer = cast.get(account);
    if (viewer === undefined) throw new Error(`There is no ${account}.`);
    return viewer;
  };
  const meetingId = (number: number) => meetings.get(number)?.id ?? "";
  const idOf = (number: number, work: string) => assignmentOf(stage, number, work) ?? "";
  return { row, as, meetingId, idOf, readings: (n: number) => meetings.get(n)?.readingIds };
}

async function countSeats(courseId: string): Promise<number> {
  const [row] = await db.select({ seats: count() }).from(seats).where(eq(seats.courseId, courseId));
  return row?.seats ?? 0;
}

/** Who has handed in. */
async function handedIn(assignmentId: string) {
  const rows = await db
    .selectDistinct({ submitterId: submissions.submitterId })
    .from(submissions)
    .where(eq(submissions.assignmentId, assignmentId));
  return rows.map(({ submitterId }) => submitterId);
}

/** How many texts have a grade, and how many of these the students know. */
async function graded(assignmentId: string) {
  const [row] = await db
    .select({ graded: count(), released: count(grades.releasedAt) })
    .from(grades)
    .where(eq(grades.assignmentId, assignmentId));
  return row;
}

test("at noon on 17 January nobody has a seat, on the 19th everybody has", async () => {
  const course = await simulated(at("2024-01-17", "12:00"));
  expect(await countSeats(course.row.id)).toBe(0);
  await moveClock(course.as("ta1"), to("2024-01-19", "12:00"), at("2024-01-17", "12:00"));
  expect(await countSeats(course.row.id)).toBe(30);
  const { row } = await look(course.slug);
  expect(row.clockOffsetMs).toBe((course.row.clockOffsetMs ?? 0) + 2 * 86_400_000);
  expect(row.simulatedUntil).toEqual(at("2024-01-19", "12:00"));
  expect(row.revision).toBeGreaterThan(course.row.revision);
});

test("on 5 February six meetings have been written about, five are graded, and a few owe tonight's text", async () => {
  const course = await simulated(at("2024-02-05", "16:00"));
  const { row, meetingId, idOf } = course;
  expect(await countSeats(row.id)).toBe(30);
  for (let number = 1; number <= 6; number += 1) {
    const post = await handedIn(idOf(number, "post"));
    expect(post.length, `post-${number}`).toBeGreaterThan(20);
    const texts = await graded(idOf(number, "post"));
    if (number <= 5) expect(texts, `post-${number}`).toMatchObject({ graded: post.length });
    expect(texts?.released, `post-${number}`).toBe(number <= 5 ? post.length : 0);
  }
  expect(await graded(idOf(4, "presentation"))).toEqual({ graded: 3, released: 3 });
  expect(await graded(idOf(6, "pre"))).toEqual({ graded: 0, released: 0 });
  expect((await handedIn(idOf(6, "pre"))).length).toBeGreaterThan(20);

  const [about] = await db
    .select({ posts: count() })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(
      and(
        eq(submissions.courseId, row.id),
        eq(assignments.work, "post"),
        isNotNull(submissions.readingId),
      ),
    );
  expect(about?.posts).toBeGreaterThan(10);

  const tonight = new Set(await handedIn(idOf(7, "pre")));
  const presenting = await db
    .select({ enrolmentId: seats.enrolmentId })
    .from(seats)
    .where(eq(seats.meetingId, meetingId(7)));
  for (const { enrolmentId } of presenting) expect(tonight).not.toContain(enrolmentId);
  const owing = 30 - presenting.length - tonight.size;
  expect(owing).toBeGreaterThanOrEqual(3);
  expect(owing).toBeLessThanOrEqual(6);
  expect(tonight).not.toContain(course.as("student01").enrolmentId);
  expect(presenting).not.toContainEqual({ enrolmentId: course.as("student01").enrolmentId });
  const [kept] = await db
    .select({ drafts: count() })
    .from(drafts)
    .where(eq(drafts.assignmentId, idOf(7, "pre")));
  expect(kept?.drafts).toBeGreaterThan(0);
  expect(await findBroken(db)).toEqual([]);
});

test("on 5 February most stand above 85 %, a few below, and at least one has fallen behind", async () => {
  const now = at("2024-02-05", "16:00");
  const course = await simulated(now);
  const staff = course.as("ta1");
  const { facts } = await readStage(course.row.id);
  const [students, meetings] = await Promise.all([readScoreFacts(staff), listMeetings(staff)]);
  const summaries = students.map((student) =>
    gradeSummaryOf(student, { ...facts, assignments: [], meetings, now }, "released"),
  );
  const above = (percent: number) =>
    summaries.filter(({ course: { soFar } }) => {
      return soFar !== null && compareFractions(soFar.total, fraction(percent, 100)) >= 0;
    }).length;
  expect(above(85)).toBeGreaterThanOrEqual(18);
  expect(above(85) - above(100)).toBeGreaterThanOrEqual(4);
  expect(30 - above(85)).toBeGreaterThanOrEqual(5);
  expect(30 - above(60)).toBeGreaterThanOrEqual(1);
  expect(30 - above(60)).toBeLessThanOrEqual(2);
  const states = new Set(
    summaries.flatMap((summary) =>
      ["pre", "post"]
        .flatMap((key) => seriesIn(summary, key)?.rows ?? [])
        .map(({ state, points }) => `${state} ${points}`),
    ),
  );
  expect([...states].sort()).toEqual(
    expect.arrayContaining(["missing 0", "scored 0", "scored 100", "waived null"]),
  );
});

test("nobody acts later than the clock, and every event of the cast is in the audit log once", async () => {
  const until = at("2024-01-24", "12:00");
  const course = await simulated(until);
  const rows = await db.query.audit.findMany({
    where: (audit) => eq(audit.courseId, course.row.id),
  });
  expect(rows.filter((one) => one.at > until)).toEqual([]);
  const keys = rows.flatMap(({ personId, idempotencyKey }) =>
    idempotencyKey === null ? [] : [`${personId} ${idempotencyKey}`],
  );
  expect(keys.length).toBeGreaterThan(100);
  expect(new Set(keys).size).toBe(keys.length);
});

test("loading again changes nothing, another start loads the course anew, and sign-ins survive", async () => {
  const course = await simulated(at("2024-01-17", "12:00"));
  const token = await startSignIn(db, course.as("student01").personId, newYear);
  await loadDemo(at("2024-01-17", "12:00"), newYear, silent, course);
  expect((await look(course.slug)).row).toMatchObject({
    id: course.row.id,
    clockOffsetMs: course.row.clockOffsetMs,
  });
  await loadDemo(at("2024-01-16", "12:00"), newYear, silent, course);
  const anew = await look(course.slug);
  expect(anew.row.id).not.toBe(course.row.id);
  expect(anew.row.revision).toBeGreaterThan(course.row.revision);
  expect(anew.as("student01").personId).toBe(course.as("student01").personId);
  expect(token).not.toBe("");
  const kept = await db
    .select()
    .from(signIns)
    .where(eq(signIns.personId, course.as("student01").personId));
  expect(kept).toHaveLength(1);
});

test("two who load at once load one course", async () => {
  const mark = randomUUID().slice(0, 8);
  const course = { slug: `d-${mark}`, mark };
  const start = at("2024-01-17", "12:00");
  const said: string[] = [];
  const load = () => loadDemo(start, newYear, (line) => said.push(line), course);
  await Promise.all([load(), load()]);
  expect(said).toHaveLength(1);
  const { row } = await look(course.slug);
  const enrolled = await db.select().from(enrolments).where(eq(enrolments.courseId, row.id));
  expect(enrolled).toHaveLength(34);
});

test("a load that was interrupted is completed by the next start", async () => {
  const start = at("2024-01-18", "12:00");
  const course = await simulated(start);
  const whole = await countSeats(course.row.id);
  expect(whole).toBeGreaterThan(3);
  // As a kill -9 leaves it: some of the events done, and the mark of the last complete ones.
  await db
    .update(courses)
    .set({ simulatedUntil: at("2024-01-08", "09:00") })
    .where(eq(courses.id, course.row.id));
  const gone = await db
    .delete(seats)
    .where(
      and(
        eq(seats.courseId, course.row.id),
        eq(seats.enrolmentId, course.as("student05").enrolmentId),
      ),
    )
    .returning();
  expect(gone).toHaveLength(1);
  await loadDemo(start, new Date(newYear.getTime() + 60_000), silent, course);
  expect((await look(course.slug)).row.id).toBe(course.row.id);
  // What the log says was done is not done again.
  expect(await countSeats(course.row.id)).toBe(whole - 1);
  expect((await look(course.slug)).row.simulatedUntil?.getTime()).toBeGreaterThanOrEqual(
    start.getTime(),
  );
});

test("what a tester did meanwhile stays when the cast lives on", async () => {
  const now = at("2024-01-17", "12:00");
  const course = await simulated(now);
  const [student, assignmentId] = [course.as("student05"), course.idOf(2, "pre")];
  const [readingId] = course.readings(2)?.values() ?? [];
  await submitAssignment(
    course.as("student01"),
    {
      assignmentId,
      readingId: readingId ?? null,
      about: null,
      answers: ["A tester's own summary."],
      questions: ["A tester's own question?"],
      creditsAgreed: 0,
      idempotencyKey: randomUUID(),
    },
    now,
  );
  await claimSeat(student, { meetingId: course.meetingId(27), idempotencyKey: randomUUID() }, now);
  await moveClock(course.as("instructor1"), to("2024-01-19", "12:00"), now);
  const versions = await db
    .select({ answers: submissions.answers })
    .from(submissions)
    .where(
      and(
        eq(submissions.submitterId, course.as("student01").enrolmentId),
        eq(submissions.assignmentId, assignmentId),
      ),
    );
  expect(versions).toEqual([{ answers: ["A tester's own summary."] }]);
  const [seat] = await db.select().from(seats).where(eq(seats.enrolmentId, student.enrolmentId));
  expect(seat?.meetingId).toBe(course.meetingId(27));
  expect(await countSeats(course.row.id)).toBe(30);
});

test("back asks first, then loads the course anew without what testers did", async () => {
  const now = at("2024-01-19", "12:00");
  const course = await simulated(now);
  const staff = course.as("ta2");
  await submitAssignment(
    course.as("student02"),
    {
      assignmentId: course.idOf(3, "pre"),
      readingId: [...(course.readings(3)?.values() ?? [])][0] ?? null,
      about: null,
      answers: ["Gone when the clock goes back."],
      questions: ["Is it?"],
      creditsAgreed: 0,
      idempotencyKey: randomUUID(),
    },
    now,
  );
  expect(await listDoneByHand(staff)).toEqual([{ action: "submitted", times: 1 }]);
  const back = to("2024-01-17", "12:00");
  expect(await moveClock(staff, back, now)).toMatchObject({ isBack: true, date: "2024-01-17" });
  expect(await countSeats(course.row.id)).toBe(30);

  expect(await moveClock(staff, { ...back, isConfirmed: true }, now)).toBeNull();
  const anew = await look(course.slug);
  expect(await countSeats(anew.row.id)).toBe(0);
  expect(anew.row.clockOffsetMs).toBe((course.row.clockOffsetMs ?? 0) - 2 * 86_400_000);
  expect(anew.row.demoStartedAt).toEqual(course.row.demoStartedAt);
  expect(await listDoneByHand(anew.as("ta2"))).toEqual([]);
  expect(await handedIn(anew.idOf(3, "pre"))).not.toContain(anew.as("student02").enrolmentId);
});

test("of two who move the clock at once one does, and a form sent twice moves it once", async () => {
  const now = at("2024-01-17", "12:00");
  const course = await simulated(now);
  const answers = await Promise.allSettled([
    moveClock(course.as("ta1"), to("2024-01-17", "18:00"), now),
    moveClock(course.as("ta2"), to("2024-01-17", "20:00"), now),
  ]);
  const refused = answers.flatMap((one) =>
    one.status === "rejected" ? [(one.reason as Error).message] : [],
  );
  expect(refused).toEqual(["Somebody else has just moved the clock. Look where it stands first."]);

  const { row } = await look(course.slug);
  const shown = new Date(newYear.getTime() + (row.clockOffsetMs ?? 0));
  const form = to("2024-01-18", "06:00", { key: randomUUID() });
  await moveClock(course.as("ta1"), form, shown);
  const moved = (await look(course.slug)).row;
  await moveClock(course.as("ta1"), form, at("2024-01-18", "06:00"));
  expect((await look(course.slug)).row).toEqual(moved);
});

test("only staff move the clock, and only one that the demo has set", async () => {
  const course = await openCourse({ at: "2024-02-05T16:00:00-05:00" });
  const move = to("2024-02-05", "18:00");
  await expect(moveClock(course.ada, move, course.now)).rejects.toBeInstanceOf(NotFound);
  await expect(listDoneByHand(course.ada)).rejects.toBeInstanceOf(NotFound);
  await expect(moveClock(course.iris, { ...move, date: "2024-02-30" }, course.now)).rejects.toThrow(
    /30 February 2024 does not exist/,
  );
  await expect(
    moveClock(course.iris, { ...move, date: "2024-02-01", isConfirmed: true }, course.now),
  ).rejects.toThrow(/only goes forward/);
  expect(await moveClock(course.tara, move, course.now)).toBeNull();
  await db.update(courses).set({ clockOffsetMs: null }).where(eq(courses.id, course.courseId));
  await expect(moveClock(course.iris, move, course.now)).rejects.toBeInstanceOf(NotFound);
});

test("a demo account is one of a course with a demo clock, and no other", async () => {
  const course = await openCourse();
  expect(await findDemoPerson(db, course.emailOf("ada"))).toBe(course.ada.personId);
  expect(await findDemoPerson(db, "ada@university.edu")).toBeUndefined();
  await db.update(courses).set({ clockOffsetMs: null }).where(eq(courses.id, course.courseId));
  expect(await findDemoPerson(db, course.emailOf("ada"))).toBeUndefined();
});
