import { dutyOf, type ExceptionFacts } from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { partOutOf } from "./grade-summary";
import { isOnTime } from "./lateness";
import {
  assignmentIdAt,
  carries,
  hasPresenters,
  inOrder,
  startsAt,
  type MeetingFacts,
} from "./meetings";
import {
  exceptionOf,
  gradedText,
  gradeOf,
  type GradedCourse,
  type GradeFacts,
  type StudentFacts,
  type SubmissionFacts,
} from "./score-facts";
import { fullPoints, presentationKey, type Level, type Series, type Syllabus } from "./syllabus";

/** How long an item that a grader has opened is kept from the others. */
export const claimMinutes = 10;

/** What is graded together, at one address: an assignment of everybody, or the presenters of one meeting. */
export interface Gradable {
  assignmentId: string;
  /** The key of the work in the syllabus. */
  work: string;
  /** `hand` are marks, and the parts of work that each student does alone. */
  kind: "series" | "presentation" | "hand";
  name: string;
  /** Null for what hangs on no meeting. */
  meeting: MeetingFacts | null;
  /** Only of a series. */
  series: Series | null;
  /** What a grader chooses from, of a series; null where points are given. */
  scale: Level[] | null;
  /** The most that a score may be, in hundredths and before a bonus. */
  full: number;
}

/**
 * How one student's work stands for the graders. `waiting` and `changed` (handed in again since it was graded) are
 * to be graded; `absent` was never handed in: once it is due it counts 0 by rule, without a grade.
 */
export type ItemState = "waiting" | "changed" | "graded" | "absent" | "waived" | "automatic";

/** One submitter's work, as the graders see it. */
export interface GradingItem {
  /** A student, by the enrolment. */
  submitterId: string;
  name: string;
  state: ItemState;
  /** The version that is graded; undefined when nothing was handed in, and for what is not handed in. */
  text: SubmissionFacts | undefined;
  /** When it was there to be graded: handed in, or presented. */
  since: Date | null;
  /** The student's own deadline; a presentation's is the start of the class; null for what has none. */
  dueAt: Date | null;
  /** Whether the deadline has not passed, so that another version may follow: never so for a presentation. */
  mayChange: boolean;
  exception: ExceptionFacts | null;
  /** The last version, null before the first. */
  saved: GradeFacts | null;
  /** The last version that was released. */
  released: GradeFacts | null;
  /** Whether a release would tell the student something: a score that is new, or not as it was released. */
  isReleasable: boolean;
}

/** One line of the graders' queue, counted. */
export interface QueueLine {
  gradable: Gradable;
  items: GradingItem[];
  /** The deadline of the class, or the start of the presentation, and whether it has passed. */
  dueAt: Date | null;
  isOver: boolean;
  handedIn: number;
  graded: number;
  waiting: number;
  /** Handed in and not graded, but not due yet: nobody has to look at it before. */
  early: number;
  /** Since when the oldest of those that wait has been there. */
  oldest: Date | null;
  released: number;
  /** Scores that a release would tell for the first time, and those that it would correct. */
  unreleased: number;
  corrected: number;
  /** Both together once the deadline has passed: before, a release is not offered. */
  releasable: number;
  /** Nothing handed in: the deadline has passed for so many, and not for so many. */
  missing: number;
  upcoming: number;
}

/** Whether there is something to be graded; what may still change can wait. */
export function isToGrade(item: Pick<GradingItem, "state">): boolean {
  return item.state === "waiting" || item.state === "changed";
}

/** The address of what is graded together: "pre-7", "presentation-7", "participation"; the number is the meeting's own. */
export function gradingAddress({ work, meeting }: Pick<Gradable, "work" | "meeting">): string {
  return meeting === null ? work : addressAt(work, meeting.number);
}

/** The address of a series or the presentation at a meeting. */
export function addressAt(work: string, meetingNumber: number): string {
  return `${work}-${meetingNumber}`;
}

