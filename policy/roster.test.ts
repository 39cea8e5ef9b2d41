import { expect, test } from "@playwright/test";
import { meeting, syllabus, zone } from "./test-course";
import { startsAt } from "./meetings";
import { checkDropping, checkRestoring, checkUnits, isStillAhead, seatGivenBack } from "./roster";

test("R5: 6 or 12 units, and nothing else", () => {
  expect(checkUnits(6, 12, syllabus)).toBe(6);
  expect(() => checkUnits(9, 12, syllabus)).toThrow("taken with 6 or 12 units");
  expect(() => checkUnits(12, 12, syllabus)).toThrow("takes 12 units already");
});

test("somebody drops once and comes back once", () => {
  checkDropping({ status: "active" });
  checkRestoring({ status: "dropped" });
  expect(() => {
    checkDropping({ status: "dropped" });
  }).toThrow("has dropped the course already");
  expect(() => {
    checkRestoring({ status: "active" });
  }).toThrow("already in the course");
});

test("dropping frees a seat until the discussion begins; what was presented was presented", () => {
  const start = startsAt(meeting(7), zone);
  expect(isStillAhead(meeting(7), zone, new Date(start.getTime() - 1))).toBe(true);
  expect(isStillAhead(meeting(7), zone, start)).toBe(false);
});

test("feature 50: somebody who returns gets everything back, the seat where there is still one", () => {
  const taken = (...numbers: number[]) =>
    numbers.map((seatNumber) => ({ seatNumber, enrolmentId: `s${seatNumber}` }));
  const start = startsAt(meeting(7), zone).getTime();
  const [before, after] = [start - 1, start].map((at) => ({ zone, now: new Date(at) }));
  if (before === undefined || after === undefined) throw new Error("Two instants.");
  expect(seatGivenBack(2, meeting(7), taken(1, 3), before)).toBe(2);
  expect(seatGivenBack(2, meeting(7), taken(1, 3), after)).toBeNull();
  expect(seatGivenBack(2, meeting(7), taken(2), before)).toBe(1);
  expect(seatGivenBack(2, meeting(7), taken(1, 2, 3), before)).toBeNull();
  expect(seatGivenBack(3, { ...meeting(7), seats: 2 }, taken(1), before)).toBe(2);
  expect(seatGivenBack(2, { ...meeting(7), isCancelled: true }, [], before)).toBeNull();
  expect(seatGivenBack(2, meeting(8), [], before)).toBeNull();
});
