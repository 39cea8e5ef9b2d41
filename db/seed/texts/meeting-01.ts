import type { MeetingTexts } from "./meeting-texts";

const codex = "https://arxiv.org/abs/2107.03374";

/** Texts of the invented class around meeting 1, the course overview. */
export const meeting01: MeetingTexts = {
  number: 1,
  summaries: [
    {
      paper: codex,
      text: "Before this paper, generated code was mostly scored by how much it looked like a reference, which says little about whether it runs. The authors fine-tune GPT models on 159 GB of public Python files and call the result Codex. To measure it they write HumanEval: 164 hand-made problems, each a signature and docstring with unit tests, so that nothing is copied from GitHub. A sample counts only if it passes every test. The 12B model solves 28.8% of the problems with a single sample, while GPT-3 solves none; with 100 samples per problem it solves about 70%. The distance between those two numbers is what I expect much of this course to be about.",
    },
    {
      paper: codex,
      text: "The lasting part of this paper may be its metric. Functional correctness is summarised as pass@k, the chance that at least one of k samples passes the tests. Simply drawing k samples is noisy and plugging the empirical pass@1 into 1 - (1 - p)^k is biased, so the authors draw n = 200 samples, count the c correct ones, and compute 1 - C(n-c, k) / C(n, k), which is unbiased. With it they show that the best temperature depends on k: low, around 0.2, for pass@1, and 0.8 for pass@100, where variety pays. The model behind the numbers is a GPT fine-tuned on Python from 54 million repositories, which solves 28.8% of HumanEval at k = 1.",
    },
    {
      paper: codex,
      text: "Can one large language model do what program synthesis has tried to do with search and small domain-specific languages? The paper answers with Codex, a GPT model of up to 12B parameters fine-tuned on GitHub Python and asked to complete functions from their docstrings. Evaluation executes the completions in a sandbox against hidden unit tests rather than comparing strings. A second model, Codex-S, is further fine-tuned on self-contained problems from programming competitions and from traced continuous-integration runs, which brings its training data closer to the test. Codex-S reaches 37.7% on one sample, and picking the sample with the highest mean log-probability out of 100 raises that to 44.5%.",
    },
    {
      paper: codex,
      text: "I read this mainly for the negative results, which are unusually generous. The task is writing a Python function from a docstring, judged by unit tests on 164 new problems, and the model is a fine-tuned GPT. Three limits stand out. When the authors chain simple string operations into a longer docstring, the pass rate falls by a factor of two to three for each step added. Starting from GPT-3 weights speeds up convergence but does not improve the final result at this amount of code. And when the prompt contains subtle bugs, the model writes worse code than it could, because continuing the style of the context is exactly what it was trained to do.",
    },
    {
      paper: codex,
      text: "Most of the attention goes to 28.8% pass@1, but the argument against BLEU deserves as much. The authors plot the distribution of BLEU scores for correct and incorrect samples of the same problem and find that the two overlap heavily, so a better BLEU does not mean a working program. Their answer is HumanEval, a set of 164 handwritten problems with an average of 7.7 tests each, run in a sandbox. The model is a GPT fine-tuned on filtered Python, with extra tokens for runs of whitespace that make code about 30% shorter. Test loss after fine-tuning still follows a power law in model size, which suggests that scale was not exhausted at 12B.",
    },
    {
      paper: codex,
      text: "This is the paper behind the first Copilot, and it is half a model paper, half a benchmark paper. The motivation is that GPT-3 could already write small programs from docstrings without having been trained for it. Fine-tuning on 159 GB of deduplicated and filtered Python turns that accident into a capability. Because any test taken from the web might be in the training set, the authors write 164 problems themselves, with tests. Codex-12B passes 28.8% with one attempt, against 11.4% for GPT-J and 0% for GPT-3. The second half is a long discussion of over-reliance, security and economic effects, including a study of how often the model suggests weak cryptographic settings.",
    },
    {
      paper: codex,
      text: "Suppose that you can call a model as often as you like but may show the user only one answer. The Codex paper treats this ranking problem seriously. After fine-tuning GPT on GitHub Python and measuring it by unit tests on HumanEval, the authors compare ways to choose one of 100 samples: an oracle that runs the tests, the mean token log-probability, back-translation into the docstring, and a random choice. The oracle for Codex-S reaches 77.5%, mean log-probability 44.5%, and back-translation does worse than that. So correct programs are usually among the samples, and finding them without tests is the open problem. For me this motivates the inference part of the course.",
    },
    {
      paper: codex,
      text: "A reverse task hides in section 5 of this paper: from code back to a docstring. The authors train Codex-D on the same problems with the order swapped, and since no test can be executed on English they grade 1640 samples by hand, arriving at a 20.3% pass rate for a single sample, well under that of the forward direction. The main contribution is of course the forward direction, a GPT fine-tuned on Python that solves 28.8% of the 164 HumanEval problems at the first attempt. The contrast between the two shows what makes code special: in one direction we have an executable judge, and in the other we need people.",
    },
  ],
  questions: [
    {
      paper: codex,
      text: "HumanEval was written by hand to avoid contamination, but by now its problems are all over the web. Is there any way to publish a benchmark and keep it unseen?",
    },
    {
      paper: codex,
      text: "pass@100 assumes that somebody can tell which of 100 samples is right. In which real settings is that assumption fair, and where does it flatter the model?",
    },
    {
      paper: codex,
      text: "The pass rate drops by a factor of two to three per chained operation in the docstring. Would you expect scale alone to fix this, or is it about how the model composes steps?",
    },
    {
      paper: codex,
      text: "Codex writes worse code after a buggy prompt. Is that misalignment, as the authors call it, or simply a language model doing its job?",
    },
    {
      paper: codex,
      text: "Fine-tuning from GPT-3 gave no better final performance than starting from scratch on code. Why would natural language not help with docstrings, which are natural language?",
    },
    {
      paper: codex,
      text: "Why does mean log-probability rank samples better than the sum? What would a length-aware ranking that is trained for the purpose look like?",
    },
    {
      paper: codex,
      text: "With 7.7 tests per problem on average, how many of the solutions counted as correct are wrong? How would you estimate that without writing more tests?",
    },
    {
      paper: codex,
      text: "The problems are self-contained functions of a few lines. Which property of everyday programming is missing that you would add first to such a benchmark?",
    },
    {
      paper: codex,
      text: "Classical synthesis gives guarantees and Codex gives samples. Is there a setting where you would still take Sketch or FlashFill today?",
    },
    {
      paper: codex,
      text: "A temperature of 0.8 is best for pass@100 and 0.2 for pass@1. Could a model be trained so that its samples are diverse without losing single-sample quality?",
    },
    {
      paper: codex,
      text: "Should a model that was trained on code with permissive and restrictive licences alike be allowed to complete code for a commercial product? What would change your mind?",
    },
    {
      paper: codex,
      text: "The docstring is both the specification and the prompt. How much of the measured failure is an ambiguous specification rather than a weak model?",
    },
    {
      paper: codex,
      text: "Codex-S gains a lot from a modest set of problems with tests. Is this evidence that format matters more than knowledge?",
    },
    {
      paper: codex,
      text: "Executing untrusted samples needs a sandbox, which limits what tests can touch. How could one evaluate code that talks to a network or a database?",
    },
    {
      paper: codex,
      text: "If back-translation is a poor ranking signal here, what does that tell us about using a model to judge its own programs?",
    },
    {
      paper: codex,
      text: "The paper discusses over-reliance by novices. Would you allow an assistant in an introductory programming course, and for which exercises not?",
    },
  ],
  posts: [
    "The slide that set n-gram counts next to the neural model made the history click for me: the conditional probability is the same idea, only the estimate changes. I had not realised that the naturalness argument for software is older than neural models of code.",
    "I liked the FunSearch example in the applications section, where the model writes a priority function and a search keeps what scores well. The cap set of size 512 in eight dimensions is a good reminder that a generator can be wrong most of the time when checking is cheap.",
    "The comparison of Sketch and FlashFill with large language models was the most useful part of the lecture for me. Both start from a specification, and the slide on limits showed that the informal specification, more than search, is where language models changed the game.",
    "What stayed with me was the four-facet diagram of model, learning, inference and evaluation. When a classmate asked where data belongs, the discussion showed that it cuts through all four.",
    "In the part on latent predictor networks we saw a carefully designed architecture for a single data set of game cards. Putting it right before Codex made the case for general models better than any table could.",
    "The list of reasons why code is a good domain was interesting, especially the point that informal intent meets testable code. I come from machine translation, where nothing like a unit test exists.",
    "I found the inference notation y = f(p(. | x)) more helpful than it looked at first, because sampling, reranking and execution feedback all fit into f. It also makes plain that pass@k measures the model together with a procedure.",
    "During the round of introductions it was striking how many people want to work on proofs rather than on applications. The frontier slide that lists Coq, Lean, Dafny and Isabelle suddenly looked less like an outlook and more like a plan for half the projects.",
    "The question from the back about whether Copilot acceptance rates say anything on correctness led to the best exchange of the day. Accepting a suggestion and keeping it turned out to be very different events.",
    "The explanation of pass@k with 200 samples cleared up why people do not simply draw k and look. I had always used the biased formula, and the short example on the slide showed in which direction it errs.",
  ],
  openings: [
    "I had used the benchmark before but never read the paper that introduced it.",
    "I come from compilers, so I read this with the specification in mind.",
    "Nearly three years later this reads like history, yet most of its choices are still with us.",
    "I read the evaluation sections twice and the model section once.",
    "My angle here is reproducibility: the model is closed, the benchmark is not.",
    "I was curious how much of today's practice was already decided in this paper.",
    "I tried a handful of the problems by hand before reading the results.",
    "As somebody new to code models I used this as my entry point.",
    "I paid most attention to how the authors justify their measure.",
    "I read this as a claim about what counts as a correct program.",
  ],
  closings: [
    "What I doubt is whether short functions tell us much about maintaining software.",
    "I would have liked an estimate of how many accepted samples are wrong but lucky.",
    "The appendix on risks is more concrete than I expected.",
    "It surprised me how small the benchmark is for the weight it carries.",
    "I am not convinced that the training filter is described well enough to repeat.",
    "For my own work the sandbox description is the part that I will reuse.",
    "The gap between one sample and many is what I would like to discuss.",
    "I wonder how the conclusions would look for a language with static types.",
    "The honesty about failure cases made me trust the headline number more.",
    "I would start a follow-up from the limitations section.",
  ],
  postClosings: [
    "It made me choose a project idea on evaluation rather than on training.",
    "I would like to come back to this when we reach the inference lectures.",
    "I left with more questions than I came with, which seems right for a first class.",
    "I plan to look up the original papers from that slide.",
    "This was not the part of the overview that I expected to remember.",
    "It also helped me see how the two halves of the course connect.",
    "I am curious whether the guests will see it the same way.",
    "It changed how I read the results table of the assigned paper.",
  ],
};
