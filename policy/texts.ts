import { Refusal } from "./refusal";

/** Refuses, beside its field, a text of more characters than the limit, as people count them; `what` names it. */
export function checkLength(text: string, limit: number, what: string, field: string): void {
  const length = Array.from(text).length;
  if (length <= limit) return;
  const [is, most] = [length.toLocaleString("en-US"), limit.toLocaleString("en-US")];
  throw new Refusal(`${what} has ${is} characters; the limit is ${most}. Shorten it.`, field);
}

/** A text as it is kept: without surrounding space, with plain line ends, without what the database cannot hold. */
export function cleaned(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").trim();
}

/** The same for what stands on one line, such as a title. */
export function oneLine(text: string): string {
  return cleaned(text).replace(/\s+/g, " ");
}
