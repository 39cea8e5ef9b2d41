import { checkLength } from "./lengths";
import { Refusal } from "./refusal";

/** The reason that staff give for an exception, trimmed; refuses none at all, and one over 500 characters. */
export function checkReason(reason: string, field = "reason"): string {
  const cleaned = reason.trim();
  if (cleaned === "") {
    throw new Refusal("Say why in a few words: the reason is kept with the change.", field);
  }
  checkLength(cleaned, 500, "The reason", field);
  return cleaned;
}
