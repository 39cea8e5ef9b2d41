import type { ReactNode } from "react";
import { sourceOf } from "@/components/readings/source";
import { kindWords, listOf } from "./meeting-words";
import type { ScheduleMeeting } from "./schedule";

/** The next meeting on the course's home and on dashboards: when, what, who, and its main papers. */
export function MeetingCard({
  meeting,
  eyebrow = "Next meeting",
  level = 2,
  children,
}: {
  meeting: ScheduleMeeting;
  /** The words above the date. */
  eyebrow?: string | undefined;
  /** The heading's level on the page. */
  level?: 2 | 3 | undefined;
  /** What to do about it, such as a button. */
  children?: ReactNode;
}) {
  const Title = `h${level}` as const;
  const people = [meeting.guest?.name, ...meeting.lecturers, ...(meeting.presenters ?? [])];
  const papers = meeting.readings.filter((reading) => reading.list === "main");
  return (
    <article className="meeting-card" aria-label={`${eyebrow}: ${meeting.title}`}>
      <p>
        {eyebrow} · <time dateTime={meeting.date}>{meeting.dateLabel}</time>
      </p>
      <Title>
        <a href={meeting.href}>{meeting.title}</a>
      </Title>
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
      {papers.length > 0 ? (
        <ul className="papers">
          {papers.map((reading) => (
            <li key={reading.href}>
              <a href={reading.href}>{reading.title}</a>{" "}
              {reading.url === null ? (
                reading.year
              ) : (
                <a href={reading.url}>{sourceOf(reading.url, reading.year)}</a>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </article>
  );
}
