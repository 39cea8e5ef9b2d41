import { sql } from "drizzle-orm";
import { check, foreignKey, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { enrolments } from "./roster";

/**
 * Whose work something is: one student, whose submitter has the id of the enrolment, or, without an enrolment, one
 * team. Submissions, drafts, exceptions, grades and claims belong to a submitter.
 */
export const submitters = pgTable(
  "submitters",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    enrolmentId: uuid("enrolment_id"),
  },
  (t) => [
    unique("submitters_id_course_unique").on(t.id, t.courseId),
    unique("submitters_enrolment_unique").on(t.enrolmentId),
    foreignKey({
      name: "submitters_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("submitters_student_is_enrolment", sql`${t.enrolmentId} = ${t.id}`),
  ],
);
