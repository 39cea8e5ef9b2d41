import { chromium, type Page } from "@playwright/test";
import { mkdirSync, mkdtempSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { ensureBuild, root } from "@/server/build";
import { freePort, startPortal } from "./portal-process";

/*
 * `npm run screens`: pictures of the demo for the README and for whoever wants to see what it looks like, on a
 * telephone and on a screen, light and dark.
 */

const mostBytes = 200_000;
const course = "/s2024";
const widths = { 360: 800, 1280: 900 } as const;

interface Screen {
  name: string;
  as: "student" | "TA" | "instructor" | null;
  /** Goes to the page, and makes it show what the picture is of. */
  open: (page: Page) => Promise<unknown>;
}

const at = (path: string) => async (page: Page) => {
  const answer = await page.goto(course + path);
  if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status() ?? "nothing"}.`);
};

const screens: Screen[] = [
  { name: "schedule", as: null, open: at("/schedule") },
  { name: "meeting", as: null, open: at("/meetings/7") },
  { name: "student-dashboard", as: "student", open: at("/dashboard") },
  { name: "student-meeting", as: "student", open: at("/meetings/7") },
  { name: "student-discussions", as: "student", open: at("/discussions") },
  { name: "student-grades", as: "student", open: at("/grades") },
  { name: "ta-dashboard", as: "TA", open: at("/dashboard") },
  { name: "grading-queue", as: "TA", open: at("/grading") },
  { name: "grading-item", as: "TA", open: at("/grading/post-6") },
  { name: "instructor-dashboard", as: "instructor", open: at("/dashboard") },
  {
    name: "schedule-preview",
    as: "instructor",
    open: async (page) => {
      await at("/meetings/9/edit")(page);
      await page.getByLabel("Date", { exact: true }).fill("2024-02-14");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await page.getByRole("button", { name: "Save changes" }).waitFor();
    },
  },
];

await ensureBuild(console.log, new AbortController().signal);
const folder = mkdtempSync(join(tmpdir(), "colloquy-screens-"));
const portal = startPortal({ PORT: await freePort(), COLLOQUY_DATA: folder });
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ["--no-sandbox"],
});
try {
  await portal.ready();
  const into = join(root, "docs", "screens");
  mkdirSync(into, { recursive: true });
  for (const role of [null, "student", "TA", "instructor"] as const) {
    const context = await browser.newContext({
      baseURL: portal.url,
      reducedMotion: "reduce",
      timezoneId: "America/New_York",
    });
    const page = await context.newPage();
    if (role !== null) {
      await page.goto("/login");
      await page.getByRole("button", { name: `Continue as ${role}` }).click();
      await page.waitForURL((url) => url.pathname !== "/login");
    }
    for (const { name, open } of screens.filter(({ as }) => as === role)) {
      for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        await open(page);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const path = join(into, `${name}-${width}-${colorScheme}.png`);
          await page.screenshot({ path, animations: "disabled" });
          const { size } = statSync(path);
          if (size > mostBytes) throw new Error(`${path} has ${size} bytes: make it smaller.`);
        }
      }
      console.log(name);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await portal.end();
  await rm(folder, { recursive: true, force: true });
}
