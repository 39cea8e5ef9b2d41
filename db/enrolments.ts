import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { portalIn } from "@/policy/access";
import { Refusal } from "@/policy/refusal";
import { record } from "./audit";
import type { Db, Tx } from "./client";
import { findPerson } from "./people";
import { courses, enrolments } from "./schema";

/**
 * Puts somebody with an account on a course's roster, or gives somebody who is on it another role. Units are for
 * students only and must be offered by the course. The portal's own act: whoever runs it makes the first instructor.
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
      .for("update");
    if (course === undefined) throw new Refusal(`There is no course “${enrolment.slug}”.`);
    const person = await findPerson(inner, enrolment.email);
    if (person === undefined) throw new Refusal(`There is no account for ${enrolment.email}.`);
    const { role } = enrolment;
    const units = role === "student" ? enrolment.units : null;
    if (role === "student" && (units === null || !course.syllabus.unitOptions.includes(units))) {
      throw new Refusal(
        `A student of this course takes ${course.syllabus.unitOptions.join(" or ")} units. Say which.`,
      );
    }
    const [row] = await inner
      .insert(enrolments)
      .values({
        id: randomUUID(),
        courseId: course.id,
        personId: person.id,
        role,
        units,
        status: "active",
        enrolledAt: now,
      })
      .onConflictDoUpdate({
        target: [enrolments.courseId, enrolments.personId],
        set: { role, units, status: "active" },
      })
      .returning({ id: enrolments.id });
    await record(
      inner,
      portalIn(course.id),
      { action: "enrolled", subjectId: row?.id ?? null, details: { role, units } },
      now,
    );
  });
}
