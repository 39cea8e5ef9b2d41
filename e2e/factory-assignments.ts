import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { portalIn, type EnrolledViewer } from "@/policy/access";
import type { ExceptionInput } from "@/policy/exceptions";
import { findSeries } from "@/policy/syllabus";
import { localDateOf, localTimeOf } from "@/policy/time";
import { findOwnTexts, type VersionsWanted } from "@/db/assignments-own";
import { db } from "@/db/client";
import { readRules } from "@/db/courses";
import { grantException } from "@/db/exceptions";
import { meetingReadings } from "@/db/schema";
import { submitAssignment, type SubmissionInput } from "@/db/submissions";
import { assignmentIdOf, meetingIdOf, realCourse, type OpenCourse } from "./factory";

/** Which text is wanted: of which series and meeting, and what it says otherwise; `text` answers every prompt. */
export type TextWanted = Partial<SubmissionInput> & {
  number?: number;
  series?: string;
  text?: string;
};

/** A pre-assignment for meeting 7, due on 5 February 2024, about the first paper listed; or what is wanted instead. */
export async function textFor(
  { courseId }: Pick<EnrolledViewer, "courseId">,
  { number = 7, series: key = "pre", text, ...more }: TextWanted = {},
): Promise<SubmissionInput> {
  const series = findSeries((await readRules(db, portalIn(courseId))).syllabus, key);
  if (series === undefined) throw new Error(`The course has no series “${key}”.`);
  const [paper] = await db
    .select({ id: meetingReadings.readingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.meetingId, await meetingIdOf(courseId, number)))
    .orderBy(asc(meetingReadings.list), asc(meetingReadings.position));
  const answer =
    text ?? "The paper asks whether execution results make better training data. They do.";
  return {
    assignmentId: await assignmentIdOf(courseId, key, number),
    readingId: series.paper === "choose" ? (paper?.id ?? null) : null,
    about: null,
    answers: series.prompts.map(() => answer),
    questions: series.questions === null ? [] : ["What would change our minds?"],
    creditsAgreed: 0,
    idempotencyKey: randomUUID(),
    ...more,
  };
}

/** What the student has handed in and drafted for meeting 7, or for another one. */
export async function ownTextsOf(
  student: EnrolledViewer,
  { number = 7, wanted = "last" }: { number?: number; wanted?: VersionsWanted } = {},
) {
  const { syllabus } = await readRules(db, student);
  const meetingId = await meetingIdOf(student.courseId, number);
  return findOwnTexts(student, { meetingId }, syllabus, wanted);
}

/** Hands in a text for a student as the form would, at that instant. */
export async function handIn(
  student: EnrolledViewer,
  { at, ...text }: TextWanted & { at: Date },
): Promise<void> {
  await submitAssignment(student, await textFor(student, text), at);
}

/**
 * Waives, excuses or extends one student's pre-assignment of meeting 7, or of another one; an extension ends with
 * its minute.
 */
export async function grantTo(
  course: OpenCourse,
  { enrolmentId }: EnrolledViewer,
  options: {
    number?: number;
    series?: string;
    kind: ExceptionInput["kind"];
    extendedTo?: Date;
    at?: Date;
  },
): Promise<void> {
  const { number = 7, series = "pre", kind, extendedTo, at = course.now } = options;
  const zone = realCourse().course.timeZone;
  await grantException(
    course.tara,
    {
      assignmentId: await assignmentIdOf(course.courseId, series, number),
      submitterId: enrolmentId,
      kind,
      extendedTo: extendedTo === undefined ? "" : localDateOf(extendedTo, zone),
      extendedTime: extendedTo === undefined ? "" : localTimeOf(extendedTo, zone),
      reason: "Was ill.",
      idempotencyKey: null,
    },
    at,
  );
}
