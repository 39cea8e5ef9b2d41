import { expect, test } from "@playwright/test";
import {
  freeSeats,
  guestsToAnnounce,
  problemsOf,
  studentsAtRisk,
  studentsWithoutSeat,
  unreleased,
  waitingLong,
  withoutReadings,
  type AttendedMeeting,
  type CourseState,
} from "./attention";
import { signUpWindow } from "./discussions";
import type { GradeFacts, StudentFacts } from "./score-facts";
import { queueOfStudents, stateOfStudents, type JudgedStudent } from "./test-queue";
import { meetings as planned, syllabus, withSet, zone } from "./test-course";

const allRead = new Set(planned.map(({ id }) => id));
const guest = { name: "Grete Guest", page: null };
const meetings: AttendedMeeting[] = planned.map((meeting) => ({ ...meeting, guest }));
const signUp = signUpWindow(syllabus, meetings, zone);
const before = (instant: string, milliseconds = 1) =>
  new Date(new Date(instant).getTime() - milliseconds);

/** The course on Monday 5 February, 16:00 EST, with nothing wrong. */
function course({
  students = [],
  ...otherwise
}: Partial<CourseState> & { students?: JudgedStudent[] } = {}): CourseState {
  return {
    meetings,
    ...stateOfStudents(students, 1),
    queue: [],
    withReadings: allRead,
    syllabus,
    signUp,
    zone,
    now: new Date("2024-02-05T16:00:00-05:00"),
    ...otherwise,
  };
}

/** Fills the seats of every discussion, so that nothing is wrong with them. */
const presenters = planned
  .filter(({ kind }) => kind === "discussion")
  .flatMap(({ id }) => [1, 2, 3].map((seat) => student(`${id}-${seat}`, { presentsAt: [id] })));

function student(name: string, otherwise: { presentsAt?: string[]; missed?: number } = {}) {
  return { enrolmentId: `e-${name}`, name, presentsAt: [], missed: 0, ...otherwise };
}

const sentences = (problems: { sentence: string }[]) => problems.map(({ sentence }) => sentence);

test("all is well when nothing is wrong: before, during and after the term", () => {
  for (const now of ["2024-01-10T12:00:00Z", "2024-02-05T21:00:00Z", "2024-06-01T12:00:00Z"]) {
    expect(problemsOf(course({ students: presenters, now: new Date(now) }))).toEqual([]);
  }
});

test("an empty course has nothing wrong but its term", () => {
  const empty = course({ meetings: [] });
  expect(sentences(problemsOf(empty))[0]).toBe(
    "The rules announce 23 assessed days, but the schedule has 0.",
  );
});

test.describe("feature 11: missing-reading alert 72 h before the pre-assignment is due", () => {
  const withReadings = new Set([...allRead].filter((id) => id !== "m8"));
  // Meeting 8 is on Thursday 8 February; its pre-assignment is due until Wednesday 23:59:59.999.
  const due = "2024-02-07T23:59:59.999-05:00";
  const at = (now: Date) => sentences(withoutReadings(course({ withReadings, now })));

  test("begins 72 hours before and ends when the class begins", () => {
    expect(at(before(due, 72 * 3_600_000 + 1))).toEqual([]);
    expect(at(before(due, 72 * 3_600_000))).toEqual([
      "“Data” on Thu 8 Feb, whose pre-assignment is due in 3 days, has no reading.",
    ]);
    expect(at(before("2024-02-08T15:30:00-05:00"))).toEqual([
      "“Data” on Thu 8 Feb, whose pre-assignment is closed, has no reading.",
    ]);
    expect(at(new Date("2024-02-08T15:30:00-05:00"))).toEqual([]);
  });

  test("its action is to edit the meeting", () => {
    const now = before(due, 3_600_000);
    expect(withoutReadings(course({ withReadings, now }))[0]?.action).toEqual({
      words: "Add readings",
      path: "meetings/8/edit",
    });
  });

  test("a day without a pre-assignment needs no reading", () => {
    const now = before(due);
    const changed = (change: Partial<AttendedMeeting>) =>
      course({
        withReadings,
        now,
        meetings: meetings.map((one) => (one.number === 8 ? { ...one, ...change } : one)),
      });
    const waived = withSet(planned, 8, { pre: { isWaived: true } })[7];
    expect(withoutReadings(changed({ ...waived }))).toEqual([]);
    expect(withoutReadings(changed({ isCancelled: true }))).toEqual([]);
    expect(withoutReadings(changed({ kind: "no-class" }))).toEqual([]);
  });
});

