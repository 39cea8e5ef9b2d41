import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Account } from "@/policy/accounts";
import { Refusal } from "@/policy/refusal";
import { counted } from "@/policy/wording";
import { prepared, type Db, type Tx } from "./client";
import { findByPassword } from "./people";
import { courses, enrolments, people, signIns, throttle } from "./schema";

/** How long a browser stays signed in. */
export const signInDays = 30;

/** What the database keeps of a token: whoever reads the table cannot sign in with it. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Signs a person in: writes the row and returns the opaque token for the cookie. `now` is the machine's. */
export async function startSignIn(tx: Db | Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.insert(signIns).values({
    tokenHash: hashOf(token),
    personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + signInDays * 86_400_000),
  });
  return token;
}

/** Signs one browser out. */
export async function endSignIn(tx: Db | Tx, token: string): Promise<void> {
  await tx.delete(signIns).where(eq(signIns.tokenHash, hashOf(token)));
}

/** Whose browser this is, or undefined; `now` is the machine's. */
export async function findAccount(tx: Db | Tx, token: string, now: Date) {
  const [found] = await tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(signIns)
    .innerJoin(people, and(eq(people.id, signIns.personId), isNull(people.disabledAt)))
    .where(and(eq(signIns.tokenHash, hashOf(token)), gt(signIns.expiresAt, now)));
  return found;
}

const courseAndAsker = prepared((over) =>
  over
    .select({
      course: courses,
      person: { personId: people.id, name: people.name },
      enrolment: { id: enrolments.id, role: enrolments.role, units: enrolments.units },
    })
    .from(courses)
    .leftJoin(
      signIns,
      and(
        eq(signIns.tokenHash, sql.placeholder("tokenHash")),
        gt(signIns.expiresAt, sql.placeholder("now")),
      ),
    )
    .leftJoin(people, and(eq(people.id, signIns.personId), isNull(people.disabledAt)))
    .leftJoin(
      enrolments,
      and(
        eq(enrolments.courseId, courses.id),
        eq(enrolments.personId, people.id),
        eq(enrolments.status, "active"),
      ),
    )
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare("course and asker"),
);

/**
 * A course by its slug together with who is asking: one query for the start of every page. The person is null
 * when the token names nobody (any more), the enrolment when he or she does not take part (any more).
 */
export async function findCourseAndAsker(slug: string, token: string | null, now: Date) {
  const tokenHash = token === null ? "" : hashOf(token);
  const [found] = await courseAndAsker().execute({ slug, tokenHash, now: now.toISOString() });
  return found;
}

const failuresPerAccount = { points: 10, duration: 15 * 60 };
/** A campus is one address: many may sign in, and mistype, at once. */
const attemptsPerAddress = { points: 600, duration: 15 * 60 };

function limiter(tx: Db | Tx, keyPrefix: string, limit: { points: number; duration: number }) {
  return new RateLimiterDrizzle({
    storeClient: tx,
    schema: throttle,
    keyPrefix,
    clearExpiredByTimeout: false,
    ...limit,
  });
}

/**
 * The account for an e-mail and a password. One sentence answers for an unknown address and a wrong password.
 * After 10 failures in 15 minutes an account refuses even the right one; each try is counted before it is
 * checked, so that many at once gain nothing.
 */
export async function signInWithPassword(
  tx: Db | Tx,
  attempt: { email: string; password: string; address: string },
): Promise<Account> {
  const account = attempt.email.trim().toLowerCase().slice(0, 254);
  const byAccount = limiter(tx, "account", failuresPerAccount);
  await Promise.all([
    consume(byAccount, account),
    consume(limiter(tx, "address", attemptsPerAddress), attempt.address),
  ]);
  const found = await findByPassword(tx, account, attempt.password);
  if (found === undefined) {
    throw new Refusal(
      "There is no account with this e-mail and password. Check both and try again.",
      "password",
    );
  }
  await byAccount.delete(account);
  return found;
}

/**
 * Counts a try at an account's password before it is checked, as signing in does: too many are refused. The result
 * forgets the failures, for when the password was right.
 */
export async function countAttempt(tx: Db | Tx, email: string): Promise<() => Promise<unknown>> {
  const byAccount = limiter(tx, "account", failuresPerAccount);
  await consume(byAccount, email, "current");
  return () => byAccount.delete(email);
}

async function consume(by: RateLimiterDrizzle, key: string, field = "password"): Promise<void> {
  try {
    await by.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw new Refusal(
      `There were too many failed sign-ins. Wait ${counted(minutes, "minute")} and try again.`,
      field,
    );
  }
}

/** What the portal does once in a while: forgets sign-ins and counters that have run out. */
export async function forgetExpired(tx: Db | Tx, now: Date): Promise<void> {
  await Promise.all([
    tx.delete(signIns).where(lt(signIns.expiresAt, now)),
    tx.delete(throttle).where(lt(throttle.expire, now)),
  ]);
}
