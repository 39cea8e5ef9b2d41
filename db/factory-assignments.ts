import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import type { Grant } from "@/policy/assignments";
import { submitAssignment, type HandingIn } from "./assignments-hand-in";
import { db } from "./client";
import { meetingIdOf, type OpenCourse } from "./factory";
import { exceptions, meetingReadings } from "./schema";

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

/** Waives, excuses or extends one student's pre-assignment of meeting 7, or of another one. */
export async function grantTo(
  course: OpenCourse,
  viewer: EnrolledViewer,
  { number = 7, kind, extendedTo }: { number?: number; kind: Grant["kind"]; extendedTo?: Date },
): Promise<void> {
  await db.insert(exceptions).values({
    id: randomUUID(),
    courseId: course.courseId,
    meetingId: await meetingIdOf(course.courseId, number),
    enrolmentId: viewer.enrolmentId,
    assignment: "pre",
    kind,
    extendedTo: extendedTo ?? null,
    reason: "Was ill.",
    grantedBy: course.tara.enrolmentId,
    grantedAt: course.now,
  });
}
