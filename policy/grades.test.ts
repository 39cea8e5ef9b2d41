import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { compareFractions, fraction } from "./fractions";
import type { RowState, ScoreRow, SeriesRule, SeriesTotal } from "./grades";
import {
  courseTotal,
  formatPoints,
  formatTotal,
  presentationScore,
  scoreRow,
  seriesTotal,
  shareOf,
  weightsFor,
} from "./grades";
import { carriedCount } from "./meetings";
import type { Fraction } from "./syllabus";
import { meetings, pre as rule, syllabus } from "./test-course";

const days = carriedCount(meetings, rule);

/** Rows from a short text: 1 and 0 scored, h half a point, m missing, w waived, a automatic, ? awaiting, . upcoming. */
function rowsOf(text: string): ScoreRow[] {
  const states: Record<string, [RowState, number | null]> = {
    "1": ["scored", 100],
    "0": ["scored", 0],
    h: ["scored", 50],
    m: ["missing", null],
    w: ["waived", null],
    a: ["automatic", null],
    "?": ["awaiting", null],
    ".": ["upcoming", null],
  };
  return Array.from(text, (letter, index) => {
    const [state, score] = states[letter] ?? ["upcoming" as const, null];
    return { meetingId: `m${index + 1}`, state, score };
  });
}

const totalOf = (text: string, of: SeriesRule = rule) => seriesTotal(rowsOf(text), of);
const shown = (total: Fraction | null) => (total === null ? null : formatTotal(total));
const droppedIn = (total: SeriesTotal) =>
  total.rows.map((row) => (row.isDropped ? "x" : "-")).join("");

test("R21: of 23 days the best 20 count, graded out of 20", () => {
  expect(days).toBe(23);
  const perfect = totalOf("1".repeat(23));
  expect(perfect).toMatchObject({ assessed: 23, waived: 0, counted: 20, points: 2000 });
  expect(shown(perfect.total)).toBe("20");
  expect(shown(totalOf("1".repeat(20) + "000").total)).toBe("20");
  expect(shown(totalOf("1".repeat(19) + "0000").total)).toBe("19");
  expect(shown(totalOf("0".repeat(23)).total)).toBe("0");
});

test("R21: with day 1's pre waived the best 19 count, × 20/19", () => {
  const total = totalOf("w" + "1".repeat(18) + "0000");
  expect(total).toMatchObject({ waived: 1, counted: 19, points: 1800, fullPoints: 1900 });
  expect(total.total).toEqual(fraction(1800 * 20, 19));
  expect(shown(total.total)).toBe("18.95");
  expect(shown(totalOf("w" + "1".repeat(19) + "000").total)).toBe("20");
});

test("a waiver never uses up a drop", () => {
  const total = totalOf("ww" + "1".repeat(18) + "000");
  expect(total.counted).toBe(18);
  expect(droppedIn(total)).toBe("-".repeat(20) + "xxx");
  expect(shown(total.total)).toBe("20");
});

test("R22: automatic points count as full, beside drops and waivers", () => {
  const total = totalOf("w" + "a" + "1".repeat(17) + "0000");
  expect(shown(total.total)).toBe("18.95");
  expect(total.rows[1]).toMatchObject({ state: "automatic", points: 100 });
  const half = { ...rule, presenterGets: 50 };
  expect(totalOf("a", half).points).toBe(50);
});

test("R21: missing counts 0 once due", () => {
  const total = totalOf("1".repeat(19) + "mmmm");
  expect(total.points).toBe(1900);
  expect(droppedIn(total)).toBe("-".repeat(19) + "xxx-");
});

test("R21: never fewer than one day counts", () => {
  expect(totalOf("01")).toMatchObject({ counted: 1, points: 100 });
  expect(totalOf("0").counted).toBe(1);
  expect(shown(totalOf("0").total)).toBe("0");
  expect(shown(totalOf("w1w").total)).toBe("20");
});

test("when every day is waived there is nothing to count", () => {
  for (const text of ["", "www"]) {
    expect(totalOf(text)).toMatchObject({
      counted: 0,
      points: 0,
      total: null,
      soFar: null,
      floor: null,
      ceiling: null,
    });
  }
});

test("feature 38: missing, zero, waived and automatic stay four distinct states", () => {
  const { rows } = totalOf("m0wa1....");
  expect(rows.slice(0, 4).map((row) => [row.state, row.points])).toEqual([
    ["missing", 0],
    ["scored", 0],
    ["waived", null],
    ["automatic", 100],
  ]);
  expect(rows[2]).toMatchObject({ isDropped: false });
});

test("feature 34: what is not released is unknown, not 0 and not counted", () => {
  const total = totalOf("1?" + ".".repeat(21));
  expect(total).toMatchObject({ points: 100, total: null });
  expect(total.rows[1]).toMatchObject({ points: null, isDropped: false });
  expect([shown(total.soFar), shown(total.floor), shown(total.ceiling)]).toEqual(["20", "1", "20"]);
});

