import { Refusal } from "./refusal";

/** The longest title and text of an announcement, in characters. */
export const announcementLimits = { title: 200, body: 20_000 } as const;

/**
 * An announcement as it may be posted: the title on one line, the text in Markdown without surrounding space.
 * Refuses one without a title or a text, and one that is too long.
 */
export function checkAnnouncement(typed: { title: string; body: string }): {
  title: string;
  body: string;
} {
  const title = typed.title.replaceAll("\u0000", "").trim().replace(/\s+/g, " ");
  const body = typed.body.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").trim();
  if (title === "") throw new Refusal("Give the announcement a title.", "title");
  checkLength("title", title);
  if (body === "") throw new Refusal("Write what you want to announce.", "body");
  checkLength("body", body);
  return { title, body };
}

function checkLength(field: keyof typeof announcementLimits, text: string): void {
  const [length, limit] = [Array.from(text).length, announcementLimits[field]];
  if (length <= limit) return;
  const what = field === "title" ? "The title" : "The text";
  throw new Refusal(
    `${what} has ${length.toLocaleString("en-US")} characters; the limit is ${limit.toLocaleString("en-US")}. Shorten it.`,
    field,
  );
}
