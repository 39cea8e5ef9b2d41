import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { meetings } from "./meetings";

/** A paper that the course reads. Its slug is given once, so that a link to it never breaks. */
export const readings = pgTable(
  "readings",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    slug: text().notNull(),
    title: text().notNull(),
    /** In its canonical form, so that duplicates are found. */
    url: text().notNull(),
    authors: text(),
    year: integer(),
  },
  (t) => [
    unique("readings_slug_unique").on(t.courseId, t.slug),
    unique("readings_url_unique").on(t.courseId, t.url),
    unique("readings_id_course_unique").on(t.id, t.courseId),
    check("readings_url_form", sql`${t.url} ~ '^https?://'`),
  ],
);

/** A paper's place on the list of a meeting. */
export const meetingReadings = pgTable(
  "meeting_readings",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id").notNull(),
    meetingId: uuid("meeting_id").notNull(),
    readingId: uuid("reading_id").notNull(),
    list: text({ enum: ["main", "suggested"] }).notNull(),
    position: integer().notNull(),
  },
  (t) => [
    unique("meeting_readings_once").on(t.meetingId, t.readingId),
    index("meeting_readings_reading_index").on(t.readingId),
    foreignKey({
      name: "meeting_readings_meeting_fk",
      columns: [t.meetingId, t.courseId],
      foreignColumns: [meetings.id, meetings.courseId],
    }).onDelete("cascade"),
    foreignKey({
      name: "meeting_readings_reading_fk",
      columns: [t.readingId, t.courseId],
      foreignColumns: [readings.id, readings.courseId],
    }).onDelete("cascade"),
    check("meeting_readings_list_known", sql`${t.list} in ('main', 'suggested')`),
  ],
);
