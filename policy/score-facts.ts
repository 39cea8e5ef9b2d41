import { lastOnTime } from "./lateness";
import type { MeetingFacts } from "./meetings";
import type { AssignmentKind, GradedKind, Syllabus } from "./syllabus";

/** A version of a text, as far as grading asks. */
export interface SubmissionFacts {
  id: string;
  meetingId: string;
  assignment: AssignmentKind;
  version: number;
  submittedAt: Date;
  /** The student's deadline when it arrived, and the late credits that admitted it. */
  dueAtReceipt: Date;
  creditsCharged: number;
}

/** What staff granted a student for one assignment; never one that was withdrawn. */
export interface ExceptionFacts {
  id: string;
  meetingId: string;
  assignment: AssignmentKind;
  kind: "waived" | "excused" | "extended";
  extendedTo: Date | null;
  /** Null for students: the staff's words stay with the staff. */
  reason: string | null;
}

/** One version of a grade. Scores are hundredths; a presentation's is without its bonus. */
export interface GradeFacts {
  id: string;
  meetingId: string;
  kind: GradedKind;
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
  /** The meeting in which the student holds a seat. */
  presentsAt: string | null;
  submissions: SubmissionFacts[];
  exceptions: ExceptionFacts[];
  /** In the order of their versions. */
  grades: GradeFacts[];
}

/** The course as grades are computed in it. */
export interface GradedCourse {
  meetings: readonly MeetingFacts[];
  syllabus: Syllabus;
  zone: string;
  now: Date;
}

/** Which grades count: those that the student has been told, or those that the graders have saved last. */
export type Seen = "released" | "saved";

/** The grade that counts among the versions of one student's work: the last released, or the last saved. */
export function gradeOf(
  student: Pick<StudentFacts, "grades">,
  meetingId: string,
  kind: GradedKind,
  seen: Seen,
): GradeFacts | null {
  const versions = student.grades.filter(
    (grade) =>
      grade.meetingId === meetingId &&
      grade.kind === kind &&
      (seen === "saved" || grade.releasedAt !== null),
  );
  return versions.at(-1) ?? null;
}

/** An exception as the duties ask for it; an excused absence is a waiver. */
export function decisionOf(exception: ExceptionFacts | null) {
  if (exception === null) return undefined;
  return { waived: exception.kind !== "extended", extendedTo: exception.extendedTo };
}

/** The exception that holds for one assignment of the student, or null. */
export function exceptionOf(
  student: Pick<StudentFacts, "exceptions">,
  meetingId: string,
  kind: AssignmentKind,
): ExceptionFacts | null {
  return (
    student.exceptions.find((one) => one.meetingId === meetingId && one.assignment === kind) ?? null
  );
}

/** The version of the student's text that is graded: the last on time (feature 22). */
export function gradedText(
  student: Pick<StudentFacts, "submissions">,
  meetingId: string,
  kind: AssignmentKind,
  dueAt: Date,
): SubmissionFacts | undefined {
  return lastOnTime(
    student.submissions.filter((one) => one.meetingId === meetingId && one.assignment === kind),
    dueAt,
  );
}
