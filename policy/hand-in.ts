import { may, type Viewer } from "./access";
import {
  dutyOf,
  exemptionInWords,
  readableFrom,
  type Duty,
  type ExceptionFacts,
} from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { pointsForPresenting, pointsInWords } from "./grades";
import type { ChargedVersion, HandInWindow } from "./lateness";
import { creditsUsed, handInWindow, isOnTime } from "./lateness";
import { assignmentIdAt, carries, type MeetingFacts } from "./meetings";
import { passStatus, type PassStatus } from "./passes";
import { lowerName } from "./series";
import type { Series, Syllabus } from "./syllabus";

/** What decides how a student stands with the texts of one meeting. */
export interface TextFacts {
  meeting: MeetingFacts;
  syllabus: Syllabus;
  zone: string;
  /** Whether the student holds a seat here. */
  presentsHere: boolean;
  /** For this meeting, none of them withdrawn. */
  exceptions: readonly ExceptionFacts[];
  /** The student's late versions of the whole term. */
  charged: readonly ChargedVersion[];
  /** The series of each free pass that the student has taken in the term. */
  passes: readonly string[];
}

/** How one student stands with one text. */
export interface TextStatus {
  series: Series;
  assignmentId: string;
  /** Whether it is owed, and if not, why. "none": the meeting has no such assignment. */
  state: "due" | "automatic" | "waived" | "none";
  /** The deadline of the class; the student's own is the window's. */
  classDueAt: Date;
  window: HandInWindow;
  passes: PassStatus | null;
}

/**
 * How a student stands with a text: whether it is owed (R17, R22), and whether it may be handed in now and at
 * what cost (R20). The page shows what this says, and the hand-in is decided by it.
 */
export function textStatusOf(facts: TextFacts, series: Series, now: Date): TextStatus {
  const { duty, exception } = dutyHere(facts, series);
  const { assignmentId } = duty;
  const status = {
    series,
    assignmentId,
    classDueAt: dueAtOf(facts.meeting, series, facts.zone),
    passes: passStatus(duty, exception, passesTaken(facts, series), now),
  };
  if (!carries(facts.meeting, series)) {
    return { ...status, state: "none", passes: null, window: windowOf(facts, series, null, now) };
  }
  if (duty.state !== "due") {
    const reason =
      duty.exemption === null
        ? `You present here, which gives ${pointsInWords(pointsForPresenting(series))} automatically: no ${lowerName(series)} is due.`
        : exemptionInWords(duty.exemption, series);
    return { ...status, state: duty.state, window: { state: "closed", dueAt: duty.dueAt, reason } };
  }
  const extendedTo = exception?.extendedTo ?? null;
  return { ...status, state: "due", window: windowOf(facts, series, extendedTo, now) };
}

/** The student's duty for a series of the meeting, and the exception that holds for it. */
export function dutyHere(
  facts: Pick<TextFacts, "meeting" | "zone" | "presentsHere" | "exceptions">,
  series: Series,
): { duty: Duty; exception: ExceptionFacts | null } {
  const { meeting, zone, presentsHere, exceptions } = facts;
  const id = assignmentIdAt(meeting, series.key);
  const exception = exceptions.find(({ assignmentId }) => assignmentId === id) ?? null;
  return { duty: dutyOf(meeting, series, { zone, presentsHere, exception }), exception };
}

/** How many free passes the student has taken in the series. */
export function passesTaken({ passes }: Pick<TextFacts, "passes">, { key }: Series): number {
  return passes.filter((series) => series === key).length;
}

function windowOf(
  facts: TextFacts,
  series: Series,
  extendedTo: Date | null,
  now: Date,
): HandInWindow {
  const { meeting, syllabus, zone, charged } = facts;
  const { lateCredits } = syllabus;
  const id = assignmentIdAt(meeting, series.key);
  const here = charged.filter(({ assignmentId }) => assignmentId === id);
  return handInWindow({
    meeting,
    series,
    lateCredits,
    zone,
    extendedTo,
    creditsUsed: lateCredits === null ? 0 : creditsUsed(charged, lateCredits),
    creditsSpentHere: lateCredits === null ? 0 : creditsUsed(here, lateCredits),
    now,
  });
}

/**
 * Whether the class's texts of a series may be read. Staff always may. A student may once they are readable, but not
 * while he or she could still hand in, by an extension or a late credit: that would be copying. (A free pass is taken
 * back only until the deadline, before anything is readable.) `own` is how the student stands with that text, null for everybody else.
 */
export function mayReadTexts(
  viewer: Pick<Viewer, "role">,
  own: TextStatus | null,
  course: Pick<TextFacts, "meeting" | "zone">,
  now: Date,
): boolean {
  if (may(viewer, "grade")) return true;
  if (!may(viewer, "hand in assignments") || own === null) return false;
  const from = readableFrom(course.meeting, own.series, course.zone);
  if (from === null || isOnTime(now, from)) return false;
  return own.window.state === "closed";
}
