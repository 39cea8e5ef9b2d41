import {
  checkHasSeats,
  freeSeat,
  freeTurn,
  timesInWords,
  titlesOf,
  type OpenDiscussion,
  type OwnSeat,
  type Seat,
  type TakenSeat,
} from "./discussions";
import type { MeetingFacts } from "./meetings";
import { checkReason } from "./reasons";
import { checkAll, Refusal } from "./refusal";
import type { PresentationRule } from "./syllabus";
import { endOfMinuteAt, formatInstant, parseLocalDate, parseLocalTime } from "./time";

/**
 * The seat that staff give a student, at any time and with a reason. Refuses a full, cancelled or other meeting,
 * a student who already presents, and an empty reason.
 */
export function checkPlacement(
  student: { enrolmentId: string },
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  elsewhere: readonly OwnSeat[],
  open: readonly OpenDiscussion[],
  { perStudent: { most } }: Pick<PresentationRule, "perStudent">,
  reason: string,
): Seat & { reason: string } {
  checkHasSeats(meeting);
  if (taken.some((seat) => seat.enrolmentId === student.enrolmentId)) {
    throw new Refusal("This student already has a seat in this discussion.");
  }
  const turn = freeTurn(elsewhere, most);
  if (turn === null) {
    throw new Refusal(
      `This student already has ${most === 1 ? "a seat" : "seats"} in ${titlesOf(elsewhere)}, and each student presents ${most === 1 ? "once" : `at most ${timesInWords(most)}`}. Remove ${most === 1 ? "that one" : "one of them"} first.`,
    );
  }
  return {
    meetingId: meeting.id,
    enrolmentId: student.enrolmentId,
    number: freeSeat(meeting, taken, open),
    turn,
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
