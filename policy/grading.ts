import { dutyOf } from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { isOnTime } from "./lateness";
import { meetingNumber } from "./meeting-number";
import { hasPresenters, inOrder, isAssessed, startsAt, type MeetingFacts } from "./meetings";
import {
  decisionOf,
  exceptionOf,
  gradedText,
  gradeOf,
  type ExceptionFacts,
  type GradedCourse,
  type GradeFacts,
  type StudentFacts,
  type SubmissionFacts,
} from "./score-facts";
import type { GradedKind, Syllabus } from "./syllabus";

/** How long an item that a grader has opened is kept from the others. */
export const claimMinutes = 10;

/**
 * How one student's work stands for the graders. `waiting` and `changed` (handed in again since it was graded) are
 * to be graded; `absent` was never handed in: once it is due it counts 0 by rule, without a grade.
 */
export type ItemState = "waiting" | "changed" | "graded" | "absent" | "waived" | "automatic";

/** One student's work for one meeting, as the graders see it. */
export interface GradingItem {
  enrolmentId: string;
  name: string;
  state: ItemState;
  /** The version that is graded; undefined when nothing was handed in, and for presentations. */
  text: SubmissionFacts | undefined;
  /** When it was there to be graded: handed in, or presented. */
  since: Date | null;
  /** The student's own deadline; a presentation's is the start of the class. */
  dueAt: Date;
  /** Whether the deadline has not passed, so that another version may follow: never so for a presentation. */
  mayChange: boolean;
  exception: ExceptionFacts | null;
  /** The last version, null before the first. */
  saved: GradeFacts | null;
  /** The last version that the student has been told. */
  told: GradeFacts | null;
  /** Whether a release would tell the student something: a score that is new, or not as he or she was told. */
  isToTell: boolean;
}

/** One line of the graders' queue: a series of texts, or the presenters of one meeting. */
export interface QueueLine {
  meeting: MeetingFacts;
  kind: GradedKind;
  items: GradingItem[];
  /** The deadline of the class, or the start of the presentation, and whether it has passed. */
  dueAt: Date;
  isOver: boolean;
  handedIn: number;
  graded: number;
  waiting: number;
  /** Handed in and not graded, but not due yet: nobody has to look at it before. */
  early: number;
  /** Since when the oldest of those that wait has been there. */
  oldest: Date | null;
  told: number;
  /** Scores that a release would tell for the first time, and those that it would correct. */
  toTell: number;
  changed: number;
  /** Both together once the deadline has passed: before, a release is not offered. */
  toRelease: number;
  /** Nothing handed in: the deadline has passed for so many, and not for so many. */
  missing: number;
  upcoming: number;
}

/** Whether there is something to be graded; what may still change can wait. */
export function isToGrade(item: Pick<GradingItem, "state">): boolean {
  return item.state === "waiting" || item.state === "changed";
}

/** The address of what is graded together: "pre-7", "post-7", "presentation-7"; the number is the meeting's own. */
export function gradingAddress(kind: GradedKind, meetingNumber: number): string {
  return `${kind}-${meetingNumber}`;
}

const gradedAddress = new RegExp(`^(pre|post|presentation)-(${meetingNumber})$`);

/** Reads such an address; undefined for anything else. */
export function readGradingAddress(
  address: string,
): { kind: GradedKind; meetingNumber: number } | undefined {
  const match = gradedAddress.exec(address);
  if (match === null) return undefined;
  return { kind: match[1] as GradedKind, meetingNumber: Number(match[2]) };
}

/** Whether the meeting has this to be graded: assessed meetings have texts, discussions have presenters. */
export function isGraded(
  meeting: Pick<MeetingFacts, "kind" | "isCancelled">,
  kind: GradedKind,
  syllabus: Pick<Syllabus, "assessedKinds">,
): boolean {
  if (kind === "presentation") return hasPresenters(meeting);
  return isAssessed(meeting, syllabus);
}

