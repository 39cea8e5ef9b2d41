import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { meetings } from "./meetings";
import { enrolments } from "./roster";
import { submitters } from "./submitters";

/**
 * What is asked of people: a series or the presentation at a meeting, a part of the project, or a mark by hand. It
 * carries what staff set for it; everything else about it is the syllabus's rule for its work. Every meeting has a row
 * for each series and for the presentation: whether it carries them is a rule, too.
 */
export const assignments = pgTable(
  "assignments",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    /** The key of a series, of a part of the project or of a mark in the syllabus, or "presentation". */
    work: text().notNull(),
    /** Null for what hangs on no meeting. */
    meetingId: uuid("meeting_id"),
    /** Waived for everybody. */
    isWaived: boolean("is_waived").notNull(),
    /** A deadline set by hand; it keeps its agreed instant when the meeting moves. */
    dueAt: timestamp("due_at", { withTimezone: true }),
  },
  (t) => [
    unique("assignments_work_unique").on(t.courseId, t.work, t.meetingId).nullsNotDistinct(),
    unique("assignments_id_course_unique").on(t.id, t.courseId),
    index("assignments_meeting_index").on(t.meetingId),
    foreignKey({
      name: "assignments_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }).onDelete("cascade"),
    check("assignments_work_form", sql`${t.work} ~ '^[a-z][a-z0-9-]{0,39}$'`),
  ],
);

/**
 * An exception for one submitter and one assignment: what staff granted, with the reason (a waiver takes it out of the
 * count, an excused absence is one; an extension gives it a later instant), or the student's own free pass. Withdrawn,
 * the row stays.
 */
export const exceptions = pgTable(
  "exceptions",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    assignmentId: uuid("assignment_id").notNull(),
    submitterId: uuid("submitter_id").notNull(),
    kind: text({ enum: ["waived", "excused", "extended", "pass"] }).notNull(),
    /** The later deadline of an extension. */
    extendedTo: timestamp("extended_to", { withTimezone: true }),
    /** Null for a free pass, which needs none. */
    reason: text(),
    grantedBy: uuid("granted_by").notNull(),
    grantedAt: timestamp("granted_at", { withTimezone: true }).notNull(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  },
  (t) => [
    index("exceptions_submitter_index").on(t.submitterId),
    uniqueIndex("exceptions_one_holds")
      .on(t.submitterId, t.assignmentId)
      .where(sql`${t.withdrawnAt} is null`),
    index("exceptions_assignment_index").on(t.assignmentId),
    foreignKey({
      name: "exceptions_assignment_fk",
      columns: [t.assignmentId, t.courseId],
      foreignColumns: [assignments.id, assignments.courseId],
    }),
    foreignKey({
      name: "exceptions_submitter_fk",
      columns: [t.submitterId, t.courseId],
      foreignColumns: [submitters.id, submitters.courseId],
    }),
    foreignKey({
      name: "exceptions_granted_by_fk",
      columns: [t.grantedBy, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("exceptions_kind_known", sql`${t.kind} in ('waived', 'excused', 'extended', 'pass')`),
    check(
      "exceptions_reason_given",
      sql`(${t.kind} = 'pass') = (${t.reason} is null) and length(trim(${t.reason})) > 0`,
    ),
    check(
      "exceptions_pass_is_own",
      sql`(${t.kind} = 'pass') = (${t.grantedBy} = ${t.submitterId})`,
    ),
    check(
      "exceptions_extension_has_instant",
      sql`(${t.kind} = 'extended') = (${t.extendedTo} is not null)`,
    ),
  ],
);
