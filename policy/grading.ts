import { dutyOf, type ExceptionDecision, type ExceptionFacts, type Exemption } from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { isOnTime } from "./lateness";
import { assignmentIdAt, carries, hasPresenters, startsAt, type MeetingFacts } from "./meetings";
import {
  exceptionOf,
  gradedText,
  gradeOf,
  type GradedCourse,
  type GradeFacts,
  type StudentFacts,
  type SubmissionFacts,
} from "./score-facts";
import {
  fullPoints,
  ownPartsOf,
  partOutOf,
  presentationKey,
  type Level,
  type Series,
  type Syllabus,
} from "./syllabus";

/** How long an item that a grader has opened is kept from the others. */
export const claimMinutes = 10;

/** How long an item may wait, counted from its deadline, before it is a problem. */
export const daysWaiting = 3;

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
  /** Why it is waived; null where it is not. */
  exemption: Exemption | null;
  /** The last version, null before the first. */
  saved: GradeFacts | null;
  /** The last version that was released. */
  released: GradeFacts | null;
  /** Whether a release would tell the student something: a score that is new, or not as it was released. */
  isReleasable: boolean;
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
  return [
    ...marks.map(({ key, name, outOf }) => ({ key, name, outOf })),
    ...ownPartsOf({ project }).map(({ key, name }) => ({ key, name, outOf: partOutOf })),
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

/** What somebody owes of a gradable, or that staff give it by hand: any time, or once it has been presented. */
interface Place {
  owed: "due" | "automatic" | "waived" | "given by hand" | "presented" | "to be presented";
  dueAt: Date | null;
  mayChange: boolean;
  exemption: Exemption | null;
}

/** Whether and until when a student owes it; null for whoever has no part in a presentation. */
export function placeOf(
  { meeting, series }: Gradable,
  student: { presentsHere: boolean; exception: ExceptionDecision | null },
  { zone, now }: Pick<GradedCourse, "zone" | "now">,
): Place | null {
  if (meeting === null) {
    return { owed: "given by hand", dueAt: null, mayChange: true, exemption: null };
  }
  if (series === null) {
    if (!student.presentsHere) return null;
    const dueAt = startsAt(meeting, zone);
    const owed = dueAt.getTime() <= now.getTime() ? "presented" : "to be presented";
    return { owed, dueAt, mayChange: false, exemption: null };
  }
  const { dueAt, state, exemption } = dutyOf(meeting, series, { zone, ...student });
  return { owed: state, dueAt, mayChange: isOnTime(now, dueAt), exemption };
}

/** How it stands for the graders: by what is owed, what was handed in, and whether that very text has its score. */
export function stateOf(
  { owed }: Pick<Place, "owed">,
  work: { isHandedIn: boolean; isScored: boolean; isScoredText: boolean },
): ItemState {
  switch (owed) {
    case "automatic":
    case "waived":
      return owed;
    case "given by hand":
    case "presented":
      return work.isScored ? "graded" : "waiting";
    case "to be presented":
      return work.isScored ? "graded" : "absent";
    case "due":
      if (!work.isHandedIn) return "absent";
      if (!work.isScored) return "waiting";
      return work.isScoredText ? "graded" : "changed";
  }
}

/** What the graders have of one assignment or presentation, in the order of the students given. */
export function gradingItems(
  students: readonly StudentFacts[],
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): GradingItem[] {
  const { assignmentId, meeting, series } = gradable;
  return students.flatMap((student): GradingItem[] => {
    const saved = gradeOf(student, assignmentId, "saved");
    const released = gradeOf(student, assignmentId, "released");
    const isScored = saved !== null && saved.score !== null;
    const exception = series === null ? null : exceptionOf(student, assignmentId);
    const presentsHere = meeting !== null && student.presentsAt.includes(meeting.id);
    const place = placeOf(gradable, { presentsHere, exception }, course);
    if (place === null) return [];
    const { dueAt, mayChange, exemption } = place;
    const text =
      series === null || dueAt === null ? undefined : gradedText(student, assignmentId, dueAt);
    const isScoredText = saved?.submissionId === text?.id;
    return [
      {
        submitterId: student.enrolmentId,
        name: student.name,
        state: stateOf(place, { isHandedIn: text !== undefined, isScored, isScoredText }),
        text,
        since: place.owed === "presented" ? dueAt : (text?.submittedAt ?? null),
        dueAt,
        mayChange,
        exception,
        exemption,
        saved,
        released,
        isReleasable: isScored && !saysTheSame(saved, released),
      },
    ];
  });
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
