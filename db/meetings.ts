import { and, asc, eq, sql, type Placeholder, type SQL } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { db, prepared, type Db, type Scope, type Tx } from "./client";
import { jsonRows } from "./json-rows";
import { assignments, materials, meetingReadings, meetings, parts, themes } from "./schema";

/** Meetings have no secrets: whoever reads the course sees all of them. */
function visible(viewer: Scope) {
  return eq(meetings.courseId, viewer.courseId);
}

/** The meeting of the row at hand, inside a query within the query. */
const ownId = sql.raw(`"meetings"."id"`);

const hasMainReading = sql<boolean>`exists (select 1 from ${meetingReadings} x
  where x.meeting_id = ${ownId} and x.list = 'main')`;

/** What decides whether a meeting carries a series. */
export const carryingFacts = {
  kind: meetings.kind,
  isCancelled: meetings.isCancelled,
  hasMainReading,
};

/** What hangs on a meeting and decides about it, brought along in the same round trip. */
const decisiveFacts = (over: Db | Tx) => ({
  hasMainReading,
  assignments: jsonRows(
    over
      .select({
        id: assignments.id,
        work: assignments.work,
        isWaived: assignments.isWaived,
        dueAt: assignments.dueAt,
      })
      .from(assignments)
      .where(sql`${assignments.meetingId} = ${ownId}`)
      .orderBy(assignments.work),
  ),
});

/** What every page says of a meeting, and all that policy needs to know of it. */
const columns = (over: Db | Tx) => ({
  id: meetings.id,
  number: meetings.number,
  date: meetings.date,
  starts: meetings.starts,
  ends: meetings.ends,
  kind: meetings.kind,
  title: meetings.title,
  room: meetings.room,
  lecturers: meetings.lecturers,
  guest: meetings.guest,
  isCancelled: meetings.isCancelled,
  seats: meetings.seats,
  bonus: meetings.bonus,
  ...decisiveFacts(over),
  theme: themes.name,
  part: parts.name,
});

const inOrder = [asc(meetings.date), asc(meetings.starts), asc(meetings.number)];

function meetingsOf(over: Db | Tx, viewer: Scope) {
  return over
    .select(columns(over))
    .from(meetings)
    .leftJoin(themes, eq(themes.id, meetings.themeId))
    .leftJoin(parts, eq(parts.id, themes.partId))
    .where(visible(viewer))
    .orderBy(...inOrder);
}

const all = prepared((over, viewer) => meetingsOf(over, viewer).prepare("meetings"));

/** All meetings of the course in the order of the calendar; in a transaction, as it sees them. */
export async function listMeetings(viewer: Viewer, tx?: Db | Tx) {
  demand(viewer, "read the course");
  return tx === undefined ? all().execute({ ...viewer }) : meetingsOf(tx, viewer);
}

/** A meeting as the schedule lists it. */
export type Meeting = Awaited<ReturnType<typeof listMeetings>>[number];

const byNumber = prepared((over, viewer) =>
  over
    .select({
      ...columns(over),
      themeId: meetings.themeId,
      notes: meetings.notes,
      seatsReason: meetings.seatsReason,
      version: meetings.version,
      materials: sql<{ title: string; url: string }[]>`
        coalesce((select json_agg(json_build_object('title', x.title, 'url', x.url) order by x.position)
          from ${materials} x where x.meeting_id = ${meetings.id}), '[]')`,
    })
    .from(meetings)
    .leftJoin(themes, eq(themes.id, meetings.themeId))
    .leftJoin(parts, eq(parts.id, themes.partId))
    .where(and(visible(viewer), eq(meetings.number, sql.placeholder("number"))))
    .prepare("meeting"),
);

/**
 * One meeting by the number in its address, with its page's text and its materials (slides, recordings, notes);
 * undefined when the course has none such.
 */
export async function findMeeting(viewer: Viewer, number: number) {
  demand(viewer, "read the course");
  const [found] = await byNumber().execute({ ...viewer, number });
  return found;
}

/** The themes of the course with their parts, in the order of the syllabus: what a meeting can be put under. */
export async function listThemes(viewer: Viewer) {
  demand(viewer, "read the course");
  return db
    .select({ id: themes.id, name: themes.name, part: parts.name })
    .from(themes)
    .leftJoin(parts, eq(parts.id, themes.partId))
    .where(eq(themes.courseId, viewer.courseId))
    .orderBy(asc(parts.position), asc(themes.position));
}

/**
 * The viewer's meeting, locked until the transaction ends: what a verb then decides stays true until it has
 * written. A meeting of another course does not exist.
 */
export async function lockMeeting(tx: Tx, viewer: Viewer, meetingId: string) {
  return meetingFor(tx, viewer, meetingId, "update");
}

/** The meeting of an assignment, for a statement that asks for both at once. */
export function meetingOf(assignmentId: string | Placeholder): SQL<string> {
  return sql`(select ${assignments.meetingId} from ${assignments} where ${assignments.id} = ${assignmentId})`;
}

/**
 * The viewer's meeting, held as it is until the transaction ends, by many at once: for verbs that rely on the
 * meeting's date and kind but do not compete for anything of it.
 */
export async function holdMeeting(tx: Tx, viewer: Viewer, meetingId: string | SQL<string>) {
  return meetingFor(tx, viewer, meetingId, "share");
}

async function meetingFor(
  tx: Tx,
  viewer: Viewer,
  meetingId: string | SQL<string>,
  lock: "update" | "share",
) {
  demand(viewer, "read the course");
  const own = and(visible(viewer), eq(meetings.id, meetingId));
  // What hangs on the meeting is read by a statement of its own, which sees what was written while the lock waited.
  const [[meeting], [around]] = await Promise.all([
    tx.select().from(meetings).where(own).for(lock),
    tx.select(decisiveFacts(tx)).from(meetings).where(own),
  ]);
  if (meeting === undefined || around === undefined) throw new NotFound();
  return { ...meeting, ...around };
}
