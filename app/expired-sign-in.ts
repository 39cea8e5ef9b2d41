import "server-only";
import { headers } from "next/headers";
import type { FormState } from "@/components/ui/form-state";
import { currentRequest } from "@/db/request";
import { capital } from "@/policy/wording";

/**
 * What a form is answered when the sign-in had expired. Without JavaScript the answer is a page of its own, which the
 * front makes of what is left for it here.
 */
export async function preserveInput(
  input: Record<string, string[]>,
): Promise<Pick<FormState, "message" | "signIn">> {
  const referer = (await headers()).get("referer");
  const at = referer !== null && URL.canParse(referer) ? new URL(referer).pathname : "/";
  const signInPath = `/login?next=${encodeURIComponent(at)}`;
  const request = currentRequest();
  if (request !== undefined && !(await headers()).has("next-action")) {
    request.unsaved = {
      title: "You are no longer signed in",
      fields: Object.entries(input)
        .filter(([name]) => !unseen.includes(name) && !name.startsWith(labelPrefix))
        .flatMap(([name, values]) =>
          values
            .filter((value) => value !== "" && !isId.test(value))
            .map((value) => ({ label: input[labelPrefix + name]?.[0] ?? labelOf(name), value })),
        ),
      signInPath,
    };
  }
  return {
    message: "You are no longer signed in, so this was not saved. What you typed is still here.",
    signIn: signInPath,
  };
}

/** Fields that nobody sees and nobody types into. */
const unseen = [
  "course",
  "key",
  "intent",
  "number",
  "version",
  "held",
  "basedOn",
  "credits",
  "assignment",
  "series",
  "unit",
  "back",
  "at",
  "next",
  "to",
  "confirmed",
  "isAnnounced",
];
/** A form may say by a hidden field "label:answer-1" what the reader knows its field as. */
const labelPrefix = "label:";
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Labels that are not the field's own name. */
const labels = new Map([
  ["body", "Text"],
  ["notes", "Text on the meeting’s page"],
  ["clockDay", "Day on the clock"],
  ["clockTime", "Hour and minute"],
  ["extendedTo", "New deadline: day"],
  ["extendedTime", "New deadline: time"],
]);

/** A field as its label calls it: "Summary", "Discussion question 2". */
function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
  return labels.get(name) ?? capital(words).replace(/^Question( 1$)?/, "Discussion question");
}
