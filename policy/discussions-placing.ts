import {
  checkHasSeats,
  freeSeat,
  type OpenDiscussion,
  type Seat,
  type TakenSeat,
} from "./discussions";
import type { MeetingFacts } from "./meetings";
import { checkReason } from "./reasons";
import { checkAll, Refusal } from "./refusal";
import { endOfMinuteAt, formatInstant, parseLocalDate, parseLocalTime } from "./time";

/**
 * The seat that staff give a student, at any time and with a reason. Refuses a full, cancelled or other meeting,
 * a student who already presents, and an empty reason.
 */
export function checkPlacement(
  student: { enrolmentId: string },
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  hasSeatElsewhere: { title: string } | null,
  open: readonly OpenDiscussion[],
  reason: string,
): Seat & { reason: string } {
  checkHasSeats(meeting);
  if (taken.some((seat) => seat.enrolmentId === student.enrolmentId)) {
    throw new Refusal("This student already has a seat in this discussion.");
  }
  if (hasSeatElsewhere !== null) {
    throw new Refusal(
      `This student already has a seat in “${hasSeatElsewhere.title}”, and each student presents once. Remove that one first.`,
    );
  }
  return {
    meetingId: meeting.id,
    enrolmentId: student.enrolmentId,
    number: freeSeat(meeting, taken, open),
    reason: checkReason(reason),
  };
}

/**
 * A sign-up that staff open again, to its last instant by the course's clocks. Refuses one that is over already, and
 * an empty reason.
 */
export function checkReopening(
  reopening: { date: string; time: string; reason: string },
  zone: string,
  now: Date,
): { until: Date; reason: string } {
  return checkAll({
    until: () => checkUntil(reopening, zone, now),
    reason: () => checkReason(reopening.reason),
  });
}

function checkUntil(typed: { date: string; time: string }, zone: string, now: Date): Date {
  const { date, time } = checkAll({
    date: () => parseLocalDate(typed.date, "date"),
    time: () => parseLocalTime(typed.time, "time"),
  });
  const end = endOfMinuteAt(date, time, zone);
  if (end.getTime() > now.getTime()) return end;
  throw new Refusal(
    `${formatInstant(end, zone)} is over already, so nobody could sign up. Choose a later day or time.`,
    "date",
  );
}
