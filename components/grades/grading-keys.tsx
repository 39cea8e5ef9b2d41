"use client";

import { useEffect } from "react";

/** The forms of the page that the keys act on, by the ids that the page gives them. */
const ids = { score: "score-form", undo: "undo-form", skip: "skip-form", sheet: "shortcuts" };

/** Grading by single keys, outside text fields only; the sheet of shortcuts on the page lists them. */
export function GradingKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return null;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) {
    if (event.key === "Escape") target.blur();
    return;
  }
  // On a link or a button Enter does what it always does.
  if (event.key === "Enter" && target.closest("a, button, summary") !== null) return;
  if (act(event.key)) event.preventDefault();
}

function act(key: string): boolean {
  if (/^\d$/.test(key)) return choose(key);
  if (key === "Enter" || key === "n") return press(ids.score);
  if (key === "u") return press(ids.undo);
  if (key === "s") return press(ids.skip);
  if (key === "c") return focusComment();
  if (key === "?") return toggleSheet();
  return false;
}

/** The score that is called so; where not all are called by a digit, the one in that place, counted from 0. */
function choose(digit: string): boolean {
  const radios = [
    ...document.querySelectorAll<HTMLInputElement>(`#${ids.score} [name=score][type=radio]`),
  ];
  const names = radios.map((one) => one.labels?.[0]?.querySelector("span")?.firstChild?.nodeValue);
  const isCalled = names.every((name) => /^\d$/.test(name ?? ""));
  const radio = radios[isCalled ? names.indexOf(digit) : Number(digit)];
  radio?.click();
  radio?.focus();
  return radio !== undefined;
}

/** Presses the button, so that one that is on its way already does nothing. */
function press(form: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(`#${form} button:not([type=button])`);
  button?.click();
  return button !== null;
}

function focusComment(): boolean {
  const comment = document.querySelector<HTMLTextAreaElement>(`#${ids.score} textarea`);
  comment?.focus();
  return comment !== null;
}

function toggleSheet(): boolean {
  const sheet = document.querySelector<HTMLDetailsElement>(`#${ids.sheet} details`);
  if (sheet === null) return false;
  sheet.open = !sheet.open;
  sheet.querySelector("summary")?.focus();
  return true;
}
