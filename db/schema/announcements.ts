import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { courses } from "./courses";
import { enrolments } from "./roster";

/** News from the staff, in Markdown, on the course's home page. */
export const announcements = pgTable(
  "announcements",
  {
    id: uuid().primaryKey(),
    courseId: uuid("course_id")
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    title: text().notNull(),
    body: text().notNull(),
    postedBy: uuid("posted_by").notNull(),
    postedAt: timestamp("posted_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    index("announcements_posted_index").on(t.courseId, t.postedAt),
    foreignKey({
      name: "announcements_posted_by_fk",
      columns: [t.postedBy, t.courseId],
      foreignColumns: [enrolments.id, enrolments.courseId],
    }),
    check("announcements_title_given", sql`length(trim(${t.title})) > 0`),
  ],
);
