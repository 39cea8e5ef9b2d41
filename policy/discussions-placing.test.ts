import { expect, test } from "@playwright/test";
import type { OwnSeat, TakenSeat } from "./discussions";
import { checkPlacement, checkReopening } from "./discussions-placing";
import { meeting, presentation, zone } from "./test-course";

const ada = { enrolmentId: "ada" };
const seats = (...numbers: number[]): TakenSeat[] =>
  numbers.map((seatNumber) => ({ seatNumber, enrolmentId: `student-${seatNumber}` }));
const noon = new Date("2024-01-17T17:00:00.000Z");

test("staff place at any time, with a reason", () => {
  const place = (reason: string, taken = seats(1), elsewhere: OwnSeat[] = []) =>
    checkPlacement(ada, meeting(7), taken, elsewhere, [], presentation, reason);
  expect(place(" joined late ")).toEqual({
    meetingId: "m7",
    enrolmentId: "ada",
    number: 2,
    turn: 1,
    reason: "joined late",
  });
  expect(() => place(" ")).toThrow(expect.objectContaining({ field: "reason" }));
  expect(() => place("late", seats(1, 2, 3))).toThrow("All 3 seats");
  expect(() => place("late", [], [{ turn: 1, title: "Data" }])).toThrow(
    "already has a seat in “Data”",
  );
  expect(() => place("late", [{ seatNumber: 1, enrolmentId: "ada" }])).toThrow(
    "already has a seat in this discussion",
  );
  expect(() => checkPlacement(ada, meeting(8), [], [], [], presentation, "late")).toThrow(
    "is not a discussion",
  );
});

test("R14: sign-up reopens until the end of a minute that is still to come", () => {
  const reopen = (date: string, time: string) =>
    checkReopening({ date, time, reason: " Two seats are free. " }, zone, noon);
  expect(reopen("2024-01-20", "18:00")).toEqual({
    until: new Date("2024-01-20T23:00:59.999Z"),
    reason: "Two seats are free.",
  });
  expect(reopen("2024-01-17", "12:00").until.toISOString()).toBe("2024-01-17T17:00:59.999Z");
  expect(() => reopen("2024-01-17", "11:59")).toThrow("Wed 17 Jan, 11:59 EST is over already");
  expect(() => reopen("2024-02-30", "12:00")).toThrow("30 February 2024 does not exist");
});
