import { CoursePlots } from "@/components/dashboard/course-plots";
import { Problems } from "@/components/dashboard/problems";
import { gradedWords } from "@/components/grades/grade-words";
import { readCourseDashboard } from "@/db/dashboard";
import { problemsOf } from "@/policy/attention";
import { signUpWindow } from "@/policy/discussions";
import { gradingQueue } from "@/policy/grading";
import { arrivals, distribution, handInRates, lastDue, pointsBrought } from "@/policy/plots";
import type { GradedCourse, StudentFacts } from "@/policy/score-facts";
import { gradeStandingOf, missedAssignments } from "@/policy/standings";
import { formatInstant } from "@/policy/time";
import type { Standing } from "../../viewer";

/** "What needs my attention?" */
export async function InstructorsDashboard({ course, viewer, now }: Standing) {
  const { syllabus, timeZone: zone, slug } = course;
  const { meetings, students: facts, withReadings } = await readCourseDashboard(viewer);
  const term = { meetings, syllabus, zone, now };
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
  const standing = gradeStandingOf(student, term, "released");
  return {
    enrolmentId: student.enrolmentId,
    name: student.name,
    presentsAt: student.presentsAt,
    missed: missedAssignments(standing),
    points: pointsBrought([...standing.pre.rows, ...standing.post.rows], term.now),
  };
}

function arrivalsOf(facts: readonly StudentFacts[], term: GradedCourse) {
  const last = lastDue(term);
  if (last === undefined) return null;
  const { kind, meeting, dueAt } = last;
  const instants = facts.flatMap((student) =>
    student.submissions
      .filter((one) => one.meetingId === meeting.id && one.assignment === kind)
      .filter((one) => one.version === 1)
      .map((one) => one.submittedAt),
  );
  return {
    title: `First hand-ins by hours before the last deadline: ${gradedWords[kind].toLowerCase()} of “${meeting.title}”, due ${formatInstant(dueAt, term.zone)}`,
    bars: arrivals(instants, dueAt),
  };
}
