import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import type { Grant } from "@/policy/assignments";
import { localDateOf, localTimeOf } from "@/policy/time";
import { submitAssignment, type HandingIn } from "@/db/assignments-hand-in";
import { db } from "@/db/client";
import { grantException } from "@/db/exceptions";
import { meetingIdOf, realCourse, type OpenCourse } from "./factory";
import { meetingReadings } from "@/db/schema";

/** A pre-assignment for meeting 7, due on 5 February 2024, about the first paper listed; or what is wanted instead. */
export async function textFor(
  { courseId }: Pick<EnrolledViewer, "courseId">,
  { number = 7, ...more }: Partial<HandingIn> & { number?: number } = {},
): Promise<HandingIn> {
  const meetingId = await meetingIdOf(courseId, number);
  const [paper] = await db
    .select({ id: meetingReadings.readingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.meetingId, meetingId))
    .orderBy(asc(meetingReadings.list), asc(meetingReadings.position));
  const isPost = more.assignment === "post";
  return {
    meetingId,
    assignment: "pre",
    readingId: isPost ? null : (paper?.id ?? null),
    about: null,
    text: "The paper asks whether execution results make better training data. They do.",
    questions: isPost ? [] : ["What would change our minds?"],
    creditsAgreed: 0,
    idempotencyKey: randomUUID(),
    ...more,
  };
}

/** Hands in a text for a student as the form would, at that instant. */
export async function handIn(
  student: EnrolledViewer,
  { at, ...text }: Parameters<typeof textFor>[1] & { at: Date },
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
  options: { number?: number; kind: Grant["kind"]; extendedTo?: Date; at?: Date },
): Promise<void> {
  const { number = 7, kind, extendedTo, at = course.now } = options;
  const zone = realCourse().course.timeZone;
  await grantException(
    course.tara,
    {
      meetingId: await meetingIdOf(course.courseId, number),
      enrolmentId,
      assignment: "pre",
      kind,
      extendedTo: extendedTo === undefined ? "" : localDateOf(extendedTo, zone),
      extendedTime: extendedTo === undefined ? "" : localTimeOf(extendedTo, zone),
      reason: "Was ill.",
      idempotencyKey: null,
    },
    at,
  );
}
