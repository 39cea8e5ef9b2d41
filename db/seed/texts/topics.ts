import type { PaperTexts } from "./paper-texts";

/** Sentences on the announced topic of a meeting without readings, by the meeting's number (R17). */
export const topicTexts: Record<number, PaperTexts> = {
  28: {
    motivation: [
      "Formal mathematics interests language models because a proof assistant accepts a proof or rejects it, and nothing in between.",
      "The announced topic, language models and formal mathematics, starts from the effort of formalisation, which keeps most mathematicians away from proof assistants.",
      "Language models make confident mistakes in mathematics, and formal proof is one way of catching every one of them.",
      "Most mathematics exists only as informal text, so that models for formal proof have little to learn from.",
    ],
    contribution: [
      "As I understand the topic, the main idea is to combine a model that proposes with a checker that decides.",
      "Work in this area contributes open data and models that are trained on both informal and formal mathematics.",
      "The field has produced benchmarks, data sets and tools through which a model can work inside Lean or Isabelle.",
      "One contribution of the area is autoformalisation, the translation of informal statements and proofs into a formal language.",
    ],
    method: [
      "A typical system predicts the next tactic from the proof state and searches over the possible continuations.",
      "Another approach writes an informal proof first, turns it into a formal sketch, and leaves the gaps to an automated prover.",
      "Training usually continues from a model of code, with papers, mathematical web pages and formal libraries as data.",
    ],
    result: [
      "A key result from our earlier readings is that an open model with mathematical pretraining can prove theorems from a few examples.",
      "Results on miniF2F have improved steadily, although problems of olympiad level mostly remain open.",
      "It is well established by now that informal proofs help formal proving, even if a model has written them.",
    ],
    questions: [
      "If a model writes a formal proof that nobody can follow, has mathematics gained something?",
      "How can one check that a formal statement says what the informal one meant, when the checker sees only the former?",
      "Which would help formal mathematics more at the moment, better models or larger libraries?",
      "Is a benchmark of competition problems a good guide for tools that working mathematicians would use?",
      "What can program verification learn from the way in which mathlib is organised and reviewed?",
      "Should a prover be allowed to extend the library while it works, and who maintains what it adds?",
    ],
  },
};
