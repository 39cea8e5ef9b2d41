import { expect, test } from "@playwright/test";
import { checkException } from "./exceptions";
import {
  findGradable,
  gradablePresentation,
  gradableSeries,
  gradingAddress,
  gradingItems,
  unreleasedScores,
} from "./grading";
import { queueLine } from "./grading-counts";
import { Refusal } from "./refusal";
import type { GradeFacts, StudentFacts } from "./score-facts";
import { checkAspects, checkComment, checkGradable } from "./scoring";
import { queueOfStudents } from "./test-queue";
import { meeting, meetings, pre, presentation, syllabus, zone } from "./test-course";

const now = new Date("2024-02-05T16:00:00-05:00");
const course = { meetings, syllabus, assignments: [], zone, now };
const pre6 = gradableSeries(pre, meeting(6));
const inTime = new Date("2024-01-31T20:00:00-05:00");

function student(name: string, more: Partial<StudentFacts> = {}): StudentFacts {
  return {
    enrolmentId: name,
    name,
    units: 6,
    presentsAt: [],
    submissions: [],
    exceptions: [],
    grades: [],
    ...more,
  };
}

const text = (version: number, submittedAt = inTime) => ({
  id: `text ${version}`,
  assignmentId: "m6 pre",
  version,
  submittedAt,
  dueAtReceipt: new Date("2024-01-31T23:59:59.999-05:00"),
  creditsCharged: 0,
});

const grade = (score: number | null, more: Partial<GradeFacts> = {}): GradeFacts => ({
  id: "g",
  assignmentId: "m6 pre",
  version: 1,
  submissionId: "text 1",
  score,
  aspects: null,
  comment: "",
  gradedBy: "tara",
  graderName: "Tara Trace",
  gradedAt: now,
  releasedAt: null,
  ...more,
});

const cast = [
  student("waiting", { submissions: [text(1)] }),
  student("graded", { submissions: [text(1)], grades: [grade(100)] }),
  student("released", { submissions: [text(1)], grades: [grade(0, { releasedAt: now })] }),
  student("corrected", {
    submissions: [text(1)],
    grades: [grade(0, { releasedAt: now }), grade(100, { version: 2 })],
  }),
  student("back", { submissions: [text(1)], grades: [grade(100), grade(null, { version: 2 })] }),
  student("again", { submissions: [text(1), text(2)], grades: [grade(100)] }),
  student("late", { submissions: [text(1, new Date("2024-02-01T00:00:00-05:00"))] }),
  student("absent"),
  student("presenter", { presentsAt: ["m6"], submissions: [text(1)] }),
  student("excused", {
    exceptions: [
      {
        id: "x",
        assignmentId: "m6 pre",
        kind: "excused",
        extendedTo: null,
        reason: "Ill.",
      },
    ],
  }),
];

test("who has to be graded: what was handed in on time, and what was handed in again since", () => {
  const items = gradingItems(cast, pre6, course);
  expect(items.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    "waiting: waiting",
    "graded: graded",
    "released: graded",
    "corrected: graded",
    "back: waiting",
    "again: changed",
    "late: absent",
    "absent: absent",
    "presenter: automatic",
    "excused: waived",
  ]);
});

test("a line of the queue counts them, and what a release would tell", () => {
  expect(queueLine(cast, pre6, course)).toMatchObject({
    handedIn: 6,
    graded: 3,
    waiting: 3,
    oldest: inTime,
    released: 2,
    unreleased: 2,
    corrected: 1,
    missing: 2,
    upcoming: 0,
  });
});

test("what was handed in waits from the first instant after its deadline, and may change before", () => {
  const at = (instant: string) => queueLine(cast, pre6, { ...course, now: new Date(instant) });
  expect(at("2024-01-31T23:59:59.999-05:00")).toMatchObject({
    isOver: false,
    releasable: 0,
    handedIn: 6,
    waiting: 0,
    early: 3,
    oldest: null,
  });
  expect(at("2024-02-01T00:00:00-05:00")).toMatchObject({
    isOver: true,
    releasable: 3,
    handedIn: 6,
    waiting: 3,
    early: 0,
    oldest: inTime,
  });
});

test("the scores of a student that are saved and not released are counted", () => {
  const count = Object.fromEntries(cast.map((each) => [each.name, unreleasedScores(each)]));
  expect(count).toMatchObject({
    waiting: 0,
    graded: 1,
    released: 0,
    corrected: 1,
    back: 0,
    again: 1,
  });
});

test("a correction that was taken back leaves nothing to release", () => {
  const [facts] = [
    student("Ada", {
      submissions: [text(1)],
      grades: [
        grade(100, { releasedAt: now }),
        grade(0, { version: 2 }),
        grade(100, { version: 3 }),
      ],
    }),
  ];
  const line = queueLine([facts], pre6, course);
  expect(line).toMatchObject({ released: 1, unreleased: 0, corrected: 0 });
});

