import type { MeetingFacts } from "./meetings";
import { assignmentAt, placesOnBreak } from "./meetings";
import { Refusal } from "./refusal";
import type { PresentationRule, RelativeDue, Series } from "./syllabus";
import { addDays, endOfMinuteAt, formatInstant, formatLongDate, localDateOf } from "./time";

/** The deadline that was set by hand, which keeps its instant when the meeting moves; null where the rule decides. */
export function dueSetByHand(
  meeting: Pick<MeetingFacts, "assignments">,
  series: Pick<Series, "key">,
): Date | null {
  return assignmentAt(meeting, series.key)?.dueAt ?? null;
}

/** The end of the rule's minute, counted in days from the meeting's day. */
export function relativeDueAt(
  meeting: Pick<MeetingFacts, "date">,
  due: RelativeDue,
  zone: string,
): Date {
  return endOfMinuteAt(addDays(meeting.date, due.daysAfter), due.time, zone);
}

/**
 * The last millisecond at which the class hands in for a meeting (R18, R20): the instant set by hand where there
 * is one, else what the rule of the series says.
 */
export function dueAt(
  meeting: Pick<MeetingFacts, "date" | "assignments">,
  series: Pick<Series, "key" | "due">,
  zone: string,
): Date {
  return dueSetByHand(meeting, series) ?? relativeDueAt(meeting, series.due, zone);
}

/** Whether the series is to be handed in before a class that begins then, so that it closes with its start. */
export function isDueBeforeClass(
  meeting: Pick<MeetingFacts, "starts">,
  { due }: Pick<Series, "due">,
): boolean {
  return due.daysAfter < 0 || (due.daysAfter === 0 && due.time < meeting.starts);
}

/** One student's deadline: an extension is never shortened by a move, so the later of both holds. */
export function personalDueAt(due: Date, extendedTo: Date | null): Date {
  return extendedTo !== null && extendedTo.getTime() > due.getTime() ? extendedTo : due;
}

/** The last millisecond at which the presenters' slides are on time (R12). */
export function slidesDueAt(
  meeting: Pick<MeetingFacts, "date">,
  { slidesDue }: Pick<PresentationRule, "slidesDue">,
  zone: string,
): Date {
  return relativeDueAt(meeting, slidesDue, zone);
}

/** Refuses an extension that gives no more time than the deadline it extends. */
export function checkExtension(extendedTo: Date, due: Date, zone: string): Date {
  if (extendedTo.getTime() <= due.getTime()) {
    throw new Refusal(
      `An extension must end after the deadline, which is ${formatInstant(due, zone)}. Choose a later time.`,
      "extendedTo",
    );
  }
  return extendedTo;
}

/**
 * Refuses a deadline on a day without class or inside a break, unless the instructor insists (feature 4). `what` names
 * the deadline where it is not the form's own, `field` the form's field.
 */
export function checkDueOutsideBreak(
  due: Date,
  meetings: readonly MeetingFacts[],
  zone: string,
  isForced: boolean,
  what = "The deadline",
  field = "date",
): void {
  const date = localDateOf(due, zone);
  const breakTitle = placesOnBreak(date, meetings);
  if (breakTitle === null || isForced) return;
  throw new Refusal(
    `${what} would fall on ${formatLongDate(date)}, inside “${breakTitle}”. Choose another day, or confirm that you mean it.`,
    field,
  );
}