test("R3: a guest to be announced is a problem within 14 days, and not once the class has begun", () => {
  // The guest of meeting 13 speaks on Tuesday 27 February.
  const unknown = meetings.map((one) => (one.number === 13 ? { ...one, guest: null } : one));
  const at = (now: string) =>
    guestsToAnnounce(course({ meetings: unknown, now: new Date(now) })).map(({ action }) => action);
  const name = { words: "Name the guest", path: "meetings/13/edit" };
  expect(at("2024-02-12T23:59:59.999-05:00")).toEqual([]);
  expect(at("2024-02-13T00:00:00-05:00")).toEqual([name]);
  expect(at("2024-02-27T15:29:59.999-05:00")).toEqual([name]);
  expect(at("2024-02-27T15:30:00-05:00")).toEqual([]);
});

test.describe("R14: sign-up closes Thursday 18 Jan, end of day", () => {
  const closed = "2024-01-18T23:59:59.999-05:00";
  const after = new Date(new Date(closed).getTime() + 1);
  const students = [student("Ada"), student("Ben", { presentsAt: ["m4"] }), student("Cleo")];

  test("students without a seat are a problem from the instant after", () => {
    expect(studentsWithoutSeat(course({ students, now: new Date(closed) }))).toEqual([]);
    expect(studentsWithoutSeat(course({ students, now: after }))).toEqual([
      {
        sentence: "Sign-up has closed, and 2 students have no seat.",
        action: { words: "Place them", path: "discussions" },
        about: [
          { words: "Ada", path: "roster/e-Ada" },
          { words: "Cleo", path: "roster/e-Cleo" },
        ],
      },
    ]);
  });

  test("so are free seats of the next 14 days: students can no longer take them", () => {
    expect(freeSeats(course({ students, now: new Date(closed) }))).toEqual([]);
    // Meeting 7 is on 6 February, more than 14 days after 19 January.
    expect(freeSeats(course({ students, now: after }))).toEqual([
      {
        sentence: "“Finetuning for code” on Thu 25 Jan has 2 free seats.",
        action: { words: "Fill the seats", path: "discussions/4" },
        about: [],
      },
    ]);
  });

  test("while staff have reopened it, neither is", () => {
    const reopened = signUpWindow(syllabus, meetings, zone, new Date("2024-02-07T00:00:00Z"));
    expect(studentsWithoutSeat(course({ students, signUp: reopened }))).toEqual([]);
    expect(freeSeats(course({ students, signUp: reopened }))).toEqual([]);
  });
});

test("students who missed 3 assignments or more are at risk, the worst first", () => {
  const students = [
    student("Ada", { missed: 3 }),
    student("Ben", { missed: 2 }),
    student("Cleo", { missed: 5 }),
  ];
  expect(studentsAtRisk(course({ students }))).toEqual([
    {
      sentence: "2 students have missed 3 assignments or more.",
      action: { words: "Look at Cleo", path: "roster/e-Cleo" },
      about: [
        { words: "Cleo (5)", path: "roster/e-Cleo" },
        { words: "Ada (3)", path: "roster/e-Ada" },
      ],
    },
  ]);
});

test("of a large class the first are named, and the rest is one press away", () => {
  const first = [student("Ada", { missed: 9 })].map((one) => ({ ...one, seats: 0 }));
  const some = { total: 2951, first };
  const now = new Date("2024-01-20T12:00:00-05:00");
  expect(studentsAtRisk(course({ atRisk: some }))).toMatchObject([
    {
      sentence: "2951 students have missed 3 assignments or more.",
      about: [{ words: "Ada (9)" }],
      more: { words: "and 2,950 more", path: "roster?sort=series-pre" },
    },
  ]);
  expect(studentsWithoutSeat(course({ withoutSeat: some, now }))).toMatchObject([
    {
      sentence: "Sign-up has closed, and 2951 students have no seat.",
      more: { words: "and 2,950 more", path: "discussions?page=2" },
    },
  ]);
});

test("R21: a schedule that differs from the declared days is a problem, whose action is the schedule", () => {
  const fewer = meetings.filter(({ number }) => number !== 8);
  expect(problemsOf(course({ meetings: fewer, students: presenters }))).toEqual([
    {
      sentence: "The rules announce 23 assessed days, but the schedule has 22.",
      action: { words: "Check the schedule", path: "schedule" },
      about: [],
    },
  ]);
});

