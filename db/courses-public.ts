import { sql, type Db, type Tx } from "./client";
import { coursesPageSize } from "./courses";
import { courses } from "./schema";

/*
 * What the front asks before it answers a visitor from memory. It asks at every such request, so these statements skip
 * Drizzle, which costs more than running them.
 */

/** What everybody sees of a course changes with its revision; what its pages say of "now" with its clock. */
export interface PublicState {
  revision: string;
  /** How far the course's clock is from the machine's. */
  clockOffsetMs: number;
}

/** The state of a course; of the list of all courses for null. Undefined where there is no such course. */
export async function findPublicState(slug: string | null): Promise<PublicState | undefined> {
  const [row] =
    slug === null
      ? await sql<{ revision: string; offset: string | null }[]>`
          select count(*) || ' ' || coalesce(sum(revision), 0) as revision, null as offset from courses`
      : await sql<{ revision: string; offset: string | null }[]>`
          select revision, clock_offset_ms as offset from courses where slug = ${slug}`;
  return row && { revision: row.revision, clockOffsetMs: Number(row.offset ?? 0) };
}

/** The values that the filters of a course's schedule can have, by filter. */
export async function findScheduleFilters(
  slug: string,
): Promise<Record<string, string[]> | undefined> {
  const [filters] = await sql<Record<string, string[]>[]>`
    select array(select name from parts where course_id = courses.id) as part,
      array(select name from themes where course_id = courses.id) as theme,
      array(select distinct kind from meetings where course_id = courses.id) as kind
    from courses where slug = ${slug}`;
  return filters;
}

/** How many pages the list of all courses has. */
export async function countCoursePages(tx: Db | Tx): Promise<number> {
  return Math.ceil((await tx.$count(courses)) / coursesPageSize);
}
