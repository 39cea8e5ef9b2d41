import { readFileSync } from "node:fs";
import { readCourseFile, type CourseFile } from "../course-file";

const files = new Map<string, CourseFile>();

/** The course in `course/<name>.yml`, read once; every caller gets a copy that it may change. */
export function seedCourse(name: "neural-code-generation-s2024"): CourseFile {
  const file =
    files.get(name) ?? readCourseFile(readFileSync(`db/seed/course/${name}.yml`, "utf8"));
  files.set(name, file);
  return structuredClone(file);
}
