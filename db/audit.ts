import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import type { AuditEvent } from "@/policy/audit";
import type { Tx } from "./client";
import { audit } from "./schema";

/** An entry of the log: the event, what it was done to, and the key of the form that asked for it (see `alreadyDone`). */
export type Entry = AuditEvent & {
  subjectId: string | null;
  idempotencyKey?: string | null;
};

/**
 * Writes the log's row for a change, in the transaction of the change. A form that is carried out again keeps its key
 * in the first row alone.
 */
export async function record(tx: Tx, viewer: Viewer, entry: Entry, now: Date): Promise<void> {
  const { idempotencyKey: key = null } = entry;
  await tx.insert(audit).values({
    courseId: viewer.courseId,
    personId: viewer.personId,
    action: entry.action,
    subjectId: entry.subjectId,
    details: entry.details,
    at: now,
    idempotencyKey:
      key === null || viewer.personId === null
        ? key
        : sql`nullif(${key}, ${tx.select({ key: audit.idempotencyKey }).from(audit).where(ofForm(viewer.personId, key))})`,
  });
}

/**
 * Whether this very form was carried out before: a double click or a retry is then answered with the first
 * receipt. Call it after the lock that the verb takes, so that of two at once the second waits and finds it.
 *
 * A form is also resubmitted after browser Back, after what it did has been undone. A verb that can be undone therefore
 * looks whether that still holds, and does it again where it does not.
 */
export async function alreadyDone(tx: Tx, viewer: Viewer, key: string | null): Promise<boolean> {
  if (key === null || viewer.personId === null) return false;
  const found = await tx.select({ id: audit.id }).from(audit).where(ofForm(viewer.personId, key));
  return found.length > 0;
}

function ofForm(personId: string, key: string) {
  return and(eq(audit.personId, personId), eq(audit.idempotencyKey, key));
}