test("feature 39: three numbers, so far, floor and ceiling", () => {
  const total = totalOf("110m0" + "m0" + ".".repeat(16));
  // Five zeros, three of which are dropped: 18 of 20 can still be reached.
  expect([shown(total.soFar), shown(total.floor), shown(total.ceiling)]).toEqual(["10", "2", "18"]);
  expect(droppedIn(total)).toBe("--xxx--" + "-".repeat(16));
  const before = totalOf(".".repeat(23));
  expect([before.soFar, shown(before.floor), shown(before.ceiling)]).toEqual([null, "0", "20"]);
});

test("R21: what is known so far, what of it is dropped, and how many drops are left", () => {
  expect(totalOf("110m0" + ".".repeat(18))).toMatchObject({
    known: 5,
    dropped: 3,
    dropsLeft: 0,
    pointsSoFar: 200,
    fullPointsSoFar: 200,
  });
  expect(totalOf("11mw?" + ".".repeat(18))).toMatchObject({
    known: 3,
    dropped: 1,
    dropsLeft: 2,
    pointsSoFar: 200,
    fullPointsSoFar: 200,
  });
  expect(totalOf("00" + ".".repeat(21))).toMatchObject({ known: 2, dropped: 1, pointsSoFar: 0 });
  // Of two days one always counts, however many may be dropped.
  expect(totalOf("..")).toMatchObject({ dropped: 0, dropsLeft: 1 });
});

test("dropped rows are marked: the lowest, the earlier of equals, full marks only at the end", () => {
  expect(droppedIn(totalOf("1111" + ".".repeat(19)))).toBe("-".repeat(23));
  expect(droppedIn(totalOf("h0h1" + ".".repeat(19)))).toBe("xxx-" + "-".repeat(19));
  expect(droppedIn(totalOf("0" + ".".repeat(22)))).toBe("-".repeat(23));
  expect(droppedIn(totalOf("00" + ".".repeat(21)))).toBe("x" + "-".repeat(22));
  expect(droppedIn(totalOf("1".repeat(22) + "."))).toBe("xx" + "-".repeat(21));
  expect(droppedIn(totalOf("1".repeat(23)))).toBe("xxx" + "-".repeat(20));
});

test("a row's state follows from the facts, to the millisecond of the deadline", () => {
  const dueAt = new Date("2024-02-06T04:59:59.999Z");
  const facts = {
    meetingId: "m7",
    duty: "due",
    isHandedIn: false,
    releasedScore: null,
    dueAt,
    now: dueAt,
  } as const;
  const overdue = new Date(dueAt.getTime() + 1);
  expect(scoreRow(facts).state).toBe("upcoming");
  expect(scoreRow({ ...facts, now: overdue }).state).toBe("missing");
  expect(scoreRow({ ...facts, isHandedIn: true, now: overdue }).state).toBe("awaiting");
  expect(scoreRow({ ...facts, releasedScore: 0, now: overdue })).toEqual({
    meetingId: "m7",
    state: "scored",
    score: 0,
  });
  expect(scoreRow({ ...facts, duty: "waived", releasedScore: 100 })).toMatchObject({
    state: "waived",
    score: null,
  });
  expect(scoreRow({ ...facts, duty: "automatic" }).state).toBe("automatic");
});

const letters = Array.from("10hmwa?.");
const series = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 })
  .map((found) => found.join(""));
const places = fc.nat();

function notLower(after: Fraction | null, before: Fraction | null): boolean {
  return before === null || (after !== null && compareFractions(after, before) >= 0);
}

function replaced(text: string, place: number, letter: string): string {
  return text.slice(0, place) + letter + text.slice(place + 1);
}

const numbers = ["total", "soFar", "floor", "ceiling"] as const;

// The properties answer true or false: an expectation per run would cost the runner a minute.
test("property: raising a score never lowers a total", () => {
  const order = "m0h1";
  fc.assert(
    fc.property(series, places, fc.constantFrom("0", "h", "1"), (text, n, better) => {
      const place = n % text.length;
      const was = order.indexOf(text.charAt(place));
      fc.pre(was >= 0 && order.indexOf(better) >= was);
      const [before, after] = [totalOf(text), totalOf(replaced(text, place, better))];
      return (
        after.points >= before.points &&
        numbers.every((number) => notLower(after[number], before[number]))
      );
    }),
    { numRuns: 1000 },
  );
});

test("property: waiving a missed day never lowers a total", () => {
  fc.assert(
    fc.property(series, places, (text, n) => {
      const place = n % text.length;
      fc.pre("m0".includes(text.charAt(place)));
      const [before, after] = [totalOf(text), totalOf(replaced(text, place, "w"))];
      return numbers.every(
        (number) => after[number] === null || notLower(after[number], before[number]),
      );
    }),
    { numRuns: 1000 },
  );
});

