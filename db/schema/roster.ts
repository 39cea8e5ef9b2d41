import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { people } from "./people";

/** A person in a course: role, units and whether he or she still takes part. Read at every request. */
export const enrolments = pgTable(
  "enrolments",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["student", "ta", "instructor"] }).notNull(),
    units: integer(),
    /** The four digits under which classmates read a student's texts where they read no names; drawn by lot. */
    alias: integer(),
    status: text({ enum: ["active", "dropped"] }).notNull(),
    enrolledAt: timestamp("enrolled_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("enrolments_person_unique").on(t.courseId, t.personId),
    unique("enrolments_id_course_unique").on(t.id, t.courseId),
    index("enrolments_person_index").on(t.personId),
    unique("enrolments_alias_unique").on(t.courseId, t.alias),
    check("enrolments_alias_of_students", sql`${t.alias} between 1000 and 9999`),
    check("enrolments_student_has_alias", sql`${t.role} <> 'student' or ${t.alias} is not null`),
    check("enrolments_role_known", sql`${t.role} in ('student', 'ta', 'instructor')`),
    check("enrolments_status_known", sql`${t.status} in ('active', 'dropped')`),
    check("enrolments_units_of_students", sql`(${t.role} = 'student') = (${t.units} is not null)`),
  ],
);
