import { dutyOf, type ExceptionFacts, type Exemption } from "./assignments";
import {
  markPoints,
  presentationPoints,
  projectPoints,
  sharesOf,
  type HandGradeSummary,
  type Outlook,
  type PartPoints,
  type PresentationSummary,
} from "./grade-parts";
import {
  courseTotal,
  scoreRow,
  seriesTotal,
  weightsFor,
  type CountedRow,
  type CourseTotal,
  type SeriesTotal,
} from "./grades";
import { assignmentIdAt, carries, inOrder, type MeetingFacts } from "./meetings";
import {
  exceptionOf,
  gradedText,
  gradeOf,
  type GradedCourse,
  type GradeFacts,
  type Seen,
  type StudentFacts,
} from "./score-facts";
import {
  gradedWork,
  ownPartsOf,
  partOutOf,
  presentationKey,
  projectKey,
  type Fraction,
  type Series,
  type Weights,
} from "./syllabus";

/** A day of a series with what the student's page says about it. */
export interface SummaryRow extends CountedRow {
  assignmentId: string;
  meeting: MeetingFacts;
  dueAt: Date;
  /** Null where nothing was graded, or not released. */
  grade: GradeFacts | null;
  exception: ExceptionFacts | null;
  exemption: Exemption | null;
}

/** A series of a student. */
export interface SeriesSummary extends SeriesTotal {
  series: Series;
  rows: SummaryRow[];
}

/** A part of the grade: some work of the syllabus, with its weight at the student's units. */
export interface PartSummary {
  key: string;
  name: string;
  /** Null where it does not count at these units. */
  weight: Fraction | null;
  points: PartPoints;
  /** For a part with nothing known they are null, 0 and 1, and null where it is waived. */
  shares: Outlook;
}

/** How a student stands in the course; computed whenever somebody asks, and never stored. */
export interface GradeSummary {
  units: number;
  weights: Weights;
  series: SeriesSummary[];
  /** In the order of the schedule; none while the student holds no seat. */
  presentations: PresentationSummary[];
  marks: HandGradeSummary[];
  /** The parts of a project in which each student works alone; none for a team's. */
  projectParts: HandGradeSummary[];
  /** In the order in which people read them. */
  parts: PartSummary[];
  course: Outlook<CourseTotal>;
}

/** How the student stands: series, presentations, marks, project and the course, by the rules of the syllabus. */
export function gradeSummaryOf(
  student: StudentFacts,
  course: GradedCourse,
  seen: Seen,
): GradeSummary {
  const { syllabus } = course;
  const weights = weightsFor(student.units, syllabus);
  const series = syllabus.series.map((one) => seriesOf(student, course, one, seen));
  const presentations = presentationsOf(student, course, seen);
  const byHand = (key: string, name: string, outOf: number): HandGradeSummary => {
    const assignment = course.assignments.find(({ work }) => work === key);
    const grade = assignment === undefined ? null : gradeOf(student, assignment.id, seen);
    return { key, name, grade: grade?.score == null ? null : grade, outOf };
  };
  const marks = syllabus.marks.map(({ key, name, outOf }) => byHand(key, name, outOf));
  const ownParts = ownPartsOf(syllabus);
  const projectParts = ownParts.map(({ key, name }) => byHand(key, name, partOutOf));

  const points = new Map<string, PartPoints>();
  for (const one of series) points.set(one.series.key, one);
  if (syllabus.presentation !== null) {
    points.set(presentationKey, presentationPoints(presentations, syllabus.presentation));
  }
  for (const mark of marks) points.set(mark.key, markPoints(mark));
  if (syllabus.project !== null) points.set(projectKey, projectPoints(projectParts, ownParts));

  const parts = gradedWork(syllabus).flatMap(({ key, name }): PartSummary[] => {
    const reached = points.get(key);
    if (reached === undefined) return [];
    const weight = weights.of[key] ?? null;
    return [{ key, name, weight, points: reached, shares: sharesOf(reached) }];
  });
  const of = (which: keyof Outlook) =>
    courseTotal(parts.map(({ shares, weight }) => ({ share: shares[which], weight })));
  return {
    units: student.units,
    weights,
    series,
    presentations,
    marks,
    projectParts,
    parts,
    course: { soFar: of("soFar"), floor: of("floor"), ceiling: of("ceiling") },
  };
}

/** The student's series by its key; undefined where the course has none such. */
export function seriesIn(
  summary: Pick<GradeSummary, "series">,
  key: string,
): SeriesSummary | undefined {
  return summary.series.find(({ series }) => series.key === key);
}

function seriesOf(
  student: StudentFacts,
  course: GradedCourse,
  series: Series,
  seen: Seen,
): SeriesSummary {
  const { zone } = course;
  const carrying = inOrder(course.meetings).filter((meeting) => carries(meeting, series));
  const days = carrying.map((meeting) => {
    const exception = exceptionOf(student, assignmentIdAt(meeting, series.key));
    const presentsHere = student.presentsAt.includes(meeting.id);
    const duty = dutyOf(meeting, series, { zone, presentsHere, exception });
    const grade = gradeOf(student, duty.assignmentId, seen);
    const row = scoreRow({
      meetingId: meeting.id,
      duty: duty.state,
      isHandedIn: gradedText(student, duty.assignmentId, duty.dueAt) !== undefined,
      releasedScore: grade?.score ?? null,
      dueAt: duty.dueAt,
      now: course.now,
    });
    return { row, meeting, duty, grade, exception };
  });
  const total = seriesTotal(
    days.map(({ row }) => row),
    series,
  );
  return {
    ...total,
    series,
    // Written out, not spread: a class has a thousand days, and spreading makes each several times dearer.
    rows: days.flatMap(({ meeting, duty, grade, exception }, index) => {
      const row = total.rows[index];
      if (row === undefined) return [];
      const { meetingId, state, score, points, isDropped } = row;
      const { assignmentId, dueAt, exemption } = duty;
      const known = {
        assignmentId,
        meetingId,
        state,
        score,
        points,
        isDropped,
        meeting,
        dueAt,
        grade,
        exception,
        exemption,
      };
      return [known];
    }),
  };
}

function presentationsOf(
  student: StudentFacts,
  { meetings, syllabus: { presentation } }: GradedCourse,
  seen: Seen,
): PresentationSummary[] {
  if (presentation === null) return [];
  const { outOf } = presentation;
  const led = inOrder(meetings).filter(({ id }) => student.presentsAt.includes(id));
  return led.map((meeting) => {
    const grade = gradeOf(student, assignmentIdAt(meeting, presentationKey), seen);
    const total = grade?.score == null ? null : grade.score + meeting.bonus;
    return { meeting, grade: total === null ? null : grade, bonus: meeting.bonus, total, outOf };
  });
}

/** How many assignments of the series were due and not handed in. */
export function missedAssignments({ series }: Pick<GradeSummary, "series">): number {
  return series.flatMap(({ rows }) => rows).filter((row) => row.state === "missing").length;
}
