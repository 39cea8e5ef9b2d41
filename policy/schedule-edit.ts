import { checkDueOutsideBreak, dueAt } from "./deadlines";
import type { Version } from "./lateness";
import type { MeetingValues } from "./meeting-values";
import { factsOf } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import { carries, inOrder, isWaivedForAll } from "./meetings";
import { checkAll, Refusal } from "./refusal";
import { lowerName } from "./series";
import type { Series, Syllabus } from "./syllabus";
import type { Weekday } from "./time";

/** Somebody of the class, by name. */
export interface Classmate {
  enrolmentId: string;
  name: string;
}

/** All that hangs on a meeting, and the schedule around it, before the change. `work` is a key of the syllabus. */
export interface ScheduleFacts {
  /** Every meeting of the course as it stands. */
  meetings: readonly MeetingFacts[];
  syllabus: Syllabus;
  zone: string;
  meetsDays: readonly Weekday[];
  signUpReopenedUntil: Date | null;
  /** Students who take part. */
  students: readonly Classmate[];
  /** Who presents at the meeting. */
  seats: readonly (Classmate & { number: number })[];
  extensions: readonly (Classmate & { work: string; extendedTo: Date })[];
  /** Whatever takes work from a student: a waiver, an excuse, a free pass. */
  waivers: readonly { enrolmentId: string; work: string }[];
  drafts: readonly (Classmate & { work: string; readingId: string | null })[];
  submissions: readonly (Classmate & Version & { work: string })[];
  /** How many students have a grade for some work of the meeting. */
  grades: readonly { work: string; count: number }[];
  /** Every paper of the course. */
  papers: readonly { id: string; title: string; url: string }[];
  /** Who wrote about which paper, anywhere in the course. */
  writers: readonly (Classmate & { readingId: string; meetingId: string })[];
  /** Who lost a seat here when the meeting was cancelled; `canReturn` of those who take part and may present once more. */
  freed: readonly (FreedSeat & { name: string; canReturn: boolean })[];
}

/** A seat that a cancelled meeting took from its holder. */
export interface FreedSeat {
  enrolmentId: string;
  number: number;
}

/** The meeting as it stands and as it shall be. `id` and `number` are those that a new meeting will get. */
export interface Edit {
  id: string;
  number: number;
  before: MeetingValues | null;
  after: MeetingValues;
}

/** What the audit log keeps of an edit, so that it can be undone and told. */
export interface RecordedEdit {
  number: number;
  /** The meeting's version from then on: the edit can be undone while it lasts. */
  version: number;
  before: MeetingValues | null;
  after: MeetingValues;
  freed: FreedSeat[];
  restored: FreedSeat[];
}

/** What follows from an edit for somebody's work or place, in a sentence, with the people it touches. */
export interface Consequence {
  about: "deadlines" | "seats" | "work" | "grades" | "sign-up" | "readings";
  sentence: string;
  people: string[];
}

/** Their names, each once, in the order given. */
export function namesOf(people: readonly { name: string }[]): string[] {
  return [...new Set(people.map((person) => person.name))];
}

/** What follows for these people; nothing where there is nobody. */
export function forPeople(
  about: Consequence["about"],
  people: readonly Classmate[],
  sentence: string,
): Consequence[] {
  return people.length === 0 ? [] : [{ about, sentence, people: namesOf(people) }];
}

/**
 * The seats that a class gives back when it takes place after all: to each who can return the own number where there is
 * still one such, else the lowest that is free, as long as there are any.
 */
export function seatsReturned(
  { freed }: Pick<ScheduleFacts, "freed">,
  seats: number,
): (FreedSeat & { name: string })[] {
  const returning = freed.filter(({ canReturn }) => canReturn);
  const numbers = new Set(returning.map(({ number }) => number).filter((one) => one <= seats));
  return returning.flatMap(({ enrolmentId, name, number: former }) => {
    if (former <= seats) return [{ enrolmentId, name, number: former }];
    const number = Array.from({ length: seats }, (_, index) => index + 1).find(
      (one) => !numbers.has(one),
    );
    if (number === undefined) return [];
    numbers.add(number);
    return [{ enrolmentId, name, number }];
  });
}

/** The whole schedule as it will be. */
export function meetingsAfter(edit: Edit, facts: ScheduleFacts): MeetingFacts[] {
  const others = facts.meetings.filter((meeting) => meeting.id !== edit.id);
  return [...others, factsOf(edit.id, edit.number, edit.after)];
}

/** The meeting as it stands, for the rules; null for a new one. */
export function meetingBefore(edit: Edit): MeetingFacts | null {
  return edit.before === null ? null : factsOf(edit.id, edit.number, edit.before);
}

/**
 * Refuses an edit that would take a seat from somebody unseen: fewer seats than presenters, or another kind than a
 * discussion while seats are held (R6). A cancelled meeting frees its presenters instead. Refuses a deadline of any
 * meeting that would newly fall into a break, unless `isForced` (feature 4).
 */
export function checkEdit(edit: Edit, facts: ScheduleFacts, isForced: boolean): void {
  checkAll({
    seats: () => {
      checkSeatsKept(edit, facts);
    },
    deadlines: () => {
      checkDeadlines(edit, facts, isForced);
    },
  });
}

function checkSeatsKept({ after }: Edit, facts: ScheduleFacts): void {
  const people = facts.seats.map((seat) => seat.name).join(", ");
  if (!after.isCancelled && facts.seats.length > after.seats) {
    if (after.kind !== "discussion") {
      throw new Refusal(
        `Seats are held here by ${people}, and only a discussion has presenters. Remove them from their seats first, or cancel the meeting, which frees them.`,
        "kind",
      );
    }
    throw new Refusal(
      `There would be fewer seats (${after.seats}) than presenters (${facts.seats.length}): ${people}. Remove somebody from a seat first, or keep at least ${facts.seats.length}.`,
      "seats",
    );
  }
}

function checkDeadlines(edit: Edit, facts: ScheduleFacts, isForced: boolean): void {
  const later = meetingsAfter(edit, facts);
  for (const meeting of inOrder(later)) {
    for (const series of facts.syllabus.series) {
      const due = dueIn(meeting, series, facts);
      if (due === null || isWaivedForAll(meeting, series.key)) continue;
      const former = facts.meetings.find((other) => other.id === meeting.id);
      const wasDue = former === undefined ? null : dueIn(former, series, facts);
      const stays = wasDue?.getTime() === due.getTime();
      if (stays && isInBreak(due, facts.meetings, facts.zone)) continue;
      const what =
        meeting.id === edit.id ? undefined : `The ${lowerName(series)} of “${meeting.title}”`;
      checkDueOutsideBreak(due, later, facts.zone, isForced, what, "force");
    }
  }
}

function isInBreak(due: Date, meetings: readonly MeetingFacts[], zone: string): boolean {
  try {
    checkDueOutsideBreak(due, meetings, zone, false);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** When the class hands in for the meeting; null where it does not carry the series. */
export function dueIn(
  meeting: MeetingFacts | null,
  series: Series,
  { zone }: Pick<ScheduleFacts, "zone">,
): Date | null {
  return meeting === null || !carries(meeting, series) ? null : dueAt(meeting, series, zone);
}
