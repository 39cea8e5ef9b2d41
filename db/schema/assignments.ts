import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
  type PgTableExtraConfigValue,
} from "drizzle-orm/pg-core";
import type { DraftText } from "@/policy/draft-text";
import { courses } from "./courses";
import { meetings } from "./meetings";
import { readings } from "./readings";
import { enrolments } from "./roster";

/** One version of a pre- or post-assignment as handed in. Append-only (a trigger refuses updates). */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    assignment: text({ enum: ["pre", "post"] }).notNull(),
    version: integer().notNull(),
    /** The paper of a pre-assignment, null where the meeting has none; or the one that a post-assignment is about. */
    readingId: uuid("reading_id"),
    /** The question that a post-assignment is about (R19): whose text asked it, and its place there. */
    aboutSubmissionId: uuid("about_submission_id"),
    aboutPosition: integer("about_position"),
    text: text().notNull(),
    /** By the server's clock at receipt, on the course's clock. */
    submittedAt: timestamp("submitted_at", { withTimezone: true }).notNull(),
    /** The student's own deadline at that moment: a class that moves forward later makes nobody late. */
    dueAtReceipt: timestamp("due_at_receipt", { withTimezone: true }).notNull(),
    /** Late credits that admitted it, as the student was told; 0 for what was on time. */
    creditsCharged: integer("credits_charged").notNull(),
  },
  // Texts and questions refer to each other: without these types there would be none.
  (t): PgTableExtraConfigValue[] => [
    unique("submissions_id_meeting_unique").on(t.id, t.meetingId),
    unique("submissions_version_unique").on(t.meetingId, t.assignment, t.enrolmentId, t.version),
    index("submissions_enrolment_index").on(t.enrolmentId),
    index("submissions_reading_index").on(t.readingId),
    foreignKey({
      name: "submissions_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }),
    foreignKey({
      name: "submissions_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    foreignKey({
      name: "submissions_reading_fk",
      columns: [t.readingId, t.courseId],
      foreignColumns: [readings.id, readings.courseId],
    }),
    check("submissions_assignment_known", sql`${t.assignment} in ('pre', 'post')`),
    check("submissions_text_given", sql`length(trim(${t.text})) between 1 and 10000`),
    check("submissions_version_from_one", sql`${t.version} >= 1`),
    check(
      "submissions_late_by_credit",
      sql`${t.creditsCharged} >= 0 and (${t.submittedAt} > ${t.dueAtReceipt}) = (${t.creditsCharged} > 0)`,
    ),
    foreignKey({
      name: "submissions_about_same_meeting_fk",
      columns: [t.aboutSubmissionId, t.meetingId],
      foreignColumns: [t.id, t.meetingId],
    }),
    foreignKey({
      name: "submissions_about_question_fk",
      columns: [t.aboutSubmissionId, t.aboutPosition],
      foreignColumns: [questions.submissionId, questions.position],
    }),
    check(
      "submissions_about_whole",
      sql`(${t.aboutSubmissionId} is null) = (${t.aboutPosition} is null)`,
    ),
    check(
      "submissions_post_about_one",
      sql`${t.aboutSubmissionId} is null or (${t.assignment} = 'post' and ${t.readingId} is null)`,
    ),
  ],
);

/** The discussion questions of a pre-assignment, in the student's order. Append-only. */
export const questions = pgTable(
  "questions",
  {
    id: uuid().primaryKey(),
    submissionId: uuid("submission_id")
      .notNull()
      .references((): AnyPgColumn => submissions.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    text: text().notNull(),
  },
  (t) => [
    unique("questions_position_unique").on(t.submissionId, t.position),
    check("questions_text_given", sql`length(trim(${t.text})) between 1 and 1000`),
  ],
);

/** What a student has typed and not yet handed in. */
export const drafts = pgTable(
  "drafts",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    assignment: text({ enum: ["pre", "post"] }).notNull(),
    content: jsonb().$type<DraftText>().notNull(),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("drafts_one_each").on(t.enrolmentId, t.meetingId, t.assignment),
    index("drafts_meeting_index").on(t.meetingId),
    foreignKey({
      name: "drafts_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }),
    foreignKey({
      name: "drafts_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("drafts_assignment_known", sql`${t.assignment} in ('pre', 'post')`),
  ],
);

/**
 * What staff granted one student for one assignment, with the reason: a waiver (an excused absence is one)
 * takes it out of the count, an extension gives it a later instant. Taken back, the row stays.
 */
export const exceptions = pgTable(
  "exceptions",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    assignment: text({ enum: ["pre", "post"] }).notNull(),
    kind: text({ enum: ["waived", "excused", "extended"] }).notNull(),
    /** The later deadline of an extension. */
    extendedTo: timestamp("extended_to", { withTimezone: true }),
    reason: text().notNull(),
    grantedBy: uuid("granted_by").notNull(),
    grantedAt: timestamp("granted_at", { withTimezone: true }).notNull(),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  },
  (t) => [
    index("exceptions_enrolment_index").on(t.enrolmentId),
    uniqueIndex("exceptions_one_holds")
      .on(t.enrolmentId, t.meetingId, t.assignment)
      .where(sql`${t.withdrawnAt} is null`),
    index("exceptions_meeting_index").on(t.meetingId, t.assignment),
    foreignKey({
      name: "exceptions_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }),
    foreignKey({
      name: "exceptions_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    foreignKey({
      name: "exceptions_granted_by_fk",
      columns: [t.grantedBy, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("exceptions_assignment_known", sql`${t.assignment} in ('pre', 'post')`),
    check("exceptions_kind_known", sql`${t.kind} in ('waived', 'excused', 'extended')`),
    check("exceptions_reason_given", sql`length(trim(${t.reason})) > 0`),
    check(
      "exceptions_extension_has_instant",
      sql`(${t.kind} = 'extended') = (${t.extendedTo} is not null)`,
    ),
  ],
);
