import { isToGrade, type GradingItem } from "./grading";

/**
 * The items in the order in which one grader gets them: by the submitters' ids, which are drawn by lot, going round
 * from the grader's own id. It stays the same for that grader, hides who comes first in the alphabet, and differs between
 * graders, so that two begin at different places. The database goes the same way.
 */
export function orderFor<I extends Pick<GradingItem, "submitterId">>(
  graderId: string,
  items: readonly I[],
): I[] {
  const comesLate = ({ submitterId }: I) => Number(submitterId < graderId);
  return [...items].sort(
    (a, b) => comesLate(a) - comesLate(b) || (a.submitterId < b.submitterId ? -1 : 1),
  );
}

/** A claim that still holds. */
interface Claim {
  submitterId: string;
  graderId: string;
}

/**
 * The item that a grader gets next: the one that he or she has open already, else the first in the own order that
 * nobody has open; undefined when there is none. `after` is not given again unless it is the last that waits. What may
 * still change is given only once nothing else waits, and not after an item that was due.
 */
export function nextItem<I extends Pick<GradingItem, "submitterId" | "state" | "mayChange">>(
  graderId: string,
  items: readonly I[],
  claims: readonly Claim[],
  after: string | null,
): I | undefined {
  const holder = new Map(claims.map((claim) => [claim.submitterId, claim.graderId]));
  const waiting = items.filter(isToGrade);
  const done = items.find((item) => item.submitterId === after);
  const isDue = done?.mayChange === false || waiting.some((item) => !item.mayChange);
  const open = orderFor(
    graderId,
    waiting.filter((item) => !isDue || !item.mayChange),
  ).filter((item) => {
    const by = holder.get(item.submitterId);
    return by === undefined || by === graderId;
  });
  const others = open.filter((item) => item.submitterId !== after);
  return others.find((item) => holder.get(item.submitterId) === graderId) ?? others[0] ?? open[0];
}
