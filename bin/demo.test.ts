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

/** The id under which the build serves an action. */
function actionId(exportedName: string): string {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as { node: Record<string, { exportedName: string }> };
  const found = Object.entries(manifest.node).find(([, one]) => one.exportedName === exportedName);
  return found?.[0] ?? "";
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

  // The same data without the demo: no bar, no page, no action, no button, and the machine's own rules.
  const four = start(folder, port, { COLLOQUY_DEMO: "0", AUTH_SECRET: "x".repeat(32) });
  await four.ready();
  expect(await (await fetch(`${four.url}/s2024`)).text()).not.toContain("Demo");
  expect(await (await fetch(`${four.url}/login`)).text()).not.toContain("Continue as");
  const signedIn = await signInAsStaff(four.url);
  const page = await fetch(`${four.url}/s2024/clock?date=2024-01-17&time=12:00`, signedIn);
  expect(page.status).toBe(404);
  const fields = new FormData();
  for (const [name, value] of [
    ["0", '[{},"$K1"]'],
    ["1_course", "s2024"],
    ["1_to", "tonight"],
  ] as const) {
    fields.append(name, value);
  }
  const moved = await fetch(`${four.url}/s2024/schedule`, {
    method: "POST",
    headers: {
      ...signedIn.headers,
      origin: four.url,
      "next-action": actionId("moveClockAction"),
    },
    body: fields,
  });
  expect(moved.status).toBe(404);
  expect((await courseIn(folder))?.offset).toBe(anew?.offset);
});

/** The cookie of instructor1, whom the demo has left behind with a password. */
async function signInAsStaff(url: string): Promise<{ headers: Record<string, string> }> {
  const fields = new FormData();
  for (const [name, value] of [
    ["0", '[{},"$K1"]'],
    ["1_email", "instructor1@demo.test"],
    ["1_password", "colloquy-demo"],
  ] as const) {
    fields.append(name, value);
  }
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    headers: { origin: url, "next-action": actionId("signInAction") },
    body: fields,
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("colloquy="));
  expect(cookie).toBeDefined();
  return { headers: { cookie: cookie?.split(";")[0] ?? "" } };
}
