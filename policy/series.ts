import { countSentences } from "./sentences";
import type { Series } from "./syllabus";
import { counted } from "./wording";

/*
 * Words about a series, apart from the rest so that a form can count live in the browser.
 */

/** The name of a series inside a sentence: "pre-assignment"; a word such as "API" or "LaTeX" stays as it is. */
export function lowerName({ name }: Pick<Series, "name">): string {
  return name.replace(/\p{L}+/gu, (word) =>
    /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word,
  );
}

/** The name of a series as a heading over several: "Pre-assignments". */
export function pluralName({ name }: Pick<Series, "name">): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** What a text does with its subject: it summarises the paper that a student chooses, and is about any other. */
export function topicVerb({ paper }: Pick<Series, "paper">): string {
  return paper === "choose" ? "summarise" : "write about";
}

/** How long a text should be, in words: "2 to 3 sentences", "about 500 words". */
export function lengthInWords(length: NonNullable<Series["length"]>): string {
  return `${numberInWords(length)} ${length.unit}`;
}

function numberInWords({ least, most }: NonNullable<Series["length"]>): string {
  return least === most ? `about ${most}` : `${least} to ${most}`;
}

/** A hint where the text is shorter or longer than what is asked for (R19); null where it fits. It refuses nothing. */
export function lengthHint(text: string, length: Series["length"]): string | null {
  if (length === null) return null;
  const count = countIn(text, length);
  // "About 500 words" is no exact number.
  const slack = length.least === length.most ? length.most / 5 : 0;
  if (count === 0 || (count >= length.least - slack && count <= length.most + slack)) return null;
  const verdict = count < length.least ? "You may add to it." : "You may shorten it.";
  const unit = length.unit === "sentences" ? "sentence" : "word";
  return `This is ${counted(count, unit)}; ${numberInWords(length)} are asked for. ${verdict}`;
}

/** How long the text is by now, or that it is too short or too long; null before the first word, and where nobody asks. */
export function lengthSoFar(text: string, length: Series["length"]): string | null {
  if (length === null) return null;
  const count = countIn(text, length);
  if (count === 0) return null;
  const unit = length.unit === "sentences" ? "sentence" : "word";
  return lengthHint(text, length) ?? `${counted(count, unit)} so far.`;
}

function countIn(text: string, { unit }: NonNullable<Series["length"]>): number {
  return unit === "sentences" ? countSentences(text) : countWords(text);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}
