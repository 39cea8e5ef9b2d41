import type { ExceptionDecision } from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { day } from "./durations";
import {
  daysWaiting,
  gradablesAt,
  gradablesByHand,
  gradingItems,
  isToGrade,
  placeOf,
  stateOf,
  type Gradable,
  type GradingItem,
} from "./grading";
import { isOnTime } from "./lateness";
import { inOrder, startsAt } from "./meetings";
import type { GradedCourse, StudentFacts } from "./score-facts";

/** One line of the graders' queue, counted. */
export interface QueueLine {
  gradable: Gradable;
  /** The deadline of the class, or the start of the presentation, and whether it has passed. */
  dueAt: Date | null;
  isOver: boolean;
  handedIn: number;
  graded: number;
  waiting: number;
  /** Handed in and not graded, but not due yet: nobody has to look at it before. */
  early: number;
  /** Those that graders can begin with: what waits, and of what is given by hand all that is not given. */
  toGrade: number;
  /** Since when the oldest of those that wait has been there. */
  oldest: Date | null;
  /** How many could have been graded for more than `daysWaiting`, and the first instant at which one could. */
  overdue: number;
  longest: Date | null;
  released: number;
  lastReleasedAt: Date | null;
  /** Scores that a release would tell for the first time, and those that it would correct. */
  unreleased: number;
  corrected: number;
  /** Both together once the deadline has passed: before, a release is not offered. */
  releasable: number;
  /** Nothing handed in: the deadline has passed for so many, and not for so many. */
  missing: number;
  upcoming: number;
  /** Whether somebody's deadline has not passed. */
  isOpen: boolean;
}

/** As many items as are alike in all that a line counts. */
type Counted = Pick<GradingItem, "state" | "since" | "dueAt" | "mayChange" | "isReleasable"> & {
  count: number;
  /** When the last score was released; null before the first. */
  releasedAt: Date | null;
};

/**
 * Students who are alike in everything by which an assignment is counted: the database counts them, and the rules
 * judge each such group once. A text is the last version, since none is stored that was neither on time nor admitted by
 * late credits.
 */
export interface AlikeStudents {
  count: number;
  presentsHere: boolean;
  exception: ExceptionDecision | null;
  /** When the first of them handed in; null where none did. All of them did before or after `waitingLimit`. */
  since: Date | null;
  /** Whether the last version of the grade has a score, and whether that is for the last text. */
  isScored: boolean;
  isScoredText: boolean;
  /** When the last score was released; null where none was. */
  releasedAt: Date | null;
  isReleasable: boolean;
}

/** What has been there to be graded since before then waits too long. */
export function waitingLimit(now: Date): Date {
  return new Date(now.getTime() - daysWaiting * day);
}

/** One line of the queue, counted student by student. */
export function queueLine(
  students: readonly StudentFacts[],
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): QueueLine {
  const items = gradingItems(students, gradable, course);
  const counted = items.map((item) => {
    return { ...item, count: 1, releasedAt: item.released?.releasedAt ?? null };
  });
  return lineOf(gradable, counted, course);
}

/** The same of groups of students who are alike. */
export function lineOfAlike(
  alike: readonly AlikeStudents[],
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): QueueLine {
  const counted = alike.flatMap((students): Counted[] => {
    const place = placeOf(gradable, students, course);
    if (place === null) return [];
    const { count, isReleasable, releasedAt } = students;
    const { dueAt, mayChange } = place;
    const state = stateOf(place, { ...students, isHandedIn: students.since !== null });
    const since = place.owed === "presented" ? dueAt : students.since;
    return [{ state, since, dueAt, mayChange, isReleasable, releasedAt, count }];
  });
  return lineOf(gradable, counted, course);
}

function lineOf(
  gradable: Gradable,
  items: readonly Counted[],
  { zone, now }: Pick<GradedCourse, "zone" | "now">,
): QueueLine {
  const { meeting, series } = gradable;
  const toGrade = items.filter(isToGrade);
  const waiting = toGrade.filter((item) => !item.mayChange);
  const absent = items.filter((item) => item.state === "absent");
  const isOver = ({ dueAt }: Counted) => dueAt !== null && now.getTime() > dueAt.getTime();
  const releasable = items.filter((item) => item.isReleasable);
  const overdue = toGrade.flatMap(({ since, dueAt, count }) => {
    const from = dueAt === null ? null : latest([since, dueAt]);
    return from !== null && from < waitingLimit(now) ? [{ from, count }] : [];
  });
  const dueAt =
    meeting === null
      ? null
      : series === null
        ? startsAt(meeting, zone)
        : dueAtOf(meeting, series, zone);
  const isPast =
    dueAt === null || (series === null ? now.getTime() >= dueAt.getTime() : !isOnTime(now, dueAt));
  return {
    gradable,
    dueAt,
    isOver: isPast,
    handedIn: sum(items.filter((item) => isToGrade(item) || item.state === "graded")),
    graded: sum(items.filter((item) => item.state === "graded")),
    waiting: sum(waiting),
    early: sum(toGrade) - sum(waiting),
    toGrade: sum(gradable.kind === "hand" ? toGrade : waiting),
    oldest: earliest(waiting.map(({ since }) => since)),
    overdue: sum(overdue),
    longest: earliest(overdue.map(({ from }) => from)),
    released: sum(items.filter((item) => item.releasedAt !== null)),
    lastReleasedAt: latest(items.map(({ releasedAt }) => releasedAt)),
    unreleased: sum(releasable.filter((item) => item.releasedAt === null)),
    corrected: sum(releasable.filter((item) => item.releasedAt !== null)),
    releasable: isPast ? sum(releasable) : 0,
    missing: sum(absent.filter(isOver)),
    upcoming: sum(absent.filter((item) => !isOver(item))),
    isOpen: items.some((item) => item.dueAt !== null && item.dueAt.getTime() >= now.getTime()),
  };
}

function sum(items: readonly { count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}

function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
  return known.length === 0 ? null : new Date(Math.min(...known));
}

function latest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
  return known.length === 0 ? null : new Date(Math.max(...known));
}

/** The lines in which something waits, with since when, the longest waiting first. */
export function longestWaitingFirst(
  lines: readonly QueueLine[],
): { line: QueueLine; oldest: Date }[] {
  return lines
    .flatMap((line) => (line.oldest === null ? [] : [{ line, oldest: line.oldest }]))
    .toSorted((a, b) => a.oldest.getTime() - b.oldest.getTime());
}

/** Everything of the course that is graded: by meeting, oldest first; last what is given by hand. */
export function gradablesOf(course: GradedCourse): Gradable[] {
  const { meetings, syllabus, zone } = course;
  return [
    ...inOrder(meetings).flatMap((meeting) => gradablesAt(meeting, syllabus, zone)),
    ...gradablesByHand(course),
  ];
}

/**
 * The whole queue, oldest first: every assignment and presentation for which there is something, or should be; last
 * what is given by hand.
 */
export function gradingQueue(
  course: GradedCourse,
  lineFor: (gradable: Gradable) => QueueLine,
): QueueLine[] {
  return gradablesOf(course)
    .map(lineFor)
    .filter(
      ({ gradable, handedIn, missing, released }) =>
        gradable.kind === "hand" || handedIn + missing + released > 0,
    );
}
