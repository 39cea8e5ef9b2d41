/**
 * Sentences about one paper. A summary is one sentence of each of the first four, in this order;
 * every sentence stands beside any of the others.
 */
export interface PaperTexts {
  motivation: string[];
  contribution: string[];
  method: string[];
  result: string[];
  /** Discussion questions; each asks about this paper alone. */
  questions: string[];
}
