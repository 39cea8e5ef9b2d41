import { expect, test } from "@playwright/test";
import fc from "fast-check";
import {
  checkGiveUp,
  openDiscussions,
  seatFor,
  signUpState,
  signUpWindow,
  type OpenDiscussion,
  type OwnSeat,
  type TakenSeat,
} from "./discussions";
import { meeting, meetings, presentation, syllabus, zone } from "./test-course";
import type { MeetingFacts } from "./meetings";
import { startsAt } from "./meetings";
import { checkReason } from "./reasons";
import { formatDate } from "./time";

const window = signUpWindow(syllabus, meetings, zone) ?? fail();
function fail(): never {
  throw new Error("Students sign up in this course.");
}

const ada = { enrolmentId: "ada" };
const noon = new Date("2024-01-17T17:00:00.000Z");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const seats = (...numbers: number[]): TakenSeat[] =>
  numbers.map((seatNumber) => ({ seatNumber, enrolmentId: `student-${seatNumber}` }));

function claim(
  otherwise: {
    meeting?: MeetingFacts;
    taken?: TakenSeat[];
    elsewhere?: OwnSeat[];
    open?: OpenDiscussion[];
    now?: Date;
  } = {},
) {
  return seatFor(
    ada,
    otherwise.meeting ?? meeting(7),
    otherwise.taken ?? [],
    window,
    otherwise.elsewhere ?? [],
    otherwise.open ?? [],
    presentation,
    otherwise.now ?? noon,
  );
}

test("R14: sign-up opens after the first class and closes Thursday 18 January, end of day", () => {
  expect(window.opensAt.toISOString()).toBe("2024-01-16T21:50:00.000Z");
  expect(window.closesAt.toISOString()).toBe("2024-01-19T04:59:59.999Z");
  expect(signUpState(window, after(window.opensAt, -1))).toBe("early");
  expect(signUpState(window, window.opensAt)).toBe("open");
  expect(signUpState(window, window.closesAt)).toBe("open");
  expect(signUpState(window, after(window.closesAt, 1))).toBe("closed");
});

test("R14: the window decides a claim to the millisecond, in words", () => {
  expect(() => claim({ now: after(window.opensAt, -1) })).toThrow(
    "Sign-up opens on Tue 16 Jan, 16:50 EST. Come back then.",
  );
  expect(claim({ now: window.opensAt }).number).toBe(1);
  expect(claim({ now: window.closesAt }).number).toBe(1);
  expect(() => claim({ now: after(window.closesAt, 1) })).toThrow(
    "Sign-up closed on Thu 18 Jan, 23:59 EST.",
  );
});

test("R14: staff reopen; a reopening never closes earlier", () => {
  const later = new Date("2024-01-25T12:00:00.000Z");
  expect(signUpWindow(syllabus, meetings, zone, later)?.closesAt).toEqual(later);
  expect(signUpWindow(syllabus, meetings, zone, window.opensAt)).toEqual(window);
});

test("R14: the window moves with the first class, and exists without it", () => {
  const moved = meetings.map((each) =>
    each.number === 1 ? { ...each, date: "2024-01-17" } : each,
  );
  expect(signUpWindow(syllabus, moved, zone)?.opensAt.toISOString()).toBe(
    "2024-01-17T21:50:00.000Z",
  );
  expect(signUpWindow(syllabus, meetings.slice(1), zone)?.opensAt.toISOString()).toBe(
    "2024-01-18T21:50:00.000Z",
  );
  expect(signUpWindow(syllabus, [], zone)?.opensAt).toEqual(window.closesAt);
});

test("R6: a discussion is led by 3 students; the lowest free seat is given", () => {
  expect(claim()).toEqual({ meetingId: "m7", enrolmentId: "ada", number: 1, turn: 1 });
  expect(claim({ taken: seats(1, 3) }).number).toBe(2);
  expect(claim({ taken: seats(2, 1) }).number).toBe(3);
  expect(() => claim({ taken: seats(1, 2, 3) })).toThrow(
    "All 3 seats of “New frontiers in benchmarking” are taken. No other discussion has a free seat: ask the staff for one.",
  );
  const four = { ...meeting(7), seats: 4 };
  expect(claim({ meeting: four, taken: seats(1, 2, 3) }).number).toBe(4);
  expect(() => claim({ meeting: { ...four, seats: 1 }, taken: seats(1) })).toThrow(
    "The only seat of “New frontiers in benchmarking” is taken.",
  );
});

