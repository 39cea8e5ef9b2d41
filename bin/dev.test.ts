import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { findBrowser } from "@/e2e/browser";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { root } from "@/server/build";

/** What the portal runs from; all other packages, and the lock, are found above the copy. */
const copied = [
  ...["app", "bin", "components", "db", "drizzle", "policy", "public", "server"],
  ...["instrumentation-client.ts", "next.config.js", "package.json", "postcss.config.mjs"],
  ...["tsconfig.json", "node_modules/@fontsource-variable"],
];

// Compiling takes both cores, which others use as well.
test.setTimeout(300_000);

let folder: string;
let portal: PortalProcess | undefined;

test.beforeEach(() => {
  folder = test.info().outputPath("checkout");
  mkdirSync(folder);
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
});

test.afterEach(async () => {
  await portal?.end();
  rmSync(folder, { recursive: true, force: true });
});

test("npm run dev shows an edit of a component in an open page, under a policy that the page keeps to", async () => {
  const variables = {
    PORT: await freePort(),
    COLLOQUY_DATA: test.info().outputPath("data"),
    COLLOQUY_DEMO: "0",
    AUTH_SECRET: "x".repeat(32),
    LOG_LEVEL: "error",
  };
  portal = startPortal(variables, ["npm", "run", "dev"], folder);
  await portal.ready();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) complaints.push(message.text());
    });
    await page.goto(`${portal.url}/login`, { timeout: 200_000 });
    await page.getByLabel("Email").fill("still@typed.test");
    const shell = join(folder, "components/site/shell.tsx");
    const source = readFileSync(shell, "utf8");
    writeFileSync(shell, source.replace("</main>", "</main><p>Edited while it runs</p>"));
    await expect(page.getByText("Edited while it runs")).toBeVisible({ timeout: 100_000 });
    await expect(page.getByLabel("Email")).toHaveValue("still@typed.test");
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
  expect(await portal.end()).toBe(0);
});
