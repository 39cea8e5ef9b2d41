import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { portalIn } from "@/policy/access";
import { Refusal } from "@/policy/refusal";
import { record } from "./audit";
import type { Db, Tx } from "./client";
import { findPerson } from "./people";
import { courses, enrolments, submitters } from "./schema";

/**
 * So many numbers of four digits by lot, of those that nobody in the course has: under them classmates read texts
 * where they read no names. Refuses when there are none left.
 */
export async function drawAliases(tx: Db | Tx, courseId: string, count: number): Promise<number[]> {
  const drawn = await tx.execute<{ alias: number }>(sql`
    select alias from generate_series(1000, 9999) alias
    where not exists (select from ${enrolments} e where e.course_id = ${courseId} and e.alias = alias.alias)
    order by random() limit ${count}`);
  if (drawn.length === count) return drawn.map(({ alias }) => alias);
  throw new Refusal("The course has no number of four digits left to give to a student.");
}

/**
 * Puts somebody with an account on a course's roster, or gives somebody who is on it another role. Units are for
 * students only and must be offered by the course. A student's number is drawn once and kept for good. The portal's own act: whoever runs it makes the first instructor.
 */
export async function enrolPerson(
  tx: Db | Tx,
  enrolment: {
    email: string;
    slug: string;
    role: "student" | "ta" | "instructor";
    units: number | null;
  },
  now: Date,
): Promise<void> {
  await tx.transaction(async (inner) => {
    const [course] = await inner
      .select({ id: courses.id, syllabus: courses.syllabus })
      .from(courses)
      .where(eq(courses.slug, enrolment.slug))
      .for("no key update");
    if (course === undefined)
      throw new Refusal(`There is no course “${enrolment.slug}”. Check the slug.`);
    const person = await findPerson(inner, enrolment.email);
    if (person === undefined)
      throw new Refusal(
        `There is no account for ${enrolment.email}. Create it first, or check the address.`,
      );
    const { role } = enrolment;
    const { unitOptions } = course.syllabus;
    const onlyUnits = unitOptions.length === 1 ? (unitOptions[0] ?? null) : null;
    const units = role === "student" ? (enrolment.units ?? onlyUnits) : null;
    if (role === "student" && (units === null || !unitOptions.includes(units))) {
      throw new Refusal(
        `A student of this course takes ${unitOptions.join(" or ")} units. Say which.`,
      );
    }
    const [alias = null] = role === "student" ? await drawAliases(inner, course.id, 1) : [];
    const [row] = await inner
      .insert(enrolments)
      .values({
        id: randomUUID(),
        courseId: course.id,
        personId: person.id,
        role,
        units,
        alias,
        status: "active",
        enrolledAt: now,
      })
      .onConflictDoUpdate({
        target: [enrolments.courseId, enrolments.personId],
        set: {
          role,
          units,
          alias: sql`coalesce(${enrolments.alias}, excluded.alias)`,
          status: "active",
        },
      })
      .returning({ id: enrolments.id });
    const id = row?.id ?? "";
    if (role === "student") {
      await inner
        .insert(submitters)
        .values({ id, courseId: course.id, enrolmentId: id })
        .onConflictDoNothing();
    }
    await record(
      inner,
      portalIn(course.id),
      { action: "enrolled", subjectId: id, details: { role, units } },
      now,
    );
  });
}