test.describe("the graders' queue", () => {
  let count = 0;
  function facts(
    texts: {
      meeting: number;
      work: string;
      at: string;
      graded?: boolean;
      released?: boolean;
    }[],
  ): StudentFacts {
    const enrolmentId = `e-${(count += 1)}`;
    const submissions = texts.map(({ meeting, work, at }, index) => ({
      id: `${enrolmentId} ${index}`,
      assignmentId: `m${meeting} ${work}`,
      version: 1,
      submittedAt: new Date(at),
      dueAtReceipt: new Date(at),
      creditsCharged: 0,
    }));
    const grades = texts.flatMap(({ meeting, work, at, graded, released }, index): GradeFacts[] =>
      graded
        ? [
            {
              id: `g ${enrolmentId} ${index}`,
              assignmentId: `m${meeting} ${work}`,
              version: 1,
              submissionId: `${enrolmentId} ${index}`,
              score: 100,
              aspects: null,
              comment: "",
              gradedBy: "e-tara",
              graderName: "Tara",
              gradedAt: new Date(at),
              releasedAt: released ? new Date(at) : null,
            },
          ]
        : [],
    );
    const name = `Student ${count}`;
    return { enrolmentId, name, units: 12, presentsAt: [], submissions, exceptions: [], grades };
  }
  function queued(students: StudentFacts[], now: Date): CourseState {
    return course({
      now,
      queue: queueOfStudents(students, { meetings, syllabus, assignments: [], zone, now }),
    });
  }

  test("items that waited longer than 3 days are a problem, counted from the deadline", () => {
    // Handed in a week early: it waits from the end of 31 January, when the pre-assignment of 1 February was due.
    const students = [
      facts([
        { meeting: 6, work: "pre", at: "2024-01-24T12:00:00-05:00" },
        { meeting: 6, work: "post", at: "2024-02-01T18:00:00-05:00" },
      ]),
      facts([{ meeting: 6, work: "pre", at: "2024-01-31T12:00:00-05:00", graded: true }]),
    ];
    const at = (now: string) => waitingLong(queued(students, new Date(now)));
    expect(at("2024-02-03T23:59:59.999-05:00")).toEqual([]);
    expect(at("2024-02-04T00:00:00-05:00")).toEqual([
      {
        sentence: "1 item is not graded more than 3 days after the deadline.",
        action: { words: "Grade the oldest", path: "grading/pre-6" },
        about: [],
      },
    ]);
    expect(at("2024-02-05T16:00:00-05:00")).toEqual([
      {
        sentence: "2 items are not graded more than 3 days after the deadline.",
        action: { words: "Grade the oldest", path: "grading/pre-6" },
        about: [
          {
            words: "The pre-assignment of “Evaluation metrics and benchmarks”",
            path: "grading/pre-6",
          },
          {
            words: "The post-assignment of “Evaluation metrics and benchmarks”",
            path: "grading/post-6",
          },
        ],
      },
    ]);
  });

  test("an assignment that is graded to the last text and not released is a problem", () => {
    const now = new Date("2024-02-02T16:00:00-05:00");
    const text = { meeting: 6, work: "pre", at: "2024-01-31T12:00:00-05:00" } as const;
    const graded = facts([{ ...text, graded: true }]);
    expect(unreleased(queued([graded, facts([text])], now))).toEqual([]);
    expect(unreleased(queued([graded], now))).toEqual([
      {
        sentence:
          "The pre-assignment of “Evaluation metrics and benchmarks” is graded, and its scores are not released.",
        action: { words: "Release the scores", path: "grading/pre-6#release" },
        about: [],
      },
    ]);
    expect(unreleased(queued([facts([{ ...text, graded: true, released: true }])], now))).toEqual(
      [],
    );
  });

  test("before its deadline an assignment is not ready: more may be handed in", () => {
    const due = "2024-01-31T23:59:59.999-05:00";
    const text = {
      meeting: 6,
      work: "pre",
      at: "2024-01-31T12:00:00-05:00",
      graded: true,
    } as const;
    expect(unreleased(queued([facts([text])], new Date(due)))).toEqual([]);
    expect(unreleased(queued([facts([text])], new Date("2024-02-01T00:00:00-05:00")))).toHaveLength(
      1,
    );
  });
});
