import type { TakenSeat } from "./discussions";
import { hasPresenters, startsAt, type MeetingFacts } from "./meetings";
import { Refusal } from "./refusal";
import type { Syllabus } from "./syllabus";

/** Whether somebody takes part, or has dropped the course. */
type EnrolmentStatus = "active" | "dropped";

/** The units that a student changes to (R5); refuses what the course does not offer, and what he or she takes now. */
export function checkUnits(
  units: number,
  former: number,
  syllabus: Pick<Syllabus, "unitOptions">,
): number {
  const { unitOptions } = syllabus;
  if (!unitOptions.includes(units)) {
    throw new Refusal(
      `This course is taken with ${unitOptions.join(" or ")} units. Choose one of them.`,
      "units",
    );
  }
  if (units === former) {
    throw new Refusal(`The student takes ${units} units already. Choose another number.`, "units");
  }
  return units;
}

/** How an address asks for the roster in the order of a series: by how often it was handed in. */
export function seriesColumn({ key }: { key: string }): string {
  return `series-${key}`;
}

/** Refuses to drop whoever has dropped the course already. */
export function checkDropping(student: { status: EnrolmentStatus }): void {
  if (student.status === "active") return;
  throw new Refusal("This student has dropped the course already. Load the page again.");
}

/** Refuses to take back whoever has not dropped the course. */
export function checkRestoring(student: { status: EnrolmentStatus }): void {
  if (student.status === "dropped") return;
  throw new Refusal("This student is already in the course. Load the page again.");
}

/**
 * Whether a student who drops the course loses the seat: one in a discussion that has begun stays, since what was
 * presented was presented.
 */
export function isStillAhead(
  meeting: Pick<MeetingFacts, "date" | "starts">,
  zone: string,
  now: Date,
): boolean {
  return now.getTime() < startsAt(meeting, zone).getTime();
}

/**
 * The seat number that a student who comes back gets in the former discussion: the own one where it is free, else
 * the lowest that is; null where none is, or the meeting is over, cancelled or no discussion any more (feature 50).
 */
export function seatGivenBack(
  former: number,
  meeting: Pick<MeetingFacts, "kind" | "isCancelled" | "seats" | "date" | "starts">,
  taken: readonly Pick<TakenSeat, "seatNumber">[],
  { zone, now }: { zone: string; now: Date },
): number | null {
  if (!hasPresenters(meeting) || !isStillAhead(meeting, zone, now)) return null;
  const numbers = [former, ...Array.from({ length: meeting.seats }, (_, index) => index + 1)];
  const isFree = (number: number) =>
    number <= meeting.seats && !taken.some((seat) => seat.seatNumber === number);
  return numbers.find(isFree) ?? null;
}
