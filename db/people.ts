import { hash, verify } from "@node-rs/argon2";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { AuditAction } from "@/policy/audit";
import { checkAll, Refusal } from "@/policy/refusal";
import { checkEmail, checkName, checkNewPassword, type Account } from "@/policy/accounts";
import { db, type Db, type Tx } from "./client";
import { audit, people, signIns } from "./schema";

/** argon2id with the parameters of OWASP's recommendation: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Creates an account. Refuses an address that is taken, an empty name and a weak password. */
export async function createPerson(
  tx: Db | Tx,
  person: { name: string; email: string; password: string | null },
  now: Date,
): Promise<string> {
  const { name, email, password } = checkAll({
    name: () => checkName(person.name),
    email: () => checkEmail(person.email),
    password: () => (person.password === null ? null : checkNewPassword(person.password)),
  });
  const passwordHash = password === null ? null : await hashPassword(password);
  const id = randomUUID();
  await tx.transaction(async (inner) => {
    const created = await inner
      .insert(people)
      .values({ id, name, email, passwordHash, createdAt: now })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    if (created.length === 0) {
      throw new Refusal(`There is an account for ${email} already. Use another address.`, "email");
    }
    await recordForAccount(inner, null, { id, action: "account-created" }, now);
  });
  return id;
}

/** The account of an address, or undefined. */
export async function findPerson(tx: Db | Tx, email: string) {
  const [found] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()));
  return found;
}

/**
 * The account whose password this is, or undefined: for an unknown address, an account without a password, a
 * disabled one and a wrong password alike, and after the same work, so that the answer tells them apart by nothing.
 */
export async function findByPassword(
  tx: Db | Tx,
  email: string,
  password: string,
): Promise<Account | undefined> {
  const [found] = await tx
    .select({ personId: people.id, name: people.name, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email.trim().toLowerCase()), isNull(people.disabledAt)));
  const isRight = await verify(found?.passwordHash ?? (await nobodysHash()), password);
  return found?.passwordHash != null && isRight
    ? { personId: found.personId, name: found.name }
    : undefined;
}

let nobody: Promise<string> | undefined;
/** What a password is compared with when there is no account. */
function nobodysHash(): Promise<string> {
  return (nobody ??= hashPassword(randomUUID()));
}

/** Changes the signed-in person's password and signs out every other browser. Refuses a wrong current one and a weak new one. */
export async function changePassword(
  viewer: Account,
  change: { current: string; next: string; keepTokenHash: string },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, viewer.personId))
      .for("update");
    const isRight = row?.passwordHash != null && (await verify(row.passwordHash, change.current));
    const { next } = checkAll({
      current: () => {
        if (isRight) return;
        throw new Refusal("That is not your current password. Type it again.", "current");
      },
      next: () => checkNewPassword(change.next),
    });
    const passwordHash = await hashPassword(next);
    await tx.update(people).set({ passwordHash }).where(eq(people.id, viewer.personId));
    await tx
      .delete(signIns)
      .where(
        and(eq(signIns.personId, viewer.personId), ne(signIns.tokenHash, change.keepTokenHash)),
      );
    await recordForAccount(tx, viewer, { id: viewer.personId, action: "password-changed" }, now);
  });
}

/** Signs the person out in every browser. */
export async function signOutEverywhere(viewer: Account, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(signIns).where(eq(signIns.personId, viewer.personId));
    await recordForAccount(
      tx,
      viewer,
      { id: viewer.personId, action: "signed-out-everywhere" },
      now,
    );
  });
}

/** Ends a person's access to everything, at the next click; `isDisabled: false` gives it back. */
export async function disablePerson(
  tx: Db | Tx,
  change: { email: string; isDisabled: boolean },
  now: Date,
): Promise<void> {
  await tx.transaction(async (inner) => {
    const [changed] = await inner
      .update(people)
      .set({ disabledAt: change.isDisabled ? now : null })
      .where(eq(people.email, checkEmail(change.email)))
      .returning({ id: people.id });
    if (changed === undefined)
      throw new Refusal(`There is no account for ${change.email}. Check the address.`);
    if (change.isDisabled) await inner.delete(signIns).where(eq(signIns.personId, changed.id));
    const action = change.isDisabled ? "account-disabled" : "account-enabled";
    await recordForAccount(inner, null, { id: changed.id, action }, now);
  });
}

/** The events of an account, which need no details. */
type AccountAction = Extract<
  AuditAction,
  `account-${string}` | "password-changed" | "signed-out-everywhere"
>;

/** Writes the log's row for a change to an account, which belongs to no course; null is the portal's own act. */
async function recordForAccount(
  tx: Tx,
  viewer: Account | null,
  change: { id: string; action: AccountAction },
  now: Date,
): Promise<void> {
  await tx.insert(audit).values({
    courseId: null,
    personId: viewer?.personId ?? null,
    action: change.action,
    subjectId: change.id,
    details: {},
    at: now,
  });
}