test("R13: each student presents once", () => {
  expect(() => claim({ elsewhere: [{ turn: 1, title: "Synthetic data" }] })).toThrow(
    "You already have a seat in “Synthetic data”, and each student presents once. Give that one up first.",
  );
  expect(() => claim({ taken: [{ seatNumber: 2, enrolmentId: "ada" }] })).toThrow(
    "You already have a seat in this discussion.",
  );
});

test("only a discussion that takes place and has not begun has seats", () => {
  expect(() => claim({ meeting: meeting(8) })).toThrow("“Data” is not a discussion");
  expect(() => claim({ meeting: { ...meeting(7), isCancelled: true } })).toThrow("is cancelled");
  const today = { ...meeting(7), date: "2024-01-18" };
  const start = startsAt(today, zone);
  expect(claim({ meeting: today, now: after(start, -1) }).number).toBe(1);
  expect(() => claim({ meeting: today, now: start })).toThrow("has already begun");
});

test("R14: inside the window a seat may be given up freely; afterwards it is refused in words", () => {
  checkGiveUp(meeting(7), window, zone, window.opensAt);
  checkGiveUp(meeting(7), window, zone, window.closesAt);
  expect(() => {
    checkGiveUp(meeting(7), window, zone, after(window.closesAt, 1));
  }).toThrow(
    "Sign-up closed on Thu 18 Jan, 23:59 EST, so a seat can no longer be given up freely.",
  );
  expect(() => {
    checkGiveUp(meeting(7), window, zone, after(window.opensAt, -1));
  }).toThrow("Until then only the staff can change your seat.");
  const today = { ...meeting(7), date: "2024-01-18" };
  expect(() => {
    checkGiveUp(today, window, zone, startsAt(today, zone));
  }).toThrow("has already begun");
});

test("a reason has between 1 and 500 characters", () => {
  expect(checkReason("x".repeat(500))).toHaveLength(500);
  expect(() => checkReason("x".repeat(501))).toThrow("501 characters; the limit is 500");
});

test("property: claims one after the other fill exactly the seats there are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 }), (size, crowd) => {
      const taken: TakenSeat[] = [];
      for (let n = 0; n < crowd; n += 1) {
        const enrolmentId = `s${n}`;
        try {
          const discussion = { ...meeting(7), seats: size };
          const seat = seatFor(
            { enrolmentId },
            discussion,
            taken,
            window,
            [],
            [],
            presentation,
            noon,
          );
          taken.push({ seatNumber: seat.number, enrolmentId });
        } catch {
          if (taken.length !== size) return false;
        }
      }
      return (
        taken.length === Math.min(size, crowd) &&
        taken.every((seat, index) => seat.seatNumber === index + 1)
      );
    }),
  );
});

test("feature 15: whoever comes too late is offered what is open, as words that are links", () => {
  const open = openDiscussions(
    meetings,
    seats(1, 2, 3).map(() => ({ meetingId: "m7" })),
    zone,
    noon,
  );
  expect(open.map(({ number }) => number)).not.toContain(7);
  expect(open).toHaveLength(9);
  const [first, second] = open;
  if (first === undefined || second === undefined) throw new Error("There are nine.");
  const fewer = [{ ...first, free: 1 }, second];
  let refusal: unknown;
  try {
    claim({ taken: seats(1, 2, 3), open: fewer });
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({
    message: `All 3 seats of “New frontiers in benchmarking” are taken. Still open: “${second.title}” on ${formatDate(second.date)} (3 seats) and “${first.title}” on ${formatDate(first.date)} (1 seat).`,
    links: [
      { words: `“${second.title}”`, path: `discussions/${second.number}` },
      { words: `“${first.title}”`, path: `discussions/${first.number}` },
    ],
  });
  expect(() => claim({ taken: seats(1, 2, 3), open })).toThrow(" and 5 more.");
  expect(() => claim({ taken: seats(1, 2, 3), open: [first] })).toThrow(
    `Still open: “${first.title}” on ${formatDate(first.date)} (3 seats).`,
  );
});

test("a discussion is open until it begins, unless it is cancelled or full", () => {
  const start = startsAt(meeting(7), zone);
  const openAt = (now: Date, otherwise: Partial<MeetingFacts> = {}) =>
    openDiscussions([{ ...meeting(7), ...otherwise }], [{ meetingId: "m7" }], zone, now);
  expect(openAt(after(start, -1))).toMatchObject([{ id: "m7", free: 2 }]);
  expect(openAt(start)).toEqual([]);
  expect(openAt(noon, { isCancelled: true })).toEqual([]);
  expect(openAt(noon, { seats: 1 })).toEqual([]);
  expect(openAt(noon, { kind: "lecture" })).toEqual([]);
});
