import type { SeedCourse } from "./course-files";
import type { CourseWithTexts } from "./texts";

/** A course of the demo and who of the cast takes part in it. */
export interface Demo {
  slug: CourseWithTexts;
  file: SeedCourse;
  /** What its clock shows when it is loaded; null where COLLOQUY_NOW says so. */
  startsAt: Date | null;
  /** How many of the cast's students, beginning with student01. */
  students: number;
  /** Accounts of the staff: all, those who grade texts, and those who grade presentations. */
  staff: readonly string[];
  graders: readonly string[];
  instructors: readonly string[];
}

const first: Demo = {
  slug: "s2024",
  file: "neural-code-generation-s2024",
  startsAt: null,
  students: 30,
  staff: ["instructor1", "instructor2", "ta1", "ta2"],
  graders: ["ta1", "ta2"],
  instructors: ["instructor1", "instructor2"],
};

/** The courses of the demo. */
export const demos: readonly Demo[] = [
  first,
  {
    slug: "f2018",
    file: "languages-and-abstractions-f2018",
    startsAt: new Date("2018-10-15T10:00:00-07:00"),
    students: 8,
    staff: ["instructor1", "ta1"],
    graders: ["ta1", "instructor1"],
    instructors: ["instructor1"],
  },
];

/** Which of them a slug is: its own, or a test's such as "f2018-1a2b"; the first one for every other slug. */
export function demoOf(slug: string): Demo {
  return demos.find((demo) => slug === demo.slug || slug.startsWith(`${demo.slug}-`)) ?? first;
}
