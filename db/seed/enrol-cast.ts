import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { db, type Db, type Tx } from "../client";
import { hashPassword } from "../people";
import { enrolments, people } from "../schema";

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
  const rows = cast.map((member) => ({
    ...member,
    personId: ids.get(member.email) ?? "",
    enrolmentId: randomUUID(),
    units: member.role === "student" ? (member.units ?? 12) : null,
  }));
  await tx.insert(enrolments).values(
    rows.map((row) => ({
      id: row.enrolmentId,
      courseId,
      personId: row.personId,
      role: row.role,
      units: row.units,
      status: row.status ?? "active",
      enrolledAt: now,
    })),
  );
  return rows.map((row) => ({
    role: row.role,
    courseId,
    personId: row.personId,
    enrolmentId: row.enrolmentId,
    name: row.name,
    units: row.units,
  }));
}
