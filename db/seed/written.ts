import { seededRandom, shuffled } from "@/policy/seeded-random";
import { parseReadingUrl } from "@/policy/readings";
import {
  loadMeetingTexts,
  loadPapers,
  loadPosts,
  loadResponses,
  loadThinTexts,
  loadTopic,
  type MeetingTexts,
  type PaperTexts,
} from "./texts";

/** What a student of the cast writes for one meeting. */
export interface Written {
  /** The address of the paper; null where it is about none, and where a meeting has no readings. */
  paper: string | null;
  /** One for each prompt of the series. */
  answers: string[];
  /** Empty where the series asks for none. */
  questions: string[];
  /** The answers as they stood before the last thought: a draft, or a first version. */
  firstTry: string[];
  /** Whether it is too thin for the point. */
  isThin: boolean;
}

/** A meeting as far as the writing depends on it; papers by their canonical address. */
export interface ToWrite {
  number: number;
  papers: { url: string; list: "main" | "suggested" }[];
}

/** The whole text of several answers. */
export function textOf(answers: readonly string[]): string {
  return answers.join("\n\n");
}

const canonical = (url: string) => parseReadingUrl(url).url;

let later: Map<string, PaperTexts> | undefined;

/** Sentences about the papers of later meetings, by canonical address. */
function laterPapers(): Map<string, PaperTexts> {
  later ??= new Map(Object.entries(loadPapers()).map(([url, texts]) => [canonical(url), texts]));
  return later;
}

