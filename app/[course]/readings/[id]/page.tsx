import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { sourceOf } from "@/components/readings/source";
import { findReading, listMeetingsReading } from "@/db/readings";
import { formatDate } from "@/policy/time";
import { findViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";

interface Props {
  params: Promise<{ course: string; id: string }>;
}

export default async function ReadingPage({ params }: Props) {
  const { course: slug, id } = await params;
  const request = await findViewer(slug);
  const [reading, meetings] = await Promise.all([
    findByAddress(request.viewer, id),
    listMeetingsReading(request.viewer, id),
  ]);
  if (reading === undefined) notFound();
  return (
    <CourseShell request={request} current="readings" at={`/${slug}/readings/${id}`}>
      <h1>{reading.title}</h1>
      {reading.authors === null ? null : <p>{reading.authors}</p>}
      <p>
        <a href={reading.url}>Read it: {sourceOf(reading.url, reading.year)}</a>
      </p>
      <h2>Read for</h2>
      {meetings.length === 0 ? (
        <p>No meeting reads this paper at present.</p>
      ) : (
        <ul>
          {meetings.map((meeting) => (
            <li key={meeting.number}>
              <a href={`/${slug}/meetings/${meeting.number}`}>{meeting.title}</a>,{" "}
              {formatDate(meeting.date)}
              {meeting.list === "suggested" ? ", suggested" : ""}
            </li>
          ))}
        </ul>
      )}
    </CourseShell>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, id } = await params;
  const { viewer } = await findViewer(slug);
  const reading = await findByAddress(viewer, id);
  return { title: reading?.title ?? "Paper" };
}

/** Once per request, for the page and its title. */
const findByAddress = cache(findReading);
