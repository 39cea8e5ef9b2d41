import type { AssignmentKind } from "@/policy/syllabus";

/** Comments of graders on texts with the full point; most of them get none. */
export const fullPointComments: Record<AssignmentKind, string[]> = {
  pre: [
    "Good summary, and the question is one that we should discuss.",
    "You separate the contribution from the method well.",
    "The key result is well chosen.",
    "A precise question, it refers to a claim that can be checked.",
    "The question goes beyond the paper, please bring it up in class.",
    "You name the setting of the experiment, which many leave out.",
    "Thoughtful point about the evaluation.",
    "The motivation is explained in your own words, well done.",
    "Fine work. Next time one number for the key result would help.",
    "Full point. The method could be a little more specific.",
    "I had the same question when I read it.",
    "Well written, and short enough.",
    "Exactly what is asked for.",
  ],
  post: [
    "Clear and to the point, thank you.",
    "Good that you say what it made you think of.",
    "Good observation from the meeting.",
    "You picked a part that few others mentioned.",
    "A fair thought, and you give a reason for it.",
    "The second half is especially clear.",
    "Well observed, thank you.",
    "Good. Consider raising this next time in class as well.",
    "This would make a good question for a later meeting.",
    "You name the part that you mean, which helps.",
    "I had not seen it in this way.",
    "Short and specific, as it should be.",
  ],
};

/** Comments of graders on texts with 0 points; each says what was missing and fits any text that is too thin. */
export const zeroPointComments: Record<AssignmentKind, string[]> = {
  pre: [
    "The summary does not say what the paper contributes, or what it found.",
    "This could be about almost any paper; please refer to the method of this one.",
    "The question would fit any paper. Please ask about something specific in this one.",
    "Motivation and contribution are missing.",
    "A key result is missing; one finding with its setting is enough.",
    "One line is too little. Motivation, contribution, method and one key result are asked for.",
    "Please use the four prompts beside the form; none of them is answered here.",
  ],
  post: [
    "One short phrase is too little. Two or three sentences are asked for.",
    "Please refer to a specific part of the meeting; this does not say which one.",
    "It does not say what was interesting, or why.",
    "This could have been written about any meeting. Please name a moment, a slide or a question.",
    "Please pick one thing and say what it made you think of.",
  ],
};

/** Comments of graders on presentations, by aspect of the rubric. */
export const presentationComments: Record<string, string[]> = {
  content: [
    "Motivation and setting were very clear, and the figures were explained before they were discussed.",
    "The method came across well; the findings deserved a little more time.",
    "A good choice of what to leave out of three long papers.",
  ],
  review: [
    "The score was justified by specific weaknesses, as in a real review.",
    "A fair review, though the strengths were mentioned only in passing.",
  ],
  future: [
    "The ideas followed from limits of the paper and led to a good discussion.",
    "Good ideas; say for one of them how you would test it.",
  ],
  reproducibility: [
    "You tried the released code and told us where it stopped, which was most useful.",
    "Links to code and data were complete; the cost of rerunning was missing.",
  ],
  "discussion questions": [
    "The questions got people talking who are usually silent.",
    "Good questions, taken from the pre-assignments and grouped well.",
    "Leave a longer pause after a question, the class had more to say.",
  ],
};
