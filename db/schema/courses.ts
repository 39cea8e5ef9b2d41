import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CourseLink, MeetingPattern, StaffMember, Syllabus } from "@/policy/syllabus";

/** One offering of a course. */
export const courses = pgTable(
  "courses",
  {
    id: uuid().primaryKey(),
    slug: text().notNull(),
    number: text().notNull(),
    department: text().notNull(),
    title: text().notNull(),
    institution: text().notNull(),
    term: text().notNull(),
    timeZone: text("time_zone").notNull(),
    room: text().notNull(),
    site: text(),
    audience: text().notNull(),
    /** Markdown, for the home page. */
    overview: text().notNull(),
    meets: jsonb().$type<MeetingPattern>().notNull(),
    links: jsonb().$type<CourseLink[]>().notNull(),
    /** The public list of staff; who may do what is on the enrolments. */
    staff: jsonb().$type<StaffMember[]>().notNull(),
    syllabus: jsonb().$type<Syllabus>().notNull(),
    /** How many presentations each student may give, for the constraint on seats; 0 in a course without any. */
    presentationTurns: integer("presentation_turns")
      .notNull()
      .generatedAlwaysAs(
        sql`coalesce((syllabus->'presentation'->'perStudent'->>'most')::integer, 0)`,
      ),
    /** Raised by every verb that changes what all see; the front compares it. */
    revision: bigint({ mode: "number" }).notNull(),
    /** Sign-up for seats, opened again by staff until then. */
    signUpReopenedUntil: timestamp("sign_up_reopened_until", { withTimezone: true }),
    /** Demo mode only: what the course's clock is ahead of the machine's (negative: behind). Null is the real clock. */
    clockOffsetMs: bigint("clock_offset_ms", { mode: "number" }),
    /** Demo mode only: the instant for which the course was loaded. Null: its cast is not complete. */
    demoStartedAt: timestamp("demo_started_at", { withTimezone: true }),
    /** Demo mode only: the instant up to which the cast has been simulated. */
    simulatedUntil: timestamp("simulated_until", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    unique("courses_slug_unique").on(t.slug),
    unique("courses_turns_unique").on(t.id, t.presentationTurns),
    check("courses_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`),
  ],
);

/** A part of the course: several themes, several meetings each (R2). */
export const parts = pgTable(
  "parts",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    name: text().notNull(),
  },
  (t) => [
    unique("parts_name_unique").on(t.courseId, t.name),
    unique("parts_id_course_unique").on(t.id, t.courseId),
  ],
);

/** A theme; the course project, breaks and the carnival have themes without a part. */
export const themes = pgTable(
  "themes",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    partId: uuid("part_id").references(() => parts.id, { onDelete: "set null" }),
    position: integer().notNull(),
    name: text().notNull(),
  },
  (t) => [
    unique("themes_name_unique").on(t.courseId, t.name),
    unique("themes_id_course_unique").on(t.id, t.courseId),
  ],
);