test("waiving a day that scored full may lower a total: it takes the point away with the day", () => {
  expect(shown(totalOf("1".repeat(15) + "0".repeat(8)).total)).toBe("15");
  expect(shown(totalOf("w" + "1".repeat(14) + "0".repeat(8)).total)).toBe("14.74");
});

test("property: whatever comes lies between floor and ceiling, and all meet in the end", () => {
  fc.assert(
    fc.property(series, fc.constantFrom("0", "h", "1", "m", "a"), (text, outcome) => {
      const total = totalOf(text);
      const final = totalOf(text.replace(/[?.]/g, outcome));
      const same = JSON.stringify(final.total);
      return (
        notLower(final.total, total.floor) &&
        notLower(total.ceiling, final.total) &&
        notLower(fraction(2000), total.ceiling) &&
        numbers.every((number) => JSON.stringify(final[number]) === same)
      );
    }),
    { numRuns: 1000 },
  );
});

test("property: the rows explain the number: what is counted sums to the points", () => {
  fc.assert(
    fc.property(series, (text) => {
      const total = totalOf(text);
      const counted = total.rows.filter((row) => row.points !== null && !row.isDropped);
      const sum = counted.reduce((points, row) => points + (row.points ?? 0), 0);
      const isFinal = total.total !== null;
      // With 0 and 1 only, the rows explain the points at any time; with halves, in the end.
      const isExplained = text.includes("h") && !isFinal ? true : sum === total.points;
      const count = isFinal ? counted.length === total.counted : counted.length <= total.counted;
      const dropped = total.rows.filter((row) => row.isDropped).length;
      return isExplained && count && dropped <= rule.dropLowest;
    }),
    { numRuns: 1000 },
  );
});

/** The shares of the parts, each with its weight at the number of units. */
function weighted(units: number, shares: Record<string, Fraction | null>) {
  const { of } = weightsFor(units, syllabus);
  return Object.entries(shares).map(([key, share]) => ({ share, weight: of[key] ?? null }));
}

test("R23: five aspects, 0/1/2 each, doubled to 20", () => {
  expect(presentationScore([2, 2, 2, 2, 2], 2)).toBe(2000);
  expect(presentationScore([2, 1, 0, 2, 1], 2)).toBe(1200);
  expect(presentationScore([0, 0, 0, 0, 0], 2)).toBe(0);
});

test("R16: +2 of 20 for the team of 25 Jan: 22/20 and 62/60 are legal", () => {
  const full = fraction(1);
  const course = courseTotal(
    weighted(6, { pre: full, post: full, presentation: shareOf(fraction(2200), 2000) }),
  );
  expect(course?.total).toEqual(fraction(62, 60));
});

test("R24: a third each at 6 units; a sixth each plus half for the project at 12", () => {
  const shares = {
    pre: fraction(1),
    post: fraction(1, 2),
    presentation: fraction(0),
    project: fraction(4, 5),
  };
  expect(courseTotal(weighted(6, shares))?.total).toEqual(fraction(1, 2));
  expect(courseTotal(weighted(12, shares))?.total).toEqual(fraction(13, 20));
  const full = fraction(1);
  const all = { pre: full, post: full, presentation: full, project: full };
  expect(courseTotal(weighted(6, all))?.total).toEqual(fraction(1));
  expect(courseTotal(weighted(12, all))?.total).toEqual(fraction(1));
  expect(weightsFor(12, syllabus).of.project).toEqual(fraction(1, 2));
  expect(() => weightsFor(9, syllabus)).toThrow("no weights for 9 units");
});

test("a part with nothing to count leaves its weight to the others", () => {
  const shares = { pre: fraction(1, 2), post: fraction(1), presentation: null, project: null };
  const sixth = fraction(1, 6);
  expect(courseTotal(weighted(12, shares))).toEqual({
    total: fraction(3, 4),
    terms: [
      { share: fraction(1, 2), weight: sixth },
      { share: fraction(1), weight: sixth },
    ],
    isScaledUp: true,
  });
  const all = { ...shares, presentation: fraction(0) };
  expect(courseTotal(weighted(6, all))?.isScaledUp).toBe(false);
  const none = { pre: null, post: null, presentation: null, project: null };
  expect(courseTotal(weighted(6, none))).toBeNull();
});

test("points are written without needless zeros, and read back as the same hundredths", () => {
  expect([1900, 1850, 1895, 0, 5, 2200].map(formatPoints)).toEqual([
    "19",
    "18.5",
    "18.95",
    "0",
    "0.05",
    "22",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (hundredths) => {
      expect(Math.round(Number(formatPoints(hundredths)) * 100)).toBe(hundredths);
    }),
  );
});
