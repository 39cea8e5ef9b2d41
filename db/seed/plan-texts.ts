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
import { loadExceptions, loadTerm } from "./texts";
import { writingTime } from "./writing-times";
import { reflectionsOf, responsesOf, summariesOf, textOf, thinned, type Written } from "./written";

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
  const isAboutThis = (one: { meeting: number; series: string }) =>
    one.meeting === number && one.series === key;
  const exceptions = loadExceptions(facts.demo.slug).filter(isAboutThis);
  const { passes, seats } = loadTerm(facts.demo.slug);
  const freed = new Set([
    ...passes.filter(isAboutThis).map(({ student }) => student),
    ...seats.filter((seat) => seat.meeting === number).map(({ student }) => student),
  ]);
  const intents = students.map(({ account, temperament }) => {
    const name = `${key}-${number} ${account}`;
    const exception = exceptions.find(({ student }) => student === account);
    const isSkipped = seededRandom(name, "diligence") >= temperament.diligence;
    return {
      account,
      temperament,
      name,
      exception,
      isWriting: !freed.has(account) && (exception ? exception.kind === "extended" : !isSkipped),
      isThin: seededRandom(name, "care") >= temperament.care,
    };
  });
  const writing = intents.filter(({ isWriting }) => isWriting);
  const texts = textsFor(meeting, series, accounts, writing);
  const taken = new Set([...texts.values()].map(({ answers }) => textOf(answers)));
  let thin = 0;
  return writing.flatMap(({ account, temperament, name, exception, isThin }) => {
    const text = texts.get(account);
    if (text === undefined) return [];
    const written =
      isThin && !text.isThin ? thinned(text, thin++, series.questions === null, number) : text;
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

/** A text with several answers is a response; only those who write take one of the few there are. */
function textsFor(
  meeting: TermMeeting,
  series: Series,
  accounts: readonly string[],
  writing: readonly { account: string; isThin: boolean }[],
): Map<string, Written> {
  if (series.prompts.length > 1) return responsesOf(meeting, writing);
  return series.questions === null
    ? reflectionsOf(meeting.number, accounts)
    : summariesOf(meeting, accounts);
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
  const firstTry = textOf(written.firstTry);
  if (firstTry === textOf(written.answers)) return [event];
  const drawn = seededRandom(id, "second thoughts");
  if (drawn < 0.1 && !taken.has(firstTry)) {
    taken.add(firstTry);
    const questions = written.questions.slice(0, 1);
    const tried = { ...written, answers: written.firstTry, questions };
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
  const draft = { ...written, answers: written.firstTry, questions: [] };
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
