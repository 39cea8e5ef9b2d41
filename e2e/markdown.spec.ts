import { expect, test } from "@playwright/test";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { renderMarkdown } from "@/components/markdown/render";

const activeElements =
  /^(script|style|iframe|object|embed|svg|form|input|base|link|meta|video|audio|source|template)$/;

/** What a browser would run, load from elsewhere or style when it reads the markup; none may be in any text. */
function activeIn(markup: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!("tagName" in child)) continue;
      if (activeElements.test(child.tagName)) found.push(child.tagName);
      for (const { name, value } of child.attrs) {
        const isActive =
          /^(on|style$|srcset$|action$|formaction$)/.test(name) ||
          (name === "id" && !/^(footnote-label|user-content-fn(ref)?-\d+)$/.test(value)) ||
          (name === "href" && !/^(https?:|mailto:|[/#])/.test(value)) ||
          (name === "src" && !/^\/[^/\\]/.test(value));
        if (isActive) found.push(`${child.tagName} ${name}=${value}`);
      }
      visit(child);
    }
  };
  visit(parseFragment(markup));
  return found;
}

const hostile: Record<string, string> = {
  "a script": "<script>alert(1)</script>",
  "an event handler": "<img src=x onerror=alert(1)> <b onclick='alert(1)'>b</b>",
  "a style": "<p style='position:fixed'>x</p>\n\n<style>* { display: none }</style>",
  "a frame and a form": "<iframe src=//evil.test></iframe><form action=//evil.test><input></form>",
  "a drawing": "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "links that run":
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#10;script:alert(1))",
  "links with data": "[a](data:text/html,<script>alert(1)</script>) ![b](data:image/svg+xml,<svg>)",
  "an autolink that runs": "<javascript:alert(1)> <vbscript:x>",
  "pictures from elsewhere": "![a](https://evil.test/x.png) ![b](//evil.test/x.png)",
  "TeX that links": "$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$",
  "TeX that writes HTML": "$\\htmlStyle{color:red}{x}$ $\\htmlData{a=b}{x}$ $\\htmlId{main}{x}$",
  "TeX that loads": "$\\includegraphics[height=9em]{https://evil.test/x.png}$",
  "TeX that is wrong": "$\\frac{<img src=x onerror=alert(1)>$",
  "TeX that colours": "$\\textcolor{red}{x}$ $\\colorbox{red}{y}$ $\\rule{999em}{999em}$",
  "a fence that leaves its class": '```js" onmouseover="alert(1)\nx\n```',
  "a title that leaves its quotes": "[a](/ok 'x\" onmouseover=\"alert(1)')",
};

for (const [name, text] of Object.entries(hostile)) {
  test(`a text with ${name} gives no active content`, () => {
    expect(activeIn(renderMarkdown(text))).toEqual([]);
  });
}

const heavy: Record<string, string> = {
  "macros that grow":
    "$\\def\\a{xxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b}\\c\\c\\c\\c\\c\\c$",
  "quotes in quotes": `${"> ".repeat(20_000)}x`,
  "lists in lists": `${"- ".repeat(20_000)}x`,
  "open brackets": "[".repeat(50_000),
  "open pictures": "![".repeat(25_000),
  "stars between letters": "a*".repeat(25_000),
  "backticks of all lengths": Array.from({ length: 300 }, (_, n) => "`".repeat(n)).join(" "),
  "deep braces": `$${"{".repeat(20_000)}$`,
  "a megabyte": "Word. ".repeat(170_000),
  "a table of 800 columns and rows": table(800, 800),
  "a table of 5,000 columns and rows": table(5000, 5000),
  "a hundred tables": `${table(30, 30)}\n\n`.repeat(100),
  "thousands of headings": "a\n=\n".repeat(10_000),
  "a list of thousands": "-\n".repeat(29_000),
  "quotes in quotes, line by line": `${">".repeat(25)} a\n\n`.repeat(1_900),
  "closing brackets": "]".repeat(59_000),
  "blanks before a word": `${" ".repeat(59_000)}x`,
  "an address repeated at length": `${"[a] ".repeat(1_400)}\n\n[a]: /${"x".repeat(50_000)}`,
  "footnotes in footnotes": Array.from({ length: 700 }, (_, n) => `[^${n}]: x [^${n + 1}]\n`)
    .concat("[^0]")
    .join("\n"),
  "thousands of formulas": "$\\frac{a}{b}$ ".repeat(1_500),
  "formulas that each write a great deal":
    `$\\def\\a{${"x".repeat(400)}}${"\\a".repeat(180)}$\n\n`.repeat(70),
  "a matrix of thousands": `$$\n\\begin{matrix}${"a\\\\".repeat(15_000)}\\end{matrix}\n$$`,
  "a long piece of code": `\`\`\`xml\n${'<a b="c">'.repeat(6_000)}\n\`\`\``,
};

