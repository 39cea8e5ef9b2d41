import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { castPassword } from "@/db/seed/enrol-cast";
import { PlainBrowser } from "@/e2e/plain-browser";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { readmeCommand, runLine } from "@/e2e/terminal";

let running: PortalProcess | undefined;

test.afterEach(() => running?.end());

/** Starts the portal on the data folder, while sign-up is open and nobody of the demo's cast is up yet. */
async function start(folder: string): Promise<PortalProcess> {
  running = startPortal({
    PORT: await freePort(),
    COLLOQUY_DATA: join(folder, ".data"),
    COLLOQUY_NOW: "2024-01-17T08:00:00-05:00",
    LOG_LEVEL: "error",
  });
  await running.ready();
  return running;
}

/** The board of discussions, as one of the cast sees it. */
async function boardOf(portal: PortalProcess, account: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(portal.url);
  await browser.open("/login?next=/s2024/discussions");
  await browser.press("Sign in", { email: `${account}@demo.test`, password: castPassword });
  return browser;
}

/** How many seats of all discussions are taken. */
function seatsTaken(board: PlainBrowser): number {
  const counts = [...board.page.matchAll(/(\d+) of \d+ seats taken/g)];
  expect(counts).not.toEqual([]);
  return counts.reduce((sum, [, taken]) => sum + Number(taken), 0);
}

test("the README's backup keeps what was there, and its restore brings just that back", async () => {
  const folder = test.info().outputPath("portal");
  const first = await start(folder);
  const ada = await boardOf(first, "student01");
  await ada.press("Take a seat");
  expect(ada.page).toContain("Give up my seat");
  await first.end();
  expect(await runLine(readmeCommand("cp -a .data"), {}, folder)).toMatchObject({ status: 0 });

  const second = await start(folder);
  const ben = await boardOf(second, "student02");
  await ben.press("Take a seat");
  expect(seatsTaken(ben)).toBe(2);
  await second.end();
  expect(await runLine(readmeCommand("mv .data"), {}, folder)).toMatchObject({ status: 0 });

  const third = await start(folder);
  expect((await boardOf(third, "student01")).page).toContain("Give up my seat");
  const again = await boardOf(third, "student02");
  expect(again.page).not.toContain("Give up my seat");
  expect(seatsTaken(again)).toBe(1);
});
