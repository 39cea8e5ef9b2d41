import { dueAt, isDueBeforeClass } from "@/policy/deadlines";
import { seededRandom } from "@/policy/seeded-random";
import { endsAt, inOrder, isWaivedForAll } from "@/policy/meetings";
import type { Series } from "@/policy/syllabus";
import type { CastStudent } from "./cast";
import {
  localInstant,
  type HandIn,
  type PlannedEvent,
  type TermFacts,
  type TermMeeting,
} from "./events";
import { loadExceptions } from "./texts";
import { writingTime } from "./writing-times";
import { reflectionsOf, summariesOf, thinned } from "./written";

/**
 * The texts of one series for one meeting, as the cast hands them in; presenters are not left out. What asks for questions
 * is a summary of a paper, and everything else looks back on the class.
 */
export function textsHandedIn(
  facts: TermFacts,
  meeting: TermMeeting,
  series: Series,
  students: readonly CastStudent[],
): PlannedEvent[] {
  const { key } = series;
  if (isWaivedForAll(meeting, key)) return [];
  const { zone } = facts;
  const isBefore = isDueBeforeClass(meeting, series);
  const { number } = meeting;
  const first = inOrder(facts.meetings)[0] ?? meeting;
  const opensAt = endsAt(isBefore ? first : meeting, zone);
  const classDueAt = dueAt(meeting, series, zone);
  const accounts = students.map(({ account }) => account);
  const texts =
    series.questions === null ? reflectionsOf(number, accounts) : summariesOf(meeting, accounts);
  const taken = new Set([...texts.values()].map(({ text }) => text));
  const exceptions = loadExceptions("s2024");
  let thin = 0;
  return students.flatMap(({ account, temperament }) => {
    const name = `${key}-${number} ${account}`;
    const exception = exceptions.find(
      (one) => one.student === account && one.meeting === number && one.series === key,
    );
    const text = texts.get(account);
    const isSkipped = seededRandom(name, "diligence") >= temperament.diligence;
    if (text === undefined || (exception ? exception.kind !== "extended" : isSkipped)) return [];
    const isThin = seededRandom(name, "care") >= temperament.care;
    const written = isThin ? thinned(text, thin++, series.questions === null, number) : text;
    const times = { opensAt, dueAt: classDueAt, zone };
    const at =
      exception?.extendedTo === undefined
        ? writingTime(temperament.habit, isBefore, times, name)
        : duringExtension(classDueAt, localInstant(exception.extendedTo, zone), name);
    const deed: HandIn = { kind: "hand in", meeting: number, series: key, written, after: null };
    const event = { id: name, at, who: account, deed };
    const isPlain = temperament.habit === "final minutes" || isThin || exception !== undefined;
    return isPlain ? [event] : withSecondThoughts(event, times, taken);
  });
}

function duringExtension(classDueAt: Date, extendedTo: Date, name: string): Date {
  const gained = extendedTo.getTime() - classDueAt.getTime();
  return new Date(extendedTo.getTime() - Math.floor(0.6 * gained * seededRandom(name, "extended")));
}

/** Some write a draft first, and a few hand in twice; `taken` are the texts that nobody else may hand in. */
function withSecondThoughts(
  event: PlannedEvent & { deed: HandIn },
  { opensAt, dueAt: due }: { opensAt: Date; dueAt: Date },
  taken: Set<string>,
): PlannedEvent[] {
  const { id, at, who, deed } = event;
  const { written, meeting, series } = deed;
  if (written.firstTry === written.text) return [event];
  const drawn = seededRandom(id, "second thoughts");
  if (drawn < 0.1 && !taken.has(written.firstTry)) {
    taken.add(written.firstTry);
    const questions = written.questions.slice(0, 1);
    const tried = { ...written, text: written.firstTry, questions };
    const rest = due.getTime() - at.getTime();
    const again = new Date(at.getTime() + Math.floor(rest * (0.1 + 6 * drawn)));
    return [
      { ...event, deed: { ...deed, written: tried } },
      { id: `${id} again`, at: again, who, deed: { ...deed, after: id } },
    ];
  }
  const draftAt = new Date(
    at.getTime() - Math.floor((3 + 10 * seededRandom(id, "draft")) * 3_600_000),
  );
  if (drawn < 0.6 || draftAt.getTime() <= opensAt.getTime()) return [event];
  const draft = { ...written, text: written.firstTry, questions: [] };
  return [
    {
      id: `${id} draft`,
      at: draftAt,
      who,
      deed: { kind: "save a draft", meeting, series, written: draft },
    },
    event,
  ];
}
