import type { TextInput } from "./submissions";
import { Refusal } from "./refusal";
import { formatInstant, localDateOf, localTimeOf, zoneName } from "./time";

/** The draft was saved from somewhere else since this form was opened; what is typed here would replace that. */
export class DraftChanged extends Refusal {
  /** Said on top of the form, before what to do about it. */
  readonly title = "This draft was changed elsewhere.";

  constructor(readonly current: { content: TextInput; savedAt: Date }) {
    super(
      "Nothing was replaced or thrown away. To see the newer draft, open this page once more in another tab. To keep what is in this form in its place, save the draft again.",
    );
    this.name = "DraftChanged";
  }
}

/** The most characters of a draft: more than the longest hand-in takes, so that a long text can be kept and shortened. */
const mostCharacters = 250_000;

/** Why a draft is too long to be kept, in a sentence; null for everything that somebody could have typed. */
export function draftProblem(draft: TextInput): string | null {
  const length = [
    draft.readingId ?? "",
    draft.about ?? "",
    ...draft.answers,
    ...draft.questions,
  ].join("").length;
  if (length <= mostCharacters) return null;
  return `The draft has ${length.toLocaleString("en-US")} characters, and the portal keeps up to ${mostCharacters.toLocaleString("en-US")}. Shorten it.`;
}

/** A draft as it is kept: whatever was typed, blank or not. Refuses what is longer than anybody types. */
export function checkDraft(draft: TextInput): TextInput {
  const problem = draftProblem(draft);
  if (problem !== null) throw new Refusal(problem);
  const keepable = (text: string) => text.replaceAll("\u0000", "").toWellFormed();
  return {
    readingId: draft.readingId ? keepable(draft.readingId) : null,
    about: draft.about ? keepable(draft.about) : null,
    answers: draft.answers.map(keepable),
    questions: draft.questions.map(keepable),
  };
}

/** "Draft saved 16:02 EST", with the day where that is not today's. */
export function savedInWords(savedAt: Date, now: Date, zone: string): string {
  const isToday = localDateOf(savedAt, zone) === localDateOf(now, zone);
  const when = isToday
    ? `${localTimeOf(savedAt, zone)} ${zoneName(savedAt, zone)}`
    : formatInstant(savedAt, zone);
  return `Draft saved ${when}. It is not handed in yet.`;
}

/** Names what the portal holds of a text: the version last handed in, and the draft upon it. */
export function heldMark(version: number, savedAt: Date | null): string {
  return `${version} ${savedAt?.toISOString() ?? ""}`;
}
