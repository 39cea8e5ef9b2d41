import { sql } from "drizzle-orm";
import { boolean, check, pgTable, timestamp } from "drizzle-orm/pg-core";

/** Its one row says that the demo made this database: demo mode writes to no other. */
export const demoMark = pgTable(
  "demo_mark",
  {
    isDemo: boolean("is_demo").primaryKey(),
    /** By the machine's clock. */
    markedAt: timestamp("marked_at", { withTimezone: true }).notNull(),
  },
  (t) => [check("demo_mark_one_row", sql`${t.isDemo}`)],
);
