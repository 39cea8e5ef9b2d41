import { expect, test } from "@playwright/test";
import { gradablePresentation, gradableSeries } from "./grading";
import { checkScore } from "./scoring";
import { meeting, post, pre, presentation } from "./test-course";

test("a pre- or post-assignment gets 0 or its full point, and nothing else", () => {
  const [before, after] = [gradableSeries(pre, meeting(7)), gradableSeries(post, meeting(7))];
  expect(checkScore(0, before)).toBe(0);
  expect(checkScore(100, after)).toBe(100);
  for (const score of [1, 50, 200, -100, Number.NaN]) {
    expect(() => checkScore(score, before), String(score)).toThrow(
      "A pre-assignment gets 0 or 1. Choose one of the two",
    );
  }
  const talk = gradablePresentation(presentation, meeting(7));
  expect(checkScore(1400, talk)).toBe(1400);
  for (const score of [-1, 2001, 0.5]) {
    expect(() => checkScore(score, talk)).toThrow("between 0 and 20 points");
  }
});
