/** What a student has typed of an assignment: a draft, or the values of a form. */
export interface DraftText {
  readingId: string | null;
  /** The question or the paper that a post-assignment is about, by its id. */
  about: string | null;
  text: string;
  /** Empty for a post-assignment. */
  questions: string[];
}

/** Whether two drafts say the same: a form without scripts sends other line ends, and an empty field is none. */
export function isSameDraft(one: DraftText, other: DraftText): boolean {
  const said = ({ readingId, about, text, questions }: DraftText) =>
    JSON.stringify([
      readingId || null,
      about || null,
      ...[text, ...questions].map((words) => words.replace(/\r\n?/g, "\n")),
    ]).replace(/(,"")+\]$/, "]");
  return said(one) === said(other);
}

/** Two drafts of one text in one, the second below the first, so that neither is lost. */
export function joinDrafts(first: DraftText, second: DraftText): DraftText {
  const texts = [first.text, second.text].filter((text) => text.trim() !== "");
  const questions = [...first.questions, ...second.questions].filter((each) => each.trim() !== "");
  return {
    readingId: second.readingId ?? first.readingId,
    about: second.about ?? first.about,
    text: [...new Set(texts)].join("\n\n"),
    questions: [...new Set(questions)],
  };
}
