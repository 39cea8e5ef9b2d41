import { sql } from "drizzle-orm";
import { CannotStart } from "./cannot-start";
import type { connect, Db, Tx } from "./client";
import { demoMark } from "./schema";

type Sql = ReturnType<typeof connect>;

/**
 * Refuses a database that holds people or courses and was not made by the demo, or tables of another program, before
 * anything is written to it, migrations included. One of 0.1.0, which has no mark yet, is known as its migration will
 * know it.
 */
export async function refuseForeignDatabase(tx: Sql): Promise<void> {
  const [has] = await tx<{ rows: boolean; mark: boolean; others: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is null
        and exists(select from pg_tables where schemaname = current_schema()) as others,
      to_regclass('courses') is not null and to_regclass('people') is not null as rows,
      to_regclass('demo_mark') is not null as mark`;
  if (has?.others === true) {
    throw new CannotStart(
      "This database holds tables of another program, so the demo changes nothing in it: choose another DATABASE_URL or COLLOQUY_DATA.",
    );
  }
  if (!has?.rows) return;
  const [found] = await tx<{ isUsed: boolean; isDemo: boolean }[]>`
    select exists(select from courses) or exists(select from people) as "isUsed",
      ${has.mark ? tx`exists(select from demo_mark)` : looksLikeTheDemo(tx)} as "isDemo"`;
  if (found?.isUsed === true && !found.isDemo) {
    throw new CannotStart(
      "This database holds people or courses and was not made by the demo, so the demo changes nothing in it: set COLLOQUY_DEMO=0, or choose another DATABASE_URL or COLLOQUY_DATA.",
    );
  }
}

/** As the migration that brought the mark asks. */
function looksLikeTheDemo(tx: Sql) {
  return tx`
    exists(select from courses where clock_offset_ms is not null)
      and not exists(
        select from people p where p.email not like '%@demo.test' and not exists(
          select from enrolments e join courses c on c.id = e.course_id
            where e.person_id = p.id and c.clock_offset_ms is not null))`;
}

/** Marks a database that nobody has used yet as the demo's; a marked one stays as it is. */
export async function markAsDemo(tx: Sql): Promise<void> {
  await tx`
    insert into demo_mark (is_demo, marked_at)
    select true, now() where not exists(select from courses) and not exists(select from people)
    on conflict do nothing`;
}

/** Whether the demo made this database. */
export async function isMarkedAsDemo(tx: Db | Tx): Promise<boolean> {
  return (await tx.select({ is: sql`1` }).from(demoMark)).length > 0;
}
