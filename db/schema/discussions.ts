import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { meetings } from "./meetings";
import { enrolments } from "./roster";

/**
 * A presenter's place in a discussion, held by a student. A seat given up is deleted; the audit log remembers it.
 * The database itself says: one seat per student and course (R13), no number twice, and none above the
 * meeting's seats, which are carried along by the foreign key so that a check can see them (R6).
 */
export const seats = pgTable(
  "seats",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").notNull(),
    number: integer().notNull(),
    /** The meeting's number of seats. */
    capacity: integer().notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("seats_number_unique").on(t.meetingId, t.number),
    unique("seats_one_per_student").on(t.enrolmentId),
    foreignKey({
      name: "seats_meeting_fk",
      columns: [t.meetingId, t.courseId, t.capacity],
      foreignColumns: [meetings.id, meetings.courseId, meetings.seats],
    }).onUpdate("cascade"),
    foreignKey({
      name: "seats_enrolment_fk",
      columns: [t.enrolmentId, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("seats_within_capacity", sql`${t.number} between 1 and ${t.capacity}`),
  ],
);
