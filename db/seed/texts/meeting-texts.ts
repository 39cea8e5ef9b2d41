/**
 * What the invented class writes around one meeting. Whole summaries and posts are written by hand;
 * the single sentences around them keep any two students' texts apart.
 */
export interface MeetingTexts {
  /** The number in the meeting's address. */
  number: number;
  /** Summaries of the meeting's readings; `paper` is the reading's address in the course file. */
  summaries: { paper: string; text: string }[];
  /** Open discussion questions, each about one reading. */
  questions: { paper: string; text: string }[];
  /** Post-assignments of two sentences, so that one sentence from `postClosings` still fits the limit. */
  posts: string[];
  /** One sentence that can precede any summary of the meeting. */
  openings: string[];
  /** One sentence that can follow any summary of the meeting. */
  closings: string[];
  /** One sentence that can follow any post of the meeting. */
  postClosings: string[];
}
