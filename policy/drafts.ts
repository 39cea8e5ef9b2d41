/** What a student has typed of an assignment: a draft, or the values of a form. */
export interface DraftText {
  readingId: string | null;
  text: string;
  /** Empty for a post-assignment. */
  questions: string[];
}
