import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { freePort, startPortal, type PortalProcess } from "./portal-process";

const running: PortalProcess[] = [];

function start(folder: string, port: string, variables: Record<string, string>): PortalProcess {
  const portal = startPortal({
    PORT: port,
    COLLOQUY_DATA: folder,
    LOG_LEVEL: "error",
    ...variables,
  });
  running.push(portal);
  return portal;
}

test.afterEach(async () => {
  for (const portal of running.splice(0)) await portal.end();
});

/** What the demo's course says of itself in the database of a folder. */
async function courseIn(folder: string) {
  const host = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[4];
  const sql = postgres({
    host: host ?? "",
    port: 5432,
    user: "colloquy",
    database: "postgres",
    max: 1,
  });
  const [course] = await sql<{ id: string; offset: string; seats: number; demoStart: string }[]>`
    select c.id, c.clock_offset_ms as offset, c.demo_started_at::text as "demoStart",
      (select count(*)::int from seats s where s.course_id = c.id) as seats
    from courses c where c.slug = 's2024'`;
  await sql.end();
  return course;
}

test("COLLOQUY_NOW sets the demo's clock, a restart goes on from there, and another one loads it anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-demo-"));
  const port = await freePort();
  const noon = { COLLOQUY_NOW: "2024-01-17T12:00:00-05:00" };
  const one = start(folder, port, noon);
  await one.ready();
  expect(await (await fetch(`${one.url}/s2024`)).text()).toContain("Wed 17 Jan, 12:0");
  const loaded = await courseIn(folder);
  expect(loaded?.seats).toBe(0);
  await one.end();

  const two = start(folder, port, noon);
  await two.ready();
  expect(await courseIn(folder)).toEqual(loaded);
  await two.end();

  const three = start(folder, port, { COLLOQUY_NOW: "2024-01-19T12:00:00-05:00" });
  await three.ready();
  const anew = await courseIn(folder);
  expect(anew?.id).not.toBe(loaded?.id);
  expect(anew?.seats).toBe(30);
  await three.end();

  // The same data without the demo: its accounts have a published password.
  const four = start(folder, port, { COLLOQUY_DEMO: "0", AUTH_SECRET: "x".repeat(32) });
  expect(await four.ended).toBe(1);
  expect(four.said()).toContain("This database holds the demo course");
});
