import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { loadAnnouncements, loadComments, loadExceptions, loadResponses, readTexts } from "./texts";

const schema = z.strictObject({
  posts: z.array(z.strictObject({ paper: z.url(), text: z.string().min(1) })),
});

/** What is said about a file with this content, without its folder. */
function complaintAbout(yaml: string): string {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-texts-"));
  const path = join(folder, "meeting-03.yml");
  writeFileSync(path, yaml);
  try {
    readTexts(path, schema);
    return "";
  } catch (error) {
    return (error instanceof Error ? error.message : "").replaceAll(`${folder}/`, "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a mistake in a file of texts is answered with the file, the entry and what is wrong", () => {
  expect(complaintAbout("posts:\n  - {paper: https://example.org/, text: Fine.}\n")).toBe("");
  const wrong = [
    "posts:",
    "  - {paper: https://example.org/, text: Fine.}",
    "  - {paper: https://example.org/, texts: A slip of the pen.}",
    "  - {paper: https://example.org/, text: ''}",
    "  - {paper: https://example.org/, text: [a, list]}",
  ].join("\n");
  expect(complaintAbout(wrong).split("\n")).toEqual([
    "meeting-03.yml: posts, entry 2, text: It is missing.",
    "meeting-03.yml: posts, entry 2: There is no “texts” here.",
    "meeting-03.yml: posts, entry 3, text: It is empty.",
    "meeting-03.yml: posts, entry 4, text: A string belongs here.",
  ]);
  expect(complaintAbout("")).toBe("meeting-03.yml: It is missing.");
  expect(complaintAbout("posts: [")).toMatch(/^meeting-03\.yml is not YAML: .*line 1, column 9/);
});

test("each exception of the demo is one series of one student", () => {
  const exceptions = loadExceptions("s2024").map(
    ({ student, meeting, series }) => `${student} ${series}-${meeting}`,
  );
  expect(exceptions).toContain("student25 pre-3");
  expect(exceptions).toContain("student25 post-3");
  expect(new Set(exceptions).size).toBe(exceptions.length);
});

test("what is announced is listed from the oldest to the newest", () => {
  for (const course of ["s2024", "f2018"] as const) {
    const announced = loadAnnouncements(course).map(({ publishedAt }) => publishedAt);
    expect(announced).toEqual([...announced].sort());
  }
});

test("eight people can respond to each reading of the weeks before, and five to the next, no two alike", () => {
  const byMeeting = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(loadResponses);
  expect(byMeeting.map(({ length }) => length)).toEqual([0, 8, 8, 8, 8, 8, 8, 5, 0]);
  const all = byMeeting.flat();
  for (const { answers } of all) {
    expect(answers).toHaveLength(5);
    const words = answers.join(" ").split(/\s+/).length;
    expect(words, answers[0]).toBeGreaterThanOrEqual(90);
    expect(words, answers[0]).toBeLessThanOrEqual(180);
  }
  const said = all.flatMap(({ answers }) => answers);
  expect(new Set(said).size).toBe(said.length);
  expect(all.filter(({ isThin }) => isThin)).toHaveLength(7);
  expect(loadComments("f2018").noPoints["response"]).not.toHaveLength(0);
});
