import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "./client";
import { enrolPerson } from "./enrolments";
import { people, submitters, enrolments } from "./schema";
import { enrolCast } from "./seed/enrol-cast";
import { openCourse } from "@/e2e/factory";

async function newcomer(now: Date) {
  const email = `zoe.${randomUUID().slice(0, 8)}@demo.test`;
  const account = { id: randomUUID(), name: "Zoe Zip", email, passwordHash: null, createdAt: now };
  await db.insert(people).values(account);
  return { email, personId: account.id };
}

async function rowOf(courseId: string, personId: string) {
  const [row] = await db
    .select({ id: enrolments.id, role: enrolments.role, alias: enrolments.alias })
    .from(enrolments)
    .where(and(eq(enrolments.courseId, courseId), eq(enrolments.personId, personId)));
  if (row === undefined) throw new Error("Nobody such is enrolled.");
  const own = await db.select().from(submitters).where(eq(submitters.enrolmentId, row.id));
  return { ...row, submitters: own };
}

test("whoever becomes a student can hand in, and keeps the number drawn then for good", async () => {
  const { courseId, slug, now } = await openCourse();
  const { email, personId } = await newcomer(now);
  const enrol = (role: "student" | "ta") =>
    enrolPerson(db, { email, slug, role, units: role === "student" ? 12 : null }, now);
  await enrol("ta");
  expect(await rowOf(courseId, personId)).toMatchObject({ alias: null, submitters: [] });
  await enrol("student");
  const student = await rowOf(courseId, personId);
  expect(student.alias).toBeGreaterThanOrEqual(1000);
  expect(student.alias).toBeLessThanOrEqual(9999);
  expect(student.submitters).toEqual([{ id: student.id, courseId, enrolmentId: student.id }]);
  for (const role of ["student", "ta", "student"] as const) {
    await enrol(role);
    expect(await rowOf(courseId, personId)).toEqual({ ...student, role });
  }
});

test("students who enrol at once get different numbers, of those that nobody has", async () => {
  const course = await openCourse();
  const { courseId, slug, now } = course;
  const crowd = Array.from({ length: 300 }, (_, index) => ({
    name: `Mate${index} Module`,
    email: `mate${index}.${slug}@demo.test`,
    role: "student" as const,
  }));
  await enrolCast(courseId, crowd, now);
  const newcomers = await Promise.all([1, 2, 3, 4].map(() => newcomer(now)));
  await Promise.all(
    newcomers.map(({ email }) => enrolPerson(db, { email, slug, role: "student", units: 12 }, now)),
  );
  const numbers = (
    await db
      .select({ alias: enrolments.alias })
      .from(enrolments)
      .where(and(eq(enrolments.courseId, courseId), eq(enrolments.role, "student")))
  ).map(({ alias }) => alias);
  expect(new Set(numbers).size).toBe(311);
  // By lot, not one after the other.
  expect(Math.max(...numbers.map(Number)) - Math.min(...numbers.map(Number))).toBeGreaterThan(1000);
});
