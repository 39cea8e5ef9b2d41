import "server-only";
import { z } from "zod";
import { discardDraft, saveDraft, type TextOf } from "@/db/assignments-drafts";
import { submitAssignment } from "@/db/assignments-hand-in";
import type { Viewer } from "@/policy/access";
import { textLimits } from "@/policy/assignments";
import type { DraftText } from "@/policy/draft-text";

/** What both forms send: which meeting's text it is, what the page had said, and which button was pressed. */
const common = z.looseObject({
  meetingId: z.uuid(),
  number: z.coerce.number().int(),
  version: z.coerce.number().int().min(0).default(0),
  held: z.string().max(64).default(""),
  credits: z.coerce.number().int().min(0).default(0),
  intent: z.enum(["submit", "add", "save", "discard"]).default("submit"),
});

const typed = z.string().default("");

/** A pre-assignment as its form sends it. */
export const preForm = common
  .extend({ reading: typed, summary: typed })
  .transform(({ reading, summary, ...form }) => ({
    ...form,
    assignment: "pre" as const,
    readingId: reading === "" ? null : reading,
    about: null,
    text: summary,
    questions: Array.from(
      { length: textLimits.questions + 1 },
      (_, index) => form[`question-${index + 1}`],
    ).filter((question) => typeof question === "string"),
  }));

/** A post-assignment as its form sends it. */
export const postForm = common.extend({ about: typed, text: typed }).transform((form) => ({
  ...form,
  assignment: "post" as const,
  readingId: null,
  questions: [],
}));

interface Pressed extends TextOf, DraftText {
  version: number;
  held: string;
  credits: number;
  intent: "submit" | "add" | "save" | "discard";
  idempotencyKey: string | null;
}

/** Does what the pressed button says; the rest of the address that shows it, from the meeting's own on. */
export async function handIn(viewer: Viewer, form: Pressed, now: Date): Promise<string> {
  const section = `#${form.assignment}-assignment`;
  const draft = { ...form, basedOn: form.version };
  switch (form.intent) {
    case "submit": {
      const receipt = await submitAssignment(viewer, { ...form, creditsAgreed: form.credits }, now);
      return `?received=${form.assignment}-${receipt.version}${section}`;
    }
    case "add":
      await saveDraft(viewer, { ...draft, questions: [...form.questions, ""] }, now);
      return `#question-${form.questions.length + 1}`;
    case "save":
      await saveDraft(viewer, draft, now);
      return section;
    case "discard":
      await discardDraft(viewer, draft);
      // Another address each time: to the same one the browser would only scroll.
      return `?discarded=${now.getTime()}${section}`;
  }
}
