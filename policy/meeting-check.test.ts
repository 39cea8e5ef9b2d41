import { expect, test } from "@playwright/test";
import { checkMeeting, type MeetingInput } from "./meeting-check";
import { syllabus, zone } from "./test-course";

const typed: MeetingInput = {
  date: "2024-02-06",
  starts: "15:30",
  ends: "16:50",
  kind: "discussion",
  title: "  New frontiers   in benchmarking ",
  seats: 3,
  seatsReason: "",
  bonus: 0,
};

test("a meeting is saved with its texts trimmed", () => {
  expect(checkMeeting(typed, syllabus, zone).title).toBe("New frontiers in benchmarking");
});

test("R6: 3 seats unless the instructor says otherwise, with a reason", () => {
  const four = { ...typed, seats: 4 };
  expect(() => checkMeeting(four, syllabus, zone)).toThrow(
    "A discussion has 3 seats in this course. Say why this one has 4.",
  );
  expect(checkMeeting({ ...four, seatsReason: " 31 students " }, syllabus, zone).seatsReason).toBe(
    "31 students",
  );
  expect(checkMeeting(four, syllabus, zone, 4).seats).toBe(4);
  expect(() => checkMeeting(four, syllabus, zone, 5)).toThrow("Say why");
});

test("a meeting that makes no sense is refused beside the field", () => {
  const cases: [Partial<MeetingInput>, string, string][] = [
    [{ title: " " }, "title", "no title"],
    [{ title: "x".repeat(201) }, "title", "201 characters; the limit is 200"],
    [{ date: "2024-02-30" }, "date", "30 February 2024 does not exist"],
    [{ starts: "25:00" }, "starts", "not a time of day"],
    [{ ends: "15:30" }, "ends", "not after its start at 15:30"],
    [{ date: "2024-03-10", starts: "02:30" }, "starts", "02:30 on Sunday 10 March 2024"],
    [{ date: "2024-11-03", starts: "00:30", ends: "01:30" }, "ends", "exists twice"],
    [{ seats: 21 }, "seats", "between 0 and 20"],
    [{ seats: -1 }, "seats", "between 0 and 20"],
    [{ seats: 1.5 }, "seats", "between 0 and 20"],
    [{ seats: 0 }, "seats", "at least one seat"],
    [{ seats: 2 }, "seatsReason", "Say why this one has 2"],
    [{ kind: "lecture" }, "seats", "Only a discussion has seats"],
    [{ kind: "no-class", seats: 0, bonus: 200 }, "bonus", "Only a discussion has presenters"],
    [{ bonus: -100 }, "bonus", "between 0 and 20 points"],
    [{ bonus: 2001 }, "bonus", "between 0 and 20 points"],
  ];
  for (const [change, field, words] of cases) {
    const attempt = () => checkMeeting({ ...typed, ...change }, syllabus, zone);
    expect(attempt, words).toThrow(words);
    expect(attempt, words).toThrow(expect.objectContaining({ field }));
  }
});

test("a course without presentations has no seats and no bonus to give", () => {
  const none = { presentation: null };
  expect(checkMeeting({ ...typed, seats: 0 }, none, zone)).toMatchObject({ seats: 0, bonus: 0 });
  for (const [change, field] of [
    [{ seats: 1 }, "seats"],
    [{ seats: 0, bonus: 100 }, "bonus"],
  ] as const) {
    expect(() => checkMeeting({ ...typed, ...change }, none, zone)).toThrow(
      expect.objectContaining({
        field,
        message: expect.stringContaining("Nobody presents in this course"),
      }),
    );
  }
});
