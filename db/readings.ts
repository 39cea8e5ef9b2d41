import { and, asc, eq, sql } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { db, prepared, type Scope } from "./client";
import { meetingReadings, meetings, readings } from "./schema";

/** The papers of a course are public. */
function visible(viewer: Scope) {
  return eq(readings.courseId, viewer.courseId);
}

const entry = {
  id: readings.id,
  slug: readings.slug,
  title: readings.title,
  url: readings.url,
  authors: readings.authors,
  year: readings.year,
  meetingId: meetingReadings.meetingId,
  list: meetingReadings.list,
};

/** Every entry of every reading list of the course, main before suggested. */
export async function listReadings(viewer: Viewer) {
  demand(viewer, "read the course");
  return db
    .select(entry)
    .from(meetingReadings)
    .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
    .where(visible(viewer))
    .orderBy(asc(meetingReadings.list), asc(meetingReadings.position), asc(readings.slug));
}

/** An entry of a reading list. */
export type ReadingEntry = Awaited<ReturnType<typeof listReadings>>[number];

const readingsOf = prepared((over, viewer) =>
  over
    .select(entry)
    .from(meetingReadings)
    .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
    .where(and(visible(viewer), eq(meetingReadings.meetingId, sql.placeholder("meetingId"))))
    .orderBy(asc(meetingReadings.list), asc(meetingReadings.position), asc(readings.slug))
    .prepare("readings of a meeting"),
);

/** The reading list of one meeting, main before suggested. */
export async function listReadingsOf(viewer: Viewer, meetingId: string) {
  demand(viewer, "read the course");
  return readingsOf().execute({ ...viewer, meetingId });
}

/** The meetings that have at least one paper on their list. */
export async function listMeetingsWithReadings(viewer: Viewer): Promise<string[]> {
  demand(viewer, "read the course");
  const found = await db
    .selectDistinct({ meetingId: meetingReadings.meetingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.courseId, viewer.courseId))
    .orderBy(asc(meetingReadings.meetingId));
  return found.map(({ meetingId }) => meetingId);
}

/** One paper by the slug in its address; undefined when the course has none such. */
export async function findReading(viewer: Viewer, slug: string) {
  demand(viewer, "read the course");
  const [found] = await db
    .select({
      id: readings.id,
      slug: readings.slug,
      title: readings.title,
      url: readings.url,
      authors: readings.authors,
      year: readings.year,
    })
    .from(readings)
    .where(and(visible(viewer), eq(readings.slug, slug)));
  return found;
}

/** The meetings that read a paper, in the order of the calendar. */
export async function listMeetingsReading(viewer: Viewer, slug: string) {
  demand(viewer, "read the course");
  return db
    .select({
      number: meetings.number,
      date: meetings.date,
      title: meetings.title,
      list: meetingReadings.list,
    })
    .from(meetingReadings)
    .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
    .innerJoin(meetings, eq(meetings.id, meetingReadings.meetingId))
    .where(and(visible(viewer), eq(readings.slug, slug)))
    .orderBy(asc(meetings.date), asc(meetings.starts), asc(meetings.number));
}
