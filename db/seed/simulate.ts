import { eq } from "drizzle-orm";
import { db } from "../client";
import { courses } from "../schema";
import { castStudents } from "./cast";
import { perform } from "./deeds";
import { eventsBetween, type PlannedEvent } from "./events";
import { planOfTheTerm } from "./plan";
import { readStage } from "./stage";

/** How many of the cast act at the same time; the pool has connections left for people. */
const mostAtOnce = 6;

/**
 * Lets the cast do all that it does in the course after `from`, up to and including `to`. Each student's events
 * happen in their order, different students' at once; what concerns everybody waits for all before it. Whoever calls it holds the course's
 * clock (see `holdClock`).
 */
export async function simulateTo(courseId: string, from: Date, to: Date): Promise<void> {
  if (to.getTime() <= from.getTime()) return;
  const stage = await readStage(courseId);
  const students = castStudents.filter(({ account }) => stage.cast.has(account));
  for (const batch of batchesOf(eventsBetween(planOfTheTerm(stage.facts, students), from, to))) {
    const lanes = [...batch.values()];
    const workers = Array.from({ length: Math.min(mostAtOnce, lanes.length) }, async () => {
      for (let lane = lanes.pop(); lane !== undefined; lane = lanes.pop()) {
        for (const event of lane) await perform(stage, event);
      }
    });
    await Promise.all(workers);
  }
  await db.update(courses).set({ simulatedUntil: to }).where(eq(courses.id, courseId));
}

/** Whose work an event is about; null for what concerns everybody. */
function laneOf({ who, deed }: PlannedEvent): string | null {
  switch (deed.kind) {
    case "hand in":
    case "save a draft":
    case "take a pass":
      return who;
    case "score":
    case "mark":
    case "grant":
      return deed.student;
    default:
      return null;
  }
}

/** Events that may happen at once, by lane, one batch after the other. */
function batchesOf(events: readonly PlannedEvent[]): Map<string | null, PlannedEvent[]>[] {
  const batches: Map<string | null, PlannedEvent[]>[] = [];
  for (const event of events) {
    const lane = laneOf(event);
    const last = batches.at(-1);
    if (last === undefined || lane === null || last.has(null)) {
      batches.push(new Map([[lane, [event]]]));
    } else {
      last.set(lane, [...(last.get(lane) ?? []), event]);
    }
  }
  return batches;
}
