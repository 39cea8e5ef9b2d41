import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { compareFractions, fraction } from "./fractions";
import { presentationPoints } from "./grade-parts";
import { gradeSummaryOf } from "./grade-summary";
import { findGradable, gradablesByHand, gradingAddress, gradingItems } from "./grading";
import { nextDuties } from "./ledger";
import { checkGradable, checkScore } from "./scoring";
import type { StudentFacts } from "./score-facts";
import type { Fraction } from "./syllabus";
import { assignments, meeting, meetings, presentation, syllabus, zone } from "./test-course-f2018";
import { queueOfStudents } from "./test-queue";
import { grade, student } from "./test-students";

const now = new Date("2018-10-15T10:00:00-07:00");
const course = { meetings, syllabus, assignments, zone, now };

const summaryOf = (more: Partial<StudentFacts> = {}) =>
  gradeSummaryOf(student(more), course, "released");
const partOf = (key: string, more: Partial<StudentFacts> = {}) =>
  summaryOf(more).parts.find((part) => part.key === key);

test("weights: response 25 %, participation 20 %, presentation 20 %, posts 35 %", () => {
  expect(summaryOf().parts.map(({ key, weight }) => [key, weight])).toEqual([
    ["response", fraction(1, 4)],
    ["presentation", fraction(1, 5)],
    ["participation", fraction(1, 5)],
    ["project", fraction(7, 20)],
  ]);
  const all = {
    presentsAt: ["m3", "m10"],
    grades: [
      ...meetings.map(({ id }) => grade(`${id} response`, 100)),
      ...["m3", "m10"].map((id) => grade(`${id} presentation`, 10_000, { aspects: [5, 5] })),
      grade("participation", 5000),
      grade("first-post", 10_000),
      grade("second-post", 0),
    ],
  };
  const { floor, ceiling, soFar } = summaryOf(all).course;
  // 25 + 20 + half of 20 + half of 35.
  expect(floor?.total).toEqual(fraction(725, 1000));
  expect([ceiling?.total, soFar?.total]).toEqual([floor?.total, floor?.total]);
});

test("a reading that one presents is neither counted nor graded, nor is one with a free pass", () => {
  const pass = {
    id: "x",
    assignmentId: "m4 response",
    kind: "pass",
    extendedTo: null,
    reason: null,
  } as const;
  const [response] = summaryOf({ presentsAt: ["m3"], exceptions: [pass] }).series;
  expect(response).toMatchObject({ assessed: 25, waived: 2, counted: 23 });
  expect(response?.rows.slice(0, 3).map(({ state, exemption }) => [state, exemption])).toEqual([
    ["missing", null],
    ["waived", "presents"],
    ["waived", "pass"],
  ]);
  expect(() => {
    for (const item of gradingItems(
      [student({ presentsAt: ["m3"] })],
      findGradable("response-3", course) ?? missing(),
      course,
    )) {
      checkGradable(item, zone);
    }
  }).toThrow("This is waived for Ada Array, so it has no score.");
});

function missing(): never {
  throw new Error("There is no such work.");
}

test("two or three presentations each: the mean counts, of two at least", () => {
  const points = (presentsAt: string[], scores: number[]) =>
    partOf("presentation", {
      presentsAt,
      grades: scores.map((score, index) =>
        grade(`${presentsAt[index]} presentation`, score * 100, {
          aspects: [score / 20, score / 20],
        }),
      ),
    })?.points;
  expect(points([], [])).toMatchObject({
    soFar: null,
    floor: fraction(0),
    ceiling: fraction(10_000),
  });
  // One of two is graded: the other is nothing at least, and all of it at most.
  expect(points(["m3"], [60])).toMatchObject({
    soFar: fraction(6000),
    floor: fraction(3000),
    ceiling: fraction(8000),
  });
  expect(points(["m3", "m10"], [60, 80])).toMatchObject({
    soFar: fraction(7000),
    floor: fraction(7000),
    ceiling: fraction(7000),
  });
  // A third one that is held counts like the others, and is open until it is graded.
  expect(points(["m3", "m10", "m14"], [60, 80])).toMatchObject({
    soFar: fraction(7000),
    floor: fraction(14_000, 3),
    ceiling: fraction(24_000, 3),
  });
  expect(points(["m3", "m10", "m14"], [60, 80, 100])?.floor).toEqual(fraction(8000));
});

