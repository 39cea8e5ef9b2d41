import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { visitorOf, type EnrolledViewer, type Viewer } from "@/policy/access";
import { gradingAddress } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import { NotFound } from "@/policy/refusal";
import { gradeSummaryOf } from "@/policy/grade-summary";
import { carriedCount } from "@/policy/meetings";
import { postAnnouncement } from "./announcements";
import { saveDraft } from "./drafts";
import { submitAssignment } from "./submissions";
import { db } from "./client";
import { readRules } from "./courses";
import { readCourseDashboard, readGradersDashboard, readOwnDashboard } from "./dashboard";
import { grantException, withdrawException } from "./exceptions";
import {
  assignmentIdOf,
  countQueries,
  meetingIdOf,
  openCourse,
  takeSeats,
  tokenFor,
  type OpenCourse,
} from "@/e2e/factory";
import { grantTo, handIn, textFor } from "@/e2e/factory-assignments";
import { openSeminar } from "@/e2e/factory-seminar";
import { releaseGrades } from "./grades-release";
import { scoreSubmission } from "./grades-score";
import { takePass } from "./passes";
import { findCourseAndAsker } from "./sign-ins";

const signUp = new Date("2024-01-17T12:00:00-05:00");
const evening = new Date("2024-01-31T20:00:00-05:00");

const hand = (student: EnrolledViewer, text: string) =>
  handIn(student, { number: 6, text, at: evening });

const ownDashboard = async (viewer: Viewer, now: Date) =>
  readOwnDashboard(viewer, await readRules(db, viewer), now);

const gradersDashboard = async (viewer: Viewer, now: Date) =>
  readGradersDashboard(viewer, await readRules(db, viewer), now);

const courseDashboard = async (viewer: Viewer, now: Date) =>
  readCourseDashboard(viewer, await readRules(db, viewer), now);

async function score(course: OpenCourse, student: EnrolledViewer, isReleased: boolean) {
  const assignmentId = await assignmentIdOf(course.courseId, "pre", 6);
  const work = { assignmentId, submitterId: student.enrolmentId };
  const scoring = { score: 100, comment: "Well put.", basedOn: 0, overrule: null };
  const key = { idempotencyKey: randomUUID() };
  await scoreSubmission(course.tara, { ...scoring, ...work, ...key }, course.now);
  if (isReleased) {
    const release = { assignmentId, idempotencyKey: randomUUID() };
    await releaseGrades(course.tara, release, course.now);
  }
}

async function extend(
  course: OpenCourse,
  student: EnrolledViewer,
  reason: string,
  at = course.now,
) {
  const assignmentId = await assignmentIdOf(course.courseId, "pre", 7);
  const until = { extendedTo: "2024-02-07", extendedTime: "12:00" };
  const work = { assignmentId, submitterId: student.enrolmentId };
  const what = { ...work, kind: "extended" as const };
  const grant = { ...what, ...until, reason, idempotencyKey: randomUUID() };
  await grantException(course.tara, grant, at);
}

test("a student's dashboard is the viewer's query and three more, however much there is", async () => {
  const course = await openCourse({ classmates: 5 });
  const { ada, slug, now } = course;
  const token = await tokenFor(ada);
  const rules = await readRules(db, ada);
  const queries = () =>
    countQueries(async () => {
      await findCourseAndAsker(slug, token, new Date());
      await readOwnDashboard(ada, rules, now);
    });
  expect(await queries()).toBe(4);
  await takeSeats(course, 7, [ada, course.ben], signUp);
  await hand(ada, "A summary.");
  await score(course, ada, true);
  expect(await queries()).toBe(4);
});

test("a student sees the own work, and none of a classmate's", async () => {
  const course = await openCourse();
  const { ada, ben, now } = course;
  await takeSeats(course, 7, [ada, ben], signUp);
  await hand(ada, "By Ada.");
  await hand(ben, "By Ben.");
  await score(course, ben, true);
  await extend(course, ben, "Ben was ill.");
  const own = await ownDashboard(ada, now);
  expect(own.facts).toMatchObject({ enrolmentId: ada.enrolmentId, name: "Ada Array" });
  expect(own.facts.submissions).toHaveLength(1);
  expect(own.facts.grades).toEqual([]);
  expect(own.facts.exceptions).toEqual([]);
  expect(own.teamMates).toMatchObject([{ name: "Ben Branch" }]);
});

test("a student's dashboard has the own drafts that are not handed in, and the newest announcement up to now", async () => {
  const course = await openCourse();
  const { ada, ben, iris, now } = course;
  const post = await textFor(course, { series: "post" });
  await saveDraft(ada, { ...post, basedOn: 0 }, now);
  await saveDraft(ada, { ...(await textFor(course)), basedOn: 0 }, now);
  await submitAssignment(ada, await textFor(course), now);
  const news = (title: string) => ({ title, body: "Text.", idempotencyKey: randomUUID() });
  expect((await ownDashboard(ada, now)).announcement).toBeNull();
  const minutesLater = (count: number) => new Date(now.getTime() + count * 60_000);
  await postAnnouncement(iris, news("First"), now);
  await postAnnouncement(iris, news("Before"), minutesLater(-1));
  await postAnnouncement(iris, news("Second"), minutesLater(1));
  const [own, bens] = [await ownDashboard(ada, now), await ownDashboard(ben, now)];
  expect(own.drafts).toEqual([{ assignmentId: post.assignmentId }]);
  expect(bens.drafts).toEqual([]);
  expect(bens.announcement).toMatchObject({ title: "First", postedAt: now });
  await expect(ownDashboard(course.tara, now)).rejects.toBeInstanceOf(NotFound);
});

