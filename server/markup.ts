import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Calls `visit` for every node of a document, in its order; below a node for which it says false it does not go. */
function walk(nodes: Node[], visit: (node: Node) => boolean): void {
  for (const node of nodes) if (visit(node) && "childNodes" in node) walk(node.childNodes, visit);
}

function parsed(html: string): Node[] {
  return parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function isScript(node: Node): boolean {
  if (!("tagName" in node)) return false;
  if (node.tagName === "script") return true;
  const rel = attribute(node, "rel")?.toLowerCase();
  return node.tagName === "link" && (attribute(node, "as") === "script" || rel === "modulepreload");
}

/** A page without its scripts, what prepares for them, and the comments by which React finds its way. */
export function removeScripts(html: string): string {
  let kept = "";
  let from = 0;
  walk(parsed(html), (node) => {
    if (!isScript(node) && node.nodeName !== "#comment") return true;
    const at = node.sourceCodeLocation;
    if (at) {
      kept += html.slice(from, at.startOffset);
      // An unclosed one reaches to the end; parse5 gives its start alone.
      from = node.nodeName === "script" && !("endTag" in at) ? html.length : at.endOffset;
    }
    return false;
  });
  return kept + html.slice(from);
}

/** Text as it may stand in markup, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Makes pages that look like the given one and say something else: the title and what is inside <main> are
 * replaced. `main` is markup.
 */
export function layoutFrom(html: string): (title: string, main: string) => string {
  const page = removeScripts(html);
  const gaps: [start: number, end: number][] = [];
  walk(parsed(page), (node) => {
    if (!("tagName" in node) || !["title", "main"].includes(node.tagName)) return true;
    const at = node.sourceCodeLocation;
    if (at?.startTag && at.endTag) gaps.push([at.startTag.endOffset, at.endTag.startOffset]);
    return false;
  });
  const [title, main] = gaps;
  if (!title || !main || gaps.length !== 2)
    throw new Error("The page for unknown addresses needs one <title> and one <main>.");
  return (saying, content) =>
    page.slice(0, title[0]) +
    escapeHtml(saying) +
    page.slice(title[1], main[0]) +
    content +
    page.slice(main[1]);
}
