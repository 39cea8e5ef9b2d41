import { eq } from "drizzle-orm";
import { termBegins } from "@/policy/clock";
import { db, type Tx } from "../client";
import { importCourse } from "../course-import";
import { courses, enrolments, meetings } from "../schema";
import { castStaff, castStudents } from "./cast";
import { seedCourse } from "./course-files";
import { demoOf, demos } from "./demo-courses";
import { enrolCast } from "./enrol-cast";
import { holdClock } from "./hold-clock";
import { simulateTo } from "./simulate";

/** A course whose term is simulated: its slug, and what tells its people from those of another such course. */
export interface DemoCourse {
  slug: string;
  /** Null for the demo itself, whose people are student01@demo.test and so on. */
  mark: string | null;
}

/**
 * Loads all courses of the demo: the first up to `startsAt`, which its clock then shows, and the others up to instants
 * of their own (see `loadDemo`).
 */
export async function loadDemos(
  startsAt: Date,
  machine: Date,
  say: (line: string) => void,
): Promise<void> {
  const since = performance.now();
  for (const demo of demos) {
    const now = new Date(machine.getTime() + Math.round(performance.now() - since));
    await loadDemo(demo.startsAt ?? startsAt, now, say, { slug: demo.slug, mark: null });
  }
}

/**
 * Loads a demo course, simulated up to `startsAt`, which its clock then shows. Where it is loaded for that start
 * already, the simulation goes on to what its clock shows by now; loaded for another, it is loaded anew. `machine` is
 * the machine's time.
 */
export async function loadDemo(
  startsAt: Date,
  machine: Date,
  say: (line: string) => void,
  course: DemoCourse,
): Promise<void> {
  const since = performance.now();
  const machineNow = () => machine.getTime() + Math.round(performance.now() - since);
  await holdClock(course.slug, async () => {
    const [found] = await db
      .select({
        id: courses.id,
        offset: courses.clockOffsetMs,
        startedAt: courses.demoStartedAt,
        simulatedUntil: courses.simulatedUntil,
      })
      .from(courses)
      .where(eq(courses.slug, course.slug));
    if (found?.startedAt?.getTime() === startsAt.getTime()) {
      const shows = new Date(machineNow() + (found.offset ?? 0));
      await simulateTo(found.id, found.simulatedUntil ?? shows, shows);
      return;
    }
    say(`Loading the demo course ${course.slug}, which takes a few seconds.`);
    const clockOffsetMs = () => startsAt.getTime() - machineNow();
    await reloadDemo(course, { startsAt, clockOffsetMs: clockOffsetMs(), until: startsAt });
    await db
      .update(courses)
      .set({ clockOffsetMs: clockOffsetMs() })
      .where(eq(courses.slug, course.slug));
  });
}

/**
 * Writes the course anew in place of the one that is there, simulated up to `until`. People keep
 * their accounts and sign-ins; all else that was done in the course is gone. Whoever calls it holds the clock.
 */
export async function reloadDemo(
  course: DemoCourse,
  clock: { startsAt: Date; clockOffsetMs: number; until: Date },
): Promise<string> {
  const demo = demoOf(course.slug);
  const file = seedCourse(demo.file);
  const { unitOptions } = file.syllabus;
  file.course.slug = course.slug;
  const begins = termBegins(file.meetings, file.course.timeZone);
  const courseId = await db.transaction(async (tx) => {
    const revision = await forgetCourse(tx, course.slug);
    const imported = await importCourse(tx, file, begins);
    const students = castStudents.slice(0, demo.students).map((student) => ({
      ...student,
      role: "student" as const,
      units: unitOptions.includes(student.units) ? student.units : (unitOptions[0] ?? null),
    }));
    const staff = castStaff.filter(({ account }) => demo.staff.includes(account));
    const cast = [...students, ...staff].map(({ account, ...member }) =>
      course.mark === null ? member : { ...member, email: `${account}.${course.mark}@demo.test` },
    );
    await enrolCast(imported.courseId, cast, begins, tx);
    await tx
      .update(courses)
      .set({
        clockOffsetMs: clock.clockOffsetMs,
        demoStartedAt: clock.startsAt,
        simulatedUntil: begins,
        revision: revision + 1,
      })
      .where(eq(courses.id, imported.courseId));
    return imported.courseId;
  });
  await simulateTo(courseId, begins, clock.until);
  return courseId;
}

/**
 * Deletes the course with all that hangs on it; its revision, so that no held page outlives it. The locks, in the
 * order in which verbs take theirs, wait for what is under way.
 */
async function forgetCourse(tx: Tx, slug: string): Promise<number> {
  const [former] = await tx
    .select({ id: courses.id, revision: courses.revision })
    .from(courses)
    .where(eq(courses.slug, slug))
    .for("no key update");
  if (former === undefined) return 0;
  await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.courseId, former.id))
    .for("update");
  await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.courseId, former.id))
    .for("update");
  await tx.delete(courses).where(eq(courses.id, former.id));
  return former.revision;
}
