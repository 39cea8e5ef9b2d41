import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { visitorOf, type EnrolledViewer } from "@/policy/access";
import { syllabus, zone } from "@/policy/test-course";
import { NotFound } from "@/policy/refusal";
import { gradeStandingOf } from "@/policy/standings";
import { postAnnouncement } from "./announcements";
import { saveDraft } from "./assignments-drafts";
import { submitAssignment } from "./assignments-hand-in";
import { readCourseDashboard, readGradersDashboard, readOwnDashboard } from "./dashboard";
import { grantException, withdrawException } from "./exceptions";
import {
  countQueries,
  meetingIdOf,
  openCourse,
  takeSeats,
  tokenFor,
  type OpenCourse,
} from "@/e2e/factory";
import { grantTo, handIn, textFor } from "@/e2e/factory-assignments";
import { releaseGrades } from "./grades-release";
import { scoreSubmission } from "./grades-score";
import { findStanding } from "./sign-ins";

const signUp = new Date("2024-01-17T12:00:00-05:00");
const evening = new Date("2024-01-31T20:00:00-05:00");

const hand = (student: EnrolledViewer, text: string) =>
  handIn(student, { number: 6, assignment: "pre", text, at: evening });

async function score(course: OpenCourse, student: EnrolledViewer, isReleased: boolean) {
  const work = { meetingId: await meetingIdOf(course.courseId, 6), kind: "pre" as const };
  const scoring = { score: 100, comment: "Well put.", basedOn: 0, overrule: null };
  const key = { idempotencyKey: randomUUID() };
  const { enrolmentId } = student;
  await scoreSubmission(course.tara, { ...scoring, ...work, ...key, enrolmentId }, course.now);
  if (isReleased) {
    await releaseGrades(course.tara, { ...work, idempotencyKey: randomUUID() }, course.now);
  }
}

async function extend(
  course: OpenCourse,
  student: EnrolledViewer,
  reason: string,
  at = course.now,
) {
  const meetingId = await meetingIdOf(course.courseId, 7);
  const until = { extendedTo: "2024-02-07", extendedTime: "12:00" };
  const { enrolmentId } = student;
  const what = { meetingId, enrolmentId, assignment: "pre" as const, kind: "extended" as const };
  const grant = { ...what, ...until, reason, idempotencyKey: randomUUID() };
  await grantException(course.tara, grant, at);
}

