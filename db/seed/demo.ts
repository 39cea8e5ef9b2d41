import { eq } from "drizzle-orm";
import { db } from "../client";
import { importCourse } from "../course-import";
import { enrolCast, realCourse } from "../factory";
import { courses } from "../schema";
import { castStaff, castStudents } from "./cast";

/** Loads the demo course with its cast unless it is there already; its clock then shows `startsAt`. */
export async function loadDemo(startsAt: Date, say: (line: string) => void): Promise<void> {
  const file = realCourse();
  const found = await db
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.slug, file.course.slug));
  if (found.length > 0) return;
  say("Loading the demo course.");
  const begins = new Date("2024-01-08T09:00:00-05:00");
  const { courseId } = await importCourse(db, file, begins);
  await enrolCast(
    courseId,
    [...castStudents.map((student) => ({ ...student, role: "student" as const })), ...castStaff],
    begins,
  );
  await db
    .update(courses)
    .set({ clockOffsetMs: startsAt.getTime() - Date.now(), livedUntil: begins })
    .where(eq(courses.id, courseId));
}
