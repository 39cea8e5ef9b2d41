import { dueAt, personalDueAt } from "./deadlines";
import {
  assignmentIdAt,
  isWaivedForAll,
  seriesAt,
  startsAt,
  type CarryingFacts,
  type MeetingFacts,
} from "./meetings";
import { lowerName } from "./series";
import type { Series, Syllabus } from "./syllabus";

/** Why nothing is due: the presenter's rule, a decision of the staff for all or for one, or the student's free pass. */
export type Exemption = "presents" | "waived for all" | "waived" | "excused" | "pass";

/** What one student owes for one assignment of a series. */
export interface Duty {
  assignmentId: string;
  meetingId: string;
  meetingNumber: number;
  series: Series;
  /** The student's own deadline, an extension included. */
  dueAt: Date;
  /** `waived` takes the assignment out of the count, whatever the reason; `automatic` is a presenter's point (R22). */
  state: "due" | "automatic" | "waived";
  /** Why it is waived; null where it is not. */
  exemption: Exemption | null;
}

/** What holds for one student and one assignment: the staff's decision, or the student's own free pass. */
export interface ExceptionFacts {
  id: string;
  assignmentId: string;
  kind: "waived" | "excused" | "extended" | "pass";
  extendedTo: Date | null;
  /** Null for students, whom the staff's words do not concern. */
  reason: string | null;
}

/** As much of an exception as a duty asks for. */
export type ExceptionDecision = Pick<ExceptionFacts, "kind" | "extendedTo">;

/** Whether whoever presents at a meeting owes no such text there: for a point, or because the day does not count (R22). */
export function isExempting({ presenterGets }: Pick<Series, "presenterGets">): boolean {
  return typeof presenterGets === "number" || presenterGets === "exemption";
}

/** What a student owes for one assignment that the meeting carries; `exception` is the one that holds for it, if any. */
export function dutyOf(
  meeting: MeetingFacts,
  series: Series,
  facts: { zone: string; presentsHere: boolean; exception: ExceptionDecision | null | undefined },
): Duty {
  const { zone, presentsHere } = facts;
  const exception = facts.exception ?? null;
  const isAutomatic = presentsHere && typeof series.presenterGets === "number";
  const exemption = exemptionOf(meeting, series, presentsHere, exception);
  return {
    assignmentId: assignmentIdAt(meeting, series.key),
    meetingId: meeting.id,
    meetingNumber: meeting.number,
    series,
    dueAt: personalDueAt(dueAt(meeting, series, zone), exception?.extendedTo ?? null),
    state: isAutomatic ? "automatic" : exemption === null ? "due" : "waived",
    exemption: isAutomatic ? null : exemption,
  };
}

function exemptionOf(
  meeting: MeetingFacts,
  series: Series,
  presentsHere: boolean,
  exception: ExceptionDecision | null,
): Exemption | null {
  if (presentsHere && series.presenterGets === "exemption") return "presents";
  if (isWaivedForAll(meeting, series.key)) return "waived for all";
  return exception === null || exception.kind === "extended" ? null : exception.kind;
}

/**
 * All duties of a student, by one rule (feature 20): one for every series that a meeting carries, in order of their
 * deadlines. A presenter gets what the series says (R22). A waiver, for all or for one, forgives a day, but takes no
 * point away: who presents on a waived day keeps the automatic point.
 */
export function dutiesOf(facts: {
  meetings: readonly MeetingFacts[];
  syllabus: Pick<Syllabus, "series">;
  zone: string;
  /** The meetings in which the student holds a seat. */
  presentsAt: readonly string[];
  exceptions: readonly ExceptionFacts[];
}): Duty[] {
  const { meetings, syllabus, zone, presentsAt } = facts;
  const exceptions = new Map(facts.exceptions.map((one) => [one.assignmentId, one]));
  const duties = meetings.flatMap((meeting) =>
    seriesAt(meeting, syllabus).map((series) =>
      dutyOf(meeting, series, {
        zone,
        presentsHere: presentsAt.includes(meeting.id),
        exception: exceptions.get(assignmentIdAt(meeting, series.key)),
      }),
    ),
  );
  const place = (duty: Duty) => syllabus.series.indexOf(duty.series);
  return duties.sort(
    (a, b) =>
      a.dueAt.getTime() - b.dueAt.getTime() ||
      a.meetingNumber - b.meetingNumber ||
      place(a) - place(b),
  );
}

/** Why nothing is due, in a sentence for the student. */
export function exemptionInWords(exemption: Exemption, series: Pick<Series, "name">): string {
  switch (exemption) {
    case "presents":
      return `You present here: no ${lowerName(series)} is due, and the day does not count.`;
    case "waived for all":
      return `The ${lowerName(series)} of this meeting is waived for everybody.`;
    case "excused":
      return "You are excused: nothing is due, and the day does not count.";
    case "pass":
      return "You use a free pass here: nothing is due, and the day does not count.";
    case "waived":
      return "This is waived for you: nothing is due, and the day does not count.";
  }
}

/** When classmates may first read what was handed in, apart from their own deadlines; null is never. */
export function readableFrom(meeting: MeetingFacts, series: Series, zone: string): Date | null {
  const due = dueAt(meeting, series, zone);
  switch (series.classmatesRead.when) {
    case "never":
      return null;
    case "after-deadline":
      return due;
    case "after-class": {
      const start = startsAt(meeting, zone);
      return start.getTime() > due.getTime() ? start : due;
    }
  }
}

/**
 * The series of the meeting whose texts are about a paper that it lacks, so that this is worth saying: its main reading,
 * where that is given, or any paper at all, where students choose.
 */
export function seriesLackingPaper(
  meeting: CarryingFacts,
  syllabus: Pick<Syllabus, "series">,
  hasPapers: boolean,
): Series[] {
  return seriesAt(meeting, syllabus).filter(
    ({ paper }) =>
      (paper === "choose" && !hasPapers) || (paper === "given" && !meeting.hasMainReading),
  );
}
