import { randomUUID } from "node:crypto";
import { and, eq, notExists, notInArray, sql } from "drizzle-orm";
import { portalIn } from "@/policy/access";
import { Refusal, Refusals } from "@/policy/refusal";
import type { Syllabus } from "@/policy/syllabus";
import { record } from "./audit";
import type { Db, Tx } from "./client";
import type { CourseFile } from "./course-file";
import { seatsOf } from "./course-file-check";
import { findMovedWork } from "./course-import-check";
import { writeReadings } from "./course-import-readings";
import { findBrokenByRules, findLostSeats } from "./course-import-rules";
import { removeFormerWork, writeWork } from "./course-import-work";
import { courses, meetings, parts, themes } from "./schema";

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
    .select({ id: courses.id, syllabus: courses.syllabus })
    .from(courses)
    .where(eq(courses.slug, file.course.slug))
    .for("no key update");
  const courseId = former?.id ?? randomUUID();
  if (former !== undefined) await refuseLosses(tx, former, file);
  const facts = { ...file.course, staff: file.staff, syllabus: file.syllabus };
  if (former === undefined) {
    await tx.insert(courses).values({ id: courseId, ...facts, revision: 1, createdAt: now });
    changes.push(`New course ${file.course.slug}: ${file.course.title}.`);
  } else {
    await removeFormerWork(tx, courseId, file.syllabus);
    await tx
      .update(courses)
      .set({ ...facts, revision: sql`${courses.revision} + 1` })
      .where(eq(courses.id, courseId));
    changes.push(`Course ${file.course.slug}: facts and syllabus as in the file.`);
  }
  const viewer = portalIn(courseId);
  const themeIds = await writeThemes(tx, courseId, file);
  const written = await writeMeetings(tx, courseId, file, themeIds);
  changes.push(...written.changes);
  changes.push(...(await removeFormerThemes(tx, courseId, file)));
  changes.push(...(await writeWork(tx, courseId, file)));
  changes.push(...(await writeReadings(tx, courseId, file, written.added)));
  await record(
    tx,
    viewer,
    { action: "course-imported", subjectId: courseId, details: { changes } },
    now,
  );
  return { courseId, changes };
}

/** Refuses what the file would take from people or give to another class; the meetings are locked against that. */
async function refuseLosses(
  tx: Tx,
  { id, syllabus }: { id: string; syllabus: Syllabus },
  file: CourseFile,
): Promise<void> {
  await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.courseId, id))
    .orderBy(meetings.id)
    .for("update");
  const left = file.meetings.map(
    (entry) => [entry.number, entry.isCancelled ? 0 : seatsOf(entry, file)] as const,
  );
  const moved = await findMovedWork(tx, id, file);
  // Under the wrong number, a meeting's seats say nothing.
  const lost = moved.length > 0 ? [] : await findLostSeats(tx, id, new Map(left));
  const broken = await findBrokenByRules(tx, id, syllabus, file.syllabus);
  const problems = [...moved, ...lost, ...broken];
  if (problems.length > 0) throw new Refusals(problems.map((problem) => new Refusal(problem)));
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

/** Takes out the themes that the file no longer has and no meeting has kept, and the parts that have none left. */
async function removeFormerThemes(tx: Tx, courseId: string, file: CourseFile): Promise<string[]> {
  const names = [...file.parts.flatMap((part) => part.themes), ...file.otherThemes];
  const gone = await tx
    .delete(themes)
    .where(
      and(
        eq(themes.courseId, courseId),
        notInArray(themes.name, names),
        notExists(tx.select().from(meetings).where(eq(meetings.themeId, themes.id))),
      ),
    )
    .returning({ name: themes.name });
  const partNames = file.parts.map(({ name }) => name);
  const goneParts = await tx
    .delete(parts)
    .where(
      and(
        eq(parts.courseId, courseId),
        notInArray(parts.name, partNames),
        notExists(tx.select().from(themes).where(eq(themes.partId, parts.id))),
      ),
    )
    .returning({ name: parts.name });
  return [
    ...goneParts.map(({ name }) => `Part “${name}”: not in the file, taken out.`),
    ...gone.map(({ name }) => `Theme “${name}”: not in the file, taken out.`),
  ];
}

async function writeMeetings(
  tx: Tx,
  courseId: string,
  file: CourseFile,
  themeIds: Map<string, string>,
): Promise<{ changes: string[]; added: Set<number> }> {
  const changes: string[] = [];
  const existing = await tx.select().from(meetings).where(eq(meetings.courseId, courseId));
  const newMeetings: (typeof meetings.$inferInsert)[] = [];
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
  }
  if (newMeetings.length > 0) await tx.insert(meetings).values(newMeetings);
  const numbers = new Set(file.meetings.map((entry) => entry.number));
  for (const row of existing) {
    if (!numbers.has(row.number)) {
      changes.push(`Meeting ${row.number}, ${row.date}: not in the file, kept.`);
    }
  }
  return { changes, added: new Set(newMeetings.map(({ number }) => number)) };
}
