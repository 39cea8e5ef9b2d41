import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

/** Somebody with an account. What he or she may do in a course is on the enrolment, never here. */
export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    /** argon2id; null for somebody who has not been given a password. */
    passwordHash: text("password_hash"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Set, the person cannot sign in and is out at the next click. */
    disabledAt: timestamp("disabled_at", { withTimezone: true }),
  },
  (t) => [
    unique("people_email_unique").on(t.email),
    check("people_email_lower", sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`),
    check("people_name_given", sql`length(trim(${t.name})) between 1 and 200`),
  ],
);

/** A browser in which somebody is signed in. The cookie holds the token, the database only its hash. */
export const signIns = pgTable(
  "sign_ins",
  {
    tokenHash: text("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [index("sign_ins_person_index").on(t.personId)],
);
