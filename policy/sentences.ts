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
