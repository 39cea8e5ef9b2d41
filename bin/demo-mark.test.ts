import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { expect, test } from "@/e2e/own-database";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { root } from "@/server/build";

const running: PortalProcess[] = [];

test.afterEach(async () => {
  for (const portal of running.splice(0)) await portal.end();
});

async function start(DATABASE_URL: string, variables: Record<string, string>) {
  const portal = startPortal({
    ...{ DATABASE_URL, PORT: await freePort(), LOG_LEVEL: "error", ...variables },
  });
  running.push(portal);
  return portal;
}

const demo = { COLLOQUY_DEMO: "1", COLLOQUY_NOW: "2024-01-17T12:00:00-05:00" };
const production = { COLLOQUY_DEMO: "0", AUTH_SECRET: "x".repeat(32) };
const refusal =
  "This database holds people or courses and was not made by the demo, so the demo changes nothing in it: set COLLOQUY_DEMO=0, or choose another DATABASE_URL or COLLOQUY_DATA.";

/** What the database holds: its tables with their rows, the migrations, and the course whose slug is the demo's. */
async function contentsOf(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const tables = await sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'drizzle') order by 1`;
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ rows: number }[]>`select count(*)::int as rows from ${sql(name)}`;
    counted[name] = row?.rows ?? 0;
  }
  const named = await sql`select id, title, revision from courses order by slug`;
  await sql.end();
  return { counted, named: [...named] };
}

/** Fills an empty database with the demo of 0.1.0 that is kept, and, `withOthers`, two accounts beside its cast. */
async function layOldDemo(url: string, { withOthers }: { withOthers: boolean }): Promise<void> {
  const kept = gunzipSync(readFileSync(join(root, "db/fixtures/colloquy-0.1.0.jsonl.gz")));
  const rows = kept.toString("utf8").trim().split("\n");
  const others = rows.flatMap((row) => /^\["people".*@example\.edu/.exec(row)?.input ?? []);
  const ids = others.map((row) => (JSON.parse(row) as [string, { id: string }])[1].id);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`create schema drizzle`;
  await sql`
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  for (const one of readMigrationFiles({ migrationsFolder: join(root, "drizzle") }).slice(0, 3)) {
    for (const statement of one.sql) await sql.unsafe(statement);
    await sql`
      insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${one.hash}, ${one.folderMillis})`;
  }
  await sql.begin(async (tx) => {
    for (const row of rows) {
      if (!withOthers && ids.some((id) => row.includes(id))) continue;
      const [table, values] = JSON.parse(row) as [string, postgres.JSONValue];
      await tx`
        insert into ${tx(table)} overriding system value
        select * from jsonb_populate_record(null::${tx(table)}, ${tx.json(values)})`;
    }
    await tx`select setval(pg_get_serial_sequence('audit', 'id'), (select max(id) from audit))`;
  });
  await sql.end();
}

test("the demo refuses a database with a course or people of its own, and changes nothing in it", async ({
  newDatabase,
}) => {
  const url = await newDatabase();
  const first = await start(url, production);
  await first.ready();
  await first.end();
  const sql = postgres(url, { max: 1 });
  await sql`
    insert into people (id, name, email, created_at)
    values (gen_random_uuid(), 'Ines', 'ines@university.test', now())`;
  await sql.end();
  const before = await contentsOf(url);
  const second = await start(url, demo);
  expect(await second.ended).toBe(1);
  expect(second.said().trim()).toBe(refusal);
  expect(await contentsOf(url)).toEqual(before);
});

test("the demo refuses a database of another program, and adds nothing to it", async ({
  newDatabase,
}) => {
  const url = await newDatabase();
  const sql = postgres(url, { max: 1 });
  await sql`create table customers (id integer)`;
  const portal = await start(url, demo);
  expect(await portal.ended).toBe(1);
  expect(portal.said()).toContain("This database holds tables of another program");
  const tables = await sql`
    select table_name from information_schema.tables where table_schema in ('public', 'drizzle')`;
  await sql.end();
  expect(tables.map((row) => String(row["table_name"]))).toEqual(["customers"]);
});

test("the demo refuses a database of 0.1.0 with accounts of others, and does not even migrate it", async ({
  newDatabase,
}) => {
  const url = await newDatabase();
  await layOldDemo(url, { withOthers: true });
  const before = await contentsOf(url);
  const portal = await start(url, demo);
  expect(await portal.ended).toBe(1);
  expect(portal.said().trim()).toBe(refusal);
  expect(await contentsOf(url)).toEqual(before);
});

test("the demo knows its own database again, also one that 0.1.0 made without a mark", async ({
  newDatabase,
}) => {
  test.slow();
  const url = await newDatabase();
  await layOldDemo(url, { withOthers: false });
  const variables = { COLLOQUY_DEMO: "1", COLLOQUY_NOW: "2024-02-05T16:00:00-05:00" };
  const before = await contentsOf(url);
  const portal = await start(url, variables);
  await portal.ready();
  await portal.end();
  const after = await contentsOf(url);
  // The demo's second course comes beside those that were there.
  expect(after.named.map(({ id }) => id as string)).toEqual(
    expect.arrayContaining(before.named.map(({ id }) => id as string)),
  );
  expect(after.counted["public.demo_mark"]).toBe(1);
});

test("a database that the demo was about to fill is not for production", async ({
  newDatabase,
}) => {
  const url = await newDatabase();
  const portal = await start(url, demo);
  await portal.ready();
  await portal.end();
  const sql = postgres(url, { max: 1 });
  await sql`delete from courses`;
  await sql.end();
  const later = await start(url, production);
  expect(await later.ended).toBe(1);
  expect(later.said()).toContain("This database holds the demo course or was made for it");
  const again = await start(url, demo);
  await again.ready();
});
