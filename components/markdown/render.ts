import rehypeHighlight from "rehype-highlight";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { escaped } from "../ui/escaped";
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
    .use(remarkRehype)
    .use(rehypeSanitize, schema)
    .use(rehypeKatex, {
      output: "mathml",
      trust: false,
      maxExpand: 200,
      maxSize: 20,
      strict: "ignore",
    })
    .use(rehypeHighlight)
    .use(rehypeHouse, { topHeading })
    .use(rehypeStringify);
}

// The parser's time grows with the square of these, so a text with more than anybody needs is shown as it was typed.
const mostCharacters = 60_000;
const mostSigns = 3_000;
const tooDeep = /(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){60}|[[(*_{]{400}/;

function isTooMuch(text: string): boolean {
  return (
    text.length > mostCharacters ||
    tooDeep.test(text) ||
    (text.match(/[*_~[$`&]/g)?.length ?? 0) > mostSigns
  );
}

// The texts of a course are read far more often than written: formulas cost milliseconds, a look-up nothing.
const rendered = new Map<string, string>();
const mostRendered = 200;

/**
 * A text in Markdown, with tables, mathematics and code, as markup that is safe to put into a page: HTML in the text
 * is dropped, what is left is sanitised before mathematics and code are set, and no style attribute remains. The
 * text's first-level headings become `topHeading`, so that the page keeps its one h1. What cannot be rendered is shown
 * as it was typed.
 */
export function renderMarkdown(text: string, topHeading: 2 | 3 | 4 = 2): string {
  const key = `${topHeading} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const markup = isTooMuch(text) ? asTyped(text) : process(text, topHeading);
  if (rendered.size >= mostRendered) rendered.clear();
  rendered.set(key, markup);
  return markup;
}

function process(text: string, topHeading: number): string {
  let processor = processors.get(topHeading);
  if (processor === undefined) {
    processor = build(topHeading);
    processors.set(topHeading, processor);
  }
  try {
    return String(processor.processSync(text));
  } catch {
    return asTyped(text);
  }
}

function asTyped(text: string): string {
  return `<pre tabindex="0">${escaped(text)}</pre>`;
}
