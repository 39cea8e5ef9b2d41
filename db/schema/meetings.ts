import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { meetingKinds, type PersonLink } from "@/policy/syllabus";
import { courses, themes } from "./courses";

/** A class meeting. Local date and times are stored; every instant is derived from them and the course's zone (R34). */
export const meetings = pgTable(
  "meetings",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    /** The number in the address: given once, never reassigned. */
    number: integer().notNull(),
    date: date({ mode: "string" }).notNull(),
    /** "15:30" */
    starts: text().notNull(),
    ends: text().notNull(),
    kind: text({ enum: meetingKinds }).notNull(),
    title: text().notNull(),
    themeId: uuid("theme_id"),
    /** Where it is held when not in the course's room. */
    room: text(),
    lecturers: jsonb().$type<string[]>().notNull(),
    /** The speaker of a guest meeting; null is "to be announced". */
    guest: jsonb().$type<PersonLink>(),
    /** Markdown. */
    notes: text().notNull(),
    isCancelled: boolean("is_cancelled").notNull(),
    /** Presenters of a discussion; 0 for every other kind. */
    seats: integer().notNull(),
    /** Why the number of seats differs from the syllabus. */
    seatsReason: text("seats_reason"),
    /** Extra points for whoever presents, in hundredths (R16). */
    bonus: integer().notNull(),
    /** Raised by each save; a save against an older one is refused. */
    version: integer().notNull(),
  },
  (t) => [
    unique("meetings_number_unique").on(t.courseId, t.number),
    unique("meetings_id_course_unique").on(t.id, t.courseId),
    unique("meetings_seats_unique").on(t.id, t.courseId, t.seats),
    index("meetings_date_index").on(t.courseId, t.date),
    foreignKey({
      name: "meetings_theme_fk",
      columns: [t.themeId, t.courseId],
      foreignColumns: [themes.id, themes.courseId],
    }),
    check(
      "meetings_kind_known",
      sql`${t.kind} in ('lecture', 'discussion', 'guest', 'project-hours', 'final-presentations', 'no-class')`,
    ),
    check("meetings_title_given", sql`length(trim(${t.title})) > 0`),
    check(
      "meetings_times_form",
      sql`${t.starts} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.ends} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.starts} < ${t.ends}`,
    ),
    check(
      "meetings_seats_of_discussions",
      sql`${t.seats} between 0 and 20 and (${t.kind} = 'discussion' or ${t.seats} = 0)`,
    ),
    check("meetings_bonus_not_negative", sql`${t.bonus} >= 0`),
  ],
);

/** Slides, recordings and notes of a meeting. */
export const materials = pgTable(
  "materials",
  {
    id: uuid().primaryKey(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    title: text().notNull(),
    url: text().notNull(),
  },
  (t) => [unique("materials_position_unique").on(t.meetingId, t.position)],
);
