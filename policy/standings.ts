import { dutyOf } from "./assignments";
import { fraction } from "./fractions";
import {
  assignmentTotal,
  courseTotal,
  presentationTotal,
  scoreRow,
  shareOf,
  weightsFor,
  type CountedRow,
  type CourseTotal,
  type GradePart,
  type SeriesTotal,
} from "./grades";
import { inOrder, isAssessed, type MeetingFacts } from "./meetings";
import {
  decisionOf,
  exceptionOf,
  gradedText,
  gradeOf,
  type ExceptionFacts,
  type GradedCourse,
  type GradeFacts,
  type Seen,
  type StudentFacts,
} from "./score-facts";
import type { AssignmentKind, Fraction, GradedKind, Syllabus } from "./syllabus";

/** A day of a series with what the student's page says about it. */
export interface StandingRow extends CountedRow {
  meeting: MeetingFacts;
  dueAt: Date;
  /** Null where nothing was graded, or not released. */
  grade: GradeFacts | null;
  exception: ExceptionFacts | null;
}

/** A series of a student. */
export interface SeriesStanding extends SeriesTotal {
  rows: StandingRow[];
}

/** A graded presentation. Hundredths; `total` is the score with the bonus, which may exceed `outOf` (R16). */
export interface PresentationStanding {
  meeting: MeetingFacts;
  grade: GradeFacts | null;
  bonus: number;
  total: number | null;
  outOf: number;
}

/** How something stands now, with nothing more, and with full marks for all that is open; null is not known. */
export interface Outlook<Value = Fraction> {
  soFar: Value | null;
  floor: Value | null;
  ceiling: Value | null;
}

/** A part of the grade in hundredths of its points. */
export interface PartPoints extends Outlook {
  outOf: number;
  /** Days that may still be dropped; null where none ever is. */
  dropsLeft: number | null;
}

/** Where a student stands in the course; computed whenever somebody asks, and never stored. */
export interface GradeStanding {
  units: number;
  weights: Syllabus["weights"][number];
  pre: SeriesStanding;
  post: SeriesStanding;
  /** Null while the student holds no seat. */
  presentation: PresentationStanding | null;
  /** The points of each part; the project has none yet. */
  parts: Record<GradedKind, PartPoints>;
  /** The shares of the parts; for a part with nothing known they are null, 0 and 1, and null where it is waived. */
  shares: Record<GradePart, Outlook>;
  course: Outlook<CourseTotal>;
}

/** Where the student stands: the two series, the presentation and the course, by the rules of the syllabus. */
export function gradeStandingOf(
  student: StudentFacts,
  course: GradedCourse,
  seen: Seen,
): GradeStanding {
  const weights = weightsFor(student.units, course.syllabus);
  const pre = seriesOf(student, course, "pre", seen);
  const post = seriesOf(student, course, "post", seen);
  const presentation = presentationOf(student, course, seen);
  const parts = { pre, post, presentation: presentationPoints(presentation, course.syllabus) };
  const shares = {
    pre: sharesOf(pre),
    post: sharesOf(post),
    presentation: sharesOf(parts.presentation),
    project:
      weights.project === null
        ? { soFar: null, floor: null, ceiling: null }
        : { soFar: null, floor: fraction(0), ceiling: fraction(1) },
  };
  const of = (which: keyof Outlook) =>
    courseTotal(
      {
        pre: shares.pre[which],
        post: shares.post[which],
        presentation: shares.presentation[which],
        project: shares.project[which],
      },
      weights,
    );
  return {
    units: student.units,
    weights,
    pre,
    post,
    presentation,
    parts,
    shares,
    course: { soFar: of("soFar"), floor: of("floor"), ceiling: of("ceiling") },
  };
}

function seriesOf(
  student: StudentFacts,
  course: GradedCourse,
  kind: AssignmentKind,
  seen: Seen,
): SeriesStanding {
  const { syllabus, zone } = course;
  const { presentsAt } = student;
  const held = inOrder(course.meetings).filter((meeting) => isAssessed(meeting, syllabus));
  const days = held.map((meeting) => {
    const exception = exceptionOf(student, meeting.id, kind);
    const duty = dutyOf(meeting, kind, {
      syllabus,
      zone,
      presentsAt,
      exception: decisionOf(exception),
    });
    const grade = gradeOf(student, meeting.id, kind, seen);
    const row = scoreRow({
      meetingId: meeting.id,
      duty: duty.state,
      isHandedIn: gradedText(student, meeting.id, kind, duty.dueAt) !== undefined,
      releasedScore: grade?.score ?? null,
      dueAt: duty.dueAt,
      now: course.now,
    });
    return { row, meeting, dueAt: duty.dueAt, grade, exception };
  });
  const total = assignmentTotal(
    days.map(({ row }) => row),
    course.syllabus[kind],
  );
  return {
    ...total,
    // Written out, not spread: a class has a thousand days, and spreading makes each several times dearer.
    rows: days.flatMap(({ meeting, dueAt, grade, exception }, index) => {
      const row = total.rows[index];
      if (row === undefined) return [];
      const { meetingId, state, score, points, isDropped } = row;
      const known = {
        meetingId,
        state,
        score,
        points,
        isDropped,
        meeting,
        dueAt,
        grade,
        exception,
      };
      return [known];
    }),
  };
}

function presentationOf(
  student: StudentFacts,
  { meetings, syllabus }: GradedCourse,
  seen: Seen,
): PresentationStanding | null {
  const meeting = meetings.find(({ id }) => id === student.presentsAt);
  if (meeting === undefined) return null;
  const grade = gradeOf(student, meeting.id, "presentation", seen);
  const { multiplier, outOf } = syllabus.presentation;
  const total =
    grade?.score == null
      ? null
      : grade.aspects === null
        ? grade.score + meeting.bonus
        : presentationTotal(grade.aspects, multiplier, meeting.bonus);
  return { meeting, grade: total === null ? null : grade, bonus: meeting.bonus, total, outOf };
}

function sharesOf({ soFar, floor, ceiling, outOf }: PartPoints): Outlook {
  const share = (total: Fraction | null) => (total === null ? null : shareOf(total, outOf));
  return { soFar: share(soFar), floor: share(floor), ceiling: share(ceiling) };
}

function presentationPoints(
  presentation: PresentationStanding | null,
  syllabus: Syllabus,
): PartPoints {
  const { outOf } = syllabus.presentation;
  if (presentation?.total != null) {
    const total = fraction(presentation.total);
    return { soFar: total, floor: total, ceiling: total, outOf, dropsLeft: null };
  }
  const most = fraction(outOf + (presentation?.bonus ?? 0));
  return { soFar: null, floor: fraction(0), ceiling: most, outOf, dropsLeft: null };
}

/** How many pre- and post-assignments were due and not handed in. */
export function missedAssignments({ pre, post }: Pick<GradeStanding, "pre" | "post">): number {
  return [...pre.rows, ...post.rows].filter((row) => row.state === "missing").length;
}
