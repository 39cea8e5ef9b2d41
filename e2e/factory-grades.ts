import { asc, eq } from "drizzle-orm";
import type { EnrolledViewer, Viewer } from "@/policy/access";
import { gradeSummaryOf, seriesIn, type SeriesSummary } from "@/policy/grade-summary";
import { db } from "@/db/client";
import { readRules } from "@/db/courses";
import { grantException } from "@/db/exceptions";
import { assignmentIdOf, openCourse, type OpenCourse } from "./factory";
import { handIn } from "./factory-assignments";
import { readOwnScoreFacts } from "@/db/grades";
import { readGradedCourse } from "@/db/grades-course";
import { readQueue } from "@/db/grades-queue";
import { releaseGrades } from "@/db/grades-release";
import { scoreSubmission } from "@/db/grades-score";
import { audit } from "@/db/schema";

/** Class 6 of Thursday 1 February: its pre-assignment was due the evening before. */
export const inTime = new Date("2024-01-31T20:00:00-05:00");

/** So many minutes later. */
export function minutesAfter(from: Date, count: number): Date {
  return new Date(from.getTime() + count * 60_000);
}

/** A course in which these students have handed in the pre-assignment of class 6. */
export async function openToGrade(of: (course: OpenCourse) => EnrolledViewer[], classmates = 0) {
  const course = await openCourse({ classmates });
  for (const student of of(course)) await handInSixth(student, `A summary by ${student.name}.`);
  return { ...course, assignmentId: await assignmentIdOf(course.courseId, "pre", 6) };
}

/** What `openToGrade` opens. */
export type CourseToGrade = Awaited<ReturnType<typeof openToGrade>>;

/** Hands in the pre-assignment of class 6. */
export function handInSixth(student: EnrolledViewer, text: string, at = inTime): Promise<void> {
  return handIn(student, { number: 6, text, at });
}

/** One student's pre-assignment of class 6, as the graders name it. */
export function workOf(course: CourseToGrade, student: EnrolledViewer) {
  return { assignmentId: course.assignmentId, submitterId: student.enrolmentId };
}

/** The full point, without a comment, from a grader who has seen no score. */
export const fullPoint = {
  ...{ score: 100, comment: "" },
  ...{ basedOn: 0, overrule: null, idempotencyKey: null },
};

/** Scores the student's pre-assignment of class 6 with the full point, or with what is wanted otherwise. */
export function score(
  course: CourseToGrade,
  viewer: Viewer,
  student: EnrolledViewer,
  more: Partial<Parameters<typeof scoreSubmission>[1]> = {},
): Promise<void> {
  const scoring = { ...fullPoint, ...workOf(course, student), ...more };
  return scoreSubmission(viewer, scoring, course.now);
}

/** Releases the pre-assignment of class 6. */
export function release(course: CourseToGrade, viewer: Viewer, now = course.now): Promise<void> {
  const { assignmentId } = course;
  return releaseGrades(viewer, { assignmentId, idempotencyKey: null }, now);
}

/** Waives Ada's pre-assignment of class 6, or grants what is wanted otherwise. */
export function except(
  course: CourseToGrade,
  viewer: Viewer,
  more: Partial<Parameters<typeof grantException>[1]> = {},
): Promise<void> {
  const waiver = { kind: "waived", extendedTo: "", extendedTime: "", reason: "Ill." } as const;
  const grant = { ...workOf(course, course.ada), ...waiver, idempotencyKey: null, ...more };
  return grantException(viewer, grant, course.now);
}

/** How the student stands, as his or her own page says it. */
export async function summaryOf(student: EnrolledViewer, now: Date) {
  const rules = await readRules(db, student);
  const [facts, course] = await Promise.all([
    readOwnScoreFacts(student),
    readGradedCourse(student, rules, now),
  ]);
  return gradeSummaryOf(facts, course, "released");
}

/** The same of one series. */
export async function seriesOf(
  student: EnrolledViewer,
  now: Date,
  key = "pre",
): Promise<SeriesSummary> {
  const series = seriesIn(await summaryOf(student, now), key);
  if (series === undefined) throw new Error(`The course has no series “${key}”.`);
  return series;
}

/** The graders' queue of the course. */
export async function queueOf(viewer: Viewer, now: Date) {
  return readQueue(viewer, await readRules(db, viewer), now);
}

/** What was done in the course, the oldest first. */
export async function actionsIn(course: OpenCourse): Promise<string[]> {
  const rows = await db
    .select({ action: audit.action })
    .from(audit)
    .where(eq(audit.courseId, course.courseId))
    .orderBy(asc(audit.id));
  return rows.map(({ action }) => action);
}
