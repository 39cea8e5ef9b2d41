import { seededRandom, oneOf, shuffled } from "@/policy/seeded-random";
import { hasPresenters, startsAt } from "@/policy/meetings";
import { presentationKey, type PresentationRule, type Series } from "@/policy/syllabus";
import { addDays, weekdayOf, type LocalDate } from "@/policy/time";
import type { Demo } from "./demo-courses";
import { atMinute, type PlannedEvent, type TermFacts, type TermMeeting } from "./events";
import { loadComments } from "./texts";

/** The graders meet on the first Tuesday or Friday on which a class is at least three days old. */
function gradingDay(date: LocalDate): LocalDate {
  let day = addDays(date, 3);
  while (weekdayOf(day) !== "Tue" && weekdayOf(day) !== "Fri") day = addDays(day, 1);
  return day;
}

/**
 * How one meeting is graded: an instructor scores the presentation on its evening, the TAs share the texts on
 * grading day, and everything is released that afternoon.
 */
export function gradesGiven(
  { demo, zone, syllabus }: TermFacts,
  meeting: TermMeeting,
  texts: readonly PlannedEvent[],
): PlannedEvent[] {
  const { number } = meeting;
  const { graders, instructors } = demo;
  const day = gradingDay(meeting.date);
  const rule = hasPresenters(meeting) ? syllabus.presentation : null;
  const presentations: PlannedEvent[] =
    rule === null
      ? []
      : [
          {
            id: `score presentation-${number}`,
            at: new Date(startsAt(meeting, zone).getTime() + 5 * 3_600_000),
            who: oneOf(instructors, "presentation", number) ?? "",
            deed: {
              kind: "score a presentation",
              meeting: number,
              ...presented(number, rule, loadComments(demo.slug).presentation),
            },
          },
        ];
  const written = syllabus.series
    .map(({ key }) => key)
    .filter((key) => texts.some(({ deed }) => deed.kind === "hand in" && deed.series === key));
  const works = rule === null ? written : [...written, presentationKey];
  const releases = works.map((work, position): PlannedEvent => ({
    id: `release ${work}-${number}`,
    at: atMinute(day, 15 * 60 + position, zone),
    who: oneOf(graders, "release", number) ?? "",
    deed: { kind: "release", meeting: number, work },
  }));
  return [
    ...syllabus.series.flatMap((series, place) =>
      scored(demo, texts, series, atMinute(day, (10 + place) * 60, zone)),
    ),
    ...presentations,
    ...releases,
  ];
}

/** Two graders take turns through the texts, each with a minute or two for every text. */
function scored(
  { slug, graders }: Demo,
  texts: readonly PlannedEvent[],
  { key: series, scale }: Series,
  begins: Date,
): PlannedEvent[] {
  const firstVersions = texts.flatMap(({ id, who, deed }) =>
    deed.kind === "hand in" && deed.series === series && deed.after === null
      ? [{ id, student: who, deed }]
      : [],
  );
  const { fullPoints, noPoints } = loadComments(slug);
  const points = scale.map((level) => level.points);
  return shuffled(firstVersions, ({ id }) => id, "grading").map(
    ({ id, student, deed }, position): PlannedEvent => {
      const seconds =
        Math.floor(position / graders.length) * 70 + Math.floor(seededRandom("score", id) * 60);
      const isFull = !deed.written.isThin;
      const says = (isFull ? fullPoints : noPoints)[series] ?? [];
      const hasComment = !isFull || seededRandom("comment", id) < 0.25;
      return {
        id: `score ${id}`,
        at: new Date(begins.getTime() + seconds * 1000),
        who: graders[position % graders.length] ?? "",
        deed: {
          kind: "score",
          student,
          meeting: deed.meeting,
          series,
          score: (isFull ? points.at(-1) : points[thinLevel(id, points.length)]) ?? 0,
          comment: hasComment ? (oneOf(says, "says", id) ?? "") : "",
        },
      };
    },
  );
}

/** A thin text gets the lowest level, or, where there are more than two, perhaps the next. */
function thinLevel(id: string, levels: number): number {
  return levels > 2 && seededRandom("level", id) < 0.5 ? 1 : 0;
}

/** Most aspects get all their points; the comment is about two of them. */
function presented(
  number: number,
  rule: PresentationRule,
  comments: Partial<Record<string, readonly string[]>>,
) {
  const aspects = rule.aspects.map(({ name, levels }) => {
    const points = levels.map((level) => level.points).sort((a, b) => b - a);
    return points[seededRandom("presentation", number, name) < 0.4 ? 1 : 0] ?? 0;
  });
  const comment = shuffled(rule.aspects, ({ name }) => name, "about", number)
    .flatMap(({ name }) => oneOf(comments[name] ?? [], "says", number, name) ?? [])
    .slice(0, 2)
    .join(" ");
  return { aspects, comment };
}
