import { expect, test } from "@playwright/test";
import { openCourse } from "@/e2e/factory";
import { db } from "./client";
import { exportCourse } from "./course-export";

test("a test's course, which is copied, is what importing the file makes", async () => {
  const [copied, imported] = [
    await openCourse(),
    await openCourse({ change: (file) => ({ ...file }) }),
  ];
  const exported = await exportCourse(db, copied.slug);
  expect(exported?.replace(copied.slug, imported.slug)).toBe(await exportCourse(db, imported.slug));
  expect(exported).toContain("Neural Code Generation");
});
