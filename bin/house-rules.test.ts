import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

// Without the rules that need types, which would read the whole project for each text.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

/** What the linter says of a text, were it in that file. */
async function complaints(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => `${message.ruleId ?? "?"}: ${message.message}`);
}

for (const [rule, file, bad, good] of [
  [
    "policy imports policy",
    "policy/access.ts",
    `export { db } from "@/db/client";`,
    `export { Refusal } from "./refusal";`,
  ],
  [
    "policy never imports zod",
    "policy/access.ts",
    `export { z } from "zod";`,
    `export { may } from "@/policy/access";`,
  ],
  [
    "policy knows nothing of Node",
    "policy/access.ts",
    `export { AsyncLocalStorage } from "node:async_hooks";`,
    `export { Refusal } from "./refusal";`,
  ],
  [
    "only policy/time.ts imports the time-zone library",
    "policy/deadlines.ts",
    `export { Temporal } from "temporal-polyfill";`,
    `export { NotFound } from "./refusal";`,
  ],
  [
    "db imports nothing of app",
    "db/audit.ts",
    `export { findViewer } from "../app/viewer";`,
    `export { db } from "./client";`,
  ],
  [
    "components know of Next only its link and form",
    "components/ui/badge.tsx",
    `export { cookies } from "next/headers";`,
    `export { default } from "next/link";`,
  ],
  [
    "app does not import the launcher",
    "app/viewer.ts",
    `export { log } from "@/server/log";`,
    `export { db } from "@/db/client";`,
  ],
  [
    "what runs before Next imports no command",
    "server/front.ts",
    `export { runCommand } from "@/bin/command";`,
    `export { db } from "@/db/client";`,
  ],
  [
    "the clock is a parameter",
    "policy/deadlines.ts",
    `export const now = () => new Date();`,
    `export const at = (text: string) => new Date(text);`,
  ],
  [
    "a verb says first on whose behalf",
    "db/audit.ts",
    `export async function erase(id: string) { await Promise.resolve(id); }`,
    `export async function erase(viewer: string) { await Promise.resolve(viewer); }`,
  ],
  [
    "client components live in components/",
    "app/viewer.ts",
    `"use client";\nexport const one = 1;`,
    `export const one = 1;`,
  ],
  [
    "an action is made by the form wrapper",
    "app/login/actions.ts",
    `"use server";\nexport const go = async () => { await Promise.resolve(); };`,
    `"use server";\nimport { visitorAction } from "../form";\nexport const go = visitorAction();`,
  ],
] as const)
  test(rule, async () => {
    expect(await complaints(file, bad)).toContainEqual(
      expect.stringMatching(/^no-restricted-(imports|syntax): /),
    );
    expect(
      (await complaints(file, good)).filter((line) => line.startsWith("no-restricted")),
    ).toEqual([]);
  });

test("the files that docs/architecture.md names are there", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  const named = [...text.matchAll(/`([\w/-]+\.(?:tsx?|md|svg))`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(20);
  const isThere = (path: string) => existsSync(path) || existsSync(`server/${path}`);
  // Every page is a page.tsx.
  expect(named.filter((path) => path !== "page.tsx" && !isThere(path))).toEqual([]);
});
