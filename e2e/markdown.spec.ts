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
          /^(on|style$|srcset$|action$|formaction$|id$)/.test(name) ||
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
};

for (const [name, text] of Object.entries(heavy)) {
  test(`a text with ${name} is rendered or shown as typed within two seconds`, () => {
    const start = performance.now();
    const markup = renderMarkdown(text);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(activeIn(markup)).toEqual([]);
  });
}

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
