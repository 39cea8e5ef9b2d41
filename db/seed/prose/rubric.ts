/** What 0, 1 and 2 points look like in one aspect of a presentation. */
export interface RubricText {
  aspect: "content" | "review" | "future" | "reproducibility" | "discussion questions";
  /** Sentences for 0 (missing), 1 (passable) and 2 (high quality), in this order. */
  levels: [missing: string, passable: string, highQuality: string];
}

/** The rubric of a presentation: five aspects, in the order in which they are graded (R23). */
export const rubricTexts: RubricText[] = [
  {
    aspect: "content",
    levels: [
      "Motivation, method or findings of the papers are not presented.",
      "The main points of each paper are presented, but a listener who has not read them would miss the setting or the reason for the method.",
      "Motivation, setting, methods, findings and surprises are explained so clearly that the class can argue about them.",
    ],
  },
  {
    aspect: "review",
    levels: [
      "There is no review, or a score without a reason.",
      "A score is given and justified in general terms that would fit many papers.",
      "The score follows from specific strengths and weaknesses, with evidence from the paper, as a conference would expect.",
    ],
  },
  {
    aspect: "future",
    levels: [
      "No ideas beyond the papers are offered.",
      "There are ideas for future work, mostly those that the authors name themselves.",
      "The team offers ideas of its own that follow from limits of the papers, and says for at least one how it could be tried.",
    ],
  },
  {
    aspect: "reproducibility",
    levels: [
      "Code and data of the papers are not mentioned.",
      "Code and data are listed with links, without a judgement of how usable they are.",
      "The team says what is available, under which licence and in which state, and what it would use or need to repeat the main result.",
    ],
  },
  {
    aspect: "discussion questions",
    levels: [
      "No questions are put to the class.",
      "Questions are asked, but most can be answered in a word or have little to do with what the class wrote.",
      "The questions draw on what the class wrote, open a real disagreement and are given the time that they need.",
    ],
  },
];
