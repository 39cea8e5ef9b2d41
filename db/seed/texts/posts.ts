import { reflections } from "./reflections";

/** Sentences of the posts after a meeting: a post is a first sentence followed by a second one. */
export interface PostTexts {
  /** What was interesting, and in which part of this meeting. */
  first: string[];
  /** A reflection that fits after any of the first sentences. */
  second: string[];
}

/** Posts of meetings 8–28, by the meeting's number; 8 × 8 combinations each. */
export const posts: Record<number, PostTexts> = {
  8: {
    second: reflections.data,
    first: [
      "The part of the lecture on near-deduplication interested me most, because such a dull step improved the models so clearly.",
      "I found the section on licences and opting out interesting, since removal means something different before and after training.",
      "In the discussion of StarCoder somebody asked who would use the attribution tool, and I had no good answer.",
      "The comparison of file order and repository order in the part on DeepSeek-Coder was new to me.",
      "I was interested in the lecture's example of a filter that removes good code together with generated files.",
      "The part on Proof-Pile-2 showed that the mixture of sources was chosen by experiment and not by taste.",
      "The question from the audience about personal data in commits made me think, because redaction also breaks code.",
      "I liked the slide that set the sizes of the data sets side by side, for it shows how little of it has been described.",
    ],
  },
  9: {
    second: reflections.data,
    first: [
      "The presenters' review of phi-1 was interesting, since their main reason for a lower score was the style of the exercises.",
      "I found the part on puzzles convincing, because the interpreter decides what enters the training set.",
      "In the discussion we disagreed whether synthetic textbooks are distillation, and both sides had a point.",
      "The example of a contest solution before and after cleaning showed me at once what the code style paper means.",
      "The presenters' section on reproducibility pointed out that the textbook data were never released.",
      "I was interested in the question of what happens after many rounds of self-generated puzzles.",
      "The plot that compared verified with unverified solutions was the most interesting part of the presentation.",
      "During the ideas for future work the suggestion to write textbooks for libraries caught my attention.",
    ],
  },
  10: {
    second: reflections.inference,
    first: [
      "The part of the lecture on AlphaCode's filtering interested me, since almost everything that the model writes is thrown away.",
      "I found the derivation of minimum Bayes risk with execution results very clear.",
      "The example of dual execution agreement in the part on CodeT showed why wrong tests can still be useful.",
      "I was interested in the comparison of voting and a learned verifier near the end of the lecture.",
      "The question from the class about where the test inputs come from was the one that I had too.",
      "The log-linear plot of solve rate against samples was the most memorable slide for me.",
      "In the part on LEVER it was interesting that the execution result matters more than the program text.",
      "The short discussion on the safety of running thousands of samples was new to me.",
    ],
  },
  11: {
    second: reflections.inference,
    first: [
      "The presenters' review of the self-repair paper was interesting, because they scored a negative result highly.",
      "I found the rubber-duck variant of Self-Debug the most surprising part of the presentation.",
      "In the discussion somebody asked whether tokens are the right unit of cost, which changed my view of the main plot.",
      "The live example of an InterCode session showed nicely how a model repeats the same failing command.",
      "The presenters' comparison of the budgets in the two repair papers explained why the papers seem to disagree.",
      "I was interested in the part on human feedback, since it is where repair worked best.",
      "During the reproducibility section we saw how much simpler it is to rerun a benchmark that comes in containers.",
      "The idea from the list of future work to train a separate model for feedback seemed promising to me.",
    ],
  },
  13: {
    second: reflections.softwareEngineering,
    first: [
      "The part of the talk on patches that overfit to the tests interested me most.",
      "I found the overview of search-based and constraint-based repair helpful, since it gave names to ideas that I had met before.",
      "In the questions after the talk somebody asked what language models have changed, and the answer was more careful than I had expected.",
      "The example of a patch that passes all tests by deleting a feature was very memorable.",
      "I was interested in the part on fault localisation, which our readings usually take for granted.",
      "The section on use in industry showed that small and boring fixes are the ones that developers accept.",
      "The part of the talk on the history of the field was interesting, because the same arguments are made again today.",
      "The discussion at the end on who is responsible for an automatic patch stayed with me.",
    ],
  },
  14: {
    second: reflections.humanInteraction,
    first: [
      "The part of the lecture on acceleration and exploration gave me words for two ways in which I use an assistant.",
      "I found the comparison with pair programming interesting, above all the reasons why it fails.",
      "The lecture's section on pragmatics showed that a short request is understood only because both sides assume a lot.",
      "In the discussion several people said that long suggestions interrupt them, exactly as Grounded Copilot reports.",
      "The part on the naturalness of software was interesting, because a result from 2012 explains why completion works at all.",
      "I was interested in the example of one prompt with three plausible intents.",
      "The question from the class about end users of spreadsheets made me see a group that we usually forget.",
      "The slide with quotations from participants was the part that I remember best.",
    ],
  },
  17: {
    second: reflections.humanInteraction,
    first: [
      "The presenters' demo with prompts by students was interesting, since we could not guess either which of them would work.",
      "I found the part on randomness in StudentEval important, because a student may learn the wrong lesson from luck.",
      "In the discussion we argued whether a first course should teach prompting, and I changed my mind twice.",
      "The presenters' review criticised that correctness was checked automatically, which I had taken as a strength.",
      "The examples of edited prompts showed that students added words where information was missing.",
      "I was interested in the comparison of the two papers, which share their tasks but ask different questions.",
      "The part on reproducibility was interesting, since prompts can be released but the students' models of the machine cannot.",
      "Among the ideas for future work I liked the assistant that asks one question back before it writes code.",
    ],
  },
  18: {
    second: reflections.humanInteraction,
    first: [
      "The presenters' example of a suggestion with marked regions made the idea of R-U-SURE clear to me.",
      "I found it interesting in the part on APEL that people who cannot read SQL found errors in expert labels.",
      "The discussion on who should set the utility function was the best part of the meeting for me.",
      "The presenters' review gave R-U-SURE a lower score for the missing user study, and I agree.",
      "The small database that distinguishes two queries was a very good example in the content part.",
      "I was interested in the question of what happens when the true intent was never sampled.",
      "The comparison of token probabilities with agreement among samples was the most useful slide for me.",
      "During the ideas for future work somebody proposed to use examples in place of colours, which joins both papers.",
    ],
  },
  19: {
    second: reflections.adaptability,
    first: [
      "The derivation of the running softmax in the lecture was interesting, because so little is needed to save the memory.",
      "I found the part on memory traffic in FlashAttention the most instructive one.",
      "The lecture's comparison of long context and retrieval as two answers to one problem was helpful.",
      "I was interested in the part on DocPrompting, which treats the manual as the thing to be retrieved.",
      "The question from the class whether needle tests measure understanding was one that I had as well.",
      "The ablations on position encoding and data mix showed that the obvious explanation was not the right one.",
      "The animation of blocks that travel around the ring made the distributed version easy to follow.",
      "The part on prompts from a repository was interesting, above all the distance between the oracle and the learned choice.",
    ],
  },
  20: {
    second: reflections.humanInteraction,
    first: [
      "The part of the talk on the states of a programmer was interesting, since verification takes more time than anything else.",
      "I found the comparison of human and AI partners in the talk more balanced than I had expected.",
      "In the questions after the talk we discussed whether people can label their own recordings reliably.",
      "The section on code review showed how a threshold on confidence becomes a decision about design.",
      "I was interested in the example of suggestions that are accepted first and checked later.",
      "The part of the talk on what a partner should do besides writing code was new to me.",
      "The discussion on what learners lose when the comment of a reviewer is resolved for them stayed with me.",
      "The timeline of one coding session, coloured by activity, was the most memorable slide.",
    ],
  },
  21: {
    second: reflections.adaptability,
    first: [
      "The presenters' example from CrossCodeEval was interesting, because the missing class was only one import away.",
      "I found the part on the knowledge soup of ARKS useful, above all the comparison of its sources.",
      "In the discussion somebody asked when retrieval does harm, and Repoformer gives a first answer.",
      "The presenters' review criticised exact match as a measure, and their example of an equivalent completion was good.",
      "I was interested in how the query changes after each round of execution feedback.",
      "The reproducibility section was interesting, since a benchmark of changing libraries has to freeze them.",
      "The plot of accuracy with and without context from other files was the clearest part for me.",
      "Among the ideas for future work I liked retrieval that learns from the edits of a single developer.",
    ],
  },
  23: {
    second: reflections.reasoning,
    first: [
      "The presenters' walk through one ViperGPT program was interesting, since each line could be checked against the image.",
      "I found the hierarchical generation in Code as Policies the most interesting part of the content section.",
      "The video of the robot that interprets the word faster made the idea of context very concrete.",
      "In the discussion we asked which checks should run before a generated policy moves an arm.",
      "The presenters' review of ViperGPT asked whether the comparison with end-to-end models was fair.",
      "I was interested in the question of how large an interface may become.",
      "The reproducibility section pointed out that the code model behind both papers is no longer available.",
      "The failed example, in which the program was right and the detector wrong, taught me the most.",
    ],
  },
  24: {
    second: reflections.verification,
    first: [
      "The live proof in Lean at the start of the lecture showed me what a proof state is.",
      "I found the part on best-first search with a language model interesting, since it resembles decoding more than I had thought.",
      "The section on Draft, Sketch, and Prove was the most interesting one, because the informal proof becomes the plan.",
      "I was interested in the comparison of predicting one step with writing the whole proof.",
      "The question from the class about lemmas that are never reused was a good challenge to growing libraries.",
      "The part of the lecture on extracting training data from a proof assistant was new to me.",
      "The example in which Sledgehammer closes a gap that the model could not was very instructive.",
      "The overview of proof assistants was helpful, since I could not have told them apart before.",
    ],
  },
  25: {
    second: reflections.verification,
    first: [
      "The triangle of code, docstring and annotations in the presentation of Clover was a very clear picture.",
      "I found the presenters' review interesting, because they asked whether the three artefacts can be wrong together.",
      "In the part on Rust it was interesting that light static analysis makes up for what GPT-4 forgets.",
      "The discussion on who writes the specification was the best part of the meeting for me.",
      "The example of a loop invariant that the model almost gets right showed where help is needed.",
      "I was interested in the reproducibility section, since both papers have small sets that one could check by hand.",
      "The presenters' question whether acceptance or rejection matters more divided the class, which I enjoyed.",
      "Among the ideas for future work I liked the one to show failed checks to the user as questions.",
    ],
  },
  27: {
    second: reflections.science,
    first: [
      "The presenters' explanation of cap sets was interesting, since I could follow the result without knowing the field.",
      "I found the part on the skeleton important, because only a small function is evolved.",
      "The discovered priority function on the slides was shorter than I had expected.",
      "In the discussion we asked how much of FunSearch is the language model and how much the evolution.",
      "The presenters' review was generous, but their doubt about the number of samples was justified.",
      "I was interested in the islands of programs, which keep the search from settling too early.",
      "The bin packing example was the most convincing part, since one could use the heuristic tomorrow.",
      "During the ideas for future work somebody proposed to evolve the evaluator too, which led to a lively discussion.",
    ],
  },
  28: {
    second: reflections.formalMathematics,
    first: [
      "The part of the talk on data for formal mathematics interested me, because so little of it exists.",
      "I found the comparison of informal and formal proofs of the same statement very clear.",
      "In the questions after the talk we discussed whether a proof that nobody understands is of use.",
      "The section on autoformalisation was the most interesting one for me, above all its examples of subtle mistranslation.",
      "I was interested in the part on evaluation, since competition problems are not what mathematicians work on.",
      "The part of the talk on open models showed how much depends on data that others can inspect.",
      "The question from the class about formal statements that do not mean what they seem to mean stayed with me.",
      "The outlook at the end, on tools inside the editor of a proof assistant, was what I found most interesting.",
    ],
  },
};
