import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db, Tx } from "./client";
import { courses, enrolments, people } from "./schema";

/** The person behind a demo account: one of the cast of a course that has a demo clock; undefined for all others. */
export async function demoPerson(tx: Db | Tx, email: string): Promise<string | undefined> {
  if (!email.endsWith("@demo.test")) return undefined;
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(enrolments, eq(enrolments.personId, people.id))
    .innerJoin(courses, and(eq(courses.id, enrolments.courseId), isNotNull(courses.clockOffsetMs)))
    .where(and(eq(people.email, email), isNull(people.disabledAt)))
    .limit(1);
  return found?.id;
}
