import type { ExceptionFacts } from "./assignments";
import { lastOnTime } from "./lateness";
import type { AssignmentFacts, MeetingFacts } from "./meetings";
import type { Syllabus } from "./syllabus";

/** A version of a text, as far as grading asks. */
export interface SubmissionFacts {
  id: string;
  assignmentId: string;
  version: number;
  submittedAt: Date;
  /** The student's deadline when it arrived, and the late credits that admitted it. */
  dueAtReceipt: Date;
  creditsCharged: number;
}

/** One version of a grade. Scores are hundredths; a presentation's is without its bonus. */
export interface GradeFacts {
  id: string;
  assignmentId: string;
  version: number;
  submissionId: string | null;
  score: number | null;
  aspects: number[] | null;
  comment: string;
  gradedBy: string;
  graderName: string;
  gradedAt: Date;
  releasedAt: Date | null;
}

/** Everything that a student's grade is computed from, besides the schedule and the syllabus. */
export interface StudentFacts {
  enrolmentId: string;
  name: string;
  units: number;
  /** The meetings in which the student holds a seat. */
  presentsAt: string[];
  submissions: SubmissionFacts[];
  exceptions: ExceptionFacts[];
  /** In the order of their versions. */
  grades: GradeFacts[];
}

/** The course as grades are computed in it. */
export interface GradedCourse {
  meetings: readonly MeetingFacts[];
  syllabus: Syllabus;
  /** The assignments that hang on no meeting: parts of the project, and marks. */
  assignments: readonly AssignmentFacts[];
  zone: string;
  now: Date;
}

/** Which grades count: those that the student has been told, or those that the graders have saved last. */
export type Seen = "released" | "saved";

/** The grade that counts among the versions of one student's work: the last released, or the last saved. */
export function gradeOf(
  student: Pick<StudentFacts, "grades">,
  assignmentId: string,
  seen: Seen,
): GradeFacts | null {
  const counts = (grade: GradeFacts) =>
    grade.assignmentId === assignmentId && (seen === "saved" || grade.releasedAt !== null);
  return student.grades.findLast(counts) ?? null;
}

/** The exception that holds for one assignment of the student, or null. */
export function exceptionOf(
  student: Pick<StudentFacts, "exceptions">,
  assignmentId: string,
): ExceptionFacts | null {
  return student.exceptions.find((one) => one.assignmentId === assignmentId) ?? null;
}

/** The version of the student's text that is graded: the last on time (feature 22). */
export function gradedText(
  student: Pick<StudentFacts, "submissions">,
  assignmentId: string,
  dueAt: Date,
): SubmissionFacts | undefined {
  return lastOnTime(
    student.submissions.filter((one) => one.assignmentId === assignmentId),
    dueAt,
  );
}
