import type { TextInput } from "./submissions";

/** Whether two drafts say the same: a form without scripts sends other line ends, and an empty field is none. */
export function isSameDraft(one: TextInput, other: TextInput): boolean {
  const filled = (words: readonly string[]) => {
    const said = words.map((each) => each.replace(/\r\n?/g, "\n"));
    return said.slice(0, said.findLastIndex((each) => each !== "") + 1);
  };
  const said = ({ readingId, about, answers, questions }: TextInput) =>
    JSON.stringify([readingId || null, about || null, filled(answers), filled(questions)]);
  return said(one) === said(other);
}

/** Two drafts of one text in one, the second below the first in every field, so that neither is lost. */
export function joinDrafts(first: TextInput, second: TextInput): TextInput {
  const isSaid = (text: string) => text.trim() !== "";
  const fields = Math.max(first.answers.length, second.answers.length);
  const answers = Array.from({ length: fields }, (_, index) => {
    const both = [first.answers[index] ?? "", second.answers[index] ?? ""].filter(isSaid);
    return [...new Set(both)].join("\n\n");
  });
  return {
    readingId: second.readingId ?? first.readingId,
    about: second.about ?? first.about,
    answers,
    questions: [...new Set([...first.questions, ...second.questions].filter(isSaid))],
  };
}
