import { expect, test } from "@playwright/test";
import { pageNumber } from "./page-number";

test("an address asks for a page by a number from 1 to 999, and gets the first by anything else", () => {
  expect(pageNumber("1")).toBe(1);
  expect(pageNumber("999")).toBe(999);
  for (const other of [
    "0",
    "-1",
    "1000",
    "1.5",
    "2 ",
    "01",
    "two",
    "",
    ["2", "3"],
    null,
    undefined,
  ])
    expect(pageNumber(other)).toBe(1);
});
