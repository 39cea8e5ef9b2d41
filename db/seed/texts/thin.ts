/** Summaries that are too thin for the point: generic, one line. */
export const thinSummaries: string[] = [
  "The paper presents a new method and it works better than the baselines.",
  "This paper is about code generation with large language models.",
  "The authors train a model and evaluate it on several benchmarks.",
  "Interesting paper with good results.",
  "They propose an approach that improves on the state of the art.",
  "The paper explains the problem, the method and the experiments.",
  "A useful paper for anybody who works on language models for code.",
  "The main idea is to use a language model for the task, and the results are promising.",
  "I read the paper and found it clear and well written.",
  "The paper compares some models and discusses future work.",
];

/** Discussion questions that belong to thin summaries. */
export const thinQuestions: string[] = [
  "What could be done in the future?",
  "Would it work with a larger model?",
  "What are the limitations?",
  "Is this useful in practice?",
  "Why did the authors choose this approach?",
];

/** Posts that are too thin for the point: one line, no part of the meeting named. */
export const thinPosts: string[] = [
  "The class was interesting.",
  "I liked the discussion today.",
  "Good presentation, I learned a lot.",
  "The topic was new to me and I found it useful.",
  "Interesting paper, nice slides.",
  "I agree with what was said in class.",
  "It was good to hear the different opinions.",
  "The lecture gave a good overview.",
  "I found everything interesting today.",
  "The questions were good.",
];
