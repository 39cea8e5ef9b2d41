import type { Fraction } from "./syllabus";

/** A fraction in lowest terms with a positive denominator. Throws where the result leaves the safe integers. */
export function fraction(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  let [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError("A fraction cannot have the denominator 0.");
  if (d < 0n) [n, d] = [-n, -d];
  const divisor = gcd(n < 0n ? -n : n, d);
  const [reduced, below] = [Number(n / divisor), Number(d / divisor)];
  if (!Number.isSafeInteger(reduced) || !Number.isSafeInteger(below)) {
    throw new RangeError("This fraction is too fine to be kept exactly.");
  }
  return { numerator: reduced, denominator: below };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

function terms(f: Fraction): [bigint, bigint] {
  return [BigInt(f.numerator), BigInt(f.denominator)];
}

/** a + b, exactly. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  const [[an, ad], [bn, bd]] = [terms(a), terms(b)];
  return fraction(an * bd + bn * ad, ad * bd);
}

/** a × b, exactly. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  const [[an, ad], [bn, bd]] = [terms(a), terms(b)];
  return fraction(an * bn, ad * bd);
}

/** a ÷ b, exactly. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return multiplyFractions(a, fraction(b.denominator, b.numerator));
}

/** Negative when a is less than b, 0 when they are equal, positive when it is more. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [[an, ad], [bn, bd]] = [terms(a), terms(b)];
  const difference = (an * bd - bn * ad) * (ad * bd < 0n ? -1n : 1n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of all, exactly; 0 of none. */
export function sumFractions(all: readonly Fraction[]): Fraction {
  return all.reduce(addFractions, fraction(0));
}

/** A decimal of at most so many digits, rounded half up and without needless zeros: "19.47", "18.5", "20". */
export function formatFraction(f: Fraction, digits = 2): string {
  const { numerator, denominator } = fraction(f.numerator, f.denominator);
  const scale = 10n ** BigInt(digits);
  const [n, d] = [BigInt(Math.abs(numerator)), BigInt(denominator)];
  const rounded = (n * scale * 2n + d) / (d * 2n);
  const decimals = digits === 0 ? "" : (rounded % scale).toString().padStart(digits, "0");
  const shown = decimals.replace(/0+$/, "");
  const sign = numerator < 0 && rounded !== 0n ? "−" : "";
  return `${sign}${rounded / scale}${shown === "" ? "" : `.${shown}`}`;
}

const glyphs: Readonly<Record<string, string>> = {
  "1/2": "½",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/4": "¼",
  "3/4": "¾",
  "1/5": "⅕",
  "2/5": "⅖",
  "3/5": "⅗",
  "4/5": "⅘",
  "1/6": "⅙",
  "5/6": "⅚",
  "1/8": "⅛",
  "3/8": "⅜",
  "5/8": "⅝",
  "7/8": "⅞",
};

/** A weight as a label: "⅓", "⅙", "½", else "3/10"; a whole number as itself. */
export function formatWeight(f: Fraction): string {
  const { numerator, denominator } = fraction(f.numerator, f.denominator);
  if (denominator === 1) return String(numerator);
  const plain = `${numerator}/${denominator}`;
  return glyphs[plain] ?? plain;
}

/** A share as a percentage, as a label only: "33⅓ %", "50 %", "87.5 %", "94.7 %". */
export function formatPercent(f: Fraction): string {
  const percent = multiplyFractions(f, fraction(100));
  const isThirdOrSixth = percent.denominator === 3 || percent.denominator === 6;
  if (!isThirdOrSixth || percent.numerator < 0) return `${formatFraction(percent, 1)} %`;
  const whole = Math.floor(percent.numerator / percent.denominator);
  const rest = formatWeight({
    numerator: percent.numerator - whole * percent.denominator,
    denominator: percent.denominator,
  });
  return `${whole === 0 ? "" : whole}${rest} %`;
}
