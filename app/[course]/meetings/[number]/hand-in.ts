import "server-only";
import { z } from "zod";
import { discardDraft, saveDraft, type TextOf } from "@/db/drafts";
import { submitAssignment } from "@/db/submissions";
import type { Viewer } from "@/policy/access";
import type { TextInput } from "@/policy/submissions";

const typed = z.string().default("");
/** The key of a series, as it is part of an address. */
const series = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Which assignment it is, and the page to come back to. */
const place = { assignmentId: z.uuid(), number: z.coerce.number().int(), series };

/** More answers or questions than any form has. */
const mostNumbered = 100;

/** The fields "answer-1", "answer-2" … up to the last that was sent. */
function numbered(form: Record<string, unknown>, name: string): string[] {
  const values = Array.from({ length: mostNumbered }, (_, index) => form[`${name}-${index + 1}`]);
  const last = values.findLastIndex((value) => typeof value === "string");
  return values.slice(0, last + 1).map((value) => (typeof value === "string" ? value : ""));
}

/** A text as its form sends it: what it is for, what the page had said, and which button was pressed. */
export const textForm = z
  .looseObject({
    ...place,
    version: z.coerce.number().int().min(0).default(0),
    held: z.string().max(64).default(""),
    shown: z.string().max(64).optional(),
    credits: z.coerce.number().int().min(0).default(0),
    intent: z.enum(["submit", "add", "save", "discard"]).default("submit"),
    reading: typed,
    about: typed,
  })
  .transform(({ assignmentId, number, series, version, held, credits, intent, ...form }) => ({
    ...{ assignmentId, number, series, version, held, shown: form.shown, credits, intent },
    readingId: form.reading === "" ? null : form.reading,
    about: form.about === "" ? null : form.about,
    answers: numbered(form, "answer"),
    questions: numbered(form, "question"),
  }));

/** What the buttons of a free pass send. */
export const passForm = z.object(place);

interface Pressed extends TextOf, TextInput {
  series: string;
  version: number;
  /** The draft that the form is based on, and that which the page showed beside it, where they differ. */
  held: string;
  shown?: string | undefined;
  credits: number;
  intent: "submit" | "add" | "save" | "discard";
  idempotencyKey: string | null;
}

/** Does what the pressed button says; the rest of the address that shows it, from the meeting's own on. */
export async function handIn(viewer: Viewer, form: Pressed, now: Date): Promise<string> {
  const section = `#${form.series}-assignment`;
  const draft = { ...form, held: form.shown ?? form.held, basedOn: form.version };
  switch (form.intent) {
    case "submit": {
      const receipt = await submitAssignment(viewer, { ...form, creditsAgreed: form.credits }, now);
      return `?received=${receipt.series}-${receipt.version}${section}`;
    }
    case "add":
      await saveDraft(viewer, { ...draft, questions: [...form.questions, ""] }, now);
      return `#${form.series}-question-${form.questions.length + 1}`;
    case "save":
      await saveDraft(viewer, draft, now);
      return section;
    case "discard":
      await discardDraft(viewer, draft);
      // Another address each time: to the same one the browser would only scroll.
      return `?discarded=${now.getTime()}${section}`;
  }
}