/** A table whose rows are empty: its cells cost the writer nothing. */
function table(columns: number, rows: number): string {
  return `|${"|".repeat(columns)}\n|${"-|".repeat(columns)}\n${"|\n".repeat(rows)}`;
}

for (const [name, text] of Object.entries(heavy)) {
  test(`a text with ${name} is rendered or shown as typed within two seconds`, () => {
    // Of the processor's time: others may have work for it at the same moment.
    const start = process.cpuUsage();
    const markup = renderMarkdown(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
    expect(markup.length).toBeLessThan(600_000);
    expect(activeIn(markup)).toEqual([]);
  });
}

test("what is cut off a table is said in its place, and the rest of the text follows", () => {
  const markup = renderMarkdown(`Before.\n\n${table(100, 99)}\nAfter.`);
  expect(markup).toMatch(
    /<p>This table goes on for 50 more rows, which are not shown: [^<]* 5,000 cells together\.<\/p>\n<p>After\.<\/p>$/,
  );
  expect(renderMarkdown(table(100, 49))).not.toContain("not shown");
  const second = renderMarkdown(`${table(100, 49)}\n\n${table(2, 1)}\nAfter.`);
  expect(second).toContain("<p>A table is not shown here: ");
});

test("the formulas for which there is no room are shown as typed, and the text says so", () => {
  const markup = renderMarkdown(`Take $x$.\n\n$${"x+".repeat(2_000)}x$\n\nAfter.`);
  expect(markup).toContain("<mi>x</mi>");
  expect(markup).toContain("<code>x+x+x+");
  expect(markup).toMatch(/<p>After\.<\/p><p>Some formulas are shown as they were typed, .*<\/p>$/);
});

test("a text that is too much is shown as typed, under a sentence that says so", () => {
  expect(renderMarkdown("a\n=\n".repeat(10_000))).toMatch(
    /^<p>This text is too long or too intricate .* shown as it was typed\.<\/p>\n<pre tabindex="0">a\n=\n/,
  );
  const long = renderMarkdown("Word. ".repeat(170_000));
  expect(long).toContain("so its first 60,000 characters are shown as they were typed");
});

test("a list of dashes, a long rule and a table's head are no depth", () => {
  expect(renderMarkdown(`a\n\n${"-".repeat(80)}\n\n${"- ".repeat(20)}`)).toContain("<hr>");
  expect(renderMarkdown(`| a |\n|${"-".repeat(70)}|\n| 1 |`)).toContain("<table>");
});

test("mathematics becomes MathML without style attributes", () => {
  const markup = renderMarkdown("Take $p_\\theta(\\mathbf{y})$ and\n\n$$\n\\frac{a}{b}\n$$");
  expect(markup).toContain("<msub>");
  expect(markup).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"');
  expect(markup).not.toMatch(/style=/);
});

test("bold, script and double-struck letters are letters of their own", () => {
  const markup = renderMarkdown(
    "$\\mathbf{y} \\in \\mathcal{D}, \\mathbb{R}, \\boldsymbol{\\theta}$",
  );
  for (const letter of ["𝐲", "𝒟", "ℝ", "𝜽"]) expect(markup).toContain(letter);
});

test("code is highlighted by classes", () => {
  expect(renderMarkdown("```python\ndef f(): return 1\n```")).toContain(
    '<span class="hljs-keyword">def</span>',
  );
});

test("headings stay below the page's own", () => {
  expect(renderMarkdown("# One\n\n## Two")).toBe("<h2>One</h2>\n<h3>Two</h3>");
  expect(renderMarkdown("# One\n\n###### Six", 4)).toBe("<h4>One</h4>\n<h6>Six</h6>");
});

test("links out of the portal are marked, those within it are not", () => {
  expect(renderMarkdown("[a](https://example.org)")).toContain('rel="nofollow noopener"');
  expect(renderMarkdown("[a](/s2024/rules)")).toBe('<p><a href="/s2024/rules">a</a></p>');
});

test("a picture from elsewhere becomes a link, one of the portal stays", () => {
  expect(renderMarkdown("![plot](https://example.org/x.png)")).toBe(
    '<p><a href="https://example.org/x.png" rel="nofollow noopener">Picture: plot</a></p>',
  );
  expect(renderMarkdown("![plot](/files/x.png)")).toBe(
    '<p><img src="/files/x.png" alt="plot"></p>',
  );
});

test("tables can be scrolled and tick boxes are signs", () => {
  expect(renderMarkdown("| a |\n|---|\n| 1 |")).toContain('<div class="scrolls" tabindex="0"');
  expect(renderMarkdown("- [x] done\n- [ ] open")).toMatch(/☑ done[^]*☐ open/);
});
