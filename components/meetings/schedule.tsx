import type { ReactNode } from "react";
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
  /** One sentence more, as for the next meeting: time and room. */
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
      <div className="print:columns-2 print:gap-x-[8mm]">
        {inParts(meetings).map(({ part, meetings: own }) => (
          <section key={own[0]?.number}>
            {part === null ? null : (
              <h2 className="mt-10 mb-0 border-t-2 border-ink pt-2 print:mt-[2mm] print:break-after-avoid print:text-[11pt]">
                {part}
              </h2>
            )}
            <ol>
              {own.flatMap((meeting, index) => {
                const isAfterNow = meeting === firstComing && hasPast;
                return [
                  isAfterNow ? (
                    <li
                      key="now"
                      className="border-t-2 border-accent py-1 text-sm font-semibold text-accent print:hidden"
                    >
                      Now: {nowLabel}
                    </li>
                  ) : null,
                  <Row
                    key={meeting.number}
                    meeting={meeting}
                    hasHeading={part !== null}
                    hasRule={!isAfterNow && (index > 0 || part === null)}
                  />,
                ];
              })}
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

function Row({
  meeting,
  hasHeading,
  hasRule,
}: {
  meeting: ScheduleMeeting;
  hasHeading: boolean;
  /** A line above it, unless one is there already. */
  hasRule: boolean;
}) {
  const Title = hasHeading ? "h3" : "h2";
  const main = meeting.readings.filter((reading) => reading.list === "main");
  const suggested = meeting.readings.filter((reading) => reading.list === "suggested");
  const words = [kindWords[meeting.kind], meeting.theme].filter(
    (word) => word && word !== meeting.title,
  );
  const { isPast, isNext } = meeting;
  const isOff = meeting.isCancelled || meeting.kind === "no-class";
  const ink = isPast ? "print:text-ink" : "text-ink";
  const weight = isOff ? "font-normal" : isPast ? "font-medium" : "";
  const people = peopleOf(meeting);
  return (
    <li
      id={`meeting-${meeting.number}`}
      className={`meeting ${isNext ? "marked" : ""} ${hasRule ? "" : "border-t-0"}`}
    >
      <p className="meeting-date">
        <time dateTime={meeting.date} className={isPast ? ink : `${ink} font-semibold`}>
          {meeting.dateLabel}
        </time>
        {meeting.classNumber === null ? "" : ` Class ${meeting.classNumber}`}
      </p>
      <div>
        <p>
          {isNext ? <Mark>Next · </Mark> : null}
          {words.join(" · ")}
          {meeting.isCancelled ? <Mark> · Cancelled</Mark> : null}
          {meeting.bonus ? <Mark> · {meeting.bonus} for presenters</Mark> : null}
        </p>
        <Title className={`meeting-title ${isOff ? "print:text-ink" : ink}`}>
          <a href={meeting.href} className={`${weight} no-underline hover:underline`}>
            {meeting.title}
          </a>
        </Title>
        {people === null ? null : <p>{people}</p>}
        {meeting.note ? <p>{meeting.note}</p> : null}
        <Papers
          papers={main}
          className={`${people !== null || meeting.note ? "mt-0.5" : "mt-1.5"} print:mt-px ${ink}`}
        />
        {suggested.length > 0 ? (
          <p className={main.length > 0 ? "mt-1.5 print:mt-px" : undefined}>Suggested</p>
        ) : null}
        <Papers papers={suggested} className={`mt-0.5 print:mt-px ${ink}`} />
      </div>
    </li>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <b className="font-semibold text-accent">{children}</b>;
}

/** Who speaks and who leads, as the course may read it; null for nobody. */
function peopleOf({ guest, lecturers, presenters }: ScheduleMeeting): ReactNode {
  const led = presenters && presenters.length > 0 ? `Led by ${listOf(presenters)}` : "";
  if (!guest && lecturers.length === 0 && !led) return null;
  return (
    <>
      {guest?.page ? (
        <a href={guest.page} className="inline-block leading-6 print:leading-tight">
          {guest.name}
        </a>
      ) : (
        guest?.name
      )}
      {guest && lecturers.length > 0 ? ", with " : ""}
      {listOf(lecturers)}
      {(guest || lecturers.length > 0) && led ? " · " : ""}
      {led}
    </>
  );
}

const filterLook = "me-3.5 inline-block min-h-6";

function Filters({
  filters,
  clearHref,
}: {
  filters: readonly ScheduleFilter[];
  clearHref: string;
}) {
  const chosen = filters.flatMap((filter) => filter.options.filter((option) => option.isCurrent));
  return (
    <details className="my-4 text-sm print:hidden" open={chosen.length > 0}>
      <summary className="w-fit py-1 text-accent">
        {chosen.length > 0
          ? `Only ${listOf(chosen.map(({ label }) => label))}`
          : "Filter by part, theme or kind"}
      </summary>
      <nav aria-label="Narrow the schedule down">
        {filters.map((filter) => {
          const isOpen = !filter.options.some((option) => option.isCurrent);
          return (
            <p key={filter.label} className="py-0.5 leading-[1.75]">
              <b className="inline-block min-w-16 font-semibold">{filter.label}</b>{" "}
              {[{ label: "All", href: filter.allHref, isCurrent: isOpen }, ...filter.options].map(
                (option) => (
                  <a
                    key={option.label}
                    href={option.href}
                    aria-current={option.isCurrent ? "true" : undefined}
                    className={`${filterLook} ${option.isCurrent ? "font-semibold decoration-accent decoration-2" : "quiet-link"}`}
                  >
                    {option.label}
                  </a>
                ),
              )}
            </p>
          );
        })}
        {chosen.length > 0 ? (
          <a href={clearHref} className={`${filterLook} quiet-link`}>
            Show the whole schedule
          </a>
        ) : null}
      </nav>
    </details>
  );
}
