import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { identityOf } from "@/server/process-identity";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { preparedFolder } from "@/e2e/prepared-data";

const running: PortalProcess[] = [];

/** A portal without the demo, which these tests do not need. */
function start(
  folder: string,
  variables: Record<string, string>,
  command?: [string, ...string[]],
): PortalProcess {
  const portal = startPortal(
    {
      COLLOQUY_DATA: folder,
      COLLOQUY_DEMO: "0",
      AUTH_SECRET: "x".repeat(32),
      LOG_LEVEL: "error",
      ...variables,
    },
    command,
  );
  running.push(portal);
  return portal;
}

test.afterEach(async () => {
  for (const portal of running.splice(0)) await portal.end();
});

function newFolder(): string {
  return mkdtempSync(join(test.info().outputPath(), "data-"));
}

/** What postmaster.pid says: process, folder, start, port, folder of the socket … */
function lockFileOf(folder: string): string[] {
  return readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
}

function postmasterOf(folder: string): number {
  return Number(lockFileOf(folder)[0]);
}

/** A client of the portal's database that is no user of the folder. */
function connectTo(folder: string): postgres.Sql {
  const host = lockFileOf(folder)[4] ?? "";
  return postgres({ host, port: 5432, user: "colloquy", database: "postgres", max: 1 });
}

function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

async function health(portal: PortalProcess): Promise<unknown> {
  const answer = await fetch(`${portal.url}/api/health`);
  return { status: answer.status, body: (await answer.json()) as unknown };
}

const well = { status: 200, body: { status: "ok" } };

test("a new folder becomes a portal, and SIGTERM leaves nothing running", async () => {
  const folder = newFolder();
  const portal = start(folder, { PORT: await freePort() });
  await portal.ready();
  expect(await health(portal)).toEqual(well);
  expect((await fetch(portal.url)).status).toBe(200);
  const postmaster = postmasterOf(folder);
  const askedAt = performance.now();
  expect(await portal.end()).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(10_000);
  expect(isRunning(postmaster)).toBe(false);
});

test("a signal to npm reaches the portal", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const portal = start(folder, { PORT: await freePort() }, ["npm", "start"]);
  await portal.ready();
  const postmaster = postmasterOf(folder);
  await portal.end();
  await expect.poll(() => isRunning(postmaster), { timeout: 10_000 }).toBe(false);
});

test("after a kill -9 the next start joins the database that lives on, with every committed row", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const first = start(folder, { PORT: await freePort() });
  await first.ready();
  const postmaster = postmasterOf(folder);
  const sql = connectTo(folder);
  await sql`create table kept (n int)`;
  await sql`insert into kept select generate_series(1, 100)`;
  await first.end("SIGKILL");
  expect(isRunning(postmaster)).toBe(true);
  const second = start(folder, { PORT: await freePort() });
  await second.ready();
  expect(await health(second)).toEqual(well);
  expect(postmasterOf(folder)).toBe(postmaster);
  expect(await sql`select count(*)::int as rows from kept`).toEqual([{ rows: 100 }]);
  await sql.end();
  await second.end();
  expect(isRunning(postmaster)).toBe(false);
});

test("after a kill -9 of portal and database together every committed row is there", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const first = start(folder, { PORT: await freePort() });
  await first.ready();
  const sql = connectTo(folder);
  await sql`create table kept (n int)`;
  await sql`insert into kept select generate_series(1, 100)`;
  process.kill(postmasterOf(folder), "SIGKILL");
  await first.end("SIGKILL");
  await sql.end({ timeout: 0 });
  const second = start(folder, { PORT: await freePort() });
  await second.ready();
  const again = connectTo(folder);
  expect(await again`select count(*)::int as rows from kept`).toEqual([{ rows: 100 }]);
  await again.end();
});

test("two starters on one folder share one database; the last to leave stops it", async () => {
  const folder = newFolder();
  const one = start(folder, { PORT: await freePort() });
  const other = start(folder, { PORT: await freePort() });
  await Promise.all([one.ready(), other.ready()]);
  expect(await health(one)).toEqual(well);
  expect(await health(other)).toEqual(well);
  const postmaster = postmasterOf(folder);
  await one.end();
  expect(await health(other)).toEqual(well);
  await other.end();
  expect(isRunning(postmaster)).toBe(false);
});

test("a taken port is said in one sentence, before anything is made", async () => {
  const folder = join(newFolder(), "data");
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const portal = start(folder, { PORT: String(port) });
  expect(await portal.ended).toBe(1);
  expect(portal.said().trim().split("\n").at(-1)).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop it, or choose another with PORT.`,
  );
  expect(existsSync(folder)).toBe(false);
  taken.close();
});

test("a folder that cannot be written, and a malformed variable, end the start with a sentence", async () => {
  for (const [variables, sentence] of [
    [{ COLLOQUY_DATA: "/proc/colloquy" }, /^The data folder \/proc\/colloquy cannot be written/m],
    [{ COLLOQUY_DEMO: "maybe" }, /^COLLOQUY_DEMO must be 0 or 1\.$/m],
    [{ AUTH_SECRET: "" }, /^AUTH_SECRET is missing/m],
    [
      { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
      /^The database at 127.0.0.1 cannot be used \(.*ECONNREFUSED.*\): check DATABASE_URL\.$/m,
    ],
  ] as const) {
    const portal = start(newFolder(), { PORT: await freePort(), ...variables });
    expect(await portal.ended).toBe(1);
    expect(portal.said()).toMatch(sentence);
    expect(portal.said()).not.toMatch(/^\s+at /m);
  }
});

test("a database that a newer Colloquy has migrated is refused, and stopped again", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const first = start(folder, { PORT: await freePort() });
  await first.ready();
  const sql = connectTo(folder);
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`;
  await sql.end();
  await first.end();
  const second = start(folder, { PORT: await freePort() });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain("The database belongs to a newer Colloquy");
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
});
