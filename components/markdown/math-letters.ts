/** Where an alphabet of mathematical letters begins in Unicode, and the letters that are elsewhere. */
interface Alphabet {
  upper: number;
  lower: number;
  digits?: number;
  greekUpper?: number;
  greekLower?: number;
  elsewhere?: Record<string, string>;
}

const alphabets: Record<string, Alphabet> = {
  bold: {
    upper: 0x1d400,
    lower: 0x1d41a,
    digits: 0x1d7ce,
    greekUpper: 0x1d6a8,
    greekLower: 0x1d6c2,
  },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482, greekUpper: 0x1d71c, greekLower: 0x1d736 },
  script: {
    upper: 0x1d49c,
    lower: 0x1d4b6,
    elsewhere: {
      ...{ B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ" },
      ...{ e: "ℯ", g: "ℊ", o: "ℴ" },
    },
  },
  fraktur: {
    upper: 0x1d504,
    lower: 0x1d51e,
    elsewhere: { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" },
  },
  "double-struck": {
    upper: 0x1d538,
    lower: 0x1d552,
    digits: 0x1d7d8,
    elsewhere: { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digits: 0x1d7e2 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digits: 0x1d7f6 },
};

/**
 * The text in the letters of a MathML variant, or null where the variant has none. Browsers of today draw a bold or
 * a script letter only if it is the character of that name: they ignore the attribute that asks for it.
 */
export function mathLetters(text: string, variant: string): string | null {
  const alphabet = alphabets[variant];
  return alphabet === undefined
    ? null
    : Array.from(text, (letter) => mathLetter(letter, alphabet)).join("");
}

function mathLetter(letter: string, alphabet: Alphabet): string {
  const { upper, lower, digits, greekUpper, greekLower, elsewhere } = alphabet;
  const at = (start: number | undefined, first: string) =>
    start === undefined
      ? letter
      : String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
  const known = elsewhere?.[letter];
  if (known !== undefined) return known;
  if (/^[A-Z]$/.test(letter)) return at(upper, "A");
  if (/^[a-z]$/.test(letter)) return at(lower, "a");
  if (/^[0-9]$/.test(letter)) return at(digits, "0");
  if (/^[Α-ΡΣ-Ω]$/.test(letter)) return at(greekUpper, "Α");
  if (/^[α-ω]$/.test(letter)) return at(greekLower, "α");
  return letter;
}
