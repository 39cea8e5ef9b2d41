import { Badge, type Tone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Deadline } from "@/components/ui/time";

/** One thing to write, in words already. */
export interface DutyLine {
  /** The page's form for it. */
  href: string;
  /** "Pre-assignment". */
  what: string;
  title: string;
  /** "Class 7, Tue 6 Feb". */
  classLabel: string;
  /** The student's own deadline. */
  dueAt: Date;
  tone: Tone;
  /** "not started", "draft saved". */
  state: string;
  /** What differs from the class: an extension, the cost of being late. */
  note: string | null;
  /** "Write pre-assignment". */
  action: string;
}

/** What a student does next, at most three, each with its own button; or why there is nothing to do. */
export function NextDuties({
  duties,
  emptyTitle,
  scheduleHref,
  zone,
  now,
  readerZone,
}: {
  duties: readonly DutyLine[];
  /** Said when there is none. */
  emptyTitle: string;
  scheduleHref: string;
  zone: string;
  now: Date;
  readerZone: string | undefined;
}) {
  if (duties.length === 0) {
    return (
      <Empty title={emptyTitle}>
        <p>
          <a href={scheduleHref}>Read the schedule</a>
        </p>
      </Empty>
    );
  }
  return (
    <ol>
      {duties.map((duty, index) => (
        <li
          key={`${duty.what} ${duty.href}`}
          className="grid gap-x-6 gap-y-2 border-t border-line py-4 last:border-b min-[44rem]:grid-cols-[13.5rem_minmax(0,1fr)_auto] min-[44rem]:items-center"
        >
          <p className="flex flex-col font-semibold tabular-nums">
            <Deadline at={duty.dueAt} zone={zone} now={now} readerZone={readerZone} />
          </p>
          <div>
            <h2 className="m-0 font-sans text-base font-semibold">
              {duty.what}{" "}
              <span className="block font-serif text-lg/[1.4] font-medium">{duty.title}</span>
            </h2>
            <p className="max-w-text text-sm text-muted">
              {duty.classLabel} ·{" "}
              {duty.tone === "plain" ? duty.state : <Badge tone={duty.tone}>{duty.state}</Badge>}
              {duty.note === null ? "" : ` · ${duty.note}`}
            </p>
          </div>
          <ButtonLink
            href={duty.href}
            className="justify-self-start"
            variant={index === 0 ? "primary" : "secondary"}
            aria-label={`${duty.action} for “${duty.title}”`}
          >
            {duty.action}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}
