import { bigint, index, jsonb, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { AuditAction, AuditPayloads } from "@/policy/audit";
import { courses } from "./courses";
import { people } from "./people";

/** Who did what, when, to what: one row in the transaction of every change. Append-only (a trigger refuses updates). */
export const audit = pgTable(
  "audit",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    courseId: uuid("course_id").references(() => courses.id, { onDelete: "cascade" }),
    /** Null when the portal itself acted. */
    personId: uuid("person_id").references(() => people.id),
    /** The name of the event, as `AuditPayloads` lists them. */
    action: text().$type<AuditAction>().notNull(),
    /** What it was done to. */
    subjectId: uuid("subject_id"),
    /** What a reader of the log needs: former and new values, reasons. */
    details: jsonb().$type<AuditPayloads[AuditAction]>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** One per rendered form: a double click or a retry finds the first row and gets its receipt. */
    idempotencyKey: text("idempotency_key"),
  },
  (t) => [
    unique("audit_idempotency_unique").on(t.personId, t.idempotencyKey),
    index("audit_course_index").on(t.courseId, t.id),
    index("audit_subject_index").on(t.subjectId, t.id),
  ],
);
