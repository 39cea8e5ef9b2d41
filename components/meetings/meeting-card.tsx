import { Papers } from "@/components/readings/papers";
import { listOf } from "@/policy/wording";
import { kindWords } from "./meeting-words";
import type { ScheduleMeeting } from "./schedule";

/** The next meeting on the course's home: when, what, who, and its main papers. */
export function MeetingCard({ meeting }: { meeting: ScheduleMeeting }) {
  const people = [meeting.guest?.name, ...meeting.lecturers, ...(meeting.presenters ?? [])];
  return (
    <article className="meeting-card" aria-label={`Next meeting: ${meeting.title}`}>
      <p>
        Next meeting · <time dateTime={meeting.date}>{meeting.dateLabel}</time>
      </p>
      <h2>
        <a href={meeting.href}>{meeting.title}</a>
      </h2>
      <p>
        {[
          meeting.classNumber === null ? "" : `Class ${meeting.classNumber}`,
          kindWords[meeting.kind],
          meeting.theme,
          listOf(people.filter((name) => name !== undefined)),
        ]
          .filter((word) => word !== "" && word !== meeting.title)
          .join(" · ")}
      </p>
      {meeting.note ? <p>{meeting.note}</p> : null}
      <Papers papers={meeting.readings.filter((reading) => reading.list === "main")} />
    </article>
  );
}
