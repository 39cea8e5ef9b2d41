import { randomUUID } from "node:crypto";
import { importCourse } from "@/db/course-import";
import { db, sql } from "@/db/client";
import type { CourseFile } from "@/db/course-file";

/** When the pattern was imported: the copy's rows have their own instant wherever the pattern's have this one. */
const patternAt = new Date("2023-12-01T00:00:00.123Z");

let pattern: Promise<{ courseId: string; copy: string }> | undefined;

/**
 * Opens a course with everything that an import of the file writes, at `now`: imported once in each process, and
 * copied row by row from then on. The result is the new course's id.
 */
export async function copyCourse(file: () => CourseFile, slug: string, now: Date): Promise<string> {
  pattern ??= importPattern(file());
  const { courseId, copy } = await pattern;
  const [copied] = await sql.unsafe<{ id: string }[]>(
    copy,
    [courseId, randomUUID(), slug, now.toISOString()],
    { prepare: true },
  );
  if (copied === undefined) throw new Error("The course was not copied.");
  return copied.id;
}

async function importPattern(file: CourseFile) {
  const slug = `t-pattern-${randomUUID().slice(0, 8)}`;
  const course = { ...file, course: { ...file.course, slug } };
  const { courseId } = await importCourse(db, course, patternAt);
  return { courseId, copy: await copyStatement(courseId) };
}

/**
 * The statement that copies the course $1 under the slug $3 at $4. Every id in it becomes another one, always the
 * same for the same $2. References are checked when it ends, so the order of the tables does not matter.
 */
async function copyStatement(courseId: string): Promise<string> {
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and is_identity = 'NO' and is_generated = 'NEVER'
    order by table_name, ordinal_position`;
  const inserts: string[] = [];
  for (const table of new Set(columns.map((one) => one.table))) {
    const own = columns.filter((one) => one.table === table);
    const whose = scopeOf(table, new Set(own.map(({ column }) => column)));
    if (whose === undefined) continue;
    const found = await sql.unsafe(`select 1 from ${table} where ${whose} limit 1`, [courseId]);
    if (found.length === 0) continue;
    const names = own.map(({ column }) => `"${column}"`).join(", ");
    const values = own.map(({ column, type }) => copied(table, column, type)).join(", ");
    inserts.push(`insert into ${table} (${names}) select ${values} from ${table} where ${whose}`);
  }
  const isCourse = (insert: string) => insert.startsWith("insert into courses ");
  const others = inserts.filter((insert) => !isCourse(insert));
  const steps = others.map((insert, index) => `copied_${index} as (${insert})`).join(",\n");
  return `with ${steps}\n${inserts.find(isCourse) ?? ""} returning id`;
}

/** Which rows of a table are the course's, if any can be. */
function scopeOf(table: string, columns: Set<string>): string | undefined {
  if (table === "courses") return "id = $1";
  if (columns.has("course_id")) return "course_id = $1";
  if (columns.has("meeting_id"))
    return "meeting_id in (select id from meetings where course_id = $1)";
  return undefined;
}

function copied(table: string, column: string, type: string): string {
  // The digits at 13 and 17 make it look like a random one, as forms want their ids.
  if (type === "uuid")
    return `overlay(overlay(md5("${column}"::text || $2) placing '4' from 13) placing '8' from 17)::uuid`;
  if (type.startsWith("timestamp"))
    return `case "${column}" when '${patternAt.toISOString()}' then $4::timestamptz else "${column}" end`;
  return table === "courses" && column === "slug" ? "$3" : `"${column}"`;
}
