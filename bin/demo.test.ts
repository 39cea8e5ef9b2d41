import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { root } from "@/server/build";
import { freePort, inherited, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { preparedFolder } from "@/e2e/prepared-data";

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

/** Runs a command of the terminal on a folder's database. */
function run(folder: string, script: string, ...words: string[]): void {
  const ended = spawnSync(process.execPath, ["--import", "tsx", script, ...words], {
    cwd: root,
    encoding: "utf8",
    env: inherited({ COLLOQUY_DATA: folder, COLLOQUY_PASSWORD: password, ...production }),
  });
  expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/Usage|cannot/);
  expect(ended.status).toBe(0);
}

const production = { COLLOQUY_DEMO: "0", AUTH_SECRET: "x".repeat(32) };
const password = "a password of the test";

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
  const folder = preparedFolder(test.info().outputPath());
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
  const four = start(folder, port, production);
  expect(await four.ended).toBe(1);
  expect(four.said()).toContain("This database holds the demo course");
});

test("without the demo there is no bar, no button of its accounts, no page of its clock and no action", async () => {
  const folder = preparedFolder(test.info().outputPath());
  run(folder, "bin/course.ts", "import", "db/seed/course/neural-code-generation-s2024.yml");
  const person = ["--email", "ines@university.test", "--name", "Ines Integer"];
  const role = ["--course", "s2024", "--role", "instructor"];
  run(folder, "bin/admin.ts", "create-user", ...person, ...role);
  const portal = start(folder, await freePort(), production);
  await portal.ready();
  const signedIn = await post(portal.url, "/login", "signInAction", {
    email: "ines@university.test",
    password,
  });
  const cookie = signedIn.headers.getSetCookie().find((one) => one.startsWith("colloquy="));
  const headers = { cookie: cookie?.split(";")[0] ?? "" };

  expect(await (await fetch(`${portal.url}/login`)).text()).not.toContain("Continue as");
  expect(await (await fetch(`${portal.url}/s2024`)).text()).not.toContain("the clock shows");
  const schedule = await fetch(`${portal.url}/s2024/schedule`, { headers });
  const seen = await schedule.text();
  expect(seen).toContain("Ines Integer");
  expect(seen).not.toContain("the clock shows");
  const page = await fetch(`${portal.url}/s2024/clock?date=2024-01-17&time=12:00`, { headers });
  expect(page.status).toBe(404);
  const fields = { course: "s2024", to: "tonight" };
  const moved = await post(portal.url, "/s2024/schedule", "moveClockAction", fields, headers);
  expect(moved.status).toBe(404);
  expect((await courseIn(folder))?.offset).toBeNull();
});

/** Sends a form as the browser's script does: what refers to the fields comes after them. */
async function post(
  url: string,
  path: string,
  action: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append("0", '[{},"$K1"]');
  const { node } = JSON.parse(
    readFileSync(join(root, ".next/server/server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, { exportedName: string }> };
  const id = Object.keys(node).find((one) => node[one]?.exportedName === action) ?? "";
  return fetch(`${url}${path}`, {
    method: "POST",
    headers: { ...headers, origin: url, "next-action": id },
    body: form,
    redirect: "manual",
  });
}
