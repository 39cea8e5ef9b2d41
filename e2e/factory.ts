import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { connect, db } from "@/db/client";
import type { CourseFile } from "@/db/course-file";
import { importCourse } from "@/db/course-import";
import { claimSeat } from "@/db/discussions";
import { findMeeting } from "@/db/meetings";
import { disablePerson } from "@/db/people";
import { assignments, courses, meetings, signIns } from "@/db/schema";
import { seedCourse } from "@/db/seed/course-files";
import { enrolCast, type CastMember } from "@/db/seed/enrol-cast";
import { startSignIn } from "@/db/sign-ins";
import { copyCourse } from "./course-copy";

/** The first course of the portal, as a file. */
export function realCourse(): CourseFile {
  return seedCourse("neural-code-generation-s2024");
}

/**
 * Opens a course of a test's own: the real course's syllabus, meetings and readings under a slug that nobody else
 * has, with a cast and a clock that shows `at` now. Ada to Fay are students at 12 units, Gus at 6 (or all at `units`),
 * Dora has dropped; Tara and Tom are TAs, Iris teaches. `classmates` adds that many students more.
 */
export async function openCourse(
  options: {
    at?: string;
    classmates?: number;
    units?: number;
    change?: (file: CourseFile) => CourseFile;
  } = {},
) {
  const machine = new Date();
  const now = new Date(options.at ?? "2024-02-05T16:00:00-05:00");
  const mark = randomUUID().slice(0, 8);
  const slug = `t-${mark}`;
  const courseId =
    options.change === undefined
      ? await copyCourse(realCourse, slug, now)
      : await importChanged(options.change, slug, now);
  await db
    .update(courses)
    .set({ clockOffsetMs: now.getTime() - machine.getTime() })
    .where(eq(courses.id, courseId));
  const member = (
    name: string,
    role: CastMember["role"],
    more: Partial<CastMember> = {},
  ): CastMember => ({
    name,
    role,
    ...(options.units === undefined ? {} : { units: options.units }),
    email: `${name.split(" ")[0]?.toLowerCase() ?? ""}.${mark}@demo.test`,
    ...more,
  });
  const named = {
    ada: member("Ada Array", "student"),
    ben: member("Ben Branch", "student"),
    cleo: member("Cleo Closure", "student"),
    eli: member("Eli Enum", "student"),
    fay: member("Fay Float", "student"),
    gus: member("Gus Graph", "student", { units: options.units ?? 6 }),
    dora: member("Dora Dropped", "student", { status: "dropped" }),
    tara: member("Tara Trace", "ta"),
    tom: member("Tom Token", "ta"),
    iris: member("Iris Index", "instructor"),
  };
  const crowd = Array.from({ length: options.classmates ?? 0 }, (_, index) =>
    member(`Mate${index + 1} Module`, "student"),
  );
  const names = Object.keys(named) as (keyof typeof named)[];
  const viewers = await enrolCast(courseId, [...Object.values(named), ...crowd], now);
  const cast = Object.fromEntries(names.map((name, index) => [name, viewers[index]])) as Record<
    keyof typeof named,
    EnrolledViewer
  >;
  return {
    slug,
    courseId,
    now,
    ...cast,
    classmates: viewers.slice(names.length),
    emailOf: (name: keyof typeof named) => named[name].email,
  };
}

async function importChanged(
  change: (file: CourseFile) => CourseFile,
  slug: string,
  now: Date,
): Promise<string> {
  const file = realCourse();
  file.course.slug = slug;
  return (await importCourse(db, change(file), now)).courseId;
}

/** What `openCourse` opens. */
export type OpenCourse = Awaited<ReturnType<typeof openCourse>>;

/** The students take seats in the discussion with that number, one after the other, at the course's now unless told otherwise. */
export async function takeSeats(
  course: OpenCourse,
  number: number,
  students: readonly EnrolledViewer[],
  at = course.now,
): Promise<void> {
  const meeting = await findMeeting(course.iris, number);
  for (const student of students) {
    await claimSeat(student, { meetingId: meeting?.id ?? "", idempotencyKey: null }, at);
  }
}

/** A token as signing in would put it into the person's cookie. */
export async function tokenFor(viewer: Pick<EnrolledViewer, "personId">): Promise<string> {
  return startSignIn(db, viewer.personId, new Date());
}

/** Disables the account, as an administrator would. */
export async function disable(email: string): Promise<void> {
  await disablePerson(db, { email, isDisabled: true }, new Date());
}

/** The id of the meeting with this number in its address. */
export async function meetingIdOf(courseId: string, number: number): Promise<string> {
  const [meeting] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.courseId, courseId), eq(meetings.number, number)));
  if (meeting === undefined) throw new Error(`There is no meeting ${number}.`);
  return meeting.id;
}

/** The id of the assignment of some work at the meeting with this number, or, without a number, of what hangs on none. */
export async function assignmentIdOf(
  courseId: string,
  work: string,
  number?: number,
): Promise<string> {
  const [found] = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.courseId, courseId),
        eq(assignments.work, work),
        number === undefined
          ? isNull(assignments.meetingId)
          : eq(assignments.meetingId, await meetingIdOf(courseId, number)),
      ),
    );
  if (found === undefined) throw new Error(`There is no ${work} of meeting ${number ?? "none"}.`);
  return found.id;
}

/** How many queries the work sends to the database. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const pool = (globalThis.colloquyPool ??= connect());
  let queries = 0;
  globalThis.colloquyPool = new Proxy(pool, {
    get: (target, name) => {
      if (name === "unsafe" || name === "begin") queries += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  try {
    await work();
  } finally {
    globalThis.colloquyPool = pool;
  }
  return queries;
}

/** Makes the course's clock show another instant from now on. */
export async function setClock(course: Pick<OpenCourse, "courseId">, at: string): Promise<void> {
  const clockOffsetMs = new Date(at).getTime() - new Date().getTime();
  await db.update(courses).set({ clockOffsetMs }).where(eq(courses.id, course.courseId));
}

/** Ends all sign-ins of the person, as if they had expired. */
export async function endSignIns(viewer: Pick<EnrolledViewer, "personId">): Promise<void> {
  await db.delete(signIns).where(eq(signIns.personId, viewer.personId));
}
