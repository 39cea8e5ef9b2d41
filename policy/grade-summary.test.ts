import { expect, test } from "@playwright/test";
import { meetings, syllabus, zone } from "./test-course";
import { fraction } from "./fractions";
import { formatTotal } from "./grades";
import type { GradeFacts, StudentFacts } from "./score-facts";
import { gradeStandingOf, missedAssignments } from "./standings";
import type { GradedKind } from "./syllabus";

const now = new Date("2024-02-05T16:00:00-05:00");
const course = { meetings, syllabus, zone, now };

function student(more: Partial<StudentFacts> = {}): StudentFacts {
  return {
    enrolmentId: "ada",
    name: "Ada Array",
    units: 12,
    presentsAt: null,
    submissions: [],
    exceptions: [],
    grades: [],
    ...more,
  };
}

function grade(
  meetingId: string,
  kind: GradedKind,
  score: number,
  more: Partial<GradeFacts> = {},
): GradeFacts {
  return {
    id: `${meetingId} ${kind}`,
    meetingId,
    kind,
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
  const { pre } = gradeStandingOf(
    student({
      presentsAt: "m4",
      grades: [grade("m2", "pre", 0)],
      exceptions: [
        {
          id: "x",
          meetingId: "m3",
          assignment: "pre",
          kind: "excused",
          extendedTo: null,
          reason: null,
        },
      ],
    }),
    course,
    "released",
  );
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
        meetingId: "m2",
        assignment: "pre",
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
    const { pre, post } = gradeStandingOf(facts, course, which);
    return [pre.rows[1]?.points, post.rows[0]?.points];
  };
  expect(seen("released")).toEqual([0, 0]);
  expect(seen("saved")).toEqual([100, 100]);
});

test("R16, R23: the presentation is twice its aspects and the bonus of the day, and may exceed 20", () => {
  const { presentation, shares } = gradeStandingOf(
    student({
      presentsAt: "m4",
      grades: [grade("m4", "presentation", 2000, { aspects: [2, 2, 2, 2, 2] })],
    }),
    course,
    "released",
  );
  expect(presentation).toMatchObject({ total: 2200, bonus: 200, outOf: 2000 });
  expect(shares.presentation.ceiling).toEqual(fraction(11, 10));
});

test("feature 39: points so far, at least and at most, with the bonus that the own seat carries", () => {
  const pointsOf = (facts: Partial<StudentFacts>) =>
    gradeStandingOf(student(facts), course, "released").parts;
  const open = { outOf: 2000, soFar: null, floor: fraction(0), dropsLeft: null };
  expect(pointsOf({}).presentation).toEqual({ ...open, ceiling: fraction(2000) });
  const seated = pointsOf({ presentsAt: "m4" });
  expect(seated.presentation).toEqual({ ...open, ceiling: fraction(2200) });
  const grades = [grade("m4", "presentation", 1000, { aspects: [1, 1, 1, 1, 1] })];
  const told = fraction(1200);
  expect(pointsOf({ presentsAt: "m4", grades }).presentation).toEqual({
    ...{ outOf: 2000, dropsLeft: null },
    ...{ soFar: told, floor: told, ceiling: told },
  });
  // Six days are over without a text, of which three are dropped.
  expect(pointsOf({}).pre).toMatchObject({ outOf: 2000, soFar: fraction(0), dropsLeft: 0 });
});

test("what was due and not handed in is missed; what is zero, waived, automatic or open is not", () => {
  const waived = { id: "x", meetingId: "m3", assignment: "pre", kind: "waived" } as const;
  const facts = student({
    presentsAt: "m4",
    exceptions: [{ ...waived, extendedTo: null, reason: null }],
    grades: [grade("m2", "pre", 0)],
  });
  // Of six pre-assignments one is zero, one waived and one automatic; of six post-assignments one is automatic.
  expect(missedAssignments(gradeStandingOf(facts, course, "released"))).toBe(8);
});

test("R24: at 6 units a third each, at 12 a sixth each and half for the project, which nobody knows yet", () => {
  const facts = student({
    presentsAt: "m4",
    grades: [
      ...meetings.map(({ id }) => grade(id, "pre", 100)),
      ...meetings.map(({ id }) => grade(id, "post", 0)),
      grade("m4", "presentation", 1000, { aspects: [1, 1, 1, 1, 1] }),
    ],
  });
  const six = gradeStandingOf({ ...facts, units: 6 }, course, "released");
  // Pre: all of it. Post: one automatic point among the best 20. Presentation: 12 of 20.
  expect(formatTotal(six.post.floor ?? fraction(0))).toBe("1");
  expect(six.course.floor?.total).toEqual(fraction(20 * 20 + 20 + 20 * 12, 3 * 400));
  expect(six.course.ceiling?.total).toEqual(six.course.floor?.total);
  const twelve = gradeStandingOf(facts, course, "released");
  expect(twelve.course.floor?.total).toEqual(fraction(660, 2400));
  expect(twelve.course.ceiling?.total).toEqual(fraction(660 + 1200, 2400));
  expect(twelve.course.soFar?.total).toEqual(six.course.floor?.total);
});

test("before the first deadline nothing is known, and everything is open", () => {
  const early = { ...course, now: new Date("2024-01-10T12:00:00-05:00") };
  const { course: total, pre } = gradeStandingOf(student({ units: 6 }), early, "released");
  expect(total.soFar).toBeNull();
  expect([total.floor?.total, total.ceiling?.total]).toEqual([fraction(0), fraction(1)]);
  expect(pre.rows.every(({ state }) => state === "upcoming")).toBe(true);
});

test("an extension keeps a day open, and a seat in a course without it changes nothing", () => {
  const extendedTo = new Date("2024-02-07T23:59:59.999-05:00");
  const { pre } = gradeStandingOf(
    student({
      presentsAt: "elsewhere",
      exceptions: [
        { id: "x", meetingId: "m6", assignment: "pre", kind: "extended", extendedTo, reason: null },
      ],
    }),
    course,
    "released",
  );
  expect(pre.rows[5]).toMatchObject({ state: "upcoming", dueAt: extendedTo });
});
