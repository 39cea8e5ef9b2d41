import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};
/** What of that depends on the colours, and so on the scheme. */
const ofColours: RunOptions = { ...options, runOnly: ["color-contrast", "link-in-text-block"] };

/** The page as it is now has no violation of WCAG 2.2 AA, in light and dark, on a phone and a desk. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(source);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [colorScheme, of] of [
      ["light", options],
      ["dark", ofColours],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const found = await page.evaluate(findViolations, of);
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}

/** Runs in the page: each rule that is broken, with the elements that break it. */
async function findViolations(of: RunOptions): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };
  };
  const { violations } = await axe.run(document, of);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