/** A series as it is graded at a meeting. */
export function gradableSeries(series: Series, meeting: MeetingFacts): Gradable {
  const { key, name, scale } = series;
  return {
    assignmentId: assignmentIdAt(meeting, key),
    work: key,
    kind: "series",
    name,
    meeting,
    series,
    scale,
    full: fullPoints(series),
  };
}

/** The presentation as it is graded at a meeting. */
export function gradablePresentation(
  { outOf }: NonNullable<Syllabus["presentation"]>,
  meeting: MeetingFacts,
): Gradable {
  return {
    assignmentId: assignmentIdAt(meeting, presentationKey),
    work: presentationKey,
    kind: "presentation",
    name: "Presentation",
    meeting,
    series: null,
    scale: null,
    full: outOf,
  };
}

/** All that the meeting gives to grade, in the order in which it happens: what is due before the class first. */
export function gradablesAt(meeting: MeetingFacts, syllabus: Syllabus, zone: string): Gradable[] {
  const { presentation } = syllabus;
  const carried = syllabus.series.filter((series) => carries(meeting, series));
  const start = startsAt(meeting, zone).getTime();
  const isBefore = (series: Series) => dueAtOf(meeting, series, zone).getTime() < start;
  const of = (series: Series) => gradableSeries(series, meeting);
  return [
    ...carried.filter(isBefore).map(of),
    ...(presentation !== null && hasPresenters(meeting)
      ? [gradablePresentation(presentation, meeting)]
      : []),
    ...carried.filter((series) => !isBefore(series)).map(of),
  ];
}

/** What staff grade by hand and hangs on no meeting: marks, and parts that each student does alone, but not a team's. */
export function workByHand({ marks, project }: Pick<Syllabus, "marks" | "project">) {
  const parts = project?.team === null ? project.parts : [];
  return [
    ...marks.map(({ key, name, outOf }) => ({ key, name, outOf })),
    ...parts.map(({ key, name }) => ({ key, name, outOf: partOutOf })),
  ];
}

/** The same as it is graded. */
export function gradablesByHand({
  syllabus,
  assignments,
}: Pick<GradedCourse, "syllabus" | "assignments">): Gradable[] {
  return workByHand(syllabus).flatMap(({ key, name, outOf }): Gradable[] => {
    const assignmentId = assignments.find(({ work }) => work === key)?.id;
    if (assignmentId === undefined) return [];
    const common = { meeting: null, series: null, scale: null };
    return [{ assignmentId, work: key, kind: "hand", name, full: outOf, ...common }];
  });
}

/** What is graded at an address; undefined where the course has nothing such. */
export function findGradable(address: string, course: GradedCourse): Gradable | undefined {
  const byHand = gradablesByHand(course).find(({ work }) => work === address);
  if (byHand !== undefined) return byHand;
  const [, work, number] = /^(.+)-([1-9]\d{0,3})$/.exec(address) ?? [];
  const meeting = course.meetings.find((one) => String(one.number) === number);
  if (meeting === undefined) return undefined;
  return gradablesAt(meeting, course.syllabus, course.zone).find((one) => one.work === work);
}

/** What the graders have of one assignment or presentation, in the order of the students given. */
export function gradingItems(
  students: readonly StudentFacts[],
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): GradingItem[] {
  const { assignmentId, meeting, series } = gradable;
  const { zone, now } = course;
  return students.flatMap((student): GradingItem[] => {
    const saved = gradeOf(student, assignmentId, "saved");
    const released = gradeOf(student, assignmentId, "released");
    const isScored = saved !== null && saved.score !== null;
    const common = {
      submitterId: student.enrolmentId,
      name: student.name,
      saved,
      released,
      isReleasable: isScored && !saysTheSame(saved, released),
    };
    const presentsHere = meeting !== null && student.presentsAt.includes(meeting.id);
    if (meeting === null || series === null) {
      if (meeting === null) {
        const state = isScored ? "graded" : "waiting";
        return [{ ...common, ...untimed, state, mayChange: true }];
      }
      if (!presentsHere) return [];
      const dueAt = startsAt(meeting, zone);
      const isGiven = dueAt.getTime() <= now.getTime();
      const state = isScored ? "graded" : isGiven ? "waiting" : "absent";
      return [{ ...common, ...untimed, state, since: isGiven ? dueAt : null, dueAt }];
    }
    const exception = exceptionOf(student, assignmentId);
    const { dueAt, state: owed } = dutyOf(meeting, series, { zone, presentsHere, exception });
    const text = gradedText(student, assignmentId, dueAt);
    const state = owed === "due" ? stateOf(text, saved) : owed;
    const since = text?.submittedAt ?? null;
    return [{ ...common, state, text, since, dueAt, mayChange: isOnTime(now, dueAt), exception }];
  });
}