test("a student's dashboard is the viewer's query and three more, however much there is", async () => {
  const course = await openCourse({ classmates: 5 });
  const { ada, slug, now } = course;
  const token = await tokenFor(ada);
  const queries = () =>
    countQueries(async () => {
      await findStanding(slug, token, new Date());
      await readOwnDashboard(ada, now);
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
  const own = await readOwnDashboard(ada, now);
  expect(own.facts).toMatchObject({ enrolmentId: ada.enrolmentId, name: "Ada Array" });
  expect(own.facts.submissions).toHaveLength(1);
  expect(own.facts.grades).toEqual([]);
  expect(own.facts.exceptions).toEqual([]);
  expect(own.teamMates).toEqual(["Ben Branch"]);
});

test("a student's dashboard has the own drafts that are not handed in, and the newest announcement up to now", async () => {
  const course = await openCourse();
  const { ada, ben, iris, now } = course;
  const post = await textFor(course, { assignment: "post" });
  await saveDraft(ada, { ...post, basedOn: 0 }, now);
  await saveDraft(ada, { ...(await textFor(course)), basedOn: 0 }, now);
  await submitAssignment(ada, await textFor(course), now);
  const news = (title: string) => ({ title, body: "Text.", idempotencyKey: randomUUID() });
  expect((await readOwnDashboard(ada, now)).announcement).toBeNull();
  const minutesLater = (count: number) => new Date(now.getTime() + count * 60_000);
  await postAnnouncement(iris, news("First"), now);
  await postAnnouncement(iris, news("Before"), minutesLater(-1));
  await postAnnouncement(iris, news("Second"), minutesLater(1));
  const [own, bens] = [await readOwnDashboard(ada, now), await readOwnDashboard(ben, now)];
  expect(own.drafts).toEqual([{ meetingId: post.meetingId, assignment: "post" }]);
  expect(bens.drafts).toEqual([]);
  expect(bens.announcement).toMatchObject({ title: "First", postedAt: now });
  await expect(readOwnDashboard(course.tara, now)).rejects.toBeInstanceOf(NotFound);
});

test("feature 20: every duty is there, with what has become of it", async () => {
  const course = await openCourse();
  const { ada, now } = course;
  await handIn(ada, { number: 7, at: now });
  await takeSeats(course, 9, [ada], signUp);
  await grantTo(course, ada, { kind: "excused", number: 8 });
  const { facts, meetings } = await readOwnDashboard(ada, now);
  const { pre, post } = gradeStandingOf(facts, { meetings, syllabus, zone, now }, "released");
  expect([...pre.rows, ...post.rows]).toHaveLength(2 * syllabus.declaredAssessedDays);
  const of = (series: typeof pre, number: number) =>
    series.rows.find(({ meeting }) => meeting.number === number)?.state;
  expect(of(pre, 7)).toBe("awaiting");
  expect(of(post, 7)).toBe("upcoming");
  expect(of(pre, 8)).toBe("waived");
  expect(of(post, 9)).toBe("automatic");
  expect(of(pre, 1)).toBe("waived");
});

test("feature 34: a score is on the dashboard from its release", async () => {
  const course = await openCourse();
  const { ada, now } = course;
  await hand(ada, "By Ada.");
  await score(course, ada, false);
  expect((await readOwnDashboard(ada, now)).facts.grades).toEqual([]);
  const meetingId = await meetingIdOf(course.courseId, 6);
  await releaseGrades(course.tara, { meetingId, kind: "pre", idempotencyKey: null }, now);
  expect((await readOwnDashboard(ada, now)).facts.grades).toMatchObject([{ score: 100 }]);
});

test("staff see the whole class of their course, and nothing of another", async () => {
  const course = await openCourse();
  const other = await openCourse();
  await hand(course.ada, "By Ada.");
  await hand(other.ada, "By the other Ada.");
  await extend(other, other.ben, "Elsewhere.");
  await postAnnouncement(other.iris, { title: "T", body: "B", idempotencyKey: null }, other.now);
  const graders = await readGradersDashboard(course.tara);
  expect(graders.granted).toEqual([]);
  expect(graders.students.flatMap(({ submissions }) => submissions)).toHaveLength(1);
  expect(graders.students.map(({ name }) => name)).not.toContain("Dora Dropped");
  const all = await readCourseDashboard(course.iris);
  expect(all.students).toHaveLength(6);
  expect(all.withReadings.has(await meetingIdOf(course.courseId, 7))).toBe(true);
  expect(all.withReadings.has(await meetingIdOf(other.courseId, 7))).toBe(false);
  expect((await readOwnDashboard(course.ada, course.now)).announcement).toBeNull();
});

test("exceptions granted lately are the five newest that still hold, the newest first, with who granted them and why", async () => {
  const course = await openCourse();
  const { tara, ada, ben, cleo, eli, fay, gus, now } = course;
  const minutesOf = (student: EnrolledViewer) => [fay, ada, gus, ben, eli, cleo].indexOf(student);
  for (const student of [ada, ben, cleo, eli, fay, gus]) {
    const at = new Date(now.getTime() + minutesOf(student) * 60_000);
    await extend(course, student, `${student.name} was ill.`, at);
  }
  const { granted } = await readGradersDashboard(tara);
  expect(granted.map(({ name, grantedBy, reason }) => [name, grantedBy, reason])).toEqual(
    [cleo, eli, ben, gus, ada].map(({ name }) => [name, "Tara Trace", `${name} was ill.`]),
  );
  const [first] = granted;
  if (first === undefined) throw new Error("No exception.");
  const { id: exceptionId, enrolmentId } = first;
  await withdrawException(tara, { exceptionId, enrolmentId, idempotencyKey: null }, now);
  const remaining = (await readGradersDashboard(tara)).granted.map(({ name }) => name);
  expect(remaining).toEqual([eli, ben, gus, ada, fay].map(({ name }) => name));
});

test("a dashboard is for its own role", async () => {
  const course = await openCourse();
  const { ada, dora, tara, iris, now } = course;
  const visitor = visitorOf(course.courseId);
  for (const viewer of [tara, iris, visitor]) {
    await expect(readOwnDashboard(viewer, now)).rejects.toThrow(NotFound);
  }
  for (const viewer of [ada, dora, visitor]) {
    await expect(readGradersDashboard(viewer)).rejects.toThrow(NotFound);
  }
  for (const viewer of [ada, tara, visitor]) {
    await expect(readCourseDashboard(viewer)).rejects.toThrow(NotFound);
  }
});
