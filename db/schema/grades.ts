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
import { assignments } from "./assignments";
import { courses } from "./courses";
import { enrolments } from "./roster";
import { submissions } from "./submissions";
import { submitters } from "./submitters";

/**
 * A grade for one submitter's assignment. Every save is a new version, so the rows are their
 * own history: the highest version is the grade, the highest released version is what the student was told.
 */
export const grades = pgTable(
  "grades",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    assignmentId: uuid("assignment_id").notNull(),
    submitterId: uuid("submitter_id").notNull(),
    version: integer().notNull(),
    /** The text that was graded; null for what is not handed in. */
    submissionId: uuid("submission_id"),
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
    unique("grades_version_unique").on(t.assignmentId, t.submitterId, t.version),
    index("grades_submitter_index").on(t.submitterId),
    index("grades_submission_index").on(t.submissionId),
    foreignKey({
      name: "grades_assignment_fk",
      columns: [t.assignmentId, t.courseId],
      foreignColumns: [assignments.id, assignments.courseId],
    }),
    foreignKey({
      name: "grades_submitter_fk",
      columns: [t.submitterId, t.courseId],
      foreignColumns: [submitters.id, submitters.courseId],
    }),
    foreignKey({
      name: "grades_graded_by_fk",
      columns: [t.gradedBy, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    // A grade belongs to the very work whose text was graded.
    foreignKey({
      name: "grades_submission_fk",
      columns: [t.submissionId, t.assignmentId, t.submitterId],
      foreignColumns: [submissions.id, submissions.assignmentId, submissions.submitterId],
    }),
    check("grades_score_not_negative", sql`${t.score} >= 0`),
    check("grades_version_from_one", sql`${t.version} >= 1`),
    check("grades_nobody_grades_self", sql`${t.gradedBy} <> ${t.submitterId}`),
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
    assignmentId: uuid("assignment_id").notNull(),
    submitterId: uuid("submitter_id").notNull(),
    graderId: uuid("grader_id").notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique("claims_one_each").on(t.assignmentId, t.submitterId),
    foreignKey({
      name: "claims_assignment_fk",
      columns: [t.assignmentId, t.courseId],
      foreignColumns: [assignments.id, assignments.courseId],
    }),
    foreignKey({
      name: "claims_submitter_fk",
      columns: [t.submitterId, t.courseId],
      foreignColumns: [submitters.id, submitters.courseId],
    }),
    foreignKey({
      name: "claims_grader_fk",
      columns: [t.graderId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
  ],
);
