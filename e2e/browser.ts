import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CannotStart } from "@/db/cannot-start";

/**
 * The path of a Chromium: the one that CHROMIUM_PATH names, the system's, Chrome, Playwright's own download,
 * the one from npm, and at last what the system's packages offer.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new CannotStart(`CHROMIUM_PATH names ${named}, and there is nothing.`);
  }
  const candidates = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath(),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  const fromNpm = await unpackFromNpm();
  if (fromNpm) return fromNpm;
  spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  throw new CannotStart(
    "There is no browser: install Chromium or Chrome, or name one in CHROMIUM_PATH.",
  );
}

/** It is built for Linux on x64 alone, and unpacks itself into the temporary folder. */
async function unpackFromNpm(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packed } = await import("@sparticuz/chromium");
  const path = await packed.executablePath();
  return spawnSync(path, ["--version"]).status === 0 ? path : undefined;
}
