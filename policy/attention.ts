import { seriesLackingPaper } from "./assignments";
import { termWarnings } from "./courses";
import { dueAt } from "./deadlines";
import { openDiscussions, signUpState, type SignUpWindow } from "./discussions";
import { formatDuration, hour } from "./durations";
import { daysWaiting, gradingAddress, type Gradable } from "./grading";
import type { QueueLine } from "./grading-counts";
import { inOrder, isWaivedForAll, startsAt, type MeetingFacts } from "./meetings";
import { seriesColumn } from "./roster";
import { lowerName } from "./series";
import type { PersonLink, Syllabus } from "./syllabus";
import { daysBetween, formatDate, localDateOf } from "./time";
import { capital, counted } from "./wording";

/** When something begins to need attention: days ahead or behind, hours before a deadline, missed assignments. */
export const limits = {
  daysAhead: 14,
  hoursBeforeDue: 72,
  daysWaiting,
  missedAssignments: 3,
} as const;

/** Words that lead somewhere; the path is below the course's address, as "meetings/7/edit". */
export interface PathTo {
  words: string;
  path: string;
}

/** Something that needs the instructor: a sentence, and the action that ends it. */
export interface Problem {
  sentence: string;
  action: PathTo;
  /** Who or what it is about, where that is more than one. */
  about: PathTo[];
  /** Those who are not named there for their number, and where they are. */
  more?: PathTo | undefined;
}

/** A meeting as the instructor's page judges it. */
export type AttendedMeeting = MeetingFacts & { guest: PersonLink | null };

/** A student whom the instructor's page names. */
export interface NamedStudent {
  enrolmentId: string;
  name: string;
}

/** Students of whom something is true: how many in all, and the first of them. */
export interface Some<Student extends NamedStudent> {
  total: number;
  first: readonly Student[];
}

/** The state of the course that decides what needs attention. */
export interface CourseState {
  meetings: readonly AttendedMeeting[];
  /** The seats that students hold. */
  seats: readonly { meetingId: string }[];
  /** Students with fewer seats than each needs, by name, with how many they have. */
  withoutSeat: Some<NamedStudent & { seats: number }>;
  /** Students who missed as many assignments as `limits` says or more, those who missed most first. */
  atRisk: Some<NamedStudent & { missed: number }>;
  queue: readonly QueueLine[];
  /** Meetings that have at least one paper. */
  withReadings: ReadonlySet<string>;
  syllabus: Syllabus;
  /** Null where staff assign the seats. */
  signUp: SignUpWindow | null;
  zone: string;
  now: Date;
}

/** What needs the instructor's attention, the most pressing first; nothing when all is well. */
export function problemsOf(course: CourseState): Problem[] {
  return [
    ...withoutReadings(course),
    ...guestsToAnnounce(course),
    ...freeSeats(course),
    ...studentsWithoutSeat(course),
    ...waitingLong(course),
    ...unreleased(course),
    ...studentsAtRisk(course),
    ...termWarnings(course.syllabus, course.meetings).map((sentence) => ({
      sentence,
      action: { words: "Check the schedule", path: "schedule" },
      about: [],
    })),
  ];
}

/** Meetings that ask for a text about a paper within 72 hours, or did, and which have no paper (R17, feature 11). */
export function withoutReadings({
  meetings,
  withReadings,
  syllabus,
  zone,
  now,
}: CourseState): Problem[] {
  return inOrder(meetings).flatMap((meeting) => {
    const [first] = seriesLackingPaper(meeting, syllabus, withReadings.has(meeting.id))
      .filter(({ key }) => !isWaivedForAll(meeting, key))
      .map((series) => ({ series, due: dueAt(meeting, series, zone) }))
      .sort((a, b) => a.due.getTime() - b.due.getTime());
    if (first === undefined) return [];
    const ahead = first.due.getTime() - now.getTime();
    const isOver = now.getTime() >= startsAt(meeting, zone).getTime();
    if (isOver || ahead > limits.hoursBeforeDue * hour) return [];
    const when =
      ahead < 0
        ? `whose ${lowerName(first.series)} is closed`
        : `whose ${lowerName(first.series)} is due in ${formatDuration(ahead)}`;
    return {
      sentence: `${named(meeting)}, ${when}, has no reading.`,
      action: { words: "Add readings", path: `meetings/${meeting.number}/edit` },
      about: [],
    };
  });
}

/** Guest meetings of the next 14 days whose speaker is still to be announced (R3). */
export function guestsToAnnounce({ meetings, zone, now }: CourseState): Problem[] {
  return inOrder(meetings)
    .filter((meeting) => meeting.kind === "guest" && meeting.guest === null && !meeting.isCancelled)
    .filter((meeting) => isSoon(meeting, zone, now))
    .map((meeting) => ({
      sentence: `The guest of ${named(meeting)} is still to be announced.`,
      action: { words: "Name the guest", path: `meetings/${meeting.number}/edit` },
      about: [],
    }));
}

/** Discussions of the next 14 days with free seats, where students cannot take them by themselves (R6, R14). */
export function freeSeats({ meetings, seats, signUp, zone, now }: CourseState): Problem[] {
  if (!isUpToStaff(signUp, now)) return [];
  const soon = new Set(
    meetings.filter((meeting) => isSoon(meeting, zone, now)).map(({ id }) => id),
  );
  return openDiscussions(meetings, seats, zone, now)
    .filter(({ id }) => soon.has(id))
    .map((discussion) => ({
      sentence: `${named(discussion)} has ${counted(discussion.free, "free seat")}.`,
      action: { words: "Fill the seats", path: `discussions/${discussion.number}` },
      about: [],
    }));
}

