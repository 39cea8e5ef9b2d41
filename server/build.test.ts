import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "@playwright/test";
import { fingerprint, root } from "./build";

/** What Next reads by itself, besides what its pages import. */
const configuration = [
  "instrumentation-client.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** A copy of the checkout's sources, which may be changed. */
function copyOf(names: string[]): string {
  const folder = test.info().outputPath("checkout");
  for (const name of names) cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

/** The file of ours that an import or an `@import` of a stylesheet names. */
function fileOf(named: string, from: string): string | undefined {
  if (!/^(@\/|\.)/.test(named)) return undefined;
  const path = named.startsWith("@/") ? join(root, named.slice(2)) : join(dirname(from), named);
  return ["", ".ts", ".tsx", "/index.ts"]
    .map((ending) => path + ending)
    .find((file) => /\.\w+$/.test(file) && existsSync(file));
}

/** Every file of ours from which the pages are made: what is in app/, and whatever that imports. */
function pageFiles(): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, named = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      const next = fileOf(named, file);
      if (next) visit(next);
    }
  };
  for (const entry of readdirSync(join(root, "app"), { recursive: true, withFileTypes: true }))
    if (/\.(tsx?|css)$/.test(entry.name)) visit(join(entry.parentPath, entry.name));
  visit(join(root, "instrumentation-client.ts"));
  return [...found].map((file) => relative(root, file)).sort();
}

test("the build's fingerprint knows every file that changes the build", () => {
  const files = pageFiles();
  expect(files.length).toBeGreaterThan(200);
  const names = [...new Set([...files.map((file) => file.split("/")[0] ?? ""), "public"])];
  const folder = copyOf([...new Set([...names, ...configuration])]);
  const icon = readdirSync(join(root, "public"))[0] ?? "";
  // One of each folder, and of each folder in it, stands for its neighbours.
  const byFolder = new Map(files.map((file) => [dirname(file), file]));
  let last = fingerprint(folder);
  for (const file of [...byFolder.values(), ...configuration, join("public", icon)]) {
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), "utf8")}\n`);
    const now = fingerprint(folder);
    expect(now, file).not.toBe(last);
    last = now;
  }
  writeFileSync(join(folder, "instrumentation.ts"), "export {};");
  expect(fingerprint(folder), "a file that Next looks for by its name").not.toBe(last);
});

test("what is not part of the pages does not build them again", () => {
  const folder = copyOf(["app", ...configuration]);
  const before = fingerprint(folder);
  for (const name of ["README.md", "playwright.config.ts", "next-env.d.ts", "app/form.test.ts"])
    writeFileSync(join(folder, name), "something");
  expect(fingerprint(folder)).toBe(before);
});
