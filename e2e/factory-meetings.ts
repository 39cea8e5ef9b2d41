import { and, asc, eq, sql } from "drizzle-orm";
import { textOf, type MeetingText } from "@/policy/meeting-text";
import { db } from "@/db/client";
import { readRules } from "@/db/courses";
import type { OpenCourse } from "./factory";
import { findMeeting } from "@/db/meetings";
import { saveMeeting } from "@/db/meetings-edit";
import { findMeetingValues } from "@/db/meetings-facts";
import { audit, seats } from "@/db/schema";

/** The meeting with this number, as its page shows it. */
export async function meetingOf(course: OpenCourse, number: number) {
  const found = await findMeeting(course.iris, number);
  if (found === undefined) throw new Error(`There is no meeting ${number}.`);
  return found;
}

/** The meeting with this number in full, and as the form shows it. */
export async function formOf(course: OpenCourse, number: number) {
  const found = await findMeetingValues(course.iris, number);
  if (found === undefined) throw new Error(`There is no meeting ${number}.`);
  const { syllabus, zone } = await readRules(db, course.iris);
  return { ...found, number, text: textOf(found.values, syllabus, zone) };
}

/** Saves the form of a meeting as it stands but for the change. */
export async function saveForm(
  course: OpenCourse,
  number: number,
  change: Partial<MeetingText>,
  more: { isForced?: boolean; isAnnounced?: boolean } = {},
) {
  const { text, version } = await formOf(course, number);
  const typed = { text: { ...text, ...change }, isForced: false, ...more };
  const form = { number, version, ...typed, idempotencyKey: null };
  return saveMeeting(course.iris, form, course.now);
}

/** What the log says of a meeting, the oldest first. */
export function logOf(course: OpenCourse, meetingId: string) {
  return db
    .select({
      action: audit.action,
      details: sql<Record<string, unknown>>`${audit.details}`,
      personId: audit.personId,
      at: audit.at,
    })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.subjectId, meetingId)))
    .orderBy(asc(audit.id));
}

/** Who presents at a meeting, with the number of the seat. */
export async function holders(meetingId: string): Promise<(string | number)[][]> {
  const rows = await db
    .select({ enrolmentId: seats.enrolmentId, number: seats.number })
    .from(seats)
    .where(eq(seats.meetingId, meetingId))
    .orderBy(asc(seats.number));
  return rows.map((row) => [row.enrolmentId, row.number]);
}
