import { expect, test } from "@playwright/test";
import { escapeHtml, layoutFrom, removeScripts } from "./markup";

test("scripts, their preloads and React's comments go; everything else stays to the letter", () => {
  const html = `<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="modulepreload" href="/m.js"><link rel="stylesheet" href="/a.css"/><SCRIPT src="/a.js" async=""></SCRIPT></head><body><p>5 < 6<!-- --> and<!--$--> "more"</p><script>self.__next_f.push([1,"</p><script>"])</script><a href="/?a=1&b=2">x</a><noscript><p>no <b>scripts</b></p></noscript></body></html>`;
  expect(removeScripts(html)).toBe(
    `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/></head><body><p>5 < 6 and "more"</p><a href="/?a=1&b=2">x</a><noscript><p>no <b>scripts</b></p></noscript></body></html>`,
  );
});

test("a script inside an SVG or an unclosed one goes too; a word in a text is no script", () => {
  expect(removeScripts(`<p>&lt;script&gt; is a tag</p><svg><script>x()</script></svg>`)).toBe(
    `<p>&lt;script&gt; is a tag</p><svg></svg>`,
  );
  expect(removeScripts(`<p>a</p><script>x()`)).toBe(`<p>a</p>`);
});

test("pages in the layout of another keep all but its title and what is in main", () => {
  const layout = layoutFrom(
    `<html><head><title>Old</title><script>1</script></head><body><header>Colloquy</header><main class="page"><h1>Old</h1></main></body></html>`,
  );
  expect(layout("A <b> & c", "<h1>New</h1>")).toBe(
    `<html><head><title>A &#60;b&#62; &#38; c</title></head><body><header>Colloquy</header><main class="page"><h1>New</h1></main></body></html>`,
  );
  expect(() => layoutFrom("<p>no main</p>")).toThrow(/one <main>/);
});

test("what people typed cannot become markup", () => {
  expect(escapeHtml(`</textarea><img onerror='x' title="y">&`)).not.toMatch(/[<>"']/);
});
