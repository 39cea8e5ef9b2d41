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
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { TextInput } from "@/policy/submissions";
import { assignments } from "./assignments";
import { courses } from "./courses";
import { readings } from "./readings";
import { submitters } from "./submitters";

/** One version of a text as handed in. Append-only (a trigger refuses updates). */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    assignmentId: uuid("assignment_id").notNull(),
    submitterId: uuid("submitter_id").notNull(),
    version: integer().notNull(),
    /** The paper that it is about. */
    readingId: uuid("reading_id"),
    /** The question of another text of the meeting that it is about (R19). */
    aboutQuestionId: uuid("about_question_id").references((): AnyPgColumn => questions.id),
    /** One for each prompt of the series, in its order. */
    answers: text().array().notNull(),
    /** By the server's clock at receipt, on the course's clock. */
    submittedAt: timestamp("submitted_at", { withTimezone: true }).notNull(),
    /** The student's own deadline at that moment: a class that moves forward later makes nobody late. */
    dueAtReceipt: timestamp("due_at_receipt", { withTimezone: true }).notNull(),
    /** Late credits that admitted it, as the student was told; 0 for what was on time. */
    creditsCharged: integer("credits_charged").notNull(),
  },
  (t) => [
    unique("submissions_version_unique").on(t.assignmentId, t.submitterId, t.version),
    unique("submissions_id_work_unique").on(t.id, t.assignmentId, t.submitterId),
    index("submissions_submitter_index").on(t.submitterId),
    index("submissions_reading_index").on(t.readingId),
    index("submissions_about_index").on(t.aboutQuestionId),
    foreignKey({
      name: "submissions_assignment_fk",
      columns: [t.assignmentId, t.courseId],
      foreignColumns: [assignments.id, assignments.courseId],
    }),
    foreignKey({
      name: "submissions_submitter_fk",
      columns: [t.submitterId, t.courseId],
      foreignColumns: [submitters.id, submitters.courseId],
    }),
    foreignKey({
      name: "submissions_reading_fk",
      columns: [t.readingId, t.courseId],
      foreignColumns: [readings.id, readings.courseId],
    }),
    check(
      "submissions_answers_given",
      sql`array_ndims(${t.answers}) = 1 and array_position(${t.answers}, null) is null
        and length(trim(array_to_string(${t.answers}, ''))) between 1 and 100000`,
    ),
    check("submissions_version_from_one", sql`${t.version} >= 1`),
    check(
      "submissions_late_by_credit",
      sql`${t.creditsCharged} >= 0 and (${t.submittedAt} > ${t.dueAtReceipt}) = (${t.creditsCharged} > 0)`,
    ),
    check("submissions_about_one", sql`${t.aboutQuestionId} is null or ${t.readingId} is null`),
  ],
);

/** The discussion questions of a submission, in the student's order. Append-only. */
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
    assignmentId: uuid("assignment_id").notNull(),
    submitterId: uuid("submitter_id").notNull(),
    content: jsonb().$type<TextInput>().notNull(),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("drafts_one_each").on(t.submitterId, t.assignmentId),
    index("drafts_assignment_index").on(t.assignmentId),
    foreignKey({
      name: "drafts_assignment_fk",
      columns: [t.assignmentId, t.courseId],
      foreignColumns: [assignments.id, assignments.courseId],
    }),
    foreignKey({
      name: "drafts_submitter_fk",
      columns: [t.submitterId, t.courseId],
      foreignColumns: [submitters.id, submitters.courseId],
    }),
  ],
);
