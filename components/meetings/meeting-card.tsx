import { Papers } from "@/components/readings/papers";
import { listOf } from "@/policy/wording";
import { kindWords } from "./meeting-words";
import type { ScheduleMeeting } from "./schedule";

/** The next meeting on the course's home: when, what, who, and its main papers. */
export function MeetingCard({ meeting }: { meeting: ScheduleMeeting }) {
  const people = [meeting.guest?.name, ...meeting.lecturers, ...(meeting.presenters ?? [])];
  return (
    <article
      className="border-t-2 border-accent bg-wash px-4.5 pt-3.5 pb-4.5"
      aria-label={`Next meeting: ${meeting.title}`}
    >
      <p className="text-sm font-semibold text-accent">
        Next meeting · <time dateTime={meeting.date}>{meeting.dateLabel}</time>
      </p>
      <h2 className="mt-0 mb-0.5">
        <a href={meeting.href} className="quiet-link">
          {meeting.title}
        </a>
      </h2>
      <p className="text-sm text-muted">
        {[
          meeting.classNumber === null ? "" : `Class ${meeting.classNumber}`,
          kindWords[meeting.kind],
          meeting.theme,
          listOf(people.filter((name) => name !== undefined)),
        ]
          .filter((word) => word !== "" && word !== meeting.title)
          .join(" · ")}
      </p>
      {meeting.note ? <p className="mt-3 text-sm text-muted">{meeting.note}</p> : null}
      <Papers
        papers={meeting.readings.filter((reading) => reading.list === "main")}
        className="my-2"
      />
    </article>
  );
}
