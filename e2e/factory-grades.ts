import { asc, eq } from "drizzle-orm";
import type { EnrolledViewer, Viewer } from "@/policy/access";
import { gradeStandingOf } from "@/policy/standings";
import { db } from "@/db/client";
import { readRules } from "@/db/courses";
import { grantException } from "@/db/exceptions";
import { meetingIdOf, openCourse, type OpenCourse } from "./factory";
import { handIn } from "./factory-assignments";
import { readOwnScoreFacts } from "@/db/grades";
import { releaseGrades } from "@/db/grades-release";
import { scoreSubmission } from "@/db/grades-score";
import { listMeetings } from "@/db/meetings";
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
  return { ...course, meetingId: await meetingIdOf(course.courseId, 6) };
}

/** What `openToGrade` opens. */
export type CourseToGrade = Awaited<ReturnType<typeof openToGrade>>;

/** Hands in the pre-assignment of class 6. */
export function handInSixth(student: EnrolledViewer, text: string, at = inTime): Promise<void> {
  return handIn(student, { number: 6, assignment: "pre", text, at });
}

/** One student's pre-assignment of class 6, as the graders name it. */
export function workOf(course: CourseToGrade, student: EnrolledViewer) {
  return {
    meetingId: course.meetingId,
    kind: "pre" as const,
    enrolmentId: student.enrolmentId,
  };
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
  const { meetingId } = course;
  return releaseGrades(viewer, { meetingId, kind: "pre", idempotencyKey: null }, now);
}

/** Waives Ada's pre-assignment of class 6, or grants what is wanted otherwise. */
export function except(
  course: CourseToGrade,
  viewer: Viewer,
  more: Partial<Parameters<typeof grantException>[1]> = {},
): Promise<void> {
  const { kind: _kind, ...ofAda } = workOf(course, course.ada);
  const waiver = { kind: "waived", extendedTo: "", extendedTime: "", reason: "Ill." } as const;
  const grant = { ...ofAda, ...waiver, assignment: "pre", idempotencyKey: null, ...more } as const;
  return grantException(viewer, grant, course.now);
}

/** Where the student stands, as his or her own page says it. */
export async function standingOf(student: EnrolledViewer, now: Date) {
  const facts = await readOwnScoreFacts(student);
  const rules = await readRules(db, student);
  const meetings = await listMeetings(student);
  return gradeStandingOf(facts, { ...rules, meetings, now }, "released");
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
