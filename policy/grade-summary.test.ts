import { expect, test } from "@playwright/test";
import { fraction } from "./fractions";
import { formatTotal } from "./grades";
import type { GradeFacts, StudentFacts } from "./score-facts";
import {
  gradeSummaryOf,
  missedAssignments,
  seriesIn,
  type GradeSummary,
  type SeriesSummary,
} from "./grade-summary";
import { meetings, syllabus, zone } from "./test-course";

const now = new Date("2024-02-05T16:00:00-05:00");
const course = { meetings, syllabus, assignments: [], zone, now };

function seriesOf(summary: GradeSummary, key: string): SeriesSummary {
  const found = seriesIn(summary, key);
  if (found === undefined) throw new Error(`There is no series ${key}.`);
  return found;
}

const partOf = ({ parts }: GradeSummary, key: string) => parts.find((part) => part.key === key);

function student(more: Partial<StudentFacts> = {}): StudentFacts {
  return {
    enrolmentId: "ada",
    name: "Ada Array",
    units: 12,
    presentsAt: [],
    submissions: [],
    exceptions: [],
    grades: [],
    ...more,
  };
}

function grade(
  meetingId: string,
  work: string,
  score: number,
  more: Partial<GradeFacts> = {},
): GradeFacts {
  return {
    id: `${meetingId} ${work}`,
    assignmentId: `${meetingId} ${work}`,
    version: 1,
    submissionId: null,
    score,
    aspects: null,
    comment: "",
    gradedBy: "tara",
    graderName: "Tara Trace",
    gradedAt: now,
    releasedAt: now,
    ...more,
  };
}

test("feature 38: missing, zero, waived and automatic are four states", () => {
  const summary = gradeSummaryOf(
    student({
      presentsAt: ["m4"],
      grades: [grade("m2", "pre", 0)],
      exceptions: [
        {
          id: "x",
          assignmentId: "m3 pre",
          kind: "excused",
          extendedTo: null,
          reason: null,
        },
      ],
    }),
    course,
    "released",
  );
  const pre = seriesOf(summary, "pre");
  expect(pre.rows.slice(0, 5).map(({ state, points }) => [state, points])).toEqual([
    ["missing", 0],
    ["scored", 0],
    ["waived", null],
    ["automatic", 100],
    ["missing", 0],
  ]);
  expect(pre).toMatchObject({ assessed: 23, waived: 1, counted: 19 });
});

test("feature 34: a score that is only saved counts for the graders, not for the student", () => {
  const facts = student({
    submissions: [
      {
        id: "s",
        assignmentId: "m2 pre",
        version: 1,
        submittedAt: new Date("2024-01-17T12:00:00-05:00"),
        dueAtReceipt: new Date("2024-01-17T23:59:59.999-05:00"),
        creditsCharged: 0,
      },
    ],
    grades: [
      grade("m2", "pre", 0),
      grade("m2", "pre", 100, { version: 2, releasedAt: null }),
      grade("m1", "post", 100, { releasedAt: null }),
    ],
  });
  const seen = (which: "released" | "saved") => {
    const summary = gradeSummaryOf(facts, course, which);
    return [seriesOf(summary, "pre").rows[1]?.points, seriesOf(summary, "post").rows[0]?.points];
  };
  expect(seen("released")).toEqual([0, 0]);
  expect(seen("saved")).toEqual([100, 100]);
});

test("R16, R23: the presentation is twice its aspects and the bonus of the day, and may exceed 20", () => {
  const summary = gradeSummaryOf(
    student({
      presentsAt: ["m4"],
      grades: [grade("m4", "presentation", 2000, { aspects: [2, 2, 2, 2, 2] })],
    }),
    course,
    "released",
  );
  expect(summary.presentations).toMatchObject([{ total: 2200, bonus: 200, outOf: 2000 }]);
  expect(partOf(summary, "presentation")?.shares.ceiling).toEqual(fraction(11, 10));
});

