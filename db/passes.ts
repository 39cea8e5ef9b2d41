import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { dutyHere, passesTaken } from "@/policy/hand-in";
import { checkTakeBackPass, checkTakePass } from "@/policy/passes";
import { Refusal } from "@/policy/refusal";
import { record } from "./audit";
import { db, type Tx } from "./client";
import type { TextOf } from "./drafts";
import { exceptions } from "./schema";
import { lockText } from "./submissions";

/** The assignment that a free pass is for, and the key of the form. */
type PassInput = TextOf & { idempotencyKey: string | null };

/**
 * Takes one of the viewer's free passes for an assignment, which is then not due and does not count. Refuses after the
 * viewer's deadline, where nothing is due anyway, and when all passes are used.
 */
export async function takePass(viewer: Viewer, input: PassInput, now: Date): Promise<void> {
  demandEnrolled(viewer, "hand in assignments");
  await db.transaction(async (tx) => {
    const { duty, exception, taken, zone, isRepeated } = await lockDuty(tx, viewer, input, now);
    if (isRepeated && exception?.kind === "pass") return;
    checkTakePass(duty, exception, taken, { zone, now });
    const id = randomUUID();
    const work = { assignmentId: input.assignmentId, submitterId: viewer.enrolmentId };
    await tx.insert(exceptions).values({
      id,
      courseId: viewer.courseId,
      ...work,
      kind: "pass",
      grantedBy: viewer.enrolmentId,
      grantedAt: now,
    });
    const { idempotencyKey } = input;
    const entry = { action: "pass-taken" as const, subjectId: id, details: work, idempotencyKey };
    await record(tx, viewer, entry, now);
  });
}

/** Takes the free pass back, so that the assignment is due again. Refuses after the viewer's deadline. */
export async function takeBackPass(viewer: Viewer, input: PassInput, now: Date): Promise<void> {
  demandEnrolled(viewer, "hand in assignments");
  await db.transaction(async (tx) => {
    const { duty, exception, zone, isRepeated } = await lockDuty(tx, viewer, input, now);
    if (isRepeated && exception?.kind !== "pass") return;
    checkTakeBackPass(duty, exception, { zone, now });
    const subjectId = exception?.id ?? "";
    await tx.update(exceptions).set({ withdrawnAt: now }).where(eq(exceptions.id, subjectId));
    await record(
      tx,
      viewer,
      {
        action: "pass-taken-back",
        subjectId,
        details: { assignmentId: input.assignmentId, submitterId: viewer.enrolmentId },
        idempotencyKey: input.idempotencyKey,
      },
      now,
    );
  });
}

/** What the viewer owes for the assignment, and the passes taken in its series, until the transaction ends. */
async function lockDuty(tx: Tx, viewer: EnrolledViewer, input: PassInput, now: Date) {
  const { facts, status, isRepeated } = await lockText(tx, viewer, input, now);
  const { series, state, window } = status;
  if (state === "none" && window.state === "closed") throw new Refusal(window.reason);
  const taken = passesTaken(facts, series);
  return { ...dutyHere(facts, series), taken, zone: facts.zone, isRepeated };
}
