import type { GradeFacts, StudentFacts } from "./score-facts";

/* Students and grades by hand, for the tests. */

const gradedAt = new Date("2018-10-14T12:00:00-07:00");

/** A student of the second course with nothing yet, or what a test wants. */
export function student(more: Partial<StudentFacts> = {}): StudentFacts {
  return {
    enrolmentId: "ada",
    name: "Ada Array",
    units: 5,
    presentsAt: [],
    submissions: [],
    exceptions: [],
    grades: [],
    ...more,
  };
}

/** A released grade. */
export const grade = (
  assignmentId: string,
  score: number,
  more: Partial<GradeFacts> = {},
): GradeFacts => ({
  id: assignmentId,
  assignmentId,
  version: 1,
  submissionId: null,
  score,
  aspects: null,
  comment: "",
  gradedBy: "lin",
  graderName: "Lin Lattice",
  gradedAt,
  releasedAt: gradedAt,
  ...more,
});
