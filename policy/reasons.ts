import { checkLength } from "./texts";
import { Refusal } from "./refusal";

/** The reason that staff give for an exception, trimmed; refuses none at all, and one over 500 characters. */
export function checkReason(reason: string, field = "reason"): string {
  const kept = reason.trim();
  if (kept === "") {
    throw new Refusal("Say why in a few words: the reason is kept with the change.", field);
  }
  checkLength(kept, 500, "The reason", field);
  return kept;
}
