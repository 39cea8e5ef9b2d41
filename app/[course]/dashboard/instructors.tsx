import { CoursePlots } from "@/components/dashboard/course-plots";
import { Problems } from "@/components/dashboard/problems";
import { readCourseDashboard } from "@/db/dashboard";
import { problemsOf } from "@/policy/attention";
import { signUpWindow } from "@/policy/discussions";
import { gradeSummaryOf, missedAssignments } from "@/policy/grade-summary";
import { gradingQueue } from "@/policy/grading";
import { assignmentIdAt } from "@/policy/meetings";
import { arrivals, distribution, handInRates, lastDue, pointsBrought } from "@/policy/plots";
import type { GradedCourse, StudentFacts } from "@/policy/score-facts";
import { lowerName } from "@/policy/series";
import { formatInstant } from "@/policy/time";
import type { Standing } from "../../viewer";

/** "What needs my attention?" */
export async function InstructorsDashboard({ course, viewer, now }: Standing) {
  const { syllabus, timeZone: zone, slug } = course;
  const dashboard = await readCourseDashboard(viewer, { syllabus, zone }, now);
  const { course: term, students: facts, withReadings } = dashboard;
  const { meetings } = term;
  const queue = gradingQueue(facts, term);
  const students = facts.map((student) => stateOf(student, term));
  const problems = problemsOf({
    ...term,
    students,
    queue,
    withReadings,
    signUp: signUpWindow(syllabus, meetings, zone, course.signUpReopenedUntil),
  });
  return (
    <>
      <h1>What needs your attention</h1>
      <Problems problems={problems} base={`/${slug}`} />
      <h2>How the term goes</h2>
      <CoursePlots
        rates={handInRates(queue, term)}
        points={distribution(students.map(({ points }) => points / 100))}
        arrivals={arrivalsOf(facts, term)}
      />
    </>
  );
}

/** What the page needs of one student: missed assignments, and points so far as he or she knows them. */
function stateOf(student: StudentFacts, term: GradedCourse) {
  const summary = gradeSummaryOf(student, term, "released");
  return {
    enrolmentId: student.enrolmentId,
    name: student.name,
    presentsAt: student.presentsAt,
    missed: missedAssignments(summary),
    points: pointsBrought(
      summary.series.flatMap(({ rows }) => rows),
      term.now,
    ),
  };
}

function arrivalsOf(facts: readonly StudentFacts[], term: GradedCourse) {
  const last = lastDue(term);
  if (last === undefined) return null;
  const { series, meeting, dueAt } = last;
  const assignmentId = assignmentIdAt(meeting, series.key);
  const instants = facts.flatMap((student) =>
    student.submissions
      .filter((one) => one.assignmentId === assignmentId && one.version === 1)
      .map((one) => one.submittedAt),
  );
  return {
    title: `First hand-ins by hours before the last deadline: ${lowerName(series)} of “${meeting.title}”, due ${formatInstant(dueAt, term.zone)}`,
    bars: arrivals(instants, dueAt),
  };
}
