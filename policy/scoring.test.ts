import { expect, test } from "@playwright/test";
import { checkScore } from "./scoring";
import { syllabus } from "./test-course";

test("a pre- or post-assignment gets 0 or its full point, and nothing else", () => {
  expect(checkScore(0, "pre", syllabus)).toBe(0);
  expect(checkScore(100, "post", syllabus)).toBe(100);
  for (const score of [1, 50, 200, -100, Number.NaN]) {
    expect(() => checkScore(score, "pre", syllabus), String(score)).toThrow(
      "A pre-assignment gets 0 or 1. Choose one of the two.",
    );
  }
  expect(checkScore(1400, "presentation", syllabus)).toBe(1400);
  for (const score of [-1, 2001, 0.5]) {
    expect(() => checkScore(score, "presentation", syllabus)).toThrow("between 0 and 20 points");
  }
});
