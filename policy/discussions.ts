import type { EnrolledViewer } from "./access";
import type { MeetingFacts } from "./meetings";
import { endsAt, hasPresenters, inOrder, startsAt } from "./meetings";
import { Refusal, type RefusalLink } from "./refusal";
import type { PresentationRule, Syllabus } from "./syllabus";
import { endOfMinuteAt, formatDate, formatInstant, type LocalDate } from "./time";
import { counted, listOf } from "./wording";

/** When seats may be taken and given up freely; `closesAt` is the last millisecond. Null where staff assign them. */
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
  /** Which of the student's presentations it is: 1 where each presents once (R13). */
  turn: number;
}

/** A seat that the student holds elsewhere: which of his or her presentations, and where. */
export interface OwnSeat {
  turn: number;
  title: string;
}

/**
 * The window of R14: from the end of the meeting that the syllabus names (or of the first one, where that number
 * does not exist) to the end of the closing minute, or of a later one to which staff have reopened it.
 */
export function signUpWindow(
  { presentation }: Pick<Syllabus, "presentation">,
  meetings: readonly Pick<MeetingFacts, "number" | "date" | "starts" | "ends">[],
  zone: string,
  reopenedUntil: Date | null = null,
): SignUpWindow | null {
  if (presentation?.signUp == null) return null;
  const { opensAfterMeeting, closes } = presentation.signUp;
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

/** Where the window stands: not open yet, open, closed, or none at all because staff assign the seats. */
export function signUpState(
  window: SignUpWindow | null,
  now: Date,
): "early" | "open" | "closed" | "assigned" {
  if (window === null) return "assigned";
  if (now.getTime() < window.opensAt.getTime()) return "early";
  return now.getTime() <= window.closesAt.getTime() ? "open" : "closed";
}

/** A discussion that has a seat to give. */
export interface OpenDiscussion {
  id: string;
  number: number;
  title: string;
  date: LocalDate;
  /** How many of its seats are free. */
  free: number;
}

/** Where a seat can still be had: discussions that take place, have not begun and are not full, by date. */
export function openDiscussions(
  meetings: readonly MeetingFacts[],
  seats: readonly { meetingId: string }[],
  zone: string,
  now: Date,
): OpenDiscussion[] {
  return inOrder(meetings)
    .filter(
      (meeting) => hasPresenters(meeting) && now.getTime() < startsAt(meeting, zone).getTime(),
    )
    .map(({ id, number, title, date, seats: all }) => {
      const taken = seats.filter((seat) => seat.meetingId === id).length;
      return { id, number, title, date, free: all - taken };
    })
    .filter((discussion) => discussion.free > 0);
}

const offered = 4;

/** What somebody may do who came too late: the emptiest discussions first, each named so that it can be a link. */
function offer(open: readonly OpenDiscussion[]): { sentence: string; links: RefusalLink[] } {
  if (open.length === 0) {
    return { sentence: "No other discussion has a free seat: ask the staff for one.", links: [] };
  }
  const named = [...open].sort((a, b) => b.free - a.free).slice(0, offered);
  const words = named.map(
    ({ title, date, free }) => `“${title}” on ${formatDate(date)} (${counted(free, "seat")})`,
  );
  const more = open.length > offered ? [`${open.length - offered} more`] : [];
  return {
    sentence: `Still open: ${listOf([...words, ...more])}.`,
    links: named.map(({ title, number }) => ({
      words: `“${title}”`,
      path: `discussions/${number}`,
    })),
  };
}

/** The lowest seat number that is free, or a Refusal that offers what is open where the meeting has none to give. */
export function freeSeat(
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  open: readonly OpenDiscussion[],
): number {
  const numbers = new Set(taken.map((seat) => seat.seatNumber));
  for (let number = 1; number <= meeting.seats; number += 1) {
    if (!numbers.has(number)) return number;
  }
  const all = meeting.seats === 1 ? "The only seat" : `All ${meeting.seats} seats`;
  const verb = meeting.seats === 1 ? "is" : "are";
  const { sentence, links } = offer(open);
  throw new Refusal(`${all} of “${meeting.title}” ${verb} taken. ${sentence}`, undefined, links);
}

/** Refuses a meeting that has no seats: a cancelled one, and one that is no discussion. */
export function checkHasSeats(meeting: MeetingFacts): void {
  if (meeting.isCancelled) {
    throw new Refusal(`“${meeting.title}” is cancelled, so it has no seats. Choose another one.`);
  }
  if (meeting.kind !== "discussion") {
    throw new Refusal(
      `“${meeting.title}” is not a discussion, so it has no seats. Choose a discussion.`,
    );
  }
}

/** The first of a student's presentations that has no seat yet, or null where all have one (R13). */
export function freeTurn(own: readonly OwnSeat[], most: number): number | null {
  const turns = new Set(own.map(({ turn }) => turn));
  for (let turn = 1; turn <= most; turn += 1) if (!turns.has(turn)) return turn;
  return null;
}

/** How often each student presents, in words: "once", "twice", "3 times". */
export function timesInWords(times: number): string {
  return times === 1 ? "once" : times === 2 ? "twice" : `${times} times`;
}

/** How often each student presents by the rule, in words: "once", "2 to 3 times". */
export function presentsInWords({ perStudent }: Pick<PresentationRule, "perStudent">): string {
  const { least, most } = perStudent;
  return least === most ? timesInWords(most) : `${least} to ${most} times`;
}

/**
 * The seat that a student gets by asking now: the lowest free number (R6, R13, R14). Refuses outside the sign-up
 * window, once the meeting has begun, when it is full, cancelled or no discussion, and whoever holds as many seats
 * elsewhere as each student may. `open` is what a student who comes too late is offered.
 */
export function seatFor(
  viewer: Pick<EnrolledViewer, "enrolmentId">,
  meeting: MeetingFacts,
  taken: readonly TakenSeat[],
  window: SignUpWindow | null,
  elsewhere: readonly OwnSeat[],
  open: readonly OpenDiscussion[],
  rule: Pick<PresentationRule, "perStudent">,
  now: Date,
): Seat {
  checkHasSeats(meeting);
  if (window === null) {
    throw new Refusal("The staff assign the seats of this course. Ask them for one.");
  }
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
  const { most } = rule.perStudent;
  const turn = freeTurn(elsewhere, most);
  if (turn === null) {
    throw new Refusal(
      `You already have ${most === 1 ? "a seat" : "seats"} in ${titlesOf(elsewhere)}, and each student presents ${most === 1 ? "once" : `at most ${timesInWords(most)}`}. Give ${most === 1 ? "that one" : "one of them"} up first.`,
    );
  }
  return {
    meetingId: meeting.id,
    enrolmentId: viewer.enrolmentId,
    number: freeSeat(meeting, taken, open),
    turn,
  };
}

/** The titles of the discussions, as a sentence has them. */
export function titlesOf(seats: readonly OwnSeat[]): string {
  return listOf(seats.map(({ title }) => `“${title}”`));
}

function checkNotBegun(meeting: MeetingFacts, zone: string, now: Date): void {
  if (now.getTime() < startsAt(meeting, zone).getTime()) return;
  throw new Refusal(`“${meeting.title}” has already begun. Its seats can no longer change hands.`);
}

/**
 * Whether a seat may be given up freely: inside the window, and before the meeting begins (R14). Afterwards, and where
 * staff assign the seats, it is refused in words.
 */
export function checkGiveUp(
  meeting: MeetingFacts,
  window: SignUpWindow | null,
  zone: string,
  now: Date,
): void {
  checkNotBegun(meeting, zone, now);
  if (window === null) {
    throw new Refusal(
      "The staff assign the seats of this course, so a seat cannot be given up here. Ask them.",
    );
  }
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
