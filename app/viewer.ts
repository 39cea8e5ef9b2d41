import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db/client";
import { findAccount, findCourseAndAsker } from "@/db/sign-ins";
import { may, visitorOf, type Ability, type EnrolledViewer, type Viewer } from "@/policy/access";
import { zoneCookie } from "@/policy/cookies";
import { findTimeZone } from "@/policy/time";
import { signInCookie } from "./auth";

/** Remembers what `chosenTheme` reads. */
export const themeCookie = "theme";

/** The token of the browser that asks, or null. The only reader of the cookie. */
export async function signInToken(): Promise<string | null> {
  return (await cookies()).get(signInCookie)?.value ?? null;
}

/** Light or dark as this browser's person chose it; undefined follows the system. */
export async function chosenTheme(): Promise<"light" | "dark" | undefined> {
  const theme = (await cookies()).get(themeCookie)?.value;
  return theme === "light" || theme === "dark" ? theme : undefined;
}

/** Where this browser says that it is: "Europe/Berlin"; undefined before it has, or where that is no zone. */
async function findReaderZone(): Promise<string | undefined> {
  const said = (await cookies()).get(zoneCookie)?.value;
  return said === undefined ? undefined : findTimeZone(said);
}

/**
 * A course and who is asking about it: the start of every page under it. Role and units come from the enrolment
 * at every request. `now` is the course's clock. An unknown course is 404.
 */
export const findViewer = cache(async (slug: string) => {
  const machine = new Date();
  const found = await findCourseAndAsker(slug, await signInToken(), machine);
  if (found === undefined) notFound();
  const { course, person, enrolment } = found;
  const viewer: Viewer =
    person === null || enrolment === null
      ? visitorOf(course.id)
      : {
          role: enrolment.role,
          courseId: course.id,
          personId: person.personId,
          enrolmentId: enrolment.id,
          name: person.name,
          units: enrolment.units,
        };
  const now = new Date(machine.getTime() + (course.clockOffsetMs ?? 0));
  return { course, viewer, person, now, readerZone: await findReaderZone() };
});

/** What `findViewer` finds. */
export type CourseRequest = Awaited<ReturnType<typeof findViewer>>;
/** A course as pages know it. */
export type Course = CourseRequest["course"];

/**
 * As `findViewer`, for a page that needs the ability of somebody enrolled. Whoever has not signed in is sent to
 * sign in and back to `at`; whoever is signed in without the ability gets 404.
 */
export async function requireViewer(
  slug: string,
  ability: Ability,
  at: string,
): Promise<CourseRequest & { viewer: EnrolledViewer }> {
  const { viewer, ...rest } = await findViewer(slug);
  if (rest.person === null) redirect(`/login?next=${encodeURIComponent(at)}`);
  const { personId, enrolmentId } = viewer;
  if (!may(viewer, ability) || personId === null || enrolmentId === null) notFound();
  return { ...rest, viewer: { ...viewer, personId, enrolmentId } };
}

/** Who is signed in, outside any course, or undefined. */
export const findPerson = cache(async () => {
  const token = await signInToken();
  return token === null ? undefined : findAccount(db, token, new Date());
});

/** As `findPerson`; whoever has not signed in is sent to sign in and back to `at`. */
export async function requirePerson(at: string) {
  return (await findPerson()) ?? redirect(`/login?next=${encodeURIComponent(at)}`);
}
