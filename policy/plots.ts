import { dueAt } from "./deadlines";
import type { SeriesSummary, SummaryRow } from "./grade-summary";
import type { QueueLine } from "./grading-counts";
import { classNumbers, inOrder, isAssessed, seriesAt, type MeetingFacts } from "./meetings";
import { fullPoints, type Series, type Syllabus } from "./syllabus";

/** A line's numbers over the days of the term; null where there is none yet. */
type Values = (number | null)[];

interface Term {
  meetings: readonly MeetingFacts[];
  syllabus: Syllabus;
  zone: string;
  now: Date;
}

/** The assessed meetings in order, with the numbers that people read. */
function assessedDays({ meetings, syllabus }: Pick<Term, "meetings" | "syllabus">) {
  const numbers = classNumbers(meetings);
  return inOrder(meetings)
    .filter((meeting) => isAssessed(meeting, syllabus))
    .map((meeting) => ({ meeting, label: String(numbers.get(meeting.id) ?? meeting.number) }));
}

/** What a plot needs to know of a day. */
type Day = Pick<SummaryRow, "meetingId" | "state" | "points" | "dueAt">;

/** What a day has brought so far, in hundredths; null while that is not known, and while an automatic point lies ahead. */
function broughtSoFar({ state, points, dueAt }: Day, now: Date): number | null {
  return state === "automatic" && dueAt.getTime() > now.getTime() ? null : points;
}

/** What these days have brought so far, in hundredths, before any of them is dropped. */
export function pointsBrought(days: readonly Day[], now: Date): number {
  return days.reduce((sum, day) => sum + (broughtSoFar(day, now) ?? 0), 0);
}

/**
 * A student's path through the term, in points over the classes: what the series have brought so far, and what they
 * could have. Days that are waived or not known yet bring nothing; after the last known day both end.
 */
export function pointsPath(
  all: readonly (Pick<SeriesSummary, "series"> & { rows: readonly Day[] })[],
  course: Pick<Term, "meetings" | "syllabus" | "now">,
): { labels: string[]; points: Values; possible: Values } {
  const days = assessedDays(course);
  const known = days.map(({ meeting }) =>
    all.flatMap(({ series, rows }) => {
      const day = rows.find((row) => row.meetingId === meeting.id);
      const points = day === undefined ? null : broughtSoFar(day, course.now);
      return points === null ? [] : [{ points, most: fullPoints(series) }];
    }),
  );
  const last = known.findLastIndex((day) => day.length > 0);
  let [points, possible] = [0, 0];
  const path = known.map((day, index) => {
    for (const one of day) {
      points += one.points;
      possible += one.most;
    }
    return index > last ? null : { points: points / 100, possible: possible / 100 };
  });
  return {
    labels: days.map(({ label }) => label),
    points: path.map((day) => day?.points ?? null),
    possible: path.map((day) => day?.possible ?? null),
  };
}

/** How much of a series was handed in, in whole percent by class. */
export interface SeriesRates {
  series: Series;
  rates: Values;
}

/** How much of what was owed was handed in, by series, of every assignment whose deadline is over. */
export function handInRates(
  queue: readonly Pick<QueueLine, "gradable" | "handedIn" | "missing" | "upcoming">[],
  course: Term,
): { labels: string[]; all: SeriesRates[] } {
  const days = assessedDays(course);
  const ratesOf = (series: Series) =>
    days.map(({ meeting }) => {
      const due = dueAt(meeting, series, course.zone);
      const line = queue.find(
        ({ gradable }) => gradable.work === series.key && gradable.meeting?.id === meeting.id,
      );
      if (line === undefined || due.getTime() >= course.now.getTime()) return null;
      const owed = line.handedIn + line.missing + line.upcoming;
      return owed === 0 ? null : Math.round((100 * line.handedIn) / owed);
    });
  return {
    labels: days.map(({ label }) => label),
    all: course.syllabus.series.map((series) => ({ series, rates: ratesOf(series) })),
  };
}

/** One bar of a distribution. */
export interface Bin {
  label: string;
  count: number;
}

const mostBins = 10;

/** How values, such as points, are spread: one bar for each whole number, or for several where there would be many. */
export function distribution(values: readonly { value: number; count: number }[]): Bin[] {
  if (values.length === 0) return [];
  const whole = values.map(({ value, count }) => ({ value: Math.floor(value), count }));
  const least = Math.min(...whole.map(({ value }) => value));
  const span = Math.max(...whole.map(({ value }) => value)) - least + 1;
  const width = Math.ceil(span / mostBins);
  return Array.from({ length: Math.ceil(span / width) }, (_, index) => {
    const from = least + index * width;
    const count = countOf(whole.filter(({ value }) => value >= from && value < from + width));
    return { label: width === 1 ? String(from) : `${from}–${from + width - 1}`, count };
  });
}

/** The assignment whose deadline, for the class, was the last to pass; undefined before the first. */
export function lastDue(
  course: Term,
): { meeting: MeetingFacts; series: Series; dueAt: Date } | undefined {
  return assessedDays(course)
    .flatMap(({ meeting }) =>
      seriesAt(meeting, course.syllabus).map((series) => ({
        meeting,
        series,
        dueAt: dueAt(meeting, series, course.zone),
      })),
    )
    .filter((one) => one.dueAt.getTime() < course.now.getTime())
    .sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0];
}

function countOf(some: readonly { count: number }[]): number {
  return some.reduce((sum, { count }) => sum + count, 0);
}

/** When hand-ins arrive is shown by steps of so many hours, and of so many steps before the deadline. */
export const [hoursEach, stepsShown] = [3, 8];

/** When hand-ins arrived before a deadline, by steps of three hours over the last day: step 0 is the last three. */
export function arrivals(counts: readonly { step: number; count: number }[]): Bin[] {
  const bins = Array.from({ length: stepsShown }, (_, index) => {
    const step = stepsShown - 1 - index;
    const count = countOf(counts.filter((one) => one.step === step));
    return { label: `${(step + 1) * hoursEach}–${step * hoursEach}`, count };
  });
  const earlier = countOf(counts.filter(({ step }) => step >= stepsShown));
  return [{ label: "earlier", count: earlier }, ...bins];
}
