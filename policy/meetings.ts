import type { MeetingKind, Series, Syllabus } from "./syllabus";
import type { LocalDate, LocalTime, Weekday } from "./time";
import { formatLongDate, storedInstantAt, weekdayOf } from "./time";
import { listOf } from "./wording";

/** What staff set for one assignment: a series, a presentation, a part or a mark. The row of the database. */
export interface AssignmentFacts {
  id: string;
  /** The key of the work in the syllabus: "pre". */
  work: string;
  /** Waived for everybody. */
  isWaived: boolean;
  /** Set by hand: keeps its agreed instant when the meeting moves. */
  dueAt: Date | null;
}

/** What the rules need to know of a meeting. Points are in hundredths. */
export interface MeetingFacts {
  id: string;
  /** Given once, at creation, and never reassigned: the number in addresses. */
  number: number;
  date: LocalDate;
  starts: LocalTime;
  ends: LocalTime;
  kind: MeetingKind;
  title: string;
  isCancelled: boolean;
  /** Whether the class reads a paper for it. */
  hasMainReading: boolean;
  /** Presenters' seats; 0 unless it is a discussion. */
  seats: number;
  /** Extra points for the presenting team, in hundredths (R16). */
  bonus: number;
  /** One for each series of the course, and one for the presentation; what the meeting carries is a rule. */
  assignments: AssignmentFacts[];
}

/** When the meeting begins. */
export function startsAt(meeting: Pick<MeetingFacts, "date" | "starts">, zone: string): Date {
  return storedInstantAt(meeting.date, meeting.starts, zone);
}

/** When the meeting is over. */
export function endsAt(meeting: Pick<MeetingFacts, "date" | "ends">, zone: string): Date {
  return storedInstantAt(meeting.date, meeting.ends, zone);
}

/** What decides whether a meeting carries a series. */
export type CarryingFacts = Pick<MeetingFacts, "kind" | "isCancelled" | "hasMainReading">;

/** Whether the meeting carries an assignment of the series: by its kind and its papers, and unless it is cancelled (R3). */
export function carries(meeting: CarryingFacts, { meetings }: Pick<Series, "meetings">): boolean {
  if (meeting.isCancelled || !meetings.kinds.includes(meeting.kind)) return false;
  return meeting.hasMainReading || !meetings.onlyWithMainReading;
}

/** The series that the meeting carries, in the order of the syllabus. */
export function seriesAt(meeting: CarryingFacts, syllabus: Pick<Syllabus, "series">): Series[] {
  return syllabus.series.filter((series) => carries(meeting, series));
}

/** Whether anything is to be handed in for the meeting (R3, R21). */
export function isAssessed(meeting: CarryingFacts, syllabus: Pick<Syllabus, "series">): boolean {
  return syllabus.series.some((series) => carries(meeting, series));
}

/** The meeting's assignment of some work; undefined where the course had no such work when the meeting was made. */
export function assignmentAt(
  meeting: Pick<MeetingFacts, "assignments">,
  work: string,
): AssignmentFacts | undefined {
  return meeting.assignments.find((assignment) => assignment.work === work);
}

/** The id of the meeting's assignment of some work, which grades, texts and exceptions are kept under. */
export function assignmentIdAt(meeting: Pick<MeetingFacts, "assignments">, work: string): string {
  return assignmentAt(meeting, work)?.id ?? "";
}

/** Whether nobody owes this work of the meeting. */
export function isWaivedForAll(meeting: Pick<MeetingFacts, "assignments">, work: string): boolean {
  return assignmentAt(meeting, work)?.isWaived ?? false;
}

/** Whether students present: at a discussion, unless it is cancelled (R6). */
export function hasPresenters(meeting: Pick<MeetingFacts, "kind" | "isCancelled">): boolean {
  return meeting.kind === "discussion" && !meeting.isCancelled;
}

/** Whether people come together: neither a cancelled meeting nor a day without class. */
export function isClass(meeting: Pick<MeetingFacts, "kind" | "isCancelled">): boolean {
  return meeting.kind !== "no-class" && !meeting.isCancelled;
}

