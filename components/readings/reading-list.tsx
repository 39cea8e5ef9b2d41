import type { PaperLine } from "./papers";
import { sourceOf } from "./source";

/** A paper among the course's readings, with the meetings that read it. */
export interface ListedReading extends Omit<PaperLine, "list"> {
  authors: string | null;
  meetings: readonly { href: string; label: string; list: "main" | "suggested" }[];
}

/** Papers, one a line, each with where it is and when it is read. */
export function ReadingList({ readings }: { readings: readonly ListedReading[] }) {
  return (
    <ul>
      {readings.map((reading) => (
        <li key={reading.href} className="border-t border-line py-2">
          <a href={reading.href} className="font-serif text-lg/normal quiet-link">
            {reading.title}
          </a>
          <p className="text-sm text-muted">
            {reading.authors ? `${reading.authors} · ` : ""}
            <a href={reading.url}>{sourceOf(reading.url, reading.year)}</a>
            {reading.meetings.map((meeting) => (
              <span key={`${meeting.href} ${meeting.list}`}>
                {" · "}
                <a href={meeting.href}>{meeting.label}</a>
                {meeting.list === "suggested" ? " (suggested)" : ""}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
