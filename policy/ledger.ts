import type { Duty } from "./assignments";
import { handInWindow, type HandInWindow } from "./lateness";
import type { MeetingFacts } from "./meetings";
import type { Syllabus } from "./syllabus";

/** A duty that a student can still do something about. */
export interface OpenDuty<D> {
  duty: D;
  meeting: MeetingFacts;
  /** Until when, and what handing in now would cost. */
  window: Exclude<HandInWindow, { state: "closed" }>;
}

/**
 * What a student does next, in the order of the deadlines: what is owed, not handed in, and not closed, where late
 * credits keep it open (feature 45). `work` is in the order of the deadlines.
 */
export function nextDuties<D extends Duty & { handedIn: object | null }>(
  work: readonly D[],
  course: {
    meetings: readonly MeetingFacts[];
    syllabus: Syllabus;
    zone: string;
    /** Late credits that the student has used in the term. */
    creditsUsed: number;
    now: Date;
  },
): OpenDuty<D>[] {
  const meetings = new Map(course.meetings.map((meeting) => [meeting.id, meeting]));
  return work.flatMap((duty) => {
    const meeting = meetings.get(duty.meetingId);
    if (duty.state !== "due" || duty.handedIn !== null || meeting === undefined) return [];
    const { assignment, dueAt: extendedTo } = duty;
    const window = handInWindow({ ...course, meeting, assignment, extendedTo });
    return window.state === "closed" ? [] : [{ duty, meeting, window }];
  });
}