/** How many meetings carry the series: what R21 calls n. */
export function carriedCount(
  meetings: readonly CarryingFacts[],
  series: Pick<Series, "meetings">,
): number {
  return meetings.filter((meeting) => carries(meeting, series)).length;
}

/** The meetings as the term runs: by date, then by time, then by number. */
export function inOrder<M extends Pick<MeetingFacts, "date" | "starts" | "number">>(
  meetings: readonly M[],
): M[] {
  return [...meetings].sort(
    (a, b) => compareText(a.date, b.date) || compareText(a.starts, b.starts) || a.number - b.number,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The number that people read ("Class 7"), by meeting id: the position by date among all meetings that are not
 * cancelled, days without class included, so that it equals the row of the printed schedule.
 */
export function classNumbers(
  meetings: readonly Pick<MeetingFacts, "id" | "date" | "starts" | "number" | "isCancelled">[],
): Map<string, number> {
  const held = inOrder(meetings.filter((meeting) => !meeting.isCancelled));
  return new Map(held.map((meeting, index) => [meeting.id, index + 1]));
}

/**
 * The first class that is not over yet, neither cancelled nor a day without class (R4).
 * Undefined after the last one.
 */
export function nextMeeting<
  M extends Pick<MeetingFacts, "date" | "starts" | "ends" | "number" | "kind" | "isCancelled">,
>(meetings: readonly M[], now: Date, zone: string): M | undefined {
  return inOrder(meetings).find(
    (meeting) => isClass(meeting) && endsAt(meeting, zone).getTime() > now.getTime(),
  );
}

/**
 * The title of the break that the day falls into, or null: a day without class, or a day between two that follow
 * each other in the schedule under the same title (R32).
 */
export function placesOnBreak(
  date: LocalDate,
  meetings: readonly Pick<
    MeetingFacts,
    "date" | "starts" | "number" | "kind" | "title" | "isCancelled"
  >[],
): string | null {
  const held = inOrder(meetings.filter((meeting) => !meeting.isCancelled));
  for (const [index, meeting] of held.entries()) {
    if (meeting.kind !== "no-class") continue;
    if (meeting.date === date) return meeting.title;
    const next = held[index + 1];
    const isOneBreak = next?.kind === "no-class" && next.title === meeting.title;
    if (isOneBreak && meeting.date < date && date < next.date) return meeting.title;
  }
  return null;
}

/** A meeting as somebody is about to save it; the id is null for a new one. */
export interface DateChange {
  id: string | null;
  date: LocalDate;
  starts: LocalTime;
  kind: MeetingKind;
}

/**
 * What is odd about the day of a meeting, as sentences: weekend, another weekday than the course's, a day that is
 * taken, a break, the past (feature 5). Warnings only: the instructor may mean it.
 */
export function dateWarnings(
  change: DateChange,
  meetings: readonly MeetingFacts[],
  meetsDays: readonly Weekday[],
  now: Date,
  zone: string,
): string[] {
  const warnings: string[] = [];
  const others = meetings.filter((meeting) => meeting.id !== change.id && !meeting.isCancelled);
  const day = formatLongDate(change.date);
  const weekday = weekdayOf(change.date);
  if (!meetsDays.includes(weekday)) {
    if (weekday === "Sat" || weekday === "Sun") warnings.push(`${day} is at the weekend.`);
    else if (meetsDays.length > 0) {
      warnings.push(
        `${day} is another weekday than usual: the course meets on ${listOf(meetsDays)}.`,
      );
    }
  }
  for (const other of inOrder(others)) {
    if (other.date === change.date && other.kind !== "no-class") {
      warnings.push(`There is already a meeting on ${day}: “${other.title}”.`);
    }
  }
  const breakTitle = placesOnBreak(change.date, others);
  if (breakTitle !== null && change.kind !== "no-class") {
    warnings.push(`${day} falls into “${breakTitle}”, when there is no class.`);
  }
  if (startsAt(change, zone).getTime() < now.getTime()) warnings.push(`${day} is in the past.`);
  return warnings;
}
