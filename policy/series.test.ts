import { expect, test } from "@playwright/test";
import { countSentences } from "./sentences";
import { lengthHint, lengthInWords, lowerName } from "./series";
import { post, pre } from "./test-course";
import { response } from "./test-course-f2018";

test("R19: text with a sentence count, and soft limits of 2 to 3", () => {
  expect(countSentences("")).toBe(0);
  expect(countSentences("One thing. Another thing! A third?")).toBe(3);
  expect(countSentences("A line that was\nwrapped by hand. And more")).toBe(2);
  expect(countSentences("No full stop\n\nNor here")).toBe(2);
  expect(countSentences("It reached 3.5 points, i.e. more than before.")).toBe(1);
  expect(countSentences("...")).toBe(0);
  const sentenceHint = (text: string) => lengthHint(text, post.length);
  expect(sentenceHint("")).toBeNull();
  expect(sentenceHint("One. Two.")).toBeNull();
  expect(sentenceHint("One. Two. Three.")).toBeNull();
  expect(sentenceHint("One.")).toBe("This is 1 sentence; 2 to 3 are asked for. You may add to it.");
  expect(sentenceHint("One. Two. Three. Four.")).toBe(
    "This is 4 sentences; 2 to 3 are asked for. You may shorten it.",
  );
});

test("about 500 words: a hint where the text is a fifth shorter or longer, and never a refusal", () => {
  const words = (count: number) => lengthHint("word ".repeat(count), response.length);
  expect([400, 500, 600].map(words)).toEqual([null, null, null]);
  expect(words(399)).toBe("This is 399 words; about 500 are asked for. You may add to it.");
  expect(words(601)).toBe("This is 601 words; about 500 are asked for. You may shorten it.");
  expect(lengthHint("One.", response.length)).toBe(
    "This is 1 word; about 500 are asked for. You may add to it.",
  );
  // Marks are no words, and an apostrophe or a hyphen does not make two.
  expect(
    lengthHint("– … don’t re-read Viotti and Vukolić", { unit: "words", least: 5, most: 6 }),
  ).toBe(null);
  expect(lengthHint("Whatever.", null)).toBeNull();
});

test("a length is said as people say it", () => {
  expect(post.length && lengthInWords(post.length)).toBe("2 to 3 sentences");
  expect(response.length && lengthInWords(response.length)).toBe("about 500 words");
});

test("a series has its own name inside a sentence; names that are written large stay so", () => {
  expect([pre, post, response].map(lowerName)).toEqual([
    "pre-assignment",
    "post-assignment",
    "response",
  ]);
  const names = ["Reading Response", "API review", "LaTeX note", "Essay I"];
  expect(names.map((name) => lowerName({ name }))).toEqual([
    "reading response",
    "API review",
    "LaTeX note",
    "essay I",
  ]);
});
