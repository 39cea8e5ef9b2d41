import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { asc, count, eq } from "drizzle-orm";
import { Refusal } from "@/policy/refusal";
import { db } from "./client";
import { openCourse } from "@/e2e/factory";
import { castPassword } from "./seed/enrol-cast";
import { changePassword, createPerson, disablePerson, signOutEverywhere } from "./people";
import { audit, signIns } from "./schema";
import {
  endSignIn,
  findAccount,
  findCourseAndAsker,
  hashOf,
  signInWithPassword,
  startSignIn,
} from "./sign-ins";

const sentence = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.message;
    },
  );

/** What the log says was done to an account. */
const deedsTo = (personId: string) =>
  db
    .select({ action: audit.action, personId: audit.personId, at: audit.at })
    .from(audit)
    .where(eq(audit.subjectId, personId))
    .orderBy(asc(audit.id));

test("an unknown address and a wrong password get the same answer", async () => {
  const course = await openCourse();
  const address = randomUUID();
  const wrong = await sentence(
    signInWithPassword(db, { email: course.emailOf("ada"), password: "no", address }),
  );
  const unknown = await sentence(
    signInWithPassword(db, { email: `nobody.${course.slug}@demo.test`, password: "no", address }),
  );
  expect(wrong).toBe(unknown);
  expect(wrong).toContain("There is no account with this e-mail and password");
});

test("after 10 failures in 15 minutes even the right password is refused, for that account alone", async () => {
  const course = await openCourse();
  const address = randomUUID();
  const attempt = (name: "ada" | "ben", password: string) =>
    sentence(signInWithPassword(db, { email: course.emailOf(name), password, address }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => attempt("ada", "wrong")));
  expect(new Set(answers).size).toBe(1);
  expect(await attempt("ada", castPassword)).toMatch(/too many failed sign-ins\. Wait 15 minutes/);
  expect(await attempt("ben", castPassword)).toBe("accepted");
});

test("a success forgets the failures before it", async () => {
  const course = await openCourse();
  const attempt = (password: string) =>
    sentence(
      signInWithPassword(db, { email: course.emailOf("ada"), password, address: course.slug }),
    );
  for (let round = 0; round < 3; round++) {
    for (let failure = 0; failure < 5; failure++) await attempt("wrong");
    expect(await attempt(castPassword)).toBe("accepted");
  }
});

test("30 accounts sign in at once from one address", async () => {
  const course = await openCourse({ classmates: 30 });
  const address = randomUUID();
  const mark = course.slug.slice(2);
  const answers = await Promise.all(
    course.classmates.map((_, index) =>
      sentence(
        signInWithPassword(db, {
          email: `mate${index + 1}.${mark}@demo.test`,
          password: castPassword,
          address,
        }),
      ),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 30 }, () => "accepted"));
});

test("the database keeps only the hash of a token, and a sign-in ends after 30 days", async () => {
  const course = await openCourse();
  const now = new Date();
  const token = await startSignIn(db, course.ada.personId, now);
  const kept = await db.select().from(signIns).where(eq(signIns.personId, course.ada.personId));
  expect(kept.map((row) => row.tokenHash)).toEqual([hashOf(token)]);
  const end = now.getTime() + 30 * 86_400_000;
  expect(await findAccount(db, token, new Date(end - 1))).toMatchObject({ name: "Ada Array" });
  expect(await findAccount(db, token, new Date(end))).toBeUndefined();
});

test("signing out ends this browser, signing out everywhere all of them", async () => {
  const course = await openCourse();
  const now = new Date();
  const tokens = await Promise.all([1, 2, 3].map(() => startSignIn(db, course.ada.personId, now)));
  await endSignIn(db, tokens[0] ?? "");
  const left = () =>
    db.select({ left: count() }).from(signIns).where(eq(signIns.personId, course.ada.personId));
  expect(await left()).toEqual([{ left: 2 }]);
  await signOutEverywhere({ personId: course.ada.personId, name: "Ada Array" }, now);
  expect(await left()).toEqual([{ left: 0 }]);
});

test("role and units come from the enrolment; a dropped student and a stranger are visitors", async () => {
  const [course, other] = await Promise.all([openCourse(), openCourse()]);
  const now = new Date();
  const courseAndAsker = async (personId: string, slug = course.slug) =>
    findCourseAndAsker(slug, await startSignIn(db, personId, now), now);
  expect((await courseAndAsker(course.gus.personId))?.enrolment).toMatchObject({
    role: "student",
    units: 6,
  });
  expect((await courseAndAsker(course.tara.personId))?.enrolment).toMatchObject({ role: "ta" });
  expect((await courseAndAsker(course.dora.personId))?.enrolment).toBeNull();
  expect((await courseAndAsker(other.ada.personId))?.enrolment).toBeNull();
  expect(await courseAndAsker(course.ada.personId, "no-such-course")).toBeUndefined();
});

test("a disabled person is nobody from then on, and cannot sign in", async () => {
  const course = await openCourse();
  const now = new Date();
  const token = await startSignIn(db, course.ada.personId, now);
  await disablePerson(db, { email: course.emailOf("ada"), isDisabled: true }, now);
  expect(await findAccount(db, token, now)).toBeUndefined();
  const attempt = () =>
    sentence(
      signInWithPassword(db, {
        email: course.emailOf("ada"),
        password: castPassword,
        address: course.slug,
      }),
    );
  expect(await attempt()).toContain("There is no account");
  await disablePerson(db, { email: course.emailOf("ada"), isDisabled: false }, now);
  expect(await attempt()).toBe("accepted");
  expect(await deedsTo(course.ada.personId)).toEqual([
    { action: "account-disabled", personId: null, at: now },
    { action: "account-enabled", personId: null, at: now },
  ]);
});

test("a new password needs the current one and ten characters, and keeps this browser signed in", async () => {
  const course = await openCourse();
  const now = new Date();
  const account = { personId: course.ada.personId, name: "Ada Array" };
  const [here, elsewhere] = await Promise.all([
    startSignIn(db, account.personId, now),
    startSignIn(db, account.personId, now),
  ]);
  const change = (current: string, next: string) =>
    sentence(changePassword(account, { current, next, keepTokenHash: hashOf(here) }, now));
  expect(await change("wrong", "long enough for all")).toContain("not your current password");
  expect(await change(castPassword, "short")).toContain("at least 10 characters");
  expect(await change("wrong", "short")).toBe(
    "That is not your current password. Type it again. The new password is too short. Use at least 10 characters.",
  );
  expect(await change(castPassword, "long enough for all")).toBe("accepted");
  expect(await findAccount(db, here, now)).toBeDefined();
  expect(await findAccount(db, elsewhere, now)).toBeUndefined();
});

test("an address has one account, in whatever case it is written", async () => {
  const email = `${randomUUID()}@Uni.Test`;
  const person = { name: "Pat Prof", email, password: "long enough for all" };
  const now = new Date();
  const id = await createPerson(db, person, now);
  expect(
    await sentence(createPerson(db, { ...person, email: email.toUpperCase() }, new Date())),
  ).toContain("There is an account for");
  expect(await sentence(createPerson(db, { name: " ", email: "x", password: "x" }, now))).toMatch(
    /^The name is empty\. .+ That is not an e-mail address\. .+ The new password is too short\./,
  );
  expect(await deedsTo(id)).toEqual([{ action: "account-created", personId: null, at: now }]);
});
