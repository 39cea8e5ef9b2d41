import type { Duty, ExceptionDecision } from "./assignments";
import { isOnTime } from "./lateness";
import { Refusal } from "./refusal";
import { lowerName } from "./series";
import { formatInstant } from "./time";
import { counted } from "./wording";

/** How a student stands with the free passes of a series, at one of its assignments. */
export interface PassStatus {
  /** How many each student has, and how many of them are not taken yet. */
  each: number;
  left: number;
  isTakenHere: boolean;
  mayTake: boolean;
  mayTakeBack: boolean;
}

/**
 * Whether a free pass may be taken or taken back now: both only until the student's own deadline, without a reason.
 * `taken` counts the student's passes in the series, this one included. Null where the series has none.
 */
export function passStatus(
  duty: Duty,
  exception: ExceptionDecision | null,
  taken: number,
  now: Date,
): PassStatus | null {
  const each = duty.series.passes;
  if (each === 0) return null;
  const isTakenHere = exception?.kind === "pass";
  const left = Math.max(0, each - taken);
  const isOpen = isOnTime(now, duty.dueAt);
  return {
    each,
    left,
    isTakenHere,
    mayTake: isOpen && duty.state === "due" && exception === null && left > 0,
    mayTakeBack: isOpen && isTakenHere,
  };
}

/** Refuses, in words, a free pass that may not be taken. */
export function checkTakePass(
  duty: Duty,
  exception: ExceptionDecision | null,
  taken: number,
  facts: { zone: string; now: Date },
): void {
  const name = lowerName(duty.series);
  const status = passStatus(duty, exception, taken, facts.now);
  if (status === null) throw new Refusal(`“${duty.series.name}” has no free passes.`);
  if (status.mayTake) return;
  if (status.isTakenHere) throw new Refusal("You already use a free pass here.");
  if (duty.state !== "due") {
    throw new Refusal(
      `Nothing is due here, so a free pass would be lost. Keep it for another ${name}.`,
    );
  }
  if (!isOnTime(facts.now, duty.dueAt)) {
    throw new Refusal(
      `This ${name} was due ${formatInstant(duty.dueAt, facts.zone)}, and a free pass is taken before that.`,
    );
  }
  if (exception !== null) {
    throw new Refusal(
      "You have an extension here. Hand in by it, or ask the staff to withdraw it.",
    );
  }
  throw new Refusal(
    `You have used ${counted(status.each, "free pass", "free passes")}, which is all of them.`,
  );
}

/** Refuses, in words, to take back a free pass after the deadline, when the student can no longer hand in instead. */
export function checkTakeBackPass(
  duty: Duty,
  exception: ExceptionDecision | null,
  facts: { zone: string; now: Date },
): void {
  if (exception?.kind !== "pass") throw new Refusal("You use no free pass here.");
  if (isOnTime(facts.now, duty.dueAt)) return;
  throw new Refusal(
    `This ${lowerName(duty.series)} was due ${formatInstant(duty.dueAt, facts.zone)}, so the free pass stays taken.`,
  );
}
