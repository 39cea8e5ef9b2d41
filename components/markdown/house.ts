import type { Element, ElementContent, Parent, Root } from "hast";
import { mathLetters } from "./math-letters";

/**
 * The last hand on a rendered text: headings move below the page's own, links out of the portal are marked, pictures
 * from elsewhere become links (the portal loads nothing from third parties), tick boxes become signs, wide tables and
 * code can be scrolled by keyboard, and style attributes go (the pages' security policy forbids them).
 */
export function rehypeHouse({ topHeading }: { topHeading: number }) {
  return (tree: Root): void => {
    mend(tree, topHeading);
  };
}

function mend(parent: Parent, topHeading: number): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    const mended = mendElement(child, topHeading);
    if (mended.type === "element") mend(mended, topHeading);
    return mended.type === "element" && mended.tagName === "table" ? scrollable(mended) : mended;
  });
}

function mendElement(element: Element, topHeading: number): ElementContent {
  const { properties } = element;
  delete properties["style"];
  const heading = /^h([1-6])$/.exec(element.tagName);
  if (heading) {
    element.tagName = `h${Math.min(6, Number(heading[1]) + topHeading - 1)}`;
  } else if (element.tagName === "a" && isElsewhere(properties["href"])) {
    properties["rel"] = ["nofollow", "noopener"];
  } else if (element.tagName === "img" && isElsewhere(properties["src"])) {
    const { src, alt } = properties;
    return {
      type: "element",
      tagName: "a",
      properties: { href: src, rel: ["nofollow", "noopener"] },
      children: [{ type: "text", value: `Picture: ${String(alt || src)}` }],
    };
  } else if (element.tagName === "input") {
    return { type: "text", value: properties["checked"] === true ? "☑" : "☐" };
  } else if (element.tagName === "pre") {
    properties["tabIndex"] = 0;
  } else if (element.tagName === "math" && properties["display"] === "block") {
    properties["tabIndex"] = 0;
  } else if (/^m(i|n|o|text)$/.test(element.tagName)) {
    mendMathWord(element);
  }
  return element;
}

function mendMathWord(element: Element): void {
  const { properties, children } = element;
  const [text] = children;
  if (text?.type !== "text") return;
  const letters = mathLetters(text.value, String(properties["mathvariant"]));
  if (letters !== null) {
    text.value = letters;
    delete properties["mathvariant"];
  }
  // The sign of a function applied to what follows, as in log x: a thin space, which the browser does not give.
  if (text.value === "\u2061") properties["rspace"] = "0.167em";
}

function isElsewhere(address: unknown): boolean {
  return typeof address === "string" && !/^(?:#|\/(?![/\\])|\.{1,2}\/)/.test(address);
}

function scrollable(table: Element): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["scrolls"], tabIndex: 0, role: "region", ariaLabel: "Table" },
    children: [table],
  };
}
