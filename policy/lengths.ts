import { Refusal } from "./refusal";

/** Refuses, beside its field, a text of more characters than the limit, as people count them; `what` names it. */
export function checkLength(text: string, limit: number, what: string, field: string): void {
  const length = Array.from(text).length;
  if (length <= limit) return;
  const [is, most] = [length.toLocaleString("en-US"), limit.toLocaleString("en-US")];
  throw new Refusal(`${what} has ${is} characters; the limit is ${most}. Shorten it.`, field);
}