const untimed = { text: undefined, since: null, dueAt: null, mayChange: false, exception: null };

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

/** How many scores of a student are saved and not released: new ones, and corrections of what was released. */
export function unreleasedScores(student: Pick<StudentFacts, "grades">): number {
  const last = new Map(student.grades.map((grade) => [grade.assignmentId, grade]));
  return [...last.values()].filter(
    (saved) =>
      saved.score !== null && !saysTheSame(saved, gradeOf(student, saved.assignmentId, "released")),
  ).length;
}

/** One line of the queue, counted. */
export function queueLine(
  students: readonly StudentFacts[],
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): QueueLine {
  const { meeting, series } = gradable;
  const { zone, now } = course;
  const items = gradingItems(students, gradable, course);
  const toGrade = items.filter(isToGrade);
  const waiting = toGrade.filter((item) => !item.mayChange);
  const absent = items.filter((item) => item.state === "absent");
  const isOver = ({ dueAt }: GradingItem) => dueAt !== null && now.getTime() > dueAt.getTime();
  const releasable = items.filter((item) => item.isReleasable);
  const times = waiting.flatMap(({ since }) => (since === null ? [] : [since.getTime()]));
  const due =
    meeting === null
      ? null
      : series === null
        ? startsAt(meeting, zone)
        : dueAtOf(meeting, series, zone);
  const isPast =
    due === null || (series === null ? now.getTime() >= due.getTime() : !isOnTime(now, due));
  return {
    gradable,
    items,
    dueAt: due,
    isOver: isPast,
    handedIn: items.filter((item) => isToGrade(item) || item.state === "graded").length,
    graded: items.filter((item) => item.state === "graded").length,
    waiting: waiting.length,
    early: toGrade.length - waiting.length,
    oldest: times.length === 0 ? null : new Date(Math.min(...times)),
    released: items.filter((item) => item.released !== null).length,
    unreleased: releasable.filter((item) => item.released === null).length,
    corrected: releasable.filter((item) => item.released !== null).length,
    releasable: isPast ? releasable.length : 0,
    missing: absent.filter(isOver).length,
    upcoming: absent.filter((item) => !isOver(item)).length,
  };
}

/**
 * The whole queue, oldest first: every assignment and presentation for which there is something, or should be; last
 * what is given by hand.
 */
export function gradingQueue(students: readonly StudentFacts[], course: GradedCourse): QueueLine[] {
  const { meetings, syllabus, zone } = course;
  const lines = inOrder(meetings)
    .flatMap((meeting) => gradablesAt(meeting, syllabus, zone))
    .map((gradable) => queueLine(factsFor(students, gradable), gradable, course))
    .filter((line) => line.handedIn + line.missing + line.released > 0);
  const byHand = gradablesByHand(course).map((gradable) => queueLine(students, gradable, course));
  return [...lines, ...byHand];
}

/** The students' facts of one assignment: with those of a whole term each line would search all of them. */
function factsFor(students: readonly StudentFacts[], { assignmentId }: Gradable): StudentFacts[] {
  const isHere = (fact: { assignmentId: string }) => fact.assignmentId === assignmentId;
  return students.map((student) => ({
    ...student,
    submissions: student.submissions.filter(isHere),
    exceptions: student.exceptions.filter(isHere),
    grades: student.grades.filter(isHere),
  }));
}
