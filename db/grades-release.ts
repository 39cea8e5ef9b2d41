import { inArray } from "drizzle-orm";
import { demandEnrolled, type Viewer } from "@/policy/access";
import { queueLine } from "@/policy/grading";
import { Refusal } from "@/policy/refusal";
import type { GradedKind } from "@/policy/syllabus";
import { alreadyDone, record } from "./audit";
import { db } from "./client";
import { readRules } from "./courses";
import { readScoreFacts } from "./grades";
import { lockMeeting } from "./meetings";
import { grades } from "./schema";

/**
 * Tells the students their scores of one assignment or presentation (feature 34): the newest version of each that
 * has a score, all at once. What is changed afterwards stays with the graders until it is released again. Refuses
 * when there is nothing new to tell.
 */
export async function releaseGrades(
  viewer: Viewer,
  release: { meetingId: string; kind: GradedKind; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "release grades");
  await db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, viewer, release.meetingId);
    const isRepeated = await alreadyDone(tx, viewer, release.idempotencyKey);
    const rules = await readRules(tx, viewer);
    const students = await readScoreFacts(viewer, { meetingId: meeting.id }, tx);
    const line = queueLine(students, meeting, release.kind, { ...rules, now });
    const toTell = line.items.flatMap(({ isToTell, saved }) =>
      isToTell && saved !== null ? [saved.id] : [],
    );
    if (toTell.length === 0) {
      if (isRepeated) return;
      throw new Refusal(
        "There is no score that students have not been told. Grade something first.",
      );
    }
    await tx.update(grades).set({ releasedAt: now }).where(inArray(grades.id, toTell));
    await record(
      tx,
      viewer,
      {
        action: "released grades",
        subjectId: meeting.id,
        details: {
          kind: release.kind,
          told: line.toTell,
          corrected: line.changed,
          waiting: line.waiting + line.early,
        },
        idempotencyKey: release.idempotencyKey,
      },
      now,
    );
  });
}
