import type { EnrolledViewer } from "./access";
import type { MeetingFacts } from "./meetings";
import { endsAt, inOrder, startsAt } from "./meetings";
import { checkReason } from "./reasons";
import { Refusal } from "./refusal";
import type { Syllabus } from "./syllabus";
import { endOfMinuteAt, formatInstant } from "./time";

/** When seats may be taken and given up freely; `closesAt` is the last millisecond. */
export interface SignUpWindow {
  opensAt: Date;
  closesAt: Date;
  zone: string;
}

/** A seat that somebody holds in the meeting at hand. */
export interface TakenSeat {
  seatNumber: number;
  enrolmentId: string;
}

/** A seat to be written down. */
export interface Seat {
  meetingId: string;
  enrolmentId: string;
  number: number;
}

/**
 * The window of R14: from the end of the meeting that the syllabus names (or of the first one, where that number
 * does not exist) to the end of the closing minute, or of a later one to which staff have reopened it.
 */
export function signUpWindow(
  syllabus: Pick<Syllabus, "signUp">,
  meetings: readonly Pick<MeetingFacts, "number" | "date" | "starts" | "ends">[],
  zone: string,
  reopenedUntil: Date | null = null,
): SignUpWindow {
  const { opensAfterMeeting, closes } = syllabus.signUp;
  const closing = endOfMinuteAt(closes.date, closes.time, zone);
  const first =
    meetings.find((meeting) => meeting.number === opensAfterMeeting) ?? inOrder(meetings)[0];
  return {
    opensAt: first === undefined ? closing : endsAt(first, zone),
    closesAt:
      reopenedUntil !== null && reopenedUntil.getTime() > closing.getTime()
        ? reopenedUntil
        : closing,
    zone,
  };
}

/** Where the window stands: not open yet, open, or closed. */
export function signUpState(window: SignUpWindow, now: Date): "early" | "open" | "closed" {
  if (now.getTime() < window.opensAt.getTime()) return "early";
  return now.getTime() <= window.closesAt.getTime() ? "open" : "closed";
}

/** The lowest seat number that is free, or a Refusal where the meeting has no seat to give. */
function freeSeat(meeting: MeetingFacts, taken: readonly TakenSeat[]): number {
  const numbers = new Set(taken.map((seat) => seat.seatNumber));
  for (let number = 1; number <= meeting.seats; number += 1) {
    if (!numbers.has(number)) return number;
  }
  const all = meeting.seats === 1 ? "The only seat" : `All ${meeting.seats} seats`;
  const verb = meeting.seats === 1 ? "is" : "are";
  throw new Refusal(`${all} of “${meeting.title}” ${verb} taken. Choose another discussion.`);
}

function checkHasSeats(meeting: MeetingFacts): void {
  if (meeting.isCancelled) {
    throw new Refusal(`“${meeting.title}” is cancelled, so it has no seats. Choose another one.`);
  }
  if (meeting.kind !== "discussion") {
    throw new Refusal(
      `“${meeting.title}” is not a discussion, so it has no seats. Choose a discussion.`,
    );
  }
}

/**
 * The seat that a student gets by asking now: the lowest free number (R6, R13, R14). Refuses outside the sign-up
 * window, once the meeting has begun, when it is full, cancelled or no discussion, and whoever holds a seat.
 */
export function seatFor(
  viewer: Pick<EnrolledViewer, "enrolmentId">,
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  window: SignUpWindow,
  hasSeatElsewhere: { title: string } | null,
  now: Date,
): Seat {
  checkHasSeats(meeting);
  const state = signUpState(window, now);
  if (state === "early") {
    throw new Refusal(
      `Sign-up opens on ${formatInstant(window.opensAt, window.zone)}. Come back then.`,
    );
  }
  if (state === "closed") {
    throw new Refusal(
      `Sign-up closed on ${formatInstant(window.closesAt, window.zone)}. Ask the staff for a seat.`,
    );
  }
  checkNotBegun(meeting, window.zone, now);
  if (taken.some((seat) => seat.enrolmentId === viewer.enrolmentId)) {
    throw new Refusal("You already have a seat in this discussion.");
  }
  if (hasSeatElsewhere !== null) {
    throw new Refusal(
      `You already have a seat in “${hasSeatElsewhere.title}”, and each student presents once. Give that one up first.`,
    );
  }
  return {
    meetingId: meeting.id,
    enrolmentId: viewer.enrolmentId,
    number: freeSeat(meeting, taken),
  };
}

function checkNotBegun(meeting: MeetingFacts, zone: string, now: Date): void {
  if (now.getTime() < startsAt(meeting, zone).getTime()) return;
  throw new Refusal(`“${meeting.title}” has already begun. Its seats can no longer change hands.`);
}

/**
 * Whether a seat may be given up freely: inside the window, and before the meeting begins (R14). Afterwards it is
 * refused in words.
 */
export function checkGiveUp(meeting: MeetingFacts, window: SignUpWindow, now: Date): void {
  checkNotBegun(meeting, window.zone, now);
  const state = signUpState(window, now);
  if (state === "open") return;
  if (state === "early") {
    throw new Refusal(
      `Sign-up opens on ${formatInstant(window.opensAt, window.zone)}. Until then only the staff can change your seat.`,
    );
  }
  throw new Refusal(
    `Sign-up closed on ${formatInstant(window.closesAt, window.zone)}, so a seat can no longer be given up freely. Find somebody who swaps with you or takes it over, or ask the staff.`,
  );
}

/**
 * The seat that staff give a student, at any time and with a reason. Refuses a full, cancelled or other meeting,
 * a student who already presents, and an empty reason.
 */
export function checkPlacement(
  student: { enrolmentId: string },
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  hasSeatElsewhere: { title: string } | null,
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
    number: freeSeat(meeting, taken),
    reason: checkReason(reason),
  };
}
