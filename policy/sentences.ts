import { counted } from "./wording";

let segmenter: Intl.Segmenter | undefined;

/** How many sentences a text has, as its reader would count them; apart from the rest so that a form can count live. */
export function countSentences(text: string): number {
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  // A line that was wrapped by hand does not end a sentence; an empty line does.
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, " "));
  let count = 0;
  for (const paragraph of paragraphs) {
    for (const { segment } of segmenter.segment(paragraph)) {
      if (/[\p{L}\p{N}]/u.test(segment)) count += 1;
    }
  }
  return count;
}

/** A hint where the text is shorter or longer than the 2–3 sentences asked for (R19); null where it fits. It refuses nothing. */
export function sentenceHint(text: string, least = 2, most = 3): string | null {
  const count = countSentences(text);
  if (count === 0 || (count >= least && count <= most)) return null;
  const verdict = count < least ? "You may add to it." : "You may shorten it.";
  return `This is ${counted(count, "sentence")}; ${least} to ${most} are asked for. ${verdict}`;
}