/** What the graders have of one assignment or presentation, in the order of the students given. */
export function gradingItems(
  students: readonly StudentFacts[],
  meeting: MeetingFacts,
  kind: GradedKind,
  course: Omit<GradedCourse, "meetings">,
): GradingItem[] {
  if (!isGraded(meeting, kind, course.syllabus)) return [];
  return students.flatMap((student): GradingItem[] => {
    const saved = gradeOf(student, meeting.id, kind, "saved");
    const told = gradeOf(student, meeting.id, kind, "released");
    const isToTell = saved !== null && saved.score !== null && !saysTheSame(saved, told);
    const { enrolmentId, name, presentsAt } = student;
    // Written out, not spread: a page asks for a thousand items, and spreading makes each several times dearer.
    if (kind === "presentation") {
      if (presentsAt !== meeting.id) return [];
      const dueAt = startsAt(meeting, course.zone);
      const isGiven = dueAt.getTime() <= course.now.getTime();
      const isScored = saved !== null && saved.score !== null;
      const state = isScored ? "graded" : isGiven ? "waiting" : "absent";
      const since = isGiven ? dueAt : null;
      const [text, exception, mayChange] = [undefined, null, false];
      return [
        {
          enrolmentId,
          name,
          state,
          text,
          since,
          dueAt,
          mayChange,
          exception,
          saved,
          told,
          isToTell,
        },
      ];
    }
    const exception = exceptionOf(student, meeting.id, kind);
    const { dueAt, state: owed } = dutyOf(meeting, kind, {
      syllabus: course.syllabus,
      zone: course.zone,
      presentsAt,
      exception: decisionOf(exception),
    });
    const text = gradedText(student, meeting.id, kind, dueAt);
    const state = owed === "due" ? stateOf(text, saved) : owed;
    const since = text?.submittedAt ?? null;
    const mayChange = isOnTime(course.now, dueAt);
    return [
      { enrolmentId, name, state, text, since, dueAt, mayChange, exception, saved, told, isToTell },
    ];
  });
}

function stateOf(text: SubmissionFacts | undefined, saved: GradeFacts | null): ItemState {
  if (text === undefined) return "absent";
  if (saved === null || saved.score === null) return "waiting";
  return saved.submissionId === text.id ? "graded" : "changed";
}

function saysTheSame(a: GradeFacts, b: GradeFacts | null): boolean {
  return (
    b !== null &&
    a.score === b.score &&
    a.comment === b.comment &&
    JSON.stringify(a.aspects) === JSON.stringify(b.aspects)
  );
}

/** How many scores of a student are saved and not told: new ones, and corrections of what was told. */
export function untoldScores(student: StudentFacts): number {
  const work = new Map(student.grades.map((grade) => [`${grade.kind} ${grade.meetingId}`, grade]));
  return [...work.values()].filter(
    (saved) =>
      saved.score !== null &&
      !saysTheSame(saved, gradeOf(student, saved.meetingId, saved.kind, "released")),
  ).length;
}

/** One line of the queue, counted. */
export function queueLine(
  students: readonly StudentFacts[],
  meeting: MeetingFacts,
  kind: GradedKind,
  course: Omit<GradedCourse, "meetings">,
): QueueLine {
  const items = gradingItems(students, meeting, kind, course);
  const toGrade = items.filter(isToGrade);
  const waiting = toGrade.filter((item) => !item.mayChange);
  const absent = items.filter((item) => item.state === "absent");
  const isOver = (item: GradingItem) => course.now.getTime() > item.dueAt.getTime();
  const toTell = items.filter((item) => item.isToTell);
  const times = waiting.flatMap(({ since }) => (since === null ? [] : [since.getTime()]));
  const { syllabus, zone, now } = course;
  const due =
    kind === "presentation" ? startsAt(meeting, zone) : dueAtOf(meeting, kind, syllabus, zone);
  const isPast = kind === "presentation" ? now.getTime() >= due.getTime() : !isOnTime(now, due);
  return {
    meeting,
    kind,
    items,
    dueAt: due,
    isOver: isPast,
    handedIn: items.filter((item) => isToGrade(item) || item.state === "graded").length,
    graded: items.filter((item) => item.state === "graded").length,
    waiting: waiting.length,
    early: toGrade.length - waiting.length,
    oldest: times.length === 0 ? null : new Date(Math.min(...times)),
    told: items.filter((item) => item.told !== null).length,
    toTell: toTell.filter((item) => item.told === null).length,
    changed: toTell.filter((item) => item.told !== null).length,
    toRelease: isPast ? toTell.length : 0,
    missing: absent.filter(isOver).length,
    upcoming: absent.filter((item) => !isOver(item)).length,
  };
}

/** The whole queue, oldest first: every assignment and presentation for which there is something, or should be. */
export function gradingQueue(students: readonly StudentFacts[], course: GradedCourse): QueueLine[] {
  return inOrder(course.meetings).flatMap((meeting) => {
    const concerned = students.map((student) => factsOf(student, meeting.id));
    return (["pre", "presentation", "post"] as const)
      .filter((kind) => isGraded(meeting, kind, course.syllabus))
      .map((kind) => queueLine(concerned, meeting, kind, course))
      .filter((line) => line.handedIn + line.missing + line.told > 0);
  });
}

/** A student's facts of one meeting: with those of a whole term each line would search all of them. */
function factsOf(student: StudentFacts, meetingId: string): StudentFacts {
  const isOfMeeting = (fact: { meetingId: string }) => fact.meetingId === meetingId;
  return {
    ...student,
    submissions: student.submissions.filter(isOfMeeting),
    exceptions: student.exceptions.filter(isOfMeeting),
    grades: student.grades.filter(isOfMeeting),
  };
}
