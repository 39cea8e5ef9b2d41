import { expect, test } from "@/e2e/own-database";
import { PlainBrowser } from "@/e2e/plain-browser";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { runLine } from "@/e2e/terminal";

const running: PortalProcess[] = [];

test.afterEach(async () => {
  for (const portal of running.splice(0)) await portal.end();
});

async function start(databaseUrl: string): Promise<PortalProcess> {
  const portal = startPortal({
    DATABASE_URL: databaseUrl,
    PORT: await freePort(),
    COLLOQUY_DEMO: "0",
    AUTH_SECRET: "x".repeat(32),
    LOG_LEVEL: "error",
  });
  running.push(portal);
  return portal;
}

test("two processes start at once on an empty database, and what is changed at one shows at the next request to the other", async ({
  newDatabase,
}) => {
  const DATABASE_URL = await newDatabase();
  const [one, other] = await Promise.all([start(DATABASE_URL), start(DATABASE_URL)]);
  await Promise.all([one.ready(), other.ready()]);
  const variables = { DATABASE_URL, COLLOQUY_PASSWORD: "a password of the test" };
  for (const line of [
    "npm run course -- import db/seed/course/neural-code-generation-s2024.yml",
    'npm run admin -- create-user --email pat@uni.edu --name "Pat Prof" --course s2024 --role instructor',
  ])
    expect(await runLine(line, variables), line).toMatchObject({ status: 0 });
  const schedule = async ({ url }: PortalProcess) => (await fetch(`${url}/s2024/schedule`)).text();
  for (const portal of [one, other]) {
    expect(await schedule(portal)).toContain("Tue 6 Feb");
    expect(await schedule(portal)).not.toContain("Moved to another day");
  }

  const pat = new PlainBrowser(one.url);
  await pat.open("/login?next=/s2024/meetings/7/edit");
  await pat.press("Sign in", { email: "pat@uni.edu", password: "a password of the test" });
  await pat.press("Preview changes", { date: "2024-02-07", title: "Moved to another day" });
  await pat.press("Save changes");
  const seen = await schedule(other);
  expect(seen).toContain("Moved to another day");
  expect(seen).toContain("Wed 7 Feb");
  expect(seen).not.toContain("Tue 6 Feb");
});