test("a presentation is there to be scored when the class begins", () => {
  const team = [student("Ada", { presentsAt: ["m7"] })];
  const at = (instant: string) =>
    queueLine(team, gradablePresentation(presentation, meeting(7)), {
      ...course,
      now: new Date(instant),
    });
  expect(at("2024-02-06T15:29:59.999-05:00")).toMatchObject({ waiting: 0, upcoming: 1 });
  expect(at("2024-02-06T15:30:00-05:00")).toMatchObject({ waiting: 1, upcoming: 0 });
});

test("the queue lists what is there or missing, by the calendar", () => {
  const lines = queueOfStudents(cast, course);
  expect(lines.map(({ gradable }) => gradingAddress(gradable))).toEqual([
    "pre-1",
    "post-1",
    "pre-2",
    "post-2",
    "pre-3",
    "post-3",
    "pre-4",
    "post-4",
    "pre-5",
    "post-5",
    "pre-6",
    "post-6",
  ]);
});

test("addresses are read back, and nothing else is", () => {
  expect(findGradable("pre-7", course)).toMatchObject({ assignmentId: "m7 pre", kind: "series" });
  expect(findGradable("presentation-11", course)).toMatchObject({
    assignmentId: "m11 presentation",
    kind: "presentation",
  });
  for (const { gradable } of queueOfStudents(cast, course)) {
    expect(findGradable(gradingAddress(gradable), course)).toEqual(gradable);
  }
  for (const wrong of [
    "pre",
    "pre-",
    "pre-7x",
    "PRE-7",
    "final-7",
    "pre-70000",
    "pre--7",
    "pre-07",
    "pre-31",
    "presentation-12",
    "pre-15",
  ]) {
    expect(findGradable(wrong, course), wrong).toBeUndefined();
  }
});

test("what cannot be scored is refused with its reason", () => {
  const items = gradingItems(cast, pre6, course);
  const refusal = (name: string) => {
    const item = items.find((one) => one.name === name);
    return () => {
      if (item !== undefined) checkGradable(item, zone);
    };
  };
  expect(refusal("absent")).toThrow(/after Wed 31 Jan, 23:59 EST it counts 0 by itself/);
  expect(refusal("excused")).toThrow(/waived for excused/);
  expect(refusal("presenter")).toThrow(/the points are automatic/);
  expect(refusal("again")).not.toThrow();
});

test("R23: each aspect gets one of its levels", () => {
  const check = (points: (number | null)[]) => () => checkAspects(points, presentation);
  expect(check([0, 1, 2, 1, 0])()).toEqual([0, 1, 2, 1, 0]);
  expect(check([0, 1, 2, 1])).toThrow("Choose 0, 1, 2 for “Questions”.");
  expect(check([0, 3, 2, 1, 0])).toThrow(/“Review”/);
  expect(check([0, null, 2, 1, Number.NaN])).toThrow(Refusal);
});

test("a comment is trimmed, may be empty, and has a limit", () => {
  expect(checkComment("  Good.\r\n\u0000More. ")).toBe("Good.\nMore.");
  expect(checkComment(" ")).toBe("");
  expect(() => checkComment("x".repeat(5001))).toThrow(/limit is 5,000/);
});

test("an exception at the boundary of the deadline, and on both sides of the change of clocks", () => {
  const due = new Date("2024-03-09T23:59:59.999-05:00");
  const extended = (extendedTo: string, extendedTime: string) =>
    checkException(
      { kind: "extended", extendedTo, extendedTime, reason: "Ill." },
      {
        ...course,
        due,
      },
    ).extendedTo;
  expect(() => extended("2024-03-09", "23:59")).toThrow(/must end after the deadline/);
  expect(extended("2024-03-10", "00:00")).toEqual(new Date("2024-03-10T00:00:59.999-05:00"));
  expect(() => extended("2024-03-10", "02:30")).toThrow(/does not exist/);
  expect(extended("2024-03-10", "03:00")).toEqual(new Date("2024-03-10T03:00:59.999-04:00"));
  expect(() => extended("2024-11-03", "01:30")).toThrow(/exists twice/);
  const waived = checkException(
    { kind: "excused", extendedTo: "nonsense", extendedTime: "", reason: " Ill. " },
    { ...course, due },
  );
  expect(waived).toEqual({ kind: "excused", extendedTo: null, reason: "Ill." });
  expect(() =>
    checkException(
      { kind: "waived", extendedTo: "", extendedTime: "", reason: "Ill." },
      { ...course, due: null },
    ),
  ).toThrow(/Nothing is due/);
});
