import type { RecordedEdit } from "./schedule-edit";
import type { ExceptionFacts } from "./assignments";

/** A seat as the log keeps it. */
interface LoggedSeat {
  enrolmentId: string;
  number: number;
}

/** A submitter's assignment as the log keeps it. */
interface LoggedWork {
  assignmentId: string;
  submitterId: string;
}

/** An exception as the log keeps it. */
type LoggedException = Pick<ExceptionFacts, "kind"> & { extendedTo: Date | string | null };

/**
 * What the audit log keeps of every change: the name of the event, and what a reader needs to know of it beyond who,
 * when and to what. Whoever shows an event writes the sentence.
 */
export interface AuditPayloads {
  "account-created": object;
  "password-changed": object;
  "signed-out-everywhere": object;
  "account-disabled": object;
  "account-enabled": object;
  enrolled: { role: string; units: number | null };
  "units-changed": { former: number | null; units: number };
  /** The seats that were freed, or given back. */
  "student-dropped": { seats: { meetingId: string; number: number }[] };
  "student-restored": { seats: { meetingId: string; number: number }[] };
  "course-imported": { changes: string[] };
  "clock-moved": { from: Date; to: Date };
  "announcement-posted": { title: string };
  "meeting-added": RecordedEdit;
  "meeting-changed": RecordedEdit;
  "meeting-cancelled": RecordedEdit;
  "meeting-reinstated": RecordedEdit;
  "meeting-change-undone": RecordedEdit;
  "seat-taken": LoggedSeat;
  "seat-given-up": LoggedSeat;
  "presenter-placed": LoggedSeat & { reason: string };
  "presenter-removed": LoggedSeat & { reason: string };
  "sign-up-reopened": { former: Date | null; until: Date; reason: string };
  submitted: LoggedWork & { version: number };
  "exception-granted": LoggedWork &
    LoggedException & { reason: string; replaced: LoggedException | null };
  "exception-withdrawn": LoggedWork & Pick<LoggedException, "kind">;
  "pass-taken": LoggedWork;
  "pass-taken-back": LoggedWork;
  scored: LoggedWork & LoggedScore;
  "score-taken-back": LoggedWork & LoggedScore;
  "presentation-scored": { aspects: number[]; presenters: string[] };
  "grades-released": { assignmentId: string; released: number; corrected: number; waiting: number };
}

/** A score and what stood there before. */
interface LoggedScore {
  former: { score: number | null; comment: string } | null;
  score: number | null;
  comment: string;
}

/** The name of an event. */
export type AuditAction = keyof AuditPayloads;

/** An event with what the log keeps of it. */
export type AuditEvent = {
  [Action in AuditAction]: { action: Action; details: AuditPayloads[Action] };
}[AuditAction];

/** The names of the events that edit a meeting. */
export type MeetingEditAction = Extract<AuditAction, `meeting-${string}`>;
