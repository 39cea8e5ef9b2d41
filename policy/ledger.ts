import { creditsUsed, handInWindow, type HandInWindow } from "./lateness";
import type { MeetingFacts } from "./meetings";
import type { SubmissionFacts } from "./score-facts";
import type { StandingRow } from "./standings";
import { assignmentKinds, type AssignmentKind, type Syllabus } from "./syllabus";

/** Something to hand in that a student can still do something about. */
export interface OpenDuty {
  assignment: AssignmentKind;
  meeting: MeetingFacts;
  /** The student's own deadline, an extension included. */
  dueAt: Date;
  /** Until when, and what handing in now would cost. */
  window: Exclude<HandInWindow, { state: "closed" }>;
}

/**
 * What a student does next, in the order of the deadlines: what is owed, not handed in, and not closed, where late
 * credits keep it open (feature 45).
 */
export function nextDuties(
  rows: Record<AssignmentKind, readonly Pick<StandingRow, "meeting" | "state" | "dueAt">[]>,
  submissions: readonly SubmissionFacts[],
  course: { syllabus: Syllabus; zone: string; now: Date },
): OpenDuty[] {
  const spent = creditsOf(rows, submissions, course.syllabus.lateCredits);
  return assignmentKinds
    .flatMap((assignment) =>
      rows[assignment].flatMap(({ meeting, state, dueAt }): OpenDuty[] => {
        if (state !== "upcoming" && state !== "missing") return [];
        const text = { meeting, assignment, extendedTo: dueAt, creditsUsed: spent };
        const window = handInWindow({ ...text, ...course });
        return window.state === "closed" ? [] : [{ assignment, meeting, dueAt, window }];
      }),
    )
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.meeting.number - b.meeting.number);
}

/** The late credits that the student has used in the term. */
function creditsOf(
  rows: Parameters<typeof nextDuties>[0],
  submissions: readonly SubmissionFacts[],
  rule: Syllabus["lateCredits"],
): number {
  if (rule === null) return 0;
  const charged = submissions.flatMap((version) => {
    const row = rows[version.assignment].find(({ meeting }) => meeting.id === version.meetingId);
    return row === undefined ? [] : [{ ...version, dueAt: row.dueAt }];
  });
  return creditsUsed(charged, rule);
}