test("property: floor ≤ so far ≤ ceiling of presentations, and grading one never leaves the span", () => {
  const held = fc.array(fc.option(fc.nat({ max: 10_000 })), { maxLength: 3 });
  const atMost = (a: Fraction | null, b: Fraction | null) =>
    a === null || b === null || compareFractions(a, b) <= 0;
  const pointsOf = (totals: readonly (number | null)[]) =>
    presentationPoints(
      totals.map((total) => ({
        meeting: meeting(3),
        grade: null,
        bonus: 0,
        total,
        outOf: presentation.outOf,
      })),
      presentation,
    );
  fc.assert(
    fc.property(held, fc.nat({ max: 10_000 }), (totals, score) => {
      const before = pointsOf(totals);
      const after = pointsOf(totals.map((total) => total ?? score));
      return (
        atMost(before.floor, before.soFar) &&
        atMost(before.soFar, fraction(presentation.outOf)) &&
        atMost(before.floor, after.floor) &&
        atMost(after.ceiling, before.ceiling)
      );
    }),
  );
});

test("participation is graded by hand, once: unknown until it is given", () => {
  expect(partOf("participation")?.points).toMatchObject({
    soFar: null,
    floor: fraction(0),
    ceiling: fraction(10_000),
  });
  const saved = grade("participation", 9000, { releasedAt: null });
  expect(partOf("participation", { grades: [saved] })?.points.soFar).toBeNull();
  const given = partOf("participation", { grades: [grade("participation", 9000)] })?.points;
  expect([given?.soFar, given?.floor, given?.ceiling]).toEqual(
    Array.from({ length: 3 }, () => fraction(9000)),
  );
});

test("each post is half of the posts; what is known so far stands alone", () => {
  const first = partOf("project", { grades: [grade("first-post", 8000)] })?.points;
  expect([first?.soFar, first?.floor, first?.ceiling]).toEqual([
    fraction(8000),
    fraction(4000),
    fraction(9000),
  ]);
  const thirds = {
    ...syllabus,
    project: {
      ...(syllabus.project ?? missing()),
      parts: (syllabus.project ?? missing()).parts.map((part, index) => ({
        ...part,
        percent: index === 0 ? 30 : 70,
      })),
    },
  };
  const grades = [grade("first-post", 10_000), grade("second-post", 5000)];
  const { parts } = gradeSummaryOf(
    student({ grades }),
    { ...course, syllabus: thirds },
    "released",
  );
  expect(parts.find(({ key }) => key === "project")?.points.floor).toEqual(fraction(6500));
});

test("addresses: a response, a presentation, a mark and the parts; a clash and nonsense are none", () => {
  expect(gradablesByHand(course).map(gradingAddress)).toEqual([
    "participation",
    "first-post",
    "second-post",
  ]);
  for (const { gradable } of queueOfStudents([student()], course)) {
    expect(findGradable(gradingAddress(gradable), course)).toEqual(gradable);
  }
  expect(findGradable("response-8", course)).toMatchObject({ assignmentId: "m8 response" });
  for (const wrong of [
    "response-1",
    "response-12",
    "response-33",
    "presentation-9",
    "response",
    "participation-8",
    "project",
    "pre-8",
    "",
  ]) {
    expect(findGradable(wrong, course), wrong).toBeUndefined();
  }
  // A part called "report-8" wins its own address over a series "report" at meeting 8, which checkSyllabus refuses.
  const clash = {
    ...course,
    syllabus: {
      ...syllabus,
      series: syllabus.series.map((one) => ({ ...one, key: "report" })),
      marks: syllabus.marks.map((one) => ({ ...one, key: "report-8" })),
    },
    assignments: [{ id: "by hand", work: "report-8", isWaived: false, dueAt: null }],
  };
  expect(findGradable("report-8", clash)?.assignmentId).toBe("by hand");
});

test("a mark is a number between 0 and its points, and waits for nobody", () => {
  const gradable = findGradable("participation", course) ?? missing();
  expect(checkScore(9050, gradable)).toBe(9050);
  expect(() => checkScore(10_001, gradable)).toThrow(
    "“Participation” gets between 0 and 100 points",
  );
  expect(gradingItems([student()], gradable, course)).toMatchObject([
    { state: "waiting", dueAt: null, mayChange: true },
  ]);
});

test("an hour before eleven the response is next, and a presenter's is not", () => {
  const next = (more: Partial<StudentFacts>) =>
    nextDuties(summaryOf(more).series, [], course).map(({ meeting: { number } }) => number);
  expect(next({})[0]).toBe(8);
  expect(next({ presentsAt: ["m8"] })[0]).toBe(9);
});
