import type { TextInput } from "@/policy/submissions";

/** What was typed in this browser and has not reached the portal yet. */
export interface DraftCopy {
  content: TextInput;
  /** When it was typed, by this browser's clock. */
  at: number;
  /** What the portal held when it was typed. */
  basedOn: string;
}

/** The copy that this browser keeps under the key; undefined without one, or where nothing may be stored. */
export function findCopy(key: string): DraftCopy | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? undefined : (JSON.parse(stored) as DraftCopy);
  } catch {
    return undefined;
  }
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

/**
 * Whether the copy is newer than what the portal holds: it was typed upon just that, or later than that was saved.
 * Clocks differ, so ages are compared and not times; `heldForMs` is null when the portal holds nothing.
 */
export function isNewer(copy: DraftCopy, held: string, heldForMs: number | null): boolean {
  return copy.basedOn === held || heldForMs === null || Date.now() - copy.at < heldForMs;
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
