import { expect, test } from "@playwright/test";
import {
  freeSeats,
  studentsWithoutSeat,
  unreleased,
  waitingLong,
  withoutReadings,
  type CourseState,
} from "./attention";
import { queueOfStudents, stateOfStudents } from "./test-queue";
import type { StudentFacts } from "./score-facts";
import { assignments, meetings, syllabus, zone } from "./test-course-f2018";
import { grade, student } from "./test-students";

const now = new Date("2018-10-15T10:00:00-07:00");
const course = { meetings, syllabus, assignments, zone, now };

function state(students: StudentFacts[], more: Partial<CourseState> = {}): CourseState {
  return {
    meetings: meetings.map((one) => ({ ...one, guest: { name: "Guest", page: null } })),
    ...stateOfStudents(
      students.map((one) => ({ ...one, missed: 0 })),
      2,
    ),
    queue: queueOfStudents(students, course),
    withReadings: new Set(meetings.filter((one) => one.hasMainReading).map(({ id }) => id)),
    syllabus,
    signUp: null,
    zone,
    now,
    ...more,
  };
}

test("what is given by hand is no burden, and is announced as ready once everybody has it", () => {
  const saved = grade("participation", 9000, { releasedAt: null });
  const both = [student({ grades: [saved] }), student({ enrolmentId: "ben", name: "Ben" })];
  expect(waitingLong(state(both))).toEqual([]);
  expect(unreleased(state(both))).toEqual([]);
  expect(unreleased(state(both.slice(0, 1)))).toMatchObject([
    {
      sentence: "“Participation” is graded, and its scores are not released.",
      action: { path: "grading/participation#release" },
    },
  ]);
});

test("where staff assign the seats, whoever has fewer than two is named with the seats he or she has", () => {
  const students = [
    student({ presentsAt: ["m3", "m10"] }),
    student({ enrolmentId: "ben", name: "Ben", presentsAt: ["m4"] }),
    student({ enrolmentId: "cleo", name: "Cleo" }),
  ];
  expect(studentsWithoutSeat(state(students))).toMatchObject([
    {
      sentence: "2 students have fewer than 2 seats yet.",
      about: [{ words: "Ben (1)" }, { words: "Cleo (0)" }],
    },
  ]);
  expect(freeSeats(state(students)).map(({ action }) => action.path)).toEqual([
    "discussions/8",
    "discussions/11",
    "discussions/13",
    "discussions/14",
  ]);
  // Without a main reading nothing is due, so nothing is missing.
  expect(withoutReadings(state(students, { withReadings: new Set() }))).toEqual([]);
});
