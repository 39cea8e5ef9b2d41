import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import type { Db, Tx } from "./client";
import { courses, enrolments } from "./schema";

/** A minute of the day as files and syllabuses write it. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 15:30.");
/** How many courses the portal's front page lists at a time. */
export const coursesPageSize = 40;

/** The courses of the portal on one page of its list, newest first, and how many there are in all. */
export async function listCourses(tx: Db | Tx, page: number) {
  const rows = tx
    .select({
      slug: courses.slug,
      number: courses.number,
      title: courses.title,
      institution: courses.institution,
      term: courses.term,
    })
    .from(courses)
    .orderBy(desc(courses.createdAt), courses.slug)
    .limit(coursesPageSize)
    .offset((page - 1) * coursesPageSize);
  const [listed, total] = await Promise.all([rows, tx.$count(courses)]);
  return { listed, total };
}

/** The courses in which somebody takes part, with the role, for the page after signing in. */
export async function listCoursesOf(tx: Db | Tx, personId: string) {
  return tx
    .select({ slug: courses.slug, title: courses.title, role: enrolments.role })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(and(eq(enrolments.personId, personId), eq(enrolments.status, "active")))
    .orderBy(desc(enrolments.enrolledAt), courses.slug);
}

/** The rules by which the viewer's course is run, and the zone of its clocks, for whatever policy decides. */
export async function readRules(tx: Db | Tx, viewer: Viewer) {
  const [rules] = await tx
    .select({
      syllabus: courses.syllabus,
      zone: courses.timeZone,
      meets: courses.meets,
      signUpReopenedUntil: courses.signUpReopenedUntil,
    })
    .from(courses)
    .where(eq(courses.id, viewer.courseId));
  if (rules === undefined) throw new NotFound();
  return rules;
}

/** Says that what everybody sees of the course has changed; the last statement of a verb that changes it. */
export async function raiseRevision(tx: Tx, viewer: Viewer): Promise<void> {
  await tx
    .update(courses)
    .set({ revision: sql`${courses.revision} + 1` })
    .where(eq(courses.id, viewer.courseId));
}

/** The viewer's course, locked until the transaction ends: for verbs that concern the course as a whole. */
export async function lockCourse(tx: Tx, viewer: Viewer) {
  const [course] = await tx
    .select()
    .from(courses)
    .where(eq(courses.id, viewer.courseId))
    // Not "update": every row written elsewhere refers to the course and would wait, and two verbs for each other.
    .for("no key update");
  if (course === undefined) throw new NotFound();
  return course;
}
