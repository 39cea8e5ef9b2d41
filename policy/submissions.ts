import { lengthInWords, lowerName, topicVerb } from "./series";
import { checkLength, cleaned } from "./texts";
import { checkAll, checkEach, Refusal } from "./refusal";
import type { Series } from "./syllabus";

/** The longest texts that a submission takes, in characters. */
export const textLimits = { answer: 10_000, question: 1_000 } as const;

/** The most versions of one text: many times what anybody writes, so that no page has to show more. */
export const mostVersions = 100;

/** Refuses one version more than the portal keeps of a text. */
export function checkVersion(version: number): void {
  if (version <= mostVersions) return;
  throw new Refusal(
    `You have handed this in ${mostVersions} times, which is as often as the portal takes it. The last version counts; ask the staff if it must change.`,
  );
}

/** A text as it is typed or drafted: an answer to each prompt of the series, in their order, and the questions. */
export interface TextInput {
  /** The paper that it is about, where the student chooses one. */
  readingId: string | null;
  /** The question or the paper that it is tied to, by its id. */
  about: string | null;
  answers: string[];
  questions: string[];
}

/** The same as it may be kept. */
export interface SubmissionText {
  /** The paper that was chosen, or that the text is tied to. */
  readingId: string | null;
  /** The question that the text is tied to. */
  questionId: string | null;
  answers: string[];
  questions: string[];
}

/** What a text of the meeting may be about: its papers, and the questions that the student may read. */
export interface Subjects {
  papers: readonly string[];
  questions: readonly string[];
}

/** Spaces, invisible characters and bare marks are no answer. */
function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/**
 * A text as it may be handed in for the series (R17, R19): about a paper of the meeting where one is to be chosen,
 * with an answer to every prompt and as many questions as the series wants. Blank questions are dropped. Refuses what
 * is missing, too long, or about something else, all at once.
 */
export function checkSubmission(
  input: TextInput,
  series: Series,
  subjects: Subjects,
): SubmissionText {
  const { paper, answers, questions, about } = checkAll({
    paper: () =>
      series.paper === "choose" ? checkPaper(input.readingId, series, subjects.papers) : null,
    answers: () => checkAnswers(input.answers, series),
    questions: () => checkQuestions(input.questions, series.questions),
    about: () => (series.isTiedToDiscussion ? checkAbout(input.about, subjects) : noSubject),
  });
  return { readingId: paper ?? about.readingId, questionId: about.questionId, answers, questions };
}

const noSubject = { readingId: null, questionId: null };

function checkPaper(
  typed: string | null,
  series: Series,
  papers: readonly string[],
): string | null {
  const readingId = typed === "" ? null : typed;
  if (readingId === null && papers.length > 0) {
    throw new Refusal(
      `No paper is chosen. Choose the paper that you ${topicVerb(series)}.`,
      "reading",
    );
  }
  if (readingId !== null && !papers.includes(readingId)) {
    throw new Refusal(
      "This paper is not among the readings of this meeting. Choose one of those listed.",
      "reading",
    );
  }
  return readingId;
}

function checkAnswers(typed: readonly string[], { prompts, length, paper }: Series): string[] {
  return checkEach(prompts, ({ label }, index) => {
    const answer = cleaned(typed[index] ?? "");
    const field = `answer-${index + 1}`;
    if (isBlank(answer)) {
      const wanted =
        length === null || prompts.length > 1 ? "a few sentences" : lengthInWords(length);
      const about = paper === "choose" && prompts.length === 1 ? " about the reading" : "";
      throw new Refusal(`${promptName(label, prompts)} is empty. Write ${wanted}${about}.`, field);
    }
    checkLength(answer, textLimits.answer, promptName(label, prompts), field);
    return answer;
  });
}

/** What an answer is called in a sentence: "The summary", the text where there is only one, or the prompt itself. */
function promptName(label: string, prompts: readonly unknown[]): string {
  if (/^\p{L}+$/u.test(label)) return `The ${lowerName({ name: label })}`;
  return prompts.length === 1 ? "The text" : `“${label}”`;
}

function checkQuestions(typed: readonly string[], rule: Series["questions"]): string[] {
  if (rule === null) return [];
  const questions = typed
    .map((text, index) => ({ text: cleaned(text), field: `question-${index + 1}` }))
    .filter(({ text }) => !isBlank(text));
  if (questions.length < rule.least) {
    throw new Refusal(
      questions.length === 0
        ? `There is no discussion question. Write at least ${rule.least === 1 ? "one" : rule.least} that the class could discuss.`
        : `${questions.length === 1 ? "There is one discussion question" : `There are ${questions.length} discussion questions`}, and at least ${rule.least} are asked for. Write ${rule.least - questions.length} more.`,
      `question-${questions.length + 1}`,
    );
  }
  return checkEach(questions, ({ text, field }, index) => {
    checkLength(text, textLimits.question, "This question", field);
    if (index === rule.most) {
      throw new Refusal(
        `There are more than ${rule.most} questions. Keep the best ${rule.most}.`,
        field,
      );
    }
    return text;
  });
}

function checkAbout(
  about: string | null,
  { papers, questions }: Subjects,
): Pick<SubmissionText, "readingId" | "questionId"> {
  if (about === null || about === "") return noSubject;
  if (papers.includes(about)) return { readingId: about, questionId: null };
  if (questions.includes(about)) return { readingId: null, questionId: about };
  throw new Refusal(
    "This is neither a question of this class that you can read nor one of its papers. Choose one of those listed, or none.",
    "about",
  );
}