test("feature 20: every duty is there, with what has become of it", async () => {
  const course = await openCourse();
  const { ada, now } = course;
  await handIn(ada, { number: 7, at: now });
  await takeSeats(course, 9, [ada], signUp);
  await grantTo(course, ada, { kind: "excused", number: 8 });
  const { facts, course: graded } = await ownDashboard(ada, now);
  const { series } = gradeSummaryOf(facts, graded, "released");
  expect(series.map(({ rows }) => rows.length)).toEqual(
    graded.syllabus.series.map((one) => carriedCount(graded.meetings, one)),
  );
  expect(series.flatMap(({ rows }) => rows)).toHaveLength(46);
  const of = (key: string, number: number) =>
    series
      .find((one) => one.series.key === key)
      ?.rows.find(({ meeting }) => meeting.number === number)?.state;
  expect(of("pre", 7)).toBe("awaiting");
  expect(of("post", 7)).toBe("upcoming");
  expect(of("pre", 8)).toBe("waived");
  expect(of("post", 9)).toBe("automatic");
  expect(of("pre", 1)).toBe("waived");
});

test("feature 34: a score is on the dashboard from its release", async () => {
  const course = await openCourse();
  const { ada, now } = course;
  await hand(ada, "By Ada.");
  await score(course, ada, false);
  expect((await ownDashboard(ada, now)).facts.grades).toEqual([]);
  const assignmentId = await assignmentIdOf(course.courseId, "pre", 6);
  await releaseGrades(course.tara, { assignmentId, idempotencyKey: null }, now);
  expect((await ownDashboard(ada, now)).facts.grades).toMatchObject([{ score: 100 }]);
});

test("staff see the whole class of their course, and nothing of another", async () => {
  const course = await openCourse();
  const other = await openCourse();
  await hand(course.ada, "By Ada.");
  await hand(other.ada, "By the other Ada.");
  await extend(other, other.ben, "Elsewhere.");
  await postAnnouncement(other.iris, { title: "T", body: "B", idempotencyKey: null }, other.now);
  const graders = await gradersDashboard(course.tara, course.now);
  expect(graders.granted).toEqual([]);
  const line = (of: { queue: QueueLine[] }) =>
    of.queue.find(({ gradable }) => gradingAddress(gradable) === "pre-6");
  // Of the six who take part one has handed in; Dora has dropped the course.
  expect(line(graders)).toMatchObject({ handedIn: 1, waiting: 1, missing: 5 });
  const all = await courseDashboard(course.iris, course.now);
  expect(line(all)).toMatchObject({ handedIn: 1, missing: 5 });
  expect(all.withoutSeat.total).toBe(6);
  expect(all.withoutSeat.first[0]).toMatchObject({ name: "Ada Array", seats: 0 });
  expect(all.points).toEqual([{ value: 0, count: 6 }]);
  expect(all.withReadings.has(await meetingIdOf(course.courseId, 7))).toBe(true);
  expect(all.withReadings.has(await meetingIdOf(other.courseId, 7))).toBe(false);
  expect((await ownDashboard(course.ada, course.now)).announcement).toBeNull();
});

test("exceptions granted lately are the five newest that still hold, the newest first, with who granted them and why", async () => {
  const course = await openCourse();
  const { tara, ada, ben, cleo, eli, fay, gus, now } = course;
  const minutesOf = (student: EnrolledViewer) => [fay, ada, gus, ben, eli, cleo].indexOf(student);
  for (const student of [ada, ben, cleo, eli, fay, gus]) {
    const at = new Date(now.getTime() + minutesOf(student) * 60_000);
    await extend(course, student, `${student.name} was ill.`, at);
  }
  const { granted } = await gradersDashboard(tara, now);
  expect(granted.map(({ name, grantedBy, reason }) => [name, grantedBy, reason])).toEqual(
    [cleo, eli, ben, gus, ada].map(({ name }) => [name, "Tara Trace", `${name} was ill.`]),
  );
  const [first] = granted;
  if (first === undefined) throw new Error("No exception.");
  expect(first).toMatchObject({ work: "pre", meetingNumber: 7 });
  const { id: exceptionId, submitterId } = first;
  await withdrawException(tara, { exceptionId, submitterId, idempotencyKey: null }, now);
  const remaining = (await gradersDashboard(tara, now)).granted.map(({ name }) => name);
  expect(remaining).toEqual([eli, ben, gus, ada, fay].map(({ name }) => name));
});

test("a dashboard is for its own role", async () => {
  const course = await openCourse();
  const { ada, dora, tara, iris, now } = course;
  const visitor = visitorOf(course.courseId);
  for (const viewer of [tara, iris, visitor]) {
    await expect(ownDashboard(viewer, now)).rejects.toThrow(NotFound);
  }
  for (const viewer of [ada, dora, visitor]) {
    await expect(gradersDashboard(viewer, now)).rejects.toThrow(NotFound);
  }
  for (const viewer of [ada, tara, visitor]) {
    await expect(courseDashboard(viewer, now)).rejects.toThrow(NotFound);
  }
});

test("where marks are given by hand, a student's dashboard asks for them too, and a pass is nobody's grant", async () => {
  const course = await openSeminar();
  const { ada, tara, now } = course;
  const rules = await readRules(db, ada);
  expect(await countQueries(() => readOwnDashboard(ada, rules, now))).toBe(4);
  const { course: graded } = await readOwnDashboard(ada, rules, now);
  expect(graded.assignments.map(({ work }) => work)).toContain("participation");
  const assignmentId = await assignmentIdOf(course.courseId, "response", 7);
  await takePass(ada, { assignmentId, idempotencyKey: null }, now);
  expect((await gradersDashboard(tara, now)).granted).toEqual([]);
});
