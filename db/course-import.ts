import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { portalIn } from "@/policy/access";
import { parseReadingUrl, slugFor } from "@/policy/readings";
import { Refusal, Refusals } from "@/policy/refusal";
import { record } from "./audit";
import type { Db, Tx } from "./client";
import { seatsOf, type CourseFile } from "./course-file";
import { findMovedWork } from "./course-import-check";
import { checkWorkKept, writeWork } from "./course-import-work";
import { courses, materials, meetingReadings, meetings, parts, readings, themes } from "./schema";

/** What an import did, or, dry, would do. */
export interface ImportResult {
  courseId: string;
  changes: string[];
}

class DryRun extends Error {}

/**
 * Writes a course file into the database: a new course, or, where the slug exists, its new state. Meetings are
 * recognised by their number; those that the file lacks are kept, since people's work hangs on them. Refuses, dry or not,
 * a file whose numbers would move people's work to another class.
 * One transaction: an error, or `isDryRun`, leaves nothing behind.
 */
export async function importCourse(
  tx: Db | Tx,
  file: CourseFile,
  now: Date,
  options: { isDryRun?: boolean } = {},
): Promise<ImportResult> {
  let result: ImportResult | undefined;
  try {
    await tx.transaction(async (inner) => {
      result = await write(inner, file, now);
      if (options.isDryRun === true) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  if (result === undefined) throw new Error("The import ended without a result.");
  return result;
}

async function write(tx: Tx, file: CourseFile, now: Date): Promise<ImportResult> {
  const changes: string[] = [];
  const [former] = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.slug, file.course.slug))
    .for("update");
  const courseId = former?.id ?? randomUUID();
  const problems = await findMovedWork(tx, courseId, file);
  if (problems.length > 0) throw new Refusals(problems.map((problem) => new Refusal(problem)));
  const facts = { ...file.course, staff: file.staff, syllabus: file.syllabus };
  if (former === undefined) {
    await tx.insert(courses).values({ id: courseId, ...facts, revision: 1, createdAt: now });
    changes.push(`New course ${file.course.slug}: ${file.course.title}.`);
  } else {
    await checkWorkKept(tx, courseId, file.syllabus);
    await tx
      .update(courses)
      .set({ ...facts, revision: sql`${courses.revision} + 1` })
      .where(eq(courses.id, courseId));
    changes.push(`Course ${file.course.slug}: facts and syllabus as in the file.`);
  }
  const viewer = portalIn(courseId);
  const themeIds = await writeThemes(tx, courseId, file);
  changes.push(...(await writeMeetings(tx, courseId, file, themeIds)));
  changes.push(...(await writeWork(tx, courseId, file)));
  changes.push(...(await writeReadings(tx, courseId, file)));
  await record(
    tx,
    viewer,
    { action: "course-imported", subjectId: courseId, details: { changes } },
    now,
  );
  return { courseId, changes };
}

async function writeThemes(tx: Tx, courseId: string, file: CourseFile) {
  const ids = new Map<string, string>();
  const themeRows: (typeof themes.$inferInsert)[] = [];
  const existingParts = await tx.select().from(parts).where(eq(parts.courseId, courseId));
  const existingThemes = await tx.select().from(themes).where(eq(themes.courseId, courseId));
  const idOf = (rows: { id: string; name: string }[], name: string) =>
    rows.find((row) => row.name === name)?.id ?? randomUUID();
  const addTheme = (name: string, partId: string | null, position: number) => {
    const id = idOf(existingThemes, name);
    ids.set(name, id);
    themeRows.push({ id, courseId, partId, position, name });
  };
  const partRows = file.parts.map((part, position) => {
    const id = idOf(existingParts, part.name);
    for (const [index, name] of part.themes.entries()) addTheme(name, id, index);
    return { id, courseId, position, name: part.name };
  });
  for (const [index, name] of file.otherThemes.entries()) addTheme(name, null, index);
  if (partRows.length > 0) {
    await tx
      .insert(parts)
      .values(partRows)
      .onConflictDoUpdate({ target: parts.id, set: { position: sql`excluded.position` } });
  }
  if (themeRows.length > 0) {
    await tx
      .insert(themes)
      .values(themeRows)
      .onConflictDoUpdate({
        target: themes.id,
        set: { position: sql`excluded.position`, partId: sql`excluded.part_id` },
      });
  }
  return ids;
}

async function writeMeetings(
  tx: Tx,
  courseId: string,
  file: CourseFile,
  themeIds: Map<string, string>,
): Promise<string[]> {
  const changes: string[] = [];
  const existing = await tx.select().from(meetings).where(eq(meetings.courseId, courseId));
  const newMeetings: (typeof meetings.$inferInsert)[] = [];
  const newMaterials: (typeof materials.$inferInsert)[] = [];
  for (const entry of file.meetings) {
    const former = existing.find((row) => row.number === entry.number);
    const values = {
      date: entry.date,
      starts: entry.starts ?? file.course.meets.starts,
      ends: entry.ends ?? file.course.meets.ends,
      kind: entry.kind,
      title: entry.title,
      themeId: entry.theme === undefined ? null : (themeIds.get(entry.theme) ?? null),
      room: entry.room ?? null,
      lecturers: entry.lecturers,
      guest: entry.guest ?? null,
      notes: entry.notes,
      isCancelled: entry.isCancelled,
      seats: seatsOf(entry, file),
      seatsReason: entry.seatsReason ?? null,
      bonus: entry.bonus,
    };
    const id = former?.id ?? randomUUID();
    if (former === undefined) {
      newMeetings.push({ id, courseId, number: entry.number, version: 1, ...values });
      changes.push(`Meeting ${entry.number}, ${entry.date}: new, “${entry.title}”.`);
    } else {
      const changed = Object.entries(values).filter(
        ([key, value]) =>
          JSON.stringify(value) !== JSON.stringify(former[key as keyof typeof values]),
      );
      if (changed.length > 0) {
        await tx
          .update(meetings)
          .set({ ...values, version: former.version + 1 })
          .where(eq(meetings.id, id));
        changes.push(`Meeting ${entry.number}: ${changed.map(([key]) => key).join(", ")} changed.`);
      }
    }
    newMaterials.push(
      ...entry.materials.map((material, position) => ({
        id: randomUUID(),
        meetingId: id,
        position,
        ...material,
      })),
    );
  }
  if (newMeetings.length > 0) await tx.insert(meetings).values(newMeetings);
  const touched = existing.filter((row) =>
    file.meetings.some(({ number }) => number === row.number),
  );
  await tx.delete(materials).where(
    inArray(
      materials.meetingId,
      touched.map((row) => row.id),
    ),
  );
  if (newMaterials.length > 0) await tx.insert(materials).values(newMaterials);
  const numbers = new Set(file.meetings.map((entry) => entry.number));
  for (const row of existing) {
    if (!numbers.has(row.number)) {
      changes.push(`Meeting ${row.number}, ${row.date}: not in the file, kept.`);
    }
  }
  return changes;
}

async function writeReadings(tx: Tx, courseId: string, file: CourseFile): Promise<string[]> {
  const existing = await tx.select().from(readings).where(eq(readings.courseId, courseId));
  const byUrl = new Map(existing.map((row) => [row.url, row]));
  const slugs = existing.map((row) => row.slug);
  const meetingIds = new Map(
    (
      await tx
        .select({ id: meetings.id, number: meetings.number })
        .from(meetings)
        .where(eq(meetings.courseId, courseId))
    ).map((row) => [row.number, row.id]),
  );
  const newReadings: (typeof readings.$inferInsert)[] = [];
  const entries: (typeof meetingReadings.$inferInsert)[] = [];
  for (const meeting of file.meetings) {
    const meetingId = meetingIds.get(meeting.number);
    if (meetingId === undefined) continue;
    for (const list of ["main", "suggested"] as const) {
      for (const [position, item] of meeting[list].entries()) {
        const parsed = parseReadingUrl(item.url);
        let reading = byUrl.get(parsed.url);
        if (reading === undefined) {
          reading = {
            id: randomUUID(),
            courseId,
            slug: item.slug ?? slugFor(item.title, slugs),
            title: item.title,
            url: parsed.url,
            authors: item.authors ?? null,
            year: item.year ?? parsed.year,
          };
          byUrl.set(parsed.url, reading);
          slugs.push(reading.slug);
          newReadings.push(reading);
        }
        const id = randomUUID();
        entries.push({ id, courseId, meetingId, readingId: reading.id, list, position });
      }
    }
  }
  if (newReadings.length > 0) await tx.insert(readings).values(newReadings);
  const touched = file.meetings.flatMap((meeting) => meetingIds.get(meeting.number) ?? []);
  if (touched.length > 0) {
    await tx.delete(meetingReadings).where(inArray(meetingReadings.meetingId, touched));
  }
  if (entries.length > 0) await tx.insert(meetingReadings).values(entries);
  return newReadings.length === 0 ? [] : [`${newReadings.length} papers new.`];
}
