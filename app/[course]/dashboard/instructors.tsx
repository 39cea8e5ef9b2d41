import { CoursePlots } from "@/components/dashboard/course-plots";
import { Problems } from "@/components/dashboard/problems";
import { readCourseDashboard, type CourseDashboard } from "@/db/dashboard";
import { problemsOf } from "@/policy/attention";
import { signUpWindow } from "@/policy/discussions";
import { arrivals, distribution, handInRates } from "@/policy/plots";
import { lowerName } from "@/policy/series";
import { formatInstant } from "@/policy/time";
import type { CourseRequest } from "../../viewer";

/** "What needs my attention?" */
export async function InstructorsDashboard({ course, viewer, now }: CourseRequest) {
  const { syllabus, timeZone: zone, slug } = course;
  const dashboard = await readCourseDashboard(viewer, { syllabus, zone }, now);
  const { course: term, queue, points, arrivals: arrived, ...state } = dashboard;
  const signUp = signUpWindow(syllabus, term.meetings, zone, course.signUpReopenedUntil);
  const problems = problemsOf({ ...term, ...state, queue, signUp });
  return (
    <>
      <h1>What needs your attention</h1>
      <Problems problems={problems} base={`/${slug}`} />
      <h2>How the term goes</h2>
      <CoursePlots
        rates={handInRates(queue, term)}
        points={distribution(points)}
        hasDrops={syllabus.series.some(({ dropLowest }) => dropLowest > 0)}
        arrivals={arrived === null ? null : arrivalsOf(arrived, zone)}
      />
    </>
  );
}

function arrivalsOf({ last, counts }: NonNullable<CourseDashboard["arrivals"]>, zone: string) {
  const { series, meeting, dueAt } = last;
  return {
    title: `First hand-ins by hours before the last deadline: ${lowerName(series)} of “${meeting.title}”, due ${formatInstant(dueAt, zone)}`,
    bars: arrivals(counts),
  };
}