/** The item at a position that may run past the end, where the list begins again. */
function at<T>(items: readonly T[], position: number): T {
  const item = items[position % items.length];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/**
 * The pre-assignments of a meeting, one for each writer and no two alike; none where the cast has nothing to say
 * about the meeting's papers.
 */
export function summariesOf(meeting: ToWrite, writers: readonly string[]): Map<string, Written> {
  const order = shuffled(writers, String, "summaries", meeting.number);
  const texts = loadMeetingTexts(meeting.number);
  const urls = new Set(meeting.papers.map(({ url }) => url));
  const known = texts?.summaries.filter(({ paper }) => urls.has(canonical(paper))) ?? [];
  if (texts !== undefined && known.length > 0)
    return writtenByHand({ ...texts, number: meeting.number }, known, order);
  return combined(meeting, order);
}

/**
 * Hand-written summaries go round; each further round adds other sentences around them, so that those who share
 * a summary never share a text.
 */
function writtenByHand(
  texts: MeetingTexts & { number: number },
  known: MeetingTexts["summaries"],
  order: readonly string[],
): Map<string, Written> {
  const chosen = new Map<string, number>();
  return new Map(
    order.map((writer, position) => {
      const which = position % known.length;
      const round = Math.floor(position / known.length);
      const summary = at(known, which);
      const opening = round === 0 ? [] : [at(texts.openings, which + 3 * round)];
      const closing = round === 1 ? [] : [at(texts.closings, 7 * which + round)];
      const questions = texts.questions.filter(({ paper }) => paper === summary.paper);
      const nth = chosen.get(summary.paper) ?? 0;
      chosen.set(summary.paper, nth + 1);
      return [
        writer,
        {
          paper: canonical(summary.paper),
          answers: [[...opening, summary.text, ...closing].join(" ")],
          questions: questionsFrom(
            questions.map(({ text }) => text),
            nth,
            writer,
            texts.number,
          ),
          firstTry: [summary.text],
          isThin: false,
        },
      ];
    }),
  );
}

/** One sentence of each kind about the paper; writers of the same paper walk through the combinations. */
function combined(meeting: ToWrite, order: readonly string[]): Map<string, Written> {
  const about = meeting.papers.flatMap(({ url, list }) => {
    const texts = laterPapers().get(url);
    return texts === undefined ? [] : [{ url, list, texts }];
  });
  const main = about.filter(({ list }) => list === "main");
  const topic = meeting.papers.length === 0 ? loadTopic(meeting.number) : undefined;
  // The main papers are read twice as often as those suggested beside them.
  const round: { url: string | null; texts: PaperTexts }[] =
    topic === undefined ? [...main, ...about] : [{ url: null, texts: topic }];
  if (round.length === 0) return new Map();
  const chosen = new Map<string | null, number>();
  return new Map(
    order.map((writer, position) => {
      const { url, texts } = at(round, position);
      const nth = chosen.get(url) ?? 0;
      chosen.set(url, nth + 1);
      const kinds = [texts.motivation, texts.contribution, texts.method, texts.result];
      const sentences = nthOf(kinds, nth, "summaries", meeting.number, url ?? "");
      return [
        writer,
        {
          paper: url,
          answers: [sentences.join(" ")],
          questions: questionsFrom(texts.questions, nth, writer, meeting.number),
          firstTry: [sentences.slice(0, -1).join(" ")],
          isThin: false,
        },
      ];
    }),
  );
}

/** A question for each, a second one for some. */
function questionsFrom(
  questions: readonly string[],
  nth: number,
  writer: string,
  meeting: number,
): string[] {
  const first = at(questions, nth);
  const second = at(questions, nth + 1);
  return seededRandom("second question", meeting, writer) < 0.3 && first !== second
    ? [first, second]
    : [first];
}

/** The post-assignments of a meeting, one for each writer and no two alike; none for a meeting without texts. */
export function reflectionsOf(
  meetingNumber: number,
  writers: readonly string[],
): Map<string, Written> {
  const order = shuffled(writers, String, "reflections", meetingNumber);
  const texts = loadMeetingTexts(meetingNumber);
  const combinations = loadPosts(meetingNumber);
  return new Map(
    order.flatMap((writer, position): [string, Written][] => {
      const sentences =
        texts === undefined
          ? combinations === undefined
            ? []
            : nthOf([combinations.first, combinations.second], position, "posts", meetingNumber)
          : postByHand(texts, position);
      const answers = [sentences.join(" ")];
      const firstTry = [sentences[0] ?? ""];
      return sentences.length === 0
        ? []
        : [[writer, { paper: null, answers, questions: [], firstTry, isThin: false }]];
    }),
  );
}

function postByHand({ posts: whole, postClosings }: MeetingTexts, position: number): string[] {
  const which = position % whole.length;
  const round = Math.floor(position / whole.length);
  const post = at(whole, which);
  return round === 0 ? [post] : [post, at(postClosings, which + round)];
}

/** A text that is too thin for the point, about the paper that the writer would have written about. */
export function thinned(written: Written, nth: number, isPost: boolean, meeting: number): Written {
  const thin = loadThinTexts();
  const from = Math.floor(seededRandom("thin", meeting) * 10);
  const text = at(isPost ? thin.posts : thin.summaries, from + nth);
  const questions = isPost ? [] : [at(thin.questions, from + nth)];
  return { ...written, answers: [text], firstTry: [text], questions, isThin: true };
}

/** The responses to the main reading of a meeting, no two alike; none for a writer for whom none is left. */
export function responsesOf(
  meeting: ToWrite,
  writers: readonly { account: string; isThin: boolean }[],
): Map<string, Written> {
  const paper = meeting.papers.find(({ list }) => list === "main")?.url ?? null;
  const responses = loadResponses(meeting.number);
  const order = shuffled(writers, ({ account }) => account, "responses", meeting.number);
  return new Map(
    [true, false].flatMap((isThin) => {
      const whose = order.filter((writer) => writer.isThin === isThin);
      const texts = responses.filter((response) => response.isThin === isThin);
      return whose.flatMap(({ account }, position): [string, Written][] => {
        const answers = texts[position]?.answers;
        if (answers === undefined) return [];
        const firstTry = isThin ? answers : answers.map((answer) => firstSentence(answer));
        return [[account, { paper, answers, questions: [], firstTry, isThin }]];
      });
    }),
  );
}

function firstSentence(text: string): string {
  return /^.*?[.?](?= |$)/.exec(text)?.[0] ?? text;
}

/**
 * The nth of all combinations of one sentence from each list, as a walk that changes every list often and comes
 * back only after the last combination.
 */
function nthOf(
  lists: readonly (readonly string[])[],
  nth: number,
  ...about: (string | number)[]
): string[] {
  const all = lists.reduce((product, list) => product * list.length, 1);
  let step = Math.max(1, Math.round(all * 0.382));
  while (divisor(step, all) !== 1) step += 1;
  let rest = (Math.floor(seededRandom(...about) * all) + nth * step) % all;
  return lists.map((list) => {
    const sentence = at(list, rest % list.length);
    rest = Math.floor(rest / list.length);
    return sentence;
  });
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
