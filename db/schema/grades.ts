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
  uuid,
} from "drizzle-orm/pg-core";
import { submissions } from "./assignments";
import { courses } from "./courses";
import { meetings } from "./meetings";
import { enrolments } from "./roster";

/**
 * A grade for a pre- or post-assignment or a presentation. Every save is a new version, so the rows are their
 * own history: the highest version is the grade, the highest released version is what the student was told.
 */
export const grades = pgTable(
  "grades",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    kind: text({ enum: ["pre", "post", "presentation"] }).notNull(),
    version: integer().notNull(),
    /** The text that was graded; null for a presentation and for something never handed in. */
    submissionId: uuid("submission_id").references(() => submissions.id),
    /** Hundredths of a point; null when a grader took the score back. */
    score: integer(),
    /** Points per aspect of the presentation rubric, in the rubric's order. */
    aspects: jsonb().$type<number[]>(),
    comment: text().notNull(),
    gradedBy: uuid("graded_by").notNull(),
    gradedAt: timestamp("graded_at", { withTimezone: true }).notNull(),
    releasedAt: timestamp("released_at", { withTimezone: true }),
  },
  (t) => [
    unique("grades_version_unique").on(t.meetingId, t.kind, t.enrolmentId, t.version),
    index("grades_enrolment_index").on(t.enrolmentId),
    index("grades_submission_index").on(t.submissionId),
    foreignKey({
      name: "grades_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }),
    foreignKey({
      name: "grades_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    foreignKey({
      name: "grades_graded_by_fk",
      columns: [t.gradedBy, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("grades_kind_known", sql`${t.kind} in ('pre', 'post', 'presentation')`),
    check("grades_score_not_negative", sql`${t.score} >= 0`),
    check("grades_version_from_one", sql`${t.version} >= 1`),
    check("grades_nobody_grades_self", sql`${t.gradedBy} <> ${t.enrolmentId}`),
    check("grades_release_has_score", sql`${t.releasedAt} is null or ${t.score} is not null`),
  ],
);

/** A grader has an item open; until then others are handed the next one. */
export const claims = pgTable(
  "claims",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    kind: text({ enum: ["pre", "post", "presentation"] }).notNull(),
    graderId: uuid("grader_id").notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique("claims_one_each").on(t.meetingId, t.kind, t.enrolmentId),
    foreignKey({
      name: "claims_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }),
    foreignKey({
      name: "claims_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    foreignKey({
      name: "claims_grader_fk",
      columns: [t.graderId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
  ],
);