/** Students with fewer seats than each needs, where they cannot take one by themselves (R13, feature 17). */
export function studentsWithoutSeat(course: CourseState): Problem[] {
  const { withoutSeat, syllabus, signUp, now } = course;
  const least = syllabus.presentation?.perStudent.least ?? 0;
  if (withoutSeat.total === 0 || !isUpToStaff(signUp, now)) return [];
  const few = `${counted(withoutSeat.total, "student has", "students have")} ${least === 1 ? "no seat" : `fewer than ${least} seats`}`;
  return [
    {
      sentence: signUp === null ? `${few} yet.` : `Sign-up has closed, and ${few}.`,
      action: { words: "Place them", path: "discussions" },
      about: withoutSeat.first.map((student) =>
        least === 1
          ? onRoster(student)
          : { ...onRoster(student), words: `${student.name} (${student.seats})` },
      ),
      more: moreOf(withoutSeat, "discussions?page=2"),
    },
  ];
}

/** Whether only staff can fill a seat: they assign all, or sign-up has closed. */
function isUpToStaff(signUp: SignUpWindow | null, now: Date): boolean {
  const state = signUpState(signUp, now);
  return state === "closed" || state === "assigned";
}

/**
 * Texts and presentations (items) that graders could have graded for more than 3 days, counted from their deadline. What
 * is given by hand has no deadline, so nobody waits for it.
 */
export function waitingLong({ queue }: CourseState): Problem[] {
  const late = queue.flatMap((line) =>
    line.longest === null ? [] : [{ line, count: line.overdue, longest: line.longest }],
  );
  const [first] = [...late].sort((a, b) => a.longest.getTime() - b.longest.getTime());
  if (first === undefined) return [];
  const count = late.reduce((sum, one) => sum + one.count, 0);
  return [
    {
      sentence: `${counted(count, "item is", "items are")} not graded more than ${limits.daysWaiting} days after the deadline.`,
      action: { words: "Grade the oldest", path: pathOf(first.line.gradable) },
      about: late.length === 1 ? [] : late.map(({ line }) => gradingLink(line)),
    },
  ];
}

/** Assignments that are graded to the last student and whose scores are not released (feature 34). */
export function unreleased({ queue }: CourseState): Problem[] {
  const ready = queue.filter(
    (line) =>
      line.waiting + line.early === 0 && line.unreleased + line.corrected > 0 && !line.isOpen,
  );
  if (ready.length === 0) return [];
  const [only] = ready.length === 1 ? ready : [];
  return [
    {
      sentence:
        only === undefined
          ? `${ready.length} assignments are graded, and their scores are not released.`
          : `${capital(workName(only.gradable))} is graded, and its scores are not released.`,
      action: {
        words: "Release the scores",
        path: only === undefined ? "grading" : `${pathOf(only.gradable)}#release`,
      },
      about: only === undefined ? ready.map((line) => gradingLink(line, "#release")) : [],
    },
  ];
}

/** Students who have missed 3 assignments or more, those who missed most first. */
export function studentsAtRisk({ atRisk, syllabus }: CourseState): Problem[] {
  const worst = [...atRisk.first].sort(
    (a, b) => b.missed - a.missed || a.name.localeCompare(b.name, "en"),
  );
  const [first] = worst;
  if (first === undefined) return [];
  return [
    {
      sentence: `${counted(atRisk.total, "student has", "students have")} missed ${limits.missedAssignments} assignments or more.`,
      action: { words: `Look at ${first.name}`, path: onRoster(first).path },
      about: worst.map((student) => ({
        ...onRoster(student),
        words: `${student.name} (${student.missed})`,
      })),
      // The roster says how much of a series each has handed in, the least first.
      more: moreOf(
        atRisk,
        `roster?sort=${syllabus.series[0] === undefined ? "name" : seriesColumn(syllabus.series[0])}`,
      ),
    },
  ];
}

function isSoon(meeting: Pick<MeetingFacts, "date" | "starts">, zone: string, now: Date): boolean {
  const hasBegun = startsAt(meeting, zone).getTime() <= now.getTime();
  return !hasBegun && daysBetween(localDateOf(now, zone), meeting.date) <= limits.daysAhead;
}

function named({ title, date }: Pick<MeetingFacts, "title" | "date">): string {
  return `“${title}” on ${formatDate(date)}`;
}

function moreOf({ total, first }: Some<NamedStudent>, path: string): PathTo | undefined {
  const rest = total - first.length;
  return rest === 0 ? undefined : { words: `and ${rest.toLocaleString("en")} more`, path };
}

function onRoster({ name, enrolmentId }: NamedStudent): PathTo {
  return { words: name, path: `roster/${enrolmentId}` };
}

/** What is graded together, in words: "the pre-assignment of “Transformers”", "“Participation”". */
export function workName({ name, meeting }: Pick<Gradable, "name" | "meeting">): string {
  return meeting === null ? `“${name}”` : `the ${lowerName({ name })} of “${meeting.title}”`;
}

function pathOf(gradable: Gradable): string {
  return `grading/${gradingAddress(gradable)}`;
}

function gradingLink({ gradable }: QueueLine, fragment = ""): PathTo {
  return { words: capital(workName(gradable)), path: `${pathOf(gradable)}${fragment}` };
}
