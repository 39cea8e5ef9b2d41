import { expect, test } from "@playwright/test";
import fc from "fast-check";
import {
  addFractions,
  compareFractions,
  divideFractions,
  formatFraction,
  formatPercent,
  formatWeight,
  fraction,
  multiplyFractions,
  sumFractions,
} from "./fractions";

const third = fraction(1, 3);

test("R24: a third is a third: three of them are exactly 1, where 33 + 33 + 33 is 99", () => {
  expect(sumFractions([third, third, third])).toEqual(fraction(1));
  expect(sumFractions([])).toEqual(fraction(0));
});

test("R24: percentages and glyphs are labels only", () => {
  expect(
    [third, fraction(1, 6), fraction(1, 2), fraction(3, 10), fraction(1)].map(formatWeight),
  ).toEqual(["⅓", "⅙", "½", "3/10", "1"]);
  expect(
    [third, fraction(1, 6), fraction(1, 2), fraction(1, 8), fraction(1)].map(formatPercent),
  ).toEqual(["33⅓ %", "16⅔ %", "50 %", "12.5 %", "100 %"]);
  expect(formatPercent(fraction(18, 19))).toBe("94.7 %");
  expect(formatPercent(fraction(31, 30))).toBe("103⅓ %");
  expect(formatPercent(fraction(0))).toBe("0 %");
  expect(formatPercent(fraction(1, 300))).toBe("⅓ %");
});

test("rounding happens once, at the edge, half up", () => {
  expect(formatFraction(fraction(360, 19))).toBe("18.95");
  expect(formatFraction(fraction(1, 8))).toBe("0.13");
  expect(formatFraction(fraction(1, 8), 3)).toBe("0.125");
  expect(formatFraction(fraction(5, 2), 0)).toBe("3");
  expect(formatFraction(fraction(1999, 1000), 2)).toBe("2");
  expect(formatFraction(fraction(-1, 3))).toBe("−0.33");
  expect(formatFraction(fraction(-1, 1000))).toBe("0");
});

test("what cannot be exact is an error, not a wrong number", () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => addFractions(fraction(1, 94_906_267), fraction(1, 94_906_265))).toThrow(RangeError);
});

const fractions = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([n, d]) => fraction(n, d));

test("property: the arithmetic is that of fractions", () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      expect(addFractions(a, b)).toEqual(addFractions(b, a));
      expect(multiplyFractions(a, b)).toEqual(multiplyFractions(b, a));
      expect(compareFractions(a, b)).toBe(
        Math.sign(a.numerator * b.denominator - b.numerator * a.denominator),
      );
      if (b.numerator !== 0) expect(multiplyFractions(divideFractions(a, b), b)).toEqual(a);
    }),
  );
});

test("property: what is written is within half a last digit of the value", () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: 0, max: 4 }), (f, digits) => {
      const written = Number(formatFraction(f, digits).replace("−", "-"));
      const value = f.numerator / f.denominator;
      expect(Math.abs(written - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
    }),
  );
});
