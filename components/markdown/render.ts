import rehypeHighlight from "rehype-highlight";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { escaped } from "../ui/escaped";
import { rehypeBounds, remarkBounds } from "./bounds";
import { rehypeFormulas } from "./formulas";
import { rehypeHouse } from "./house";

const schema: typeof defaultSchema = {
  ...defaultSchema,
  // Raw HTML never gets this far, so the only ids are those of footnotes, which carry their prefix already.
  clobberPrefix: "",
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"] },
  attributes: {
    ...defaultSchema.attributes,
    code: [["className", /^language-./, "math-inline", "math-display"]],
  },
};

const processors = new Map<number, ReturnType<typeof build>>();

function build(topHeading: number) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkBounds)
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(rehypeFormulas)
    .use(rehypeBounds)
    .use(rehypeHighlight)
    .use(rehypeHouse, { topHeading })
    .use(rehypeStringify);
}

// The parser's time grows with the square of these, so a text with more than anybody needs is shown as it was typed.
const mostCharacters = 60_000;
const mostLines = 2_000;
const mostSigns = 3_000;
const mostBars = 10_000;
const tooDeep = /(?<![ \t])(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){30}|[[(*_{]{400}/;
const manyBlanks = /[ \t]{1000}/;

function isTooMuch(text: string): boolean {
  return (
    text.length > mostCharacters ||
    manyBlanks.test(text) ||
    tooDeep.test(text) ||
    countOf(text, /\r\n?|\n/g) > mostLines ||
    countOf(text, /[*_~[\]$`&>]/g) > mostSigns ||
    countOf(text, /\|/g) > mostBars
  );
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The most characters of markup that one text becomes. */
const mostMarkup = 500_000;

// The texts of a course are read far more often than written: formulas cost milliseconds, a look-up nothing.
const rendered = new Map<string, string>();
const mostRendered = 200;
const mostHeld = 8_000_000;
let held = 0;

/**
 * A text in Markdown, with tables, mathematics and code, as markup that is safe to put into a page: HTML in the text
 * is dropped, what is left is sanitised before mathematics and code are set, and no style attribute remains. The
 * text's first-level headings become `topHeading`, so that the page keeps its one h1. What is too much to be rendered is
 * shown as it was typed, under a sentence that says so; tables and formulas have bounds of their own.
 */
export function renderMarkdown(text: string, topHeading: 2 | 3 | 4 = 2): string {
  const key = `${topHeading} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const markup = isTooMuch(text) ? asTyped(text) : process(text, topHeading);
  const size = key.length + markup.length;
  if (rendered.size >= mostRendered || held + size > mostHeld) {
    rendered.clear();
    held = 0;
  }
  rendered.set(key, markup);
  held += size;
  return markup;
}

function process(text: string, topHeading: number): string {
  let processor = processors.get(topHeading);
  if (processor === undefined) {
    processor = build(topHeading);
    processors.set(topHeading, processor);
  }
  try {
    const markup = String(processor.processSync(text));
    return markup.length > mostMarkup ? asTyped(text) : markup;
  } catch {
    return asTyped(text);
  }
}

function asTyped(text: string): string {
  const isCut = text.length > mostCharacters;
  const shown = isCut ? text.slice(0, mostCharacters).toWellFormed() : text;
  const sentence = `This text is too long or too intricate to be laid out, so ${isCut ? `its first ${mostCharacters.toLocaleString("en-US")} characters are shown as they were` : "it is shown as it was"} typed.`;
  return `<p>${sentence}</p>\n<pre tabindex="0">${escaped(shown)}</pre>`;
}
