import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { meetings } from "./meetings";
import { enrolments } from "./roster";

/**
 * A presenter's place in a discussion, held by a student. A seat given up is deleted; the audit log remembers it.
 * The database itself says: no more seats of a student than the course has presentations for each (R13), no number
 * twice, and none above the meeting's seats. Both limits are carried along by foreign keys so that checks can see them.
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
    /** Which of the student's presentations it is, from 1, and how many each student of the course may give. */
    turn: integer().notNull(),
    turns: integer().notNull(),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("seats_number_unique").on(t.meetingId, t.number),
    unique("seats_turn_unique").on(t.enrolmentId, t.turn),
    unique("seats_one_per_meeting").on(t.enrolmentId, t.meetingId),
    foreignKey({
      name: "seats_turns_fk",
      columns: [t.courseId, t.turns],
      foreignColumns: [courses.id, courses.presentationTurns],
    }).onUpdate("cascade"),
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
    check("seats_turn_allowed", sql`${t.turn} between 1 and ${t.turns}`),
    check("seats_within_capacity", sql`${t.number} between 1 and ${t.capacity}`),
  ],
);
