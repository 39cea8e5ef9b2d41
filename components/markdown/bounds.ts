import type { Element, Nodes as HastNodes, Root as HastRoot } from "hast";
import type { Nodes as MdastNodes, Paragraph, RootContent, Table } from "mdast";
import { counted } from "@/policy/wording";

/** The most cells that the tables of one text have together. */
const mostCells = 5_000;
/** The longest address with its title that `[words][label]` may repeat. */
const longestTarget = 2_000;
/** The longest piece of code that gets colours. */
const longestColoured = 10_000;
/** The most elements and pieces of text that one text becomes. */
const mostNodes = 40_000;

/** A text that would become more than a page can hold. */
export class TooMuch extends Error {}

/**
 * Cuts tables to what a page can hold, with a sentence in place of what is cut off, for a short text can ask for
 * millions of empty cells; and takes away addresses that would be repeated at great length.
 */
export function remarkBounds() {
  return (tree: MdastNodes): void => {
    bound(tree, { cells: mostCells });
  };
}

function bound(parent: MdastNodes, left: { cells: number }): void {
  if (!("children" in parent)) return;
  const children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === "table") return boundTable(child, left);
    if (child.type === "definition") {
      return child.url.length + (child.title?.length ?? 0) > longestTarget ? [] : [child];
    }
    bound(child, left);
    return [child];
  });
  parent.children = children;
}

function boundTable(table: Table, left: { cells: number }): (Table | Paragraph)[] {
  const columns = table.align?.length ?? table.children[0]?.children.length ?? 1;
  const rows = Math.min(table.children.length, Math.floor(left.cells / columns));
  left.cells -= rows * columns;
  const cut = table.children.length - rows;
  if (cut === 0) return [table];
  const sum = `the tables of a text may have up to ${mostCells.toLocaleString("en-US")} cells together.`;
  const words =
    rows === 0
      ? `A table is not shown here: ${sum}`
      : `This table goes on for ${counted(cut, "more row")}, which are not shown: ${sum}`;
  const sentence: Paragraph = { type: "paragraph", children: [{ type: "text", value: words }] };
  return rows === 0
    ? [sentence]
    : [{ ...table, children: table.children.slice(0, rows) }, sentence];
}

/** Refuses a text that has become too much, by `TooMuch`, and leaves very long code without colours. */
export function rehypeBounds() {
  return (tree: HastRoot): void => {
    if (countNodes(tree) > mostNodes) throw new TooMuch();
    leaveLongCode(tree);
  };
}

function leaveLongCode(parent: HastRoot | Element): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "code" && textOf(child).length > longestColoured) {
      delete child.properties["className"];
    } else leaveLongCode(child);
  }
}

/** How many elements and pieces of text there are in a part of a rendered text. */
export function countNodes(node: HastNodes): number {
  if (!("children" in node)) return 1;
  return node.children.reduce((sum, child) => sum + countNodes(child), 1);
}

/** The text in a part of a rendered text. */
export function textOf(node: HastNodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
