import type { Metadata } from "next";
import { Rules } from "@/components/courses/rules";
import { listMeetings } from "@/db/meetings";
import { carriedCount, isWaivedForAll, seriesAt } from "@/policy/meetings";
import { signUpWindow } from "@/policy/discussions";
import { findViewer } from "../../viewer";
import { CourseShell } from "../course-shell";

interface Props {
  params: Promise<{ course: string }>;
}

export const metadata: Metadata = { title: "Rules" };

export default async function RulesPage({ params }: Props) {
  const { course: slug } = await params;
  const request = await findViewer(slug);
  const { course, viewer } = request;
  const meetings = await listMeetings(viewer);
  return (
    <CourseShell request={request} current="rules" at={`/${slug}/rules`}>
      <h1>Rules</h1>
      <Rules
        syllabus={course.syllabus}
        zone={course.timeZone}
        meets={course.meets}
        carried={Object.fromEntries(
          course.syllabus.series.map((series) => [series.key, carriedCount(meetings, series)]),
        )}
        waivers={meetings.flatMap((meeting) =>
          seriesAt(meeting, course.syllabus)
            .filter(({ key }) => isWaivedForAll(meeting, key))
            .map(({ key }) => ({ series: key, title: meeting.title })),
        )}
        bonuses={meetings
          .filter((meeting) => meeting.bonus > 0)
          .map((meeting) => ({ points: meeting.bonus, title: meeting.title, date: meeting.date }))}
        signUp={signUpWindow(
          course.syllabus,
          meetings,
          course.timeZone,
          course.signUpReopenedUntil,
        )}
      />
    </CourseShell>
  );
}
