import type { CourseState } from "./attention";
import { gradingQueue, queueLine, type QueueLine } from "./grading-counts";
import type { GradedCourse, StudentFacts } from "./score-facts";

/** The queue counted student by student: what the database is to say. */
export function queueOfStudents(
  students: readonly StudentFacts[],
  course: GradedCourse,
): QueueLine[] {
  return gradingQueue(course, (gradable) => queueLine(students, gradable, course));
}

/** A student with seats and missed assignments as the instructor's page judges them. */
export interface JudgedStudent {
  enrolmentId: string;
  name: string;
  presentsAt: readonly string[];
  missed: number;
}

/** What the database tells the instructor's page about such students. */
export function stateOfStudents(
  students: readonly JudgedStudent[],
  least: number,
): Pick<CourseState, "seats" | "withoutSeat" | "atRisk"> {
  const some = <S>(first: S[]) => ({ total: first.length, first });
  return {
    seats: students.flatMap(({ presentsAt }) => presentsAt.map((meetingId) => ({ meetingId }))),
    withoutSeat: some(
      students
        .filter(({ presentsAt }) => presentsAt.length < least)
        .map((student) => ({ ...student, seats: student.presentsAt.length })),
    ),
    atRisk: some(students.filter(({ missed }) => missed >= 3)),
  };
}
