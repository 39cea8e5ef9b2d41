import { Papers, type PaperLine } from "@/components/readings/papers";
import { Empty } from "@/components/ui/empty";
import type { MeetingKind } from "@/policy/syllabus";
import { listOf } from "@/policy/wording";
import { kindWords } from "./meeting-words";

/** A meeting as the schedule shows it, in words already. */
export interface ScheduleMeeting {
  /** The number in its address, given once. */
  number: number;
  href: string;
  /** The local date, as in 2024-02-06. */
  date: string;
  /** "Tue 6 Feb". */
  dateLabel: string;
  /** The number that people read, by position; null where there is no class. */
  classNumber: number | null;
  kind: MeetingKind;
  theme: string;
  part: string | null;
  title: string;
  lecturers: readonly string[];
  guest: { name: string; page: string | null } | null;
  readings: readonly PaperLine[];
  /** What presenters gain: "+2 of 20". */
  bonus: string | null;
  isCancelled: boolean;
  isPast: boolean;
  isNext: boolean;
  /** Names of the students who lead it, for enrolled people; null for everybody else. */
  presenters: readonly string[] | null;
  /** One sentence more, as for the next meeting: time, room and what is due. */
  note?: string | null;
}

/** One way to narrow the schedule down; each option is a link that keeps the other ways. */
export interface ScheduleFilter {
  label: string;
  /** The link that takes this filter away. */
  allHref: string;
  options: readonly { label: string; href: string; isCurrent: boolean }[];
}

/**
 * The whole term, part by part, with a line between what was and what comes. Meetings stand in the order given; one
 * without a part stays in the part around it.
 */
export function Schedule({
  meetings,
  filters,
  clearHref,
  nowLabel,
}: {
  meetings: readonly ScheduleMeeting[];
  filters: readonly ScheduleFilter[];
  /** The schedule without any filter. */
  clearHref: string;
  /** "Mon 5 Feb, 16:00 EST", on the line that divides past and coming. */
  nowLabel: string;
}) {
  const firstComing = meetings.find((meeting) => !meeting.isPast);
  const hasPast = meetings.some((meeting) => meeting.isPast);
  return (
    <>
      <Filters filters={filters} clearHref={clearHref} />
      {meetings.length === 0 ? (
        <Empty title="No meeting fits this choice.">
          <p>
            <a href={clearHref}>Show the whole schedule</a>
          </p>
        </Empty>
      ) : null}
      <div className="schedule">
        {inParts(meetings).map(({ part, meetings: own }) => (
          <section key={own[0]?.number}>
            {part === null ? null : <h2>{part}</h2>}
            <ol>
              {own.flatMap((meeting) => [
                meeting === firstComing && hasPast ? (
                  <li key="now" className="now">
                    Now: {nowLabel}
                  </li>
                ) : null,
                <Row key={meeting.number} meeting={meeting} hasHeading={part !== null} />,
              ])}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

function inParts(meetings: readonly ScheduleMeeting[]) {
  const parts: { part: string | null; meetings: ScheduleMeeting[] }[] = [];
  for (const meeting of meetings) {
    const running = parts.at(-1);
    if (running && (meeting.part === null || meeting.part === running.part)) {
      running.meetings.push(meeting);
    } else {
      parts.push({ part: meeting.part, meetings: [meeting] });
    }
  }
  return parts;
}

function Row({ meeting, hasHeading }: { meeting: ScheduleMeeting; hasHeading: boolean }) {
  const Title = hasHeading ? "h3" : "h2";
  const main = meeting.readings.filter((reading) => reading.list === "main");
  const suggested = meeting.readings.filter((reading) => reading.list === "suggested");
  const words = [kindWords[meeting.kind], meeting.theme].filter((word) => word !== meeting.title);
  return (
    <li id={`meeting-${meeting.number}`} className={classOf(meeting)}>
      <p>
        <time dateTime={meeting.date}>{meeting.dateLabel}</time>
        {meeting.classNumber === null ? "" : ` Class ${meeting.classNumber}`}
      </p>
      <div>
        <p>
          {meeting.isNext ? <b>Next · </b> : null}
          {words.join(" · ")}
          {meeting.isCancelled ? <b> · Cancelled</b> : null}
          {meeting.bonus ? <b> · {meeting.bonus} for presenters</b> : null}
        </p>
        <Title>
          <a href={meeting.href}>{meeting.title}</a>
        </Title>
        <People meeting={meeting} />
        {meeting.note ? <p>{meeting.note}</p> : null}
        <Papers papers={main} />
        {suggested.length > 0 ? <p>Suggested</p> : null}
        <Papers papers={suggested} />
      </div>
    </li>
  );
}

function classOf(meeting: ScheduleMeeting): string | undefined {
  const names = [
    meeting.isPast ? "past" : "",
    meeting.isNext ? "next" : "",
    meeting.isCancelled || meeting.kind === "no-class" ? "off" : "",
  ].filter(Boolean);
  return names.length > 0 ? names.join(" ") : undefined;
}

function People({ meeting }: { meeting: ScheduleMeeting }) {
  const { guest, lecturers, presenters } = meeting;
  const led = presenters && presenters.length > 0 ? `Led by ${listOf(presenters)}` : "";
  if (!guest && lecturers.length === 0 && !led) return null;
  return (
    <p>
      {guest?.page ? <a href={guest.page}>{guest.name}</a> : guest?.name}
      {guest && lecturers.length > 0 ? ", with " : ""}
      {listOf(lecturers)}
      {(guest || lecturers.length > 0) && led ? " · " : ""}
      {led}
    </p>
  );
}

function Filters({
  filters,
  clearHref,
}: {
  filters: readonly ScheduleFilter[];
  clearHref: string;
}) {
  const chosen = filters.flatMap((filter) => filter.options.filter((option) => option.isCurrent));
  return (
    <details className="filters" open={chosen.length > 0}>
      <summary>
        {chosen.length > 0
          ? `Only ${listOf(chosen.map(({ label }) => label))}`
          : "Filter by part, theme or kind"}
      </summary>
      <nav aria-label="Narrow the schedule down">
        {filters.map((filter) => {
          const isOpen = !filter.options.some((option) => option.isCurrent);
          return (
            <p key={filter.label}>
              <b>{filter.label}</b>{" "}
              {[{ label: "All", href: filter.allHref, isCurrent: isOpen }, ...filter.options].map(
                (option) => (
                  <a
                    key={option.label}
                    href={option.href}
                    aria-current={option.isCurrent ? "true" : undefined}
                  >
                    {option.label}
                  </a>
                ),
              )}
            </p>
          );
        })}
        {chosen.length > 0 ? <a href={clearHref}>Show the whole schedule</a> : null}
      </nav>
    </details>
  );
}
