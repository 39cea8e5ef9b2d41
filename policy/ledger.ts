import { creditsUsed, handInWindow, type HandInWindow } from "./lateness";
import type { MeetingFacts } from "./meetings";
import type { SubmissionFacts } from "./score-facts";
import type { SeriesSummary, SummaryRow } from "./grade-summary";
import type { Series, Syllabus } from "./syllabus";

/** Something to hand in that a student can still do something about. */
export interface OpenDuty {
  series: Series;
  meeting: MeetingFacts;
  /** The student's own deadline, an extension included. */
  dueAt: Date;
  /** Until when, and what handing in now would cost. */
  window: Exclude<HandInWindow, { state: "closed" }>;
}

/** A series of a student, as far as what is due is concerned. */
type DueSeries = Pick<SeriesSummary, "series"> & {
  rows: readonly Pick<SummaryRow, "assignmentId" | "meeting" | "state" | "dueAt">[];
};

/**
 * What a student does next, in the order of the deadlines: what is owed, not handed in, and not closed, where late
 * credits keep it open (feature 45).
 */
export function nextDuties(
  all: readonly DueSeries[],
  submissions: readonly SubmissionFacts[],
  course: { syllabus: Pick<Syllabus, "lateCredits">; zone: string; now: Date },
): OpenDuty[] {
  const { zone, now } = course;
  const { lateCredits } = course.syllabus;
  const spent = creditsOf(all, submissions, lateCredits);
  return all
    .flatMap(({ series, rows }) =>
      rows.flatMap(({ meeting, state, dueAt }): OpenDuty[] => {
        if (state !== "upcoming" && state !== "missing") return [];
        const text = { meeting, series, extendedTo: dueAt, creditsUsed: spent };
        const window = handInWindow({ ...text, lateCredits, zone, now });
        return window.state === "closed" ? [] : [{ series, meeting, dueAt, window }];
      }),
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.meeting.number - b.meeting.number);
}

/** The late credits that the student has used in the term. */
function creditsOf(
  all: readonly DueSeries[],
  submissions: readonly SubmissionFacts[],
  rule: Syllabus["lateCredits"],
): number {
  if (rule === null) return 0;
  const dueAt = new Map(
    all.flatMap(({ rows }) => rows.map((row) => [row.assignmentId, row.dueAt])),
  );
  const charged = submissions.flatMap((version) => {
    const due = dueAt.get(version.assignmentId);
    return due === undefined ? [] : [{ ...version, dueAt: due }];
  });
  return creditsUsed(charged, rule);
}
