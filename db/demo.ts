import { and, count, eq, isNotNull, isNull, ne, notLike } from "drizzle-orm";
import { demand, demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { clockTarget, type ClockChoice } from "@/policy/clock";
import { NotFound, Refusal } from "@/policy/refusal";
import { localDateOf, localTimeOf } from "@/policy/time";
import { alreadyDone, record } from "./audit";
import { db, type Db, type Tx } from "./client";
import { raiseRevision } from "./courses";
import { listMeetings } from "./meetings";
import { audit, courses, enrolments, people } from "./schema";

/** The person behind a demo account: one of the cast of a course that has a demo clock; undefined for all others. */
export async function findDemoPerson(tx: Db | Tx, email: string): Promise<string | undefined> {
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

/** The demo's clock as the viewer's course has it; a course without one, outside demo mode, does not exist here. */
async function findClock(viewer: Viewer) {
  const [course] = await db
    .select({
      slug: courses.slug,
      zone: courses.timeZone,
      offset: courses.clockOffsetMs,
      startedAt: courses.demoStartedAt,
      simulatedUntil: courses.simulatedUntil,
    })
    .from(courses)
    .where(eq(courses.id, viewer.courseId));
  const offset = course?.offset ?? null;
  if (course === undefined || offset === null) throw new NotFound();
  return { ...course, offset };
}

/** How the clock of the course would stand after a move, and what a move back would lose. */
export interface ClockMove {
  target: Date;
  isBack: boolean;
  /** The day and the time of the target in the course's zone, as the form takes them. */
  date: string;
  time: string;
}

/** What moving the clock would mean, without moving it. Refuses a target that the clock cannot have. */
export async function previewClock(
  viewer: Viewer,
  choice: ClockChoice,
  now: Date,
): Promise<ClockMove> {
  demand(viewer, "move the clock");
  const [{ zone }, meetings] = await Promise.all([findClock(viewer), listMeetings(viewer)]);
  const target = clockTarget(choice, { meetings, zone, now });
  const [date, time] = [localDateOf(target, zone), localTimeOf(target, zone)];
  return { target, isBack: target.getTime() < now.getTime(), date, time };
}

/** What people, unlike the cast, have done in the course, counted by kind: all of it is lost when the clock goes back. */
export async function listDoneByHand(viewer: Viewer) {
  demand(viewer, "move the clock");
  return db
    .select({ action: audit.action, times: count() })
    .from(audit)
    .where(
      and(
        eq(audit.courseId, viewer.courseId),
        isNotNull(audit.idempotencyKey),
        notLike(audit.idempotencyKey, "cast %"),
        ne(audit.action, "clock-moved"),
      ),
    )
    .groupBy(audit.action)
    .orderBy(audit.action);
}

/**
 * Moves the clock of a demo course. Forward, the cast is simulated up to the new instant, and what people did
 * meanwhile stays. Back, the course is loaded anew and simulated up to it: without `isConfirmed` nothing happens, and the move
 * that is to be confirmed is returned. Refuses whoever meant to move a clock that somebody else has just moved.
 */
export async function moveClock(
  viewer: Viewer,
  move: ClockChoice & { isConfirmed: boolean; idempotencyKey: string | null },
  now: Date,
): Promise<ClockMove | null> {
  demandEnrolled(viewer, "move the clock");
  const before = await findClock(viewer);
  // The cast and its texts are loaded only where somebody moves the clock.
  const { holdClock } = await import("./seed/hold-clock");
  return holdClock(before.slug, async () => {
    const { idempotencyKey } = move;
    if (await db.transaction((tx) => alreadyDone(tx, viewer, idempotencyKey))) return null;
    const clock = await findClock(viewer);
    if (clock.offset !== before.offset) {
      throw new Refusal("Somebody else has just moved the clock. Look where it stands first.");
    }
    const preview = await previewClock(viewer, move, now);
    if (preview.isBack && !move.isConfirmed) return preview;
    const { target } = preview;
    const clockOffsetMs = clock.offset + target.getTime() - now.getTime();
    const done = { from: now, to: target, idempotencyKey };
    if (preview.isBack) await moveBack(viewer, { ...clock, clockOffsetMs }, done);
    else await moveForward(viewer, { ...clock, clockOffsetMs }, done);
    return null;
  });
}

interface Done {
  from: Date;
  to: Date;
  idempotencyKey: string | null;
}

interface Clock {
  slug: string;
  clockOffsetMs: number;
  startedAt: Date | null;
  simulatedUntil: Date | null;
}

/** The clock first, so that a cast that is interrupted is known to be behind it. */
async function moveForward(viewer: EnrolledViewer, clock: Clock, done: Done): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(courses)
      .set({ clockOffsetMs: clock.clockOffsetMs })
      .where(eq(courses.id, viewer.courseId));
    await recordMove(tx, viewer, done);
    await raiseRevision(tx, viewer);
  });
  const { simulateTo } = await import("./seed/simulate");
  await simulateTo(viewer.courseId, clock.simulatedUntil ?? done.from, done.to);
}

async function moveBack(viewer: EnrolledViewer, clock: Clock, done: Done): Promise<void> {
  const { startedAt, clockOffsetMs } = clock;
  if (startedAt === null) {
    throw new Refusal("This course has no cast to simulate, so its clock only goes forward.");
  }
  const { reloadDemo } = await import("./seed/demo");
  const course = { slug: clock.slug, mark: await markOf(viewer) };
  const courseId = await reloadDemo(course, { startsAt: startedAt, clockOffsetMs, until: done.to });
  await db.transaction((tx) => recordMove(tx, { ...viewer, courseId }, done));
}

/** What the addresses of a test's own cast carry between account and host; null for the demo itself. */
async function markOf(viewer: EnrolledViewer): Promise<string | null> {
  const [person] = await db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, viewer.personId));
  return /^[a-z]+\d+\.([^@]+)@/.exec(person?.email ?? "")?.[1] ?? null;
}

async function recordMove(tx: Tx, viewer: Viewer, { from, to, idempotencyKey }: Done) {
  const { courseId: subjectId } = viewer;
  await record(
    tx,
    viewer,
    { action: "clock-moved", subjectId, details: { from, to }, idempotencyKey },
    from,
  );
}

/** Whether any course has a demo's clock. */
export async function hasDemoCourse(tx: Db | Tx): Promise<boolean> {
  const found = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(isNotNull(courses.clockOffsetMs))
    .limit(1);
  return found.length > 0;
}
