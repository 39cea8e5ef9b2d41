import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { db, type Db, type Tx } from "../client";
import { drawAliases } from "../enrolments";
import { hashPassword } from "../people";
import { enrolments, people, submitters } from "../schema";

/** The password of everybody in the cast. */
export const castPassword = "colloquy-demo";

let passwordHash: Promise<string> | undefined;

/** Somebody to put on a roster. */
export interface CastMember {
  name: string;
  email: string;
  role: "student" | "ta" | "instructor";
  units?: number | null;
  status?: "active" | "dropped";
}

/** Makes accounts with the cast's password, where there are none yet, and enrols them, in the order given. */
export async function enrolCast(
  courseId: string,
  cast: readonly CastMember[],
  now: Date,
  tx: Db | Tx = db,
): Promise<EnrolledViewer[]> {
  passwordHash ??= hashPassword(castPassword);
  const shared = await passwordHash;
  const emails = cast.map(({ email }) => email);
  await tx
    .insert(people)
    .values(
      cast.map(({ name, email }) => ({
        id: randomUUID(),
        name,
        email,
        passwordHash: shared,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: people.email });
  const ids = new Map(
    (
      await tx
        .select({ email: people.email, id: people.id })
        .from(people)
        .where(inArray(people.email, emails))
    ).map(({ email, id }) => [email, id]),
  );
  const studying = cast.filter(({ role }) => role === "student");
  const aliases = await drawAliases(tx, courseId, studying.length);
  const aliasOf = new Map(studying.map(({ email }, index) => [email, aliases[index] ?? null]));
  const rows = cast.map((member) => ({
    ...member,
    personId: ids.get(member.email) ?? "",
    enrolmentId: randomUUID(),
    units: member.role === "student" ? (member.units ?? 12) : null,
    alias: aliasOf.get(member.email) ?? null,
  }));
  await tx.insert(enrolments).values(
    rows.map((row) => ({
      id: row.enrolmentId,
      courseId,
      personId: row.personId,
      role: row.role,
      units: row.units,
      alias: row.alias,
      status: row.status ?? "active",
      enrolledAt: now,
    })),
  );
  const students = rows
    .filter(({ role }) => role === "student")
    .map(({ enrolmentId }) => ({ id: enrolmentId, courseId, enrolmentId }));
  if (students.length > 0) await tx.insert(submitters).values(students);
  return rows.map((row) => ({
    role: row.role,
    courseId,
    personId: row.personId,
    enrolmentId: row.enrolmentId,
    name: row.name,
    units: row.units,
  }));
}
