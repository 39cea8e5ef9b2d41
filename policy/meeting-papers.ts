import { checkLength, oneLine } from "./texts";
import { isSamePaper, parseReadingUrl, readingWarnings } from "./readings";
import { checkEach, Refusal } from "./refusal";

/** A paper that the course has. */
export interface Paper {
  id: string;
  title: string;
  url: string;
}

/** A paper on a meeting's list; the id is null for one that the course does not have yet. */
export interface ListedPaper {
  list: "main" | "suggested";
  id: string | null;
  title: string;
  url: string;
}

/** A row of the form: a paper as it was typed; the id is that of the paper the row showed, or empty. */
export interface PaperRow {
  list: "main" | "suggested";
  id: string;
  title: string;
  url: string;
}

/**
 * The papers that the rows mean. A row of a paper that keeps its address or its title is still that paper, corrected;
 * an address that the course has under another name means that paper, as the course knows it. Empty rows are dropped.
 */
export function readPapers(rows: readonly PaperRow[], papers: readonly Paper[]): ListedPaper[] {
  const listed: ListedPaper[] = [];
  checkEach(rows, (row, index) => {
    const [titleField, urlField] = [`reading-${index + 1}-title`, `reading-${index + 1}-url`];
    const title = oneLine(row.title);
    if (title === "" && row.url.trim() === "") return;
    const { url } = addressOf(row.url, urlField);
    const own = papers.find((paper) => paper.id === row.id);
    const sameAddress = papers.find((paper) => isSamePaper(paper.url, url));
    const isOwn =
      own !== undefined &&
      (sameAddress === undefined ? own.title === title : sameAddress.id === own.id);
    const known = isOwn ? own : sameAddress;
    const name = isOwn ? title : (known?.title ?? title);
    if (name === "") throw new Refusal("This paper has no title. Give it one.", titleField);
    checkLength(name, 500, "The title", titleField);
    const paper = {
      list: row.list,
      id: known?.id ?? null,
      title: name,
      url: sameAddress?.url ?? url,
    };
    if (listed.some((other) => isSamePaper(other.url, paper.url))) {
      throw new Refusal(`“${name}” is on the list twice. Remove one of the two.`, urlField);
    }
    listed.push(paper);
  });
  return [...listed].sort((a, b) => (a.list === b.list ? 0 : a.list === "main" ? -1 : 1));
}

function addressOf(typed: string, field: string) {
  try {
    return parseReadingUrl(typed);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.message, field) : error;
  }
}

/**
 * What is odd about the rows that are new or changed, as sentences (feature 10): a paper that the course has already, or
 * has under another title or at another address.
 */
export function paperWarnings(rows: readonly PaperRow[], papers: readonly Paper[]): string[] {
  return rows.flatMap((row) => {
    if (row.url.trim() === "") return [];
    const { url } = parseReadingUrl(row.url);
    const own = papers.find((paper) => paper.id === row.id);
    if (own !== undefined && own.title === row.title && isSamePaper(own.url, url)) return [];
    const others = papers.filter((paper) => paper.id !== row.id);
    const known = others.find((paper) => isSamePaper(paper.url, url));
    return readingWarnings({ title: row.title.trim() || (known?.title ?? ""), url }, others);
  });
}
