/** What an action answers to its form: what is wrong, what was typed, and what the verb returned. */
export interface FormState<Result = unknown> {
  /** What happened, in place of "There is a problem". */
  title?: string;
  /** About the form as a whole. */
  message?: string;
  /** Words of the message that lead somewhere, in its order. */
  links?: { words: string; href: string }[];
  /** By field name, a sentence each. */
  errors?: Record<string, string>;
  /** What was typed, by field name, so that nothing is lost when React clears the form. */
  values?: Record<string, string[]>;
  /** Where to sign in when the sign-in has expired. */
  signIn?: string;
  /** What the verb returned, after a success that stays on the page. */
  result?: Result;
  /** Counts the answers, so that the same words twice are two answers. */
  answer?: number;
}

/** An action as a form takes it. */
export type FormAction<Result = unknown> = (
  former: FormState,
  form: FormData,
) => Promise<FormState<Result>>;
