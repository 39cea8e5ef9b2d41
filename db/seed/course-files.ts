import { readFileSync } from "node:fs";
import { readCourseFile, type CourseFile } from "../course-file";

/** The names of the course files of the demo. */
export type SeedCourse = "neural-code-generation-s2024" | "languages-and-abstractions-f2018";

const files = new Map<SeedCourse, CourseFile>();

/** The course in `course/<name>.yml`, read once; every caller gets a copy that it may change. */
export function seedCourse(name: SeedCourse): CourseFile {
  const path = `db/seed/course/${name}.yml`;
  const file = files.get(name) ?? readCourseFile(readFileSync(path, "utf8"), path);
  files.set(name, file);
  return structuredClone(file);
}
