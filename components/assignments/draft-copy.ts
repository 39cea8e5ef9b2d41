import { isSameDraft } from "@/policy/draft-text";
import type { TextInput } from "@/policy/submissions";

/** What was typed in this browser and has not reached the portal yet. */
export interface DraftCopy {
  content: TextInput;
  /** When it was typed, by this browser's clock. */
  at: number;
  /** What the portal held when it was typed. */
  basedOn: string;
  /** The page on which it was typed. */
  page: string;
  /** What that page had sent and not yet heard of. */
  sent: TextInput[];
  /** Whether it was handed in, which may have succeeded. */
  isHandedIn?: boolean;
}

/** The copy that this browser keeps under the key; undefined without one, or where nothing may be stored. */
export function findCopy(key: string): DraftCopy | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isDraftCopy(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is a copy as this version keeps one: whatever else is there is not ours to show. */
function isDraftCopy(stored: unknown): stored is DraftCopy {
  const { content, at, basedOn, sent } = (stored ?? {}) as Partial<DraftCopy>;
  return (
    typeof at === "number" && typeof basedOn === "string" && isText(content) && isList(sent, isText)
  );
}

function isText(stored: unknown): stored is TextInput {
  const { answers, questions } = (stored ?? {}) as Partial<TextInput>;
  const isWords = (one: unknown) => typeof one === "string";
  return isList(answers, isWords) && isList(questions, isWords);
}

function isList(stored: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(stored) && stored.every(isOne);
}

/** Keeps a copy in this browser, or removes it; a full or forbidden storage leaves the portal's own draft. */
export function keepCopy(key: string, copy: DraftCopy | undefined): void {
  try {
    if (copy === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // Nothing may be stored here.
  }
}

/** What the portal held when the page was made. */
interface Given {
  content: TextInput;
  held: string;
  version: number;
  heldForMs: number | null;
  /** Null where it holds no draft. */
  savedWords: string | null;
}

/**
 * What becomes of the copy when a page begins. It is restored when it was typed upon just what the portal holds, or
 * where no draft is in its way and it is newer than what was handed in. A draft that was saved elsewhere since is not
 * replaced: then the student chooses. `typed` is what is in the fields instead of what the page gave them, or null.
 */
export function whatToDoWith(
  copy: DraftCopy | undefined,
  typed: TextInput | null,
  given: Given,
): "drop" | "restore" | "type on" | "choose" | "choose, with what was typed" {
  const { content, held, version, heldForMs } = given;
  const isOwn = copy?.sent.some((sent) => isSameDraft(sent, content)) === true;
  if (typed !== null && !isSameDraft(typed, content)) {
    const isBased = copy === undefined || copy.basedOn === held || isOwn;
    return given.savedWords === null || (isBased && !wasReturnedTo())
      ? "type on"
      : "choose, with what was typed";
  }
  if (copy === undefined || isSameDraft(copy.content, content)) return "drop";
  if (copy.isHandedIn === true && !copy.basedOn.startsWith(`${version} `)) return "drop";
  if (copy.basedOn === held || isOwn) return "restore";
  if (given.savedWords !== null) return "choose";
  // Clocks differ, so ages are compared and not times.
  return heldForMs === null || Date.now() - copy.at < heldForMs ? "restore" : "drop";
}

/** Whether the browser came back to this page, and may have put back what was typed on it long ago. */
function wasReturnedTo(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

/** What the form's fields hold now. */
export function typedIn(form: HTMLFormElement): TextInput {
  const fields = new FormData(form);
  const textOf = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    readingId: fields.has("reading") ? textOf("reading") : null,
    about: textOf("about"),
    answers: [...fields.keys()].filter((name) => name.startsWith("answer-")).map(textOf),
    questions: [...fields.keys()].filter((name) => name.startsWith("question-")).map(textOf),
  };
}

/** Whether somebody typed before this page's script was there, or the browser put back what was typed before. */
export function isChanged(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some(
    (field) =>
      (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
      (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) ||
      (field instanceof HTMLSelectElement &&
        Array.from(field.options).some((option) => option.selected !== option.defaultSelected)),
  );
}
