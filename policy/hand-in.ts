import { may, type Viewer } from "./access";
import type { Grant } from "./assignments";
import { dutiesOf, exceptionsFrom, summariesVisible } from "./assignments";
import { dueAt as dueAtOf } from "./deadlines";
import { pointsInWords } from "./grades";
import type { ChargedVersion, HandInWindow } from "./lateness";
import { creditsUsed, handInWindow } from "./lateness";
import { isWaivedForAll, type MeetingFacts } from "./meetings";
import type { AssignmentKind, Syllabus } from "./syllabus";

/** What decides where a student stands with the texts of one meeting. */
export interface TextFacts {
  meeting: MeetingFacts;
  syllabus: Syllabus;
  zone: string;
  /** Whether the student holds a seat here. */
  presentsHere: boolean;
  /** For this meeting, none of them withdrawn. */
  grants: readonly Grant[];
  /** The student's late versions of the whole term. */
  charged: readonly ChargedVersion[];
}

/** Where one student stands with one text. */
export interface TextStanding {
  assignment: AssignmentKind;
  /** Whether it is owed, and if not, why. "none": the meeting has no such assignment. */
  state: "due" | "automatic" | "waived" | "none";
  /** The deadline of the class; the student's own is the window's. */
  classDueAt: Date;
  window: HandInWindow;
}

/**
 * Where a student stands with a text: whether it is owed (R17, R22), and whether it may be handed in now and at
 * what cost (R20). The page shows what this says, and the hand-in is decided by it.
 */
export function standingOf(facts: TextFacts, assignment: AssignmentKind, now: Date): TextStanding {
  const { meeting, syllabus, zone, charged } = facts;
  const exceptions = exceptionsFrom(facts.grants);
  const classDueAt = dueAtOf(meeting, assignment, syllabus, zone);
  const duty = dutiesOf({
    meetings: [meeting],
    syllabus,
    zone,
    presentsAt: facts.presentsHere ? meeting.id : null,
    exceptions,
  }).find((each) => each.assignment === assignment);
  if (duty !== undefined && duty.state !== "due") {
    const reason =
      duty.state === "automatic"
        ? `You present here, which gives ${pointsInWords(syllabus[assignment].presenterGets ?? 0)} automatically: no ${assignment}-assignment is due.`
        : waiverInWords(facts, assignment);
    const window: HandInWindow = { state: "closed", dueAt: duty.dueAt, reason };
    return { assignment, state: duty.state, classDueAt, window };
  }
  const rule = syllabus.lateCredits;
  const isHere = (version: ChargedVersion) =>
    version.meetingId === meeting.id && version.assignment === assignment;
  const window = handInWindow({
    meeting,
    assignment,
    syllabus,
    zone,
    extendedTo:
      exceptions.find((exception) => exception.assignment === assignment)?.extendedTo ?? null,
    creditsUsed: rule === null ? 0 : creditsUsed(charged, rule),
    creditsSpentHere: rule === null ? 0 : creditsUsed(charged.filter(isHere), rule),
    now,
  });
  return { assignment, state: duty?.state ?? "none", classDueAt, window };
}

function waiverInWords({ meeting, grants }: TextFacts, assignment: AssignmentKind): string {
  if (isWaivedForAll(meeting, assignment))
    return `The ${assignment}-assignment of this meeting is waived for everybody.`;
  const isExcused = grants.some(
    (grant) => grant.assignment === assignment && grant.kind === "excused",
  );
  return isExcused
    ? "You are excused: nothing is due, and the day does not count."
    : "This is waived for you: nothing is due, and the day does not count.";
}

/**
 * Whether the class's summaries may be read. Staff always may. A student may once the deadline of the class has
 * passed, but not while he or she could still hand in, by an extension or a late credit: that would be copying.
 */
export function mayReadSummaries(
  viewer: Pick<Viewer, "role">,
  pre: Pick<TextStanding, "classDueAt" | "window"> | null,
  now: Date,
): boolean {
  if (may(viewer, "grade")) return true;
  if (!may(viewer, "hand in assignments") || pre === null) return false;
  return summariesVisible(pre.classDueAt, now) && pre.window.state === "closed";
}
