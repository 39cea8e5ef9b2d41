import { Refusal } from "./refusal";

/** The reason that staff give for an exception, trimmed; refuses none at all, and one over 500 characters. */
export function checkReason(reason: string, field = "reason"): string {
  const cleaned = reason.trim();
  if (cleaned === "") {
    throw new Refusal("Say why in a few words: the reason is kept with the change.", field);
  }
  if (cleaned.length > 500) {
    throw new Refusal(
      `The reason has ${cleaned.length} characters; the limit is 500. Shorten it.`,
      field,
    );
  }
  return cleaned;
}
