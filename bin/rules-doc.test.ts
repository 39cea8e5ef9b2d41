import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const page = readFileSync("docs/rules.md", "utf8");

/** The rows of the page's tables: number, sentence, file. */
const rows = [...page.matchAll(/^\| (R?\d+) +\| (.+?) +\| `(.+?)` +\|$/gm)].map(
  ([, number = "", sentence = "", file = ""]) => ({ number, sentence, file }),
);

/** What the code says of rules and features, with where it says so. */
function references(): { number: string; where: string }[] {
  const files = execFileSync("git", ["ls-files", "*.ts", "*.tsx", "*.yml", "*.md", "*.sql"], {
    encoding: "utf8",
  });
  return files
    .trim()
    .split("\n")
    .filter((file) => existsSync(file) && !file.startsWith("db/seed/texts/"))
    .flatMap((where) => {
      const text = readFileSync(where, "utf8");
      const rules = [...text.matchAll(/(?<![\w-])R\d{1,2}(?![\w-])/g)].map(([number]) => number);
      const features = [...text.matchAll(/\bfeatures? (\d{1,2}(?:(?:, | and )\d{1,2})*)/g)].flatMap(
        ([, numbers = ""]) => numbers.split(/, | and /),
      );
      return [...rules, ...features].map((number) => ({ number, where }));
    });
}

test("every rule and feature that is named somewhere has its sentence in docs/rules.md", () => {
  const known = new Set(rows.map(({ number }) => number));
  expect(known.size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(40);
  const unknown = references().filter(({ number }) => !known.has(number));
  expect(unknown).toEqual([]);
});

test("every file that docs/rules.md names exists", () => {
  expect(rows.map(({ file }) => file).filter((file) => !existsSync(file))).toEqual([]);
});
