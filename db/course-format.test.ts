import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { db } from "./client";
import { exportCourse } from "./course-export";
import { jsonSchemaOfCourse, readCourseFile } from "./course-file";
import { importCourse } from "./course-import";

const page = readFileSync("docs/course-format.md", "utf8");

test("the course on the page of the format can be imported, and comes out again as the same rules", async () => {
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const file = readCourseFile(yaml, "docs/course-format.md");
  const slug = `page-${crypto.randomUUID().slice(0, 8)}`;
  file.course.slug = slug;
  await importCourse(db, file, new Date());
  const exported = readCourseFile((await exportCourse(db, slug)) ?? "");
  expect(exported.syllabus).toEqual(file.syllabus);
  expect(exported.syllabus.series[0]?.scale.map(({ points }) => points)).toEqual([0, 70, 85, 100]);
  expect(exported.meetings).toHaveLength(2);
});

test("the JSON Schema in docs is that of the format (npm run course-schema)", () => {
  const kept: unknown = JSON.parse(readFileSync("docs/course.schema.json", "utf8"));
  expect(kept).toEqual(JSON.parse(JSON.stringify(jsonSchemaOfCourse())));
});

test("the page of the format names every key that there is", () => {
  const keys = new Set(keysIn(jsonSchemaOfCourse()));
  expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(page))).toEqual([]);
});

function keysIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysIn)];
}