test("feature 39: points so far, at least and at most, with the bonus that the own seat carries", () => {
  const pointsOf = (facts: Partial<StudentFacts>, key = "presentation") =>
    partOf(gradeSummaryOf(student(facts), course, "released"), key)?.points;
  const open = { outOf: 2000, soFar: null, floor: fraction(0), dropsLeft: null };
  expect(pointsOf({})).toEqual({ ...open, ceiling: fraction(2000) });
  const seated = pointsOf({ presentsAt: ["m4"] });
  expect(seated).toEqual({ ...open, ceiling: fraction(2200) });
  const grades = [grade("m4", "presentation", 1000, { aspects: [1, 1, 1, 1, 1] })];
  const known = fraction(1200);
  expect(pointsOf({ presentsAt: ["m4"], grades })).toEqual({
    ...{ outOf: 2000, dropsLeft: null },
    ...{ soFar: known, floor: known, ceiling: known },
  });
  // Six days are over without a text, of which three are dropped.
  expect(pointsOf({}, "pre")).toMatchObject({ outOf: 2000, soFar: fraction(0), dropsLeft: 0 });
});

test("what was due and not handed in is missed; what is zero, waived, automatic or open is not", () => {
  const waived = { id: "x", assignmentId: "m3 pre", kind: "waived" } as const;
  const facts = student({
    presentsAt: ["m4"],
    exceptions: [{ ...waived, extendedTo: null, reason: null }],
    grades: [grade("m2", "pre", 0)],
  });
  // Of six pre-assignments one is zero, one waived and one automatic; of six post-assignments one is automatic.
  expect(missedAssignments(gradeSummaryOf(facts, course, "released"))).toBe(8);
});

test("R24: at 6 units a third each, at 12 a sixth each and half for the project, which nobody knows yet", () => {
  const facts = student({
    presentsAt: ["m4"],
    grades: [
      ...meetings.map(({ id }) => grade(id, "pre", 100)),
      ...meetings.map(({ id }) => grade(id, "post", 0)),
      grade("m4", "presentation", 1000, { aspects: [1, 1, 1, 1, 1] }),
    ],
  });
  const six = gradeSummaryOf({ ...facts, units: 6 }, course, "released");
  // Pre: all of it. Post: one automatic point among the best 20. Presentation: 12 of 20.
  expect(formatTotal(seriesOf(six, "post").floor ?? fraction(0))).toBe("1");
  expect(six.course.floor?.total).toEqual(fraction(20 * 20 + 20 + 20 * 12, 3 * 400));
  expect(six.course.ceiling?.total).toEqual(six.course.floor?.total);
  const twelve = gradeSummaryOf(facts, course, "released");
  expect(twelve.course.floor?.total).toEqual(fraction(660, 2400));
  expect(twelve.course.ceiling?.total).toEqual(fraction(660 + 1200, 2400));
  expect(twelve.course.soFar?.total).toEqual(six.course.floor?.total);
});

test("before the first deadline nothing is known, and everything is open", () => {
  const early = { ...course, now: new Date("2024-01-10T12:00:00-05:00") };
  const summary = gradeSummaryOf(student({ units: 6 }), early, "released");
  const { course: total } = summary;
  expect(total.soFar).toBeNull();
  expect([total.floor?.total, total.ceiling?.total]).toEqual([fraction(0), fraction(1)]);
  expect(seriesOf(summary, "pre").rows.every(({ state }) => state === "upcoming")).toBe(true);
});

test("an extension keeps a day open, and a seat in a course without it changes nothing", () => {
  const extendedTo = new Date("2024-02-07T23:59:59.999-05:00");
  const summary = gradeSummaryOf(
    student({
      presentsAt: ["elsewhere"],
      exceptions: [{ id: "x", assignmentId: "m6 pre", kind: "extended", extendedTo, reason: null }],
    }),
    course,
    "released",
  );
  expect(seriesOf(summary, "pre").rows[5]).toMatchObject({ state: "upcoming", dueAt: extendedTo });
});
