import type { Element, ElementContent, Root } from "hast";
import rehypeKatex from "rehype-katex";
import { countNodes, textOf } from "./bounds";

/** The most elements that the formulas of one text become; what comes after them is shown as it was typed. */
const mostNodes = 20_000;
/** The longest formula, in characters; shorter where it defines commands, for a few of those can write a great deal. */
const longest = 3_000;
const longestDefining = 300;
const defines = /\\(?:[egx]?def|(?:re|provide)?(?:new)?command|(?:future)?let)(?![a-zA-Z])/;

const setFormula = rehypeKatex({
  output: "mathml",
  trust: false,
  maxExpand: 200,
  maxSize: 20,
  strict: "ignore",
});

type File = Parameters<typeof setFormula>[1];

/** Sets the formulas of a text one after the other, and leaves those as typed for which there is no more room. */
export function rehypeFormulas() {
  return (tree: Root, file: File): void => {
    const left = { nodes: mostNodes };
    setFormulas(tree, file, left);
    if (left.nodes > 0) return;
    const value =
      "Some formulas are shown as they were typed, because this text has more mathematics than a page can hold.";
    const children: ElementContent[] = [{ type: "text", value }];
    tree.children.push({ type: "element", tagName: "p", properties: {}, children });
  };
}

function setFormulas(parent: Root | Element, file: File, left: { nodes: number }): void {
  parent.children = parent.children.flatMap((child): Root["children"] => {
    if (child.type !== "element") return [child];
    const code = formulaIn(child);
    if (code === undefined) {
      setFormulas(child, file, left);
      return [child];
    }
    const source = textOf(code);
    if (source.length > (defines.test(source) ? longestDefining : longest)) left.nodes = 0;
    if (left.nodes <= 0) {
      delete code.properties["className"];
      return [child];
    }
    const root: Root = { type: "root", children: [child] };
    setFormula(root, file);
    left.nodes -= countNodes(root);
    return root.children;
  });
}

/** The source of the formula that an element is: a piece of code within a line, or one in a block of its own. */
function formulaIn(element: Element): Element | undefined {
  const [first] = element.children;
  const code = element.tagName === "pre" && first?.type === "element" ? first : element;
  const classes = code.properties["className"];
  return Array.isArray(classes) && classes.includes("language-math") ? code : undefined;
}
