import { expect, test } from "@playwright/test";
import { countSentences } from "./sentences";
import { lengthHint } from "./series";
import { post } from "./test-course";

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
