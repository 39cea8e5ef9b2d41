import { readFileSync, writeFileSync } from "node:fs";
import postgres from "postgres";
import { expect, test, type NewDatabase } from "@/e2e/own-database";
import { PlainBrowser } from "@/e2e/plain-browser";
import { freePort, startPortal } from "@/e2e/portal-process";
import { readmeCommand, runLine } from "@/e2e/terminal";

// In one process, which imports the README's course once for all of them.
test.describe.configure({ mode: "default" });

const production = { COLLOQUY_DEMO: "0", AUTH_SECRET: "x".repeat(32), LOG_LEVEL: "error" };

/** The README's course: the first one of the portal under the slug and the file name that the README uses. */
function writeCourse(change: (yaml: string) => string = (yaml) => yaml): string {
  const yaml = readFileSync("db/seed/course/neural-code-generation-s2024.yml", "utf8");
  const file = test.info().outputPath("my-course.yml");
  writeFileSync(file, change(yaml.replace("slug: s2024", "slug: f2026")));
  return file;
}

/** Imports the README's course as the README says. */
async function importCourse(databaseUrl: string, file = writeCourse()) {
  const line = readmeCommand("npm run course -- import my-course.yml").replace(" --dry-run", "");
  return runLine(line.replace("my-course.yml", file), { DATABASE_URL: databaseUrl });
}

let imported: Promise<string> | undefined;

/** A database that has the README's course. */
async function databaseWithCourse(newDatabase: NewDatabase): Promise<string> {
  imported ??= newDatabase().then(async (made) => {
    expect((await importCourse(made)).status).toBe(0);
    return made;
  });
  return newDatabase({ like: await imported });
}

async function exportCourse(databaseUrl: string, name: string): Promise<string> {
  const file = test.info().outputPath(name);
  const line = readmeCommand("npm run --silent course -- export").replace("f2026.yml", file);
  expect(await runLine(line, { DATABASE_URL: databaseUrl })).toMatchObject({
    status: 0,
    error: "",
  });
  return file;
}

test("by the README's commands an empty database becomes a portal with a course and its instructor", async ({
  newDatabase,
}) => {
  const DATABASE_URL = await newDatabase();
  const file = writeCourse();
  const dryRun = readmeCommand("npm run course -- import my-course.yml --dry-run");
  const tried = await runLine(dryRun.replace("my-course.yml", file), { DATABASE_URL });
  expect(tried.out).toContain("New course f2026: Neural Code Generation.");
  expect(tried.out).toContain("Nothing was written: this was a dry run.");
  const imported = await importCourse(DATABASE_URL, file);
  expect(imported.out).toContain("New course f2026: Neural Code Generation.");
  expect(imported.status).toBe(0);
  const created = await runLine(readmeCommand("npm run admin -- create-user"), { DATABASE_URL });
  expect(created.out).toContain("pat@uni.edu is instructor of f2026.");
  const password = /Its password is (\S+) and/.exec(created.out)?.[1] ?? "";
  const checked = await runLine(readmeCommand("npm run check-invariants"), { DATABASE_URL });
  expect(checked).toMatchObject({
    status: 0,
    out: expect.stringContaining("Every invariant holds."),
  });

  const portal = startPortal({ ...production, DATABASE_URL, PORT: await freePort() });
  try {
    await portal.ready();
    const pat = new PlainBrowser(portal.url);
    await pat.open("/f2026/dashboard");
    expect(pat.page).not.toContain("Pat Prof");
    await pat.press("Sign in", { email: "pat@uni.edu", password });
    expect(pat.page).toContain("Pat Prof");
    expect(/<h1>([^<]*)/.exec(pat.page)?.[1]).toBe("What needs your attention");
    expect(pat.page).toContain("/f2026/roster");
  } finally {
    await portal.end();
  }
});

test("a course that is exported and imported into another database is exported as the same", async ({
  newDatabase,
}) => {
  const [one, other] = [await databaseWithCourse(newDatabase), await newDatabase()];
  const first = await exportCourse(one, "first.yml");
  expect((await importCourse(other, first)).status).toBe(0);
  const second = await exportCourse(other, "second.yml");
  expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
  expect(readFileSync(second, "utf8")).toContain("title: Neural Code Generation");
});

test("what the commands cannot do they say in a sentence, and end with 1", async ({
  newDatabase,
}) => {
  const DATABASE_URL = await databaseWithCourse(newDatabase);
  const bad = writeCourse((yaml) => yaml.replace("date: 2024-02-29", "date: 2024-02-30"));
  for (const [line, sentence] of [
    [
      `npm run course -- import ${bad}`,
      /^.*\.yml:\d+:11: “date”: 30 February 2024 does not exist: .*\nNothing was written\.$/m,
    ],
    [`npm run course -- import ${bad} --dry-run`, /^.*\.yml:\d+:11: .*\nNothing was written\.$/m],
    ["npm run course -- import nowhere.yml", /^There is no such file: nowhere\.yml$/m],
    ["npm run course -- export f2099", /^There is no course “f2099”\.$/m],
    [
      readmeCommand("npm run admin -- create-user").replace("pat@uni.edu", "pat.uni.edu"),
      /^That is not an e-mail address\. Write it like name@university\.edu\.$/m,
    ],
    [
      readmeCommand("npm run admin -- create-user").replace("f2026", "f2099"),
      /^There is no course “f2099”/m,
    ],
  ] as const) {
    const { status, error } = await runLine(line, { DATABASE_URL });
    expect(error, line).toMatch(sentence);
    expect(error, line).not.toMatch(/^\s+at /m);
    expect(status, line).toBe(1);
  }
});

test("an account that cannot be enrolled is not made, so that the command can be given again", async ({
  newDatabase,
}) => {
  const DATABASE_URL = await databaseWithCourse(newDatabase);
  const line = readmeCommand("npm run admin -- create-user");
  const wrong = await runLine(line.replace("instructor", "teacher"), { DATABASE_URL });
  expect(wrong.error).toContain("Say which course with --course, and the role with --role.");
  expect((await runLine(line.replace("f2026", "f2099"), { DATABASE_URL })).status).toBe(1);
  expect((await runLine(line, { DATABASE_URL })).status).toBe(0);
});

test("check-invariants names what is broken, and ends with 1", async ({ newDatabase }) => {
  const DATABASE_URL = await databaseWithCourse(newDatabase);
  const sql = postgres(DATABASE_URL, { max: 1 });
  await sql`update courses set syllabus = jsonb_set(syllabus, '{project,parts,0,percent}', '6')`;
  await sql.end();
  const { status, out } = await runLine(readmeCommand("npm run check-invariants"), {
    DATABASE_URL,
  });
  expect(out).toMatch(/^The rules of a course contradict themselves: .*f2026.*100/m);
  expect(status).toBe(1);
});
