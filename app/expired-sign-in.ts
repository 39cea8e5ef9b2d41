import "server-only";
import { headers } from "next/headers";
import { labelNameOf } from "@/components/ui/field";
import type { FormState } from "@/components/ui/form-state";
import { currentRequest } from "@/db/request";

/**
 * What a form is answered when the sign-in had expired. Without JavaScript the answer is a page of its own, which the
 * front makes of what is left for it here: whatever was typed into a field that the form sent the label of.
 */
export async function preserveInput(
  input: Record<string, string[]>,
): Promise<Pick<FormState, "message" | "signIn">> {
  const referer = (await headers()).get("referer");
  const page = referer !== null && URL.canParse(referer) ? new URL(referer) : null;
  const at = page === null ? "/" : page.pathname + page.search;
  const signInPath = `/login?next=${encodeURIComponent(at)}`;
  const request = currentRequest();
  if (request !== undefined && !(await headers()).has("next-action")) {
    request.unsaved = {
      title: "You are no longer signed in",
      fields: Object.entries(input).flatMap(([name, values]) => {
        const label = input[labelNameOf(name)]?.[0];
        if (label === undefined) return [];
        return values.filter((value) => value !== "").map((value) => ({ label, value }));
      }),
      signInPath,
    };
  }
  return {
    message: "You are no longer signed in, so this was not saved. What you typed is still here.",
    signIn: signInPath,
  };
}
