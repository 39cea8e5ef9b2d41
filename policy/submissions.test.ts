import { expect, test } from "@playwright/test";
import { checkSubmission, textLimits, type TextInput } from "./submissions";
import { post, pre } from "./test-course";

const papers = ["coeditor", "swe-bench"];
const good: TextInput = {
  readingId: "swe-bench",
  about: null,
  answers: [" A benchmark of real issues.\r\nIt is hard. "],
  questions: ["", " How would one cheat? ", "  "],
};

/** A pre-assignment as it would be kept. */
const checkPre = (input: TextInput, among: readonly string[]) =>
  checkSubmission(input, pre, { papers: among, questions: [] });

/** A post-assignment as it would be kept; the questions are those that the student may read. */
const checkPost = (answer: string, about: string | null = null, questions: string[] = []) =>
  checkSubmission({ readingId: null, about, answers: [answer], questions: [] }, post, {
    papers,
    questions,
  });

test("R17: choose one of its papers, short summary, at least 1 discussion question", () => {
  expect(checkPre(good, papers)).toEqual({
    readingId: "swe-bench",
    questionId: null,
    answers: ["A benchmark of real issues.\nIt is hard."],
    questions: ["How would one cheat?"],
  });
});

test("R17: a meeting without readings takes a summary of its announced topic", () => {
  expect(checkPre({ ...good, readingId: null }, []).readingId).toBeNull();
  expect(checkPre({ ...good, readingId: "" }, []).readingId).toBeNull();
});

test("R17: a pre-assignment with no question is refused, and so is all else that is missing", () => {
  const cases: [Partial<TextInput>, string, string][] = [
    [{ readingId: null }, "reading", "No paper is chosen"],
    [{ readingId: "llemma" }, "reading", "not among the readings of this meeting"],
    [
      { answers: [" \n "] },
      "answer-1",
      "The summary is empty. Write a few sentences about the reading.",
    ],
    [{ answers: ["\u200b\u2060"] }, "answer-1", "The summary is empty"],
    [{ questions: [] }, "question-1", "There is no discussion question"],
    [{ questions: [" ", "\u0000", "?"] }, "question-1", "There is no discussion question"],
    [{ answers: ["x".repeat(10_001)] }, "answer-1", "10,001 characters; the limit is 10,000"],
    [{ answers: ["x".repeat(1_048_576)] }, "answer-1", "1,048,576 characters"],
    [
      { questions: ["Why?", "", "x".repeat(1_001)] },
      "question-3",
      "1,001 characters; the limit is 1,000",
    ],
    [{ questions: Array<string>(11).fill("Why?") }, "question-11", "more than 10 questions"],
  ];
  for (const [change, field, words] of cases) {
    const attempt = () => checkPre({ ...good, ...change }, papers);
    expect(attempt, words).toThrow(words);
    expect(attempt, words).toThrow(expect.objectContaining({ field }));
  }
  expect(() => checkPre(good, [])).toThrow("not among the readings of this meeting");
});

test("the limits themselves are allowed, and characters are counted as people see them", () => {
  const longest = {
    readingId: "coeditor",
    about: null,
    answers: ["𝛼".repeat(9_999) + "x"],
    questions: Array<string>(10).fill("x".repeat(1_000)),
  };
  const { readingId, answers, questions } = longest;
  expect(checkPre(longest, papers)).toEqual({ readingId, questionId: null, answers, questions });
});

test("what the database cannot hold is taken out of a text", () => {
  expect(checkPost("One\u0000 thing.").answers).toEqual(["One thing."]);
});

test("R19: a post-assignment is a text of 2 to 3 sentences, within the limit of an answer", () => {
  expect(checkPost(" The ablation surprised me.\r\n")).toEqual({
    readingId: null,
    questionId: null,
    answers: ["The ablation surprised me."],
    questions: [],
  });
  expect(checkPost("x".repeat(textLimits.answer)).answers[0]).toHaveLength(10_000);
  expect(() => checkPost("  ")).toThrow("The text is empty. Write 2 to 3 sentences.");
  expect(() => checkPost("x".repeat(10_001))).toThrow("10,001 characters; the limit is 10,000");
});

test("R19: optionally tied to a question or a paper of this meeting, and to nothing else", () => {
  const tied = (about: string) => checkPost("One thing.", about, ["q1"]);
  expect(tied("q1")).toMatchObject({ questionId: "q1", readingId: null });
  expect(tied("swe-bench")).toMatchObject({ questionId: null, readingId: "swe-bench" });
  expect(tied("")).toMatchObject({ questionId: null, readingId: null });
  expect(() => tied("q2")).toThrow(
    "neither a question of this class that you can read nor one of its papers",
  );
  expect(() => tied("q2")).toThrow(expect.objectContaining({ field: "about" }));
  // A pre-assignment is tied to nothing, whatever a form sends.
  expect(checkPre({ ...good, about: "q2" }, papers).questionId).toBeNull();
});

test("a series that wants two questions says how many are missing, and beside which field", () => {
  const two = { ...pre, questions: { least: 2, most: 3 } };
  const hand = (questions: string[]) =>
    checkSubmission({ ...good, questions }, two, { papers, questions: [] });
  expect(hand(["Why?", "How?"]).questions).toEqual(["Why?", "How?"]);
  expect(() => hand([])).toThrow("There is no discussion question. Write at least 2");
  expect(() => hand(["Why?"])).toThrow(
    "There is one discussion question, and at least 2 are asked for. Write 1 more.",
  );
  expect(() => hand(["Why?"])).toThrow(expect.objectContaining({ field: "question-2" }));
  expect(() => hand(["Why?", "How?", "Who?", "When?"])).toThrow("Keep the best 3.");
  const none = { ...pre, questions: { least: 0, most: 3 } };
  expect(
    checkSubmission({ ...good, questions: [] }, none, { papers, questions: [] }),
  ).toMatchObject({
    questions: [],
  });
});

test("with several prompts each answer has its field, and too many answers are dropped", () => {
  const three = {
    ...pre,
    prompts: ["What?", "Why?", "So what?"].map((label) => ({ label, hint: "" })),
  };
  const hand = (...answers: string[]) =>
    checkSubmission({ ...good, answers }, three, { papers, questions: [] });
  expect(hand(" One. ", "Two.", "Three.", "Four.").answers).toEqual(["One.", "Two.", "Three."]);
  expect(() => hand("One.", "", "Three.")).toThrow(
    expect.objectContaining({
      field: "answer-2",
      message: "“Why?” is empty. Write a few sentences.",
    }),
  );
  expect(() => hand("One.", "Two.", "x".repeat(10_001))).toThrow(
    expect.objectContaining({ field: "answer-3" }),
  );
});
