import { checkLength, cleaned, oneLine } from "./texts";
import { checkAll, Refusal } from "./refusal";

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
  return checkAll({
    title: () => checkTitle(oneLine(typed.title)),
    body: () => checkBody(cleaned(typed.body)),
  });
}

function checkTitle(title: string): string {
  if (title === "") throw new Refusal("Give the announcement a title.", "title");
  checkLength(title, announcementLimits.title, "The title", "title");
  return title;
}

function checkBody(body: string): string {
  if (body === "") throw new Refusal("Write what you want to announce.", "body");
  checkLength(body, announcementLimits.body, "The text", "body");
  return body;
}
