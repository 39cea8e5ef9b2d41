import { asc, eq } from "drizzle-orm";
import { endOfMinuteAt, localDateOf, localTimeOf } from "@/policy/time";
import type { Db, Tx } from "./client";
import { courseFormat, writeCourseFile } from "./course-file";
import {
  assignments,
  courses,
  materials,
  meetingReadings,
  meetings,
  parts,
  readings,
  themes,
} from "./schema";

/** The course as a file in the portal's YAML format, without people and their work; undefined when there is none. */
export async function exportCourse(tx: Db | Tx, slug: string): Promise<string | undefined> {
  const [course] = await tx.select().from(courses).where(eq(courses.slug, slug));
  if (course === undefined) return undefined;
  const [partRows, themeRows, meetingRows, assignmentRows, readingRows, materialRows] =
    await Promise.all([
      tx.select().from(parts).where(eq(parts.courseId, course.id)).orderBy(asc(parts.position)),
      tx.select().from(themes).where(eq(themes.courseId, course.id)).orderBy(asc(themes.position)),
      tx
        .select()
        .from(meetings)
        .where(eq(meetings.courseId, course.id))
        .orderBy(asc(meetings.number)),
      tx
        .select()
        .from(assignments)
        .where(eq(assignments.courseId, course.id))
        .orderBy(asc(assignments.work)),
      tx
        .select({
          meetingId: meetingReadings.meetingId,
          list: meetingReadings.list,
          title: readings.title,
          url: readings.url,
          slug: readings.slug,
          authors: readings.authors,
          year: readings.year,
        })
        .from(meetingReadings)
        .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
        .where(eq(meetingReadings.courseId, course.id))
        .orderBy(asc(meetingReadings.position)),
      tx
        .select({ meetingId: materials.meetingId, title: materials.title, url: materials.url })
        .from(materials)
        .innerJoin(meetings, eq(meetings.id, materials.meetingId))
        .where(eq(meetings.courseId, course.id))
        .orderBy(asc(materials.position)),
    ]);
  const themeName = new Map(themeRows.map((theme) => [theme.id, theme.name]));
  const readingsOf = (meetingId: string, list: "main" | "suggested") =>
    readingRows
      .filter((row) => row.meetingId === meetingId && row.list === list)
      .map((row) => ({
        title: row.title,
        url: row.url,
        slug: row.slug,
        ...(row.authors === null ? {} : { authors: row.authors }),
        ...(row.year === null ? {} : { year: row.year }),
      }));
  return writeCourseFile({
    format: courseFormat,
    course: {
      slug: course.slug,
      number: course.number,
      department: course.department,
      title: course.title,
      institution: course.institution,
      term: course.term,
      timeZone: course.timeZone,
      room: course.room,
      site: course.site,
      audience: course.audience,
      meets: course.meets,
      links: course.links,
      overview: course.overview,
    },
    staff: course.staff,
    parts: partRows.map((part) => ({
      name: part.name,
      themes: themeRows.filter((theme) => theme.partId === part.id).map((theme) => theme.name),
    })),
    otherThemes: themeRows.filter((theme) => theme.partId === null).map((theme) => theme.name),
    syllabus: course.syllabus,
    meetings: meetingRows.map((row) => {
      const set = assignmentRows.filter(({ meetingId }) => meetingId === row.id);
      const theme = row.themeId === null ? undefined : themeName.get(row.themeId);
      const isUsualTime = row.starts === course.meets.starts && row.ends === course.meets.ends;
      return {
        number: row.number,
        date: row.date,
        ...(isUsualTime ? {} : { starts: row.starts, ends: row.ends }),
        kind: row.kind,
        ...(theme === undefined ? {} : { theme }),
        title: row.title,
        ...(row.room === null ? {} : { room: row.room }),
        lecturers: row.lecturers,
        ...(row.guest === null ? {} : { guest: row.guest }),
        notes: row.notes,
        isCancelled: row.isCancelled,
        ...(row.seats === 0 || row.seats === course.syllabus.presentation?.seats
          ? {}
          : { seats: row.seats }),
        ...(row.seatsReason === null ? {} : { seatsReason: row.seatsReason }),
        bonus: row.bonus,
        waives: set.filter(({ isWaived }) => isWaived).map(({ work }) => work),
        deadlines: Object.fromEntries(
          set.flatMap(({ work, dueAt }) =>
            dueAt === null ? [] : [[work, writeDeadline(dueAt, course.timeZone)]],
          ),
        ),
        main: readingsOf(row.id, "main"),
        suggested: readingsOf(row.id, "suggested"),
        materials: materialRows
          .filter((material) => material.meetingId === row.id)
          .map(({ title, url }) => ({ title, url })),
      };
    }),
  });
}

/** A deadline as a file has it: its minute on the course's clocks, or the very instant where it does not end a minute. */
function writeDeadline(dueAt: Date, zone: string): string {
  const [date, time] = [localDateOf(dueAt, zone), localTimeOf(dueAt, zone)];
  const isEndOfMinute = endOfMinuteAt(date, time, zone).getTime() === dueAt.getTime();
  return isEndOfMinute ? `${date} ${time}` : dueAt.toISOString();
}
