import { expect, test } from "@playwright/test";
import { gradableSeries } from "./grading";
import { arrivals, distribution, handInRates, lastDue, pointsBrought, pointsPath } from "./plots";
import { meeting, meetings, post, pre, syllabus, zone } from "./test-course";

const course = { meetings, syllabus, zone, now: new Date("2024-02-01T23:00:00-05:00") };

const dueAt = new Date("2024-01-31T23:59:59.999-05:00");
const day = (meetingId: string, points: number | null) =>
  ({ meetingId, points, state: points === null ? "awaiting" : "scored", dueAt }) as const;

test("the path adds what each class brought, and ends with the last day that is known", () => {
  const path = pointsPath(
    [
      { series: pre, rows: [day("m1", null), day("m2", 100), day("m3", 0)] },
      { series: post, rows: [day("m1", 100), day("m2", 100), day("m3", null)] },
    ],
    course,
  );
  expect(path.labels.slice(0, 4)).toEqual(["1", "2", "3", "4"]);
  expect(path.labels).toHaveLength(23);
  expect(path.points.slice(0, 4)).toEqual([1, 3, 3, null]);
  expect(path.possible.slice(0, 4)).toEqual([1, 3, 4, null]);
});

test("R22: the automatic points of the own presentation come with its day, not before", () => {
  const presents = { ...day("m7", 100), state: "automatic" as const };
  const ahead = { ...presents, dueAt: new Date("2024-02-05T23:59:59.999-05:00") };
  const path = (own: typeof presents) =>
    pointsPath([{ series: pre, rows: [day("m2", 100), own] }], course);
  expect(path(ahead).points.slice(5, 8)).toEqual([null, null, null]);
  expect(path(presents).points.slice(5, 8)).toEqual([1, 2, null]);
  expect(pointsBrought([day("m2", 100), ahead, day("m5", null)], course.now)).toBe(100);
  expect(pointsBrought([day("m2", 100), presents], course.now)).toBe(200);
});

test("before anything is known the path is empty", () => {
  const path = pointsPath([], course);
  expect(path.points.every((points) => points === null)).toBe(true);
});

test("rates are what was handed in of what was owed, once the deadline is over", () => {
  const line = { handedIn: 20, missing: 8, upcoming: 2 };
  const rates = handInRates(
    [
      { ...line, gradable: gradableSeries(pre, meeting(6)) },
      { ...line, gradable: gradableSeries(post, meeting(6)) },
      { gradable: gradableSeries(post, meeting(5)), handedIn: 0, missing: 0, upcoming: 0 },
    ],
    course,
  );
  const [before, after] = rates.all;
  expect(rates.all.map(({ series }) => series)).toEqual([pre, post]);
  expect(before?.rates[5]).toBe(67);
  expect(after?.rates[5]).toBeNull();
  expect(after?.rates[4]).toBeNull();
  expect(handInRates([], { ...course, meetings: [] })).toMatchObject({
    labels: [],
    all: [{ rates: [] }, { rates: [] }],
  });
});

const each = (...values: number[]) => values.map((value) => ({ value, count: 1 }));

test("a distribution has a bar for each whole number, for several where there would be too many", () => {
  expect(distribution([])).toEqual([]);
  expect(distribution(each(7.5, 9, 9))).toEqual([
    { label: "7", count: 1 },
    { label: "8", count: 0 },
    { label: "9", count: 2 },
  ]);
  const wide = distribution(each(10, 11, 46));
  expect(wide.length).toBeLessThanOrEqual(10);
  expect(wide[0]).toEqual({ label: "10–13", count: 2 });
  expect(wide.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test("the last deadline is the class's last that has passed", () => {
  expect(lastDue(course)).toMatchObject({ series: pre, meeting: { number: 6 } });
  const midnight = { ...course, now: new Date("2024-02-02T00:00:00-05:00") };
  expect(lastDue(midnight)).toMatchObject({ series: post, meeting: { number: 6 } });
  expect(lastDue({ ...course, now: new Date("2024-01-01T00:00:00Z") })).toBeUndefined();
});

test("arrivals are shown by three hours before the deadline", () => {
  const bins = arrivals([
    { step: 0, count: 2 },
    { step: 1, count: 1 },
    { step: 7, count: 1 },
    { step: 8, count: 2 },
  ]);
  expect(bins).toHaveLength(9);
  expect(bins[0]).toEqual({ label: "earlier", count: 2 });
  expect(bins[1]).toEqual({ label: "24–21", count: 1 });
  expect(bins.at(-2)).toEqual({ label: "6–3", count: 1 });
  expect(bins.at(-1)).toEqual({ label: "3–0", count: 2 });
});
