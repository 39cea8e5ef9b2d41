import type { Metadata } from "next";
import { ReadingList, type ListedReading } from "@/components/readings/reading-list";
import { Empty } from "@/components/ui/empty";
import { listMeetings } from "@/db/meetings";
import { listReadings } from "@/db/readings";
import { formatDate } from "@/policy/time";
import { findViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { paperLine } from "../schedule-view";

interface Props {
  params: Promise<{ course: string }>;
}

export const metadata: Metadata = { title: "Readings" };

export default async function ReadingsPage({ params }: Props) {
  const { course: slug } = await params;
  const request = await findViewer(slug);
  const [meetings, entries] = await Promise.all([
    listMeetings(request.viewer),
    listReadings(request.viewer),
  ]);
  const themes = new Map<string, Map<string, ListedReading>>();
  for (const meeting of meetings) {
    for (const entry of entries.filter(({ meetingId }) => meetingId === meeting.id)) {
      const theme = meeting.theme ?? "Other";
      const papers = themes.get(theme) ?? new Map<string, ListedReading>();
      themes.set(theme, papers);
      const paper = papers.get(entry.id);
      papers.set(entry.id, {
        ...paperLine(request.course, entry),
        authors: entry.authors,
        meetings: [
          ...(paper?.meetings ?? []),
          {
            href: `/${slug}/meetings/${meeting.number}`,
            label: formatDate(meeting.date),
            list: entry.list,
          },
        ],
      });
    }
  }
  return (
    <CourseShell request={request} current="readings" at={`/${slug}/readings`}>
      <h1>Readings</h1>
      {themes.size === 0 ? (
        <Empty title="No paper has been put on a reading list yet.">
          <p>
            <a href={`/${slug}/schedule`}>Read the schedule</a>
          </p>
        </Empty>
      ) : null}
      {[...themes].map(([theme, papers]) => (
        <section key={theme}>
          <h2>{theme}</h2>
          <ReadingList readings={[...papers.values()]} />
        </section>
      ))}
    </CourseShell>
  );
}
