import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Counters of failed sign-ins, in the form that rate-limiter-flexible keeps them. */
export const throttle = pgTable("throttle", {
  key: text().primaryKey(),
  points: integer().notNull(),
  /** By the machine's clock. */
  expire: timestamp({ withTimezone: true }),
});
