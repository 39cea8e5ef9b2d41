import "server-only";
import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { FormAction, FormState } from "@/components/ui/form-state";
import type { Account } from "@/policy/accounts";
import type { Viewer } from "@/policy/access";
import { checkReason } from "@/policy/reasons";
import { DraftChanged } from "@/policy/drafts";
import { Conflict, NotFound, Refusal, refusalsIn } from "@/policy/refusal";
import { wholeSlug } from "@/policy/slug";
import { preserveInput } from "./expired-sign-in";
import { findPerson, findViewer } from "./viewer";

/** Fields that every `Form` adds by itself. */
const envelope = z.object({
  course: z.string().regex(wholeSlug, "There is no such course.").optional(),
  key: z.string().max(64).optional(),
});

const formerState = z.object({ answer: z.int() });

/** A field that may be there several times, as a list. */
export const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

/** A tick: there or not. */
export const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** The reason for a change, refused together with what the schema says of the other fields. */
export const reason = z.string().transform((text, context) => {
  try {
    return checkReason(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    context.addIssue(error.message);
    return z.NEVER;
  }
});

/** What a verb of a course is given besides its input. */
interface Form {
  /** The key of the rendered form, for the audit row. */
  idempotencyKey: string | null;
}

/**
 * A schema and a verb make an action. The only place that finds the viewer of an action, compares the Origin
 * with the portal's address, parses what the browser sent, and turns a `Refusal` into a sentence beside the form
 * together with everything that was typed. `then` names the page that follows a success; without it, or where it
 * names none, the form stays, with the verb's result and what was typed in its state.
 */
export function formAction<S extends z.ZodType<object>, Result>(
  schema: S,
  verb: (viewer: Viewer, input: z.output<S> & Form, now: Date) => Promise<Result>,
  then?: (slug: string, input: z.output<S>, result: Result) => string | undefined,
): FormAction<Result> {
  return answerForm<S, Result>(schema, async (input, fields) => {
    const slug = fields.course;
    if (slug === undefined) notFound();
    const { viewer, person, now } = await findViewer(slug);
    if (person === null) throw new SignInExpired();
    const idempotencyKey = fields.key === undefined ? null : keyFor(slug, fields.key, input);
    const result = await verb(viewer, { ...input, idempotencyKey }, now);
    return { result, next: then?.(slug, input, result) };
  });
}

/**
 * The key under which a form is carried out once in its course. A form that is resubmitted after browser Back sends its old key with
 * other values: that is another deed.
 */
function keyFor(slug: string, key: string, input: object): string {
  return createHash("sha256")
    .update(JSON.stringify([slug, key, input]))
    .digest("base64url");
}

/** As `formAction`, for what concerns an account rather than a course; `now` is the machine's. */
export function accountAction<S extends z.ZodType<object>, Result>(
  schema: S,
  verb: (viewer: Account, input: z.output<S>, now: Date) => Promise<Result>,
  then?: (input: z.output<S>, result: Result) => string,
): FormAction<Result> {
  return answerForm<S, Result>(schema, async (input) => {
    const person = await findPerson();
    if (person === undefined) throw new SignInExpired();
    const result = await verb(person, input, new Date());
    return { result, next: then?.(input, result) };
  });
}

/** As `formAction`, for whoever is not signed in yet. */
export function visitorAction<S extends z.ZodType<object>>(
  schema: S,
  verb: (input: z.output<S>) => Promise<string>,
): FormAction {
  return answerForm(schema, async (input) => ({ result: undefined, next: await verb(input) }));
}

/**
 * As `visitorAction`, for a form without fields: it works without any of our scripts, and has no place for a sentence,
 * so that what came from elsewhere is 404.
 */
export function plainAction(verb: () => Promise<string>): () => Promise<never> {
  return async () => {
    if ((await crossOriginError()) !== undefined) notFound();
    redirect(await verb());
  };
}

class SignInExpired extends Error {}

function answerForm<S extends z.ZodType<object>, Result>(
  schema: S,
  runVerb: (
    input: z.output<S>,
    fields: z.output<typeof envelope>,
  ) => Promise<{ result: Result; next: string | undefined }>,
): FormAction<Result> {
  return async (former: unknown, form: unknown) => {
    // Whoever asks for the action without its form can send anything.
    if (!(form instanceof FormData)) notFound();
    const answers = formerState.safeParse(former).data?.answer ?? 0;
    const typed = typedIn(form);
    if (typed === undefined) return { message: tooManyFields, values: {}, answer: answers + 1 };
    const shown = Object.fromEntries(
      Object.entries(typed).filter(([name]) => !secrets.includes(name)),
    );
    const back = { values: shown, answer: answers + 1 };
    const foreign = await crossOriginError();
    if (foreign !== undefined) return { ...back, message: foreign };
    const raw = Object.fromEntries(
      Object.entries(typed).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
    );
    const inWords = { error: ({ code }: { code: string }) => unsaid[code] ?? unreadable };
    const fields = envelope.safeParse(raw, inWords);
    const input = schema.safeParse(raw, inWords);
    if (!fields.success || !input.success) {
      return { ...back, errors: { ...errorsOf(fields.error), ...errorsOf(input.error) } };
    }
    let done: { result: Result; next: string | undefined };
    try {
      done = await runVerb(input.data, fields.data);
    } catch (error) {
      if (error instanceof Conflict) {
        for (const [name, value] of Object.entries(error.values)) shown[name] = [value];
      }
      if (error instanceof Refusal) {
        const answer = answerOf(error, `/${fields.data.course ?? ""}/`);
        // Whoever is offered something else looks at a page that has been overtaken.
        if (answer.links !== undefined) refresh();
        return { ...back, ...answer };
      }
      if (error instanceof NotFound) notFound();
      if (error instanceof SignInExpired) return { ...back, ...(await preserveInput(shown)) };
      throw error;
    }
    if (done.next !== undefined) redirect(done.next);
    return { ...back, result: done.result };
  };
}

/** A refusal as its form tells it: each rule beside its field, on top what belongs to none. `at` is the course's address. */
function answerOf(
  refusal: Refusal,
  at: string,
): Pick<FormState, "title" | "message" | "links" | "errors"> {
  const answer: Pick<FormState, "title" | "message" | "links" | "errors"> = {};
  if (refusal instanceof DraftChanged) answer.title = refusal.title;
  for (const { field, message, links } of refusalsIn(refusal)) {
    if (field !== undefined) (answer.errors ??= {})[field] ??= message;
    else {
      answer.message = answer.message === undefined ? message : `${answer.message} ${message}`;
      const added = links.map(({ words, path }) => ({ words, href: at + path }));
      if (added.length > 0) answer.links = [...(answer.links ?? []), ...added];
    }
  }
  return answer;
}

/** What is said of a field whose schema has no words of its own: no form of ours sends such a thing. */
const unreadable = "This cannot be read. Load the page again and fill it in once more.";
const unsaid: Record<string, string> = { too_big: "This is far too long. Shorten it." };

/** Fields that are never sent back. */
const secrets = ["password", "current", "new"];

/** More fields than any form of the portal has. */
const mostFields = 500;
const tooManyFields = `This form has more than ${mostFields} fields, which is more than the portal reads, so nothing was saved. Load the page again and fill it in once more.`;

/** What was typed, by field; undefined for more fields than a form of ours has. */
function typedIn(form: FormData): Record<string, string[]> | undefined {
  const typed = new Map<string, string[]>();
  let fields = 0;
  for (const [name, value] of form.entries()) {
    if ((fields += 1) > mostFields) return undefined;
    // __proto__ is no field of ours, and NUL no character that a database keeps.
    if (name.startsWith("$ACTION") || name === "__proto__" || typeof value !== "string") continue;
    const values = typed.get(name);
    const text = value.replaceAll("\0", "").toWellFormed();
    if (values === undefined) typed.set(name, [text]);
    else values.push(text);
  }
  return Object.fromEntries(typed);
}

function errorsOf(error: z.ZodError | undefined): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error?.issues ?? []) {
    errors[String(issue.path[0] ?? "form")] ??= issue.message;
  }
  return errors;
}

/** Browsers send an Origin with every form; one that is missing or foreign did not come from our pages. */
export async function crossOriginError(): Promise<string | undefined> {
  const url = new URL(process.env["COLLOQUY_URL"] ?? "http://localhost:3000");
  if ((await headers()).get("origin") === url.origin) return undefined;
  return `This form did not come from ${url.origin}. Open the portal at that address and try again.`;
}
