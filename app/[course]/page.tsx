import type { Metadata } from "next";
import { Announcement } from "@/components/announcements/announcement";
import { Markdown } from "@/components/markdown";
import { MeetingCard } from "@/components/meetings/meeting-card";
import { Empty } from "@/components/ui/empty";
import { listAnnouncements } from "@/db/announcements";
import { formatTimes } from "@/policy/time";
import { listOf } from "@/policy/wording";
import { findViewer } from "../viewer";
import { CourseShell } from "./course-shell";
import { readSchedule } from "./schedule-view";

interface Props {
  params: Promise<{ course: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await findViewer((await params).course);
  return { title: `${course.number} ${course.title}, ${course.term}` };
}

export default async function CoursePage({ params }: Props) {
  const { course: slug } = await params;
  const request = await findViewer(slug);
  const { course, viewer, now } = request;
  const [schedule, announcements] = await Promise.all([
    readSchedule(request),
    listAnnouncements(viewer, now),
  ]);
  const next = schedule.find((meeting) => meeting.isNext);
  return (
    <CourseShell request={request} current="home" at={`/${slug}`}>
      <h1>{course.title}</h1>
      <p className="max-w-text text-sm text-muted">
        {course.department} {course.number} · {course.institution} · {course.term}
        <br />
        {listOf(course.meets.days)} {formatTimes(course.meets.starts, course.meets.ends)} ·{" "}
        {course.room} · {course.syllabus.unitOptions.join(" or ")} units
      </p>
      {next === undefined ? (
        <Empty title="The last meeting is over.">
          <p>
            <a href={`/${slug}/schedule`}>Read the whole schedule</a>
          </p>
        </Empty>
      ) : (
        <MeetingCard meeting={next} />
      )}
      <Markdown text={course.overview} />
      {course.audience === "" ? null : <p>For: {course.audience}.</p>}
      <h2>Announcements</h2>
      {announcements.length === 0 ? <p>Nothing has been announced yet.</p> : null}
      {announcements.map((announcement) => (
        <Announcement key={announcement.id} announcement={announcement} zone={course.timeZone} />
      ))}
      <h2>Staff</h2>
      <ul>
        {course.staff.map((person) => (
          <li key={person.name}>
            {person.page === null ? person.name : <a href={person.page}>{person.name}</a>},{" "}
            {person.role === "ta" ? "TA" : "instructor"}
          </li>
        ))}
      </ul>
      {course.links.length + (course.site === null ? 0 : 1) > 0 ? (
        <>
          <h2>Links</h2>
          <ul>
            {course.site === null ? null : (
              <li>
                <a href={course.site}>The course’s public page</a>
              </li>
            )}
            {course.links.map((link) => (
              <li key={link.url}>
                <a href={link.url}>{link.name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </CourseShell>
  );
}
