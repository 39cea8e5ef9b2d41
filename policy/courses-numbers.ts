import { Refusal } from "./refusal";
import type { RelativeDue } from "./syllabus";
import { parseLocalTime } from "./time";

/** Refuses a number that is not whole, or below the least that makes sense. */
export function checkCount(value: number, least: number, what: string, field: string): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new Refusal(`${what}: write a whole number of at least ${least}, not ${value}.`, field);
}

/** Refuses points that are no whole number of hundredths above 0. */
export function checkPoints(hundredths: number, what: string, field: string): void {
  if (Number.isSafeInteger(hundredths) && hundredths > 0) return;
  throw new Refusal(`${what}: write points above 0, with at most two decimals.`, field);
}

/** Refuses a deadline that is counted in parts of a day, or at a time that there is not. */
export function checkDue({ daysAfter, time }: RelativeDue, what: string, field: string): void {
  parseLocalTime(time, field);
  if (Number.isSafeInteger(daysAfter)) return;
  throw new Refusal(`${what}: write a whole number of days for the deadline.`, field);
}
