import type { ServerResponse } from "node:http";
import type { UnsavedForm } from "@/db/request";
import { markAsPersonal, withoutScripts } from "./headers";
import { escapeHtml } from "./markup";

/*
 * The pages that the front answers with by itself: in the portal's layout once that is known, and before that
 * in none.
 */

/** A page that the front answers with by itself. */
export interface PlainPage {
  status: number;
  html: string;
}

type Layout = (title: string, main: string) => string;

const bareLayout: Layout = (title, main) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head><body><main>${main}</main></body></html>`;

/** The front's own pages. `layout` puts a title and the content of <main> into a document. */
export function plainPages(layout: Layout = bareLayout) {
  const saying = (status: number, title: string, ...paragraphs: string[]): PlainPage => ({
    status,
    html: layout(
      `${title} · Colloquy`,
      `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`,
    ),
  });
  const home = `<a href="/">Go to the courses</a>`;
  return {
    notFound: saying(404, "There is nothing at this address", home),
    failed: saying(
      500,
      "Something went wrong here",
      "The portal could not answer. Go back, try again in a minute, and tell the course's staff if it happens again.",
      home,
    ),
    updated: saying(
      409,
      "The portal was updated while this page was open",
      "Nothing was saved. Go back, copy what you typed, load that page again, and send it once more.",
    ),
    foreign: saying(
      403,
      "This form did not come from this portal",
      "Nothing was saved. Open the portal at its own address and fill in the form there.",
      home,
    ),
    starting: saying(
      503,
      "Colloquy is starting",
      "This takes a few seconds. If the page does not load again by itself, load it again then.",
    ),
    tooLarge: (mostBytes: number): PlainPage =>
      saying(
        413,
        "That is too large",
        `The portal takes ${mostBytes / 1_000_000} megabytes at most here. Go back, shorten what you typed or make the file smaller, and send it again.`,
      ),
    lengthNeeded: saying(
      411,
      "The length is missing",
      "Your browser did not say how long the form is. Load the page again and send it once more.",
    ),
    wrongMethod: saying(405, "That cannot be done here", home),
    signInExpired: (unsaved: UnsavedForm): PlainPage => ({
      status: 401,
      html: layout(
        `${unsaved.title} · Colloquy`,
        [
          `<h1>${escapeHtml(unsaved.title)}</h1>`,
          `<p>This was not saved, because the sign-in had expired. What you typed is below: copy it, <a href="${escapeHtml(unsaved.signInPath)}">sign in again</a>, and send it once more.</p>`,
          ...unsaved.fields.map(
            ({ label, value }, n) =>
              `<p class="my-field"><label class="block font-semibold" for="unsaved-${n}">${escapeHtml(label)}</label><textarea class="mt-1 block w-full max-w-2xl rounded-sm border border-edge bg-wash px-2.5 py-1.5 font-serif text-lg" id="unsaved-${n}" rows="${Math.min(20, 2 + Math.ceil(value.length / 70))}" readonly>\n${escapeHtml(value)}</textarea></p>`,
          ),
        ].join(""),
      ),
    }),
  };
}

/** The front's own pages, by what has happened. */
export type PlainPages = ReturnType<typeof plainPages>;

/** Sends a page of the front's own. */
export function sendPlain(res: ServerResponse, { status, html }: PlainPage): void {
  markAsPersonal(res);
  res.setHeader("content-security-policy", withoutScripts);
  res.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  res.end(html);
}
