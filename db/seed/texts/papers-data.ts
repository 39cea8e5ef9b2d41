import type { PaperTexts } from "./paper-texts";

/** Papers of the theme Data (meetings 8 and 9), by address. */
export const dataPapers: Record<string, PaperTexts> = {
  "https://arxiv.org/abs/2211.15533": {
    motivation: [
      "Most strong code models were trained on data that nobody outside the company could inspect, and The Stack was built to change that.",
      "The Stack starts from the observation that open research on code models lacked a large training set with clear licences.",
      "Before The Stack, it was hard to say whether a code model really needs code whose licence does not clearly allow such use.",
    ],
    contribution: [
      "The Stack paper releases 3.1 TB of permissively licensed source code in 30 programming languages, together with a way for developers to have their code removed.",
      "With The Stack the authors publish both a data set and a governance plan for it, including a search tool that shows whether a repository is in it.",
      "The main contribution of The Stack is a documented pipeline from public repositories to a filtered, near-deduplicated training set.",
    ],
    method: [
      "Repositories are kept or discarded by detecting their licences, and near-duplicates are then found by MinHash with locality-sensitive hashing.",
      "To test the data, the authors train 350M-parameter decoders on several Python subsets that differ in licence filter and deduplication, and compare them on HumanEval and MBPP.",
    ],
    result: [
      "Near-deduplication improved the models clearly in all of their experiments.",
      "Training on permissively licensed Python alone was enough to match results that had been reported for models of similar size on HumanEval and MBPP.",
      "One finding that stayed with me is that removing near-duplicates mattered more for accuracy than having more raw data.",
    ],
    questions: [
      "Is opting out the right default for a data set such as The Stack, or should authors be asked to opt in?",
      "Licence detection works on repositories, but code is copied between them; how much wrongly licensed code would you expect to remain in The Stack, and how could one measure it?",
      "If somebody asks for removal after a model was trained on The Stack, what could removal still mean?",
    ],
  },
  "https://arxiv.org/abs/2305.06161": {
    motivation: [
      "The StarCoder project asks whether an open community can train a code model that is comparable with closed ones while documenting every step.",
      "StarCoder was motivated by the fact that the best code models were only reachable through an interface, so that their data and failures could not be studied.",
      "According to the StarCoder paper, an open model also has to deal with personal data, licences and attribution, which earlier releases mostly left aside.",
    ],
    contribution: [
      "The StarCoder paper releases StarCoderBase and StarCoder, two models of 15.5B parameters with a context of 8K tokens and infilling.",
      "StarCoder comes with a redaction pipeline for personal data and a tool that traces generated code back to the training set.",
      "With StarCoder the authors contribute a model, its data preparation and an evaluation of open code models that others can repeat.",
    ],
    method: [
      "StarCoderBase is trained on one trillion tokens from The Stack in more than 80 languages, with issues, commits and notebooks, and StarCoder is then finetuned on 35B tokens of Python.",
      "The architecture uses multi-query attention and the fill-in-the-middle objective, so that large batches of samples and infilling are both cheap.",
    ],
    result: [
      "StarCoderBase outperformed every open model that supports several programming languages at the time, and matched or passed code-cushman-001.",
      "Although the finetuning was on Python only, the resulting model kept much of its ability in other languages.",
      "A prompt that made the file look like a good solution raised pass@1 on HumanEval to about 40 percent, which shows how sensitive such numbers are to the prompt.",
    ],
    questions: [
      "StarCoder offers a tool that looks generated code up in the training data; who would use it in practice, and at what moment of writing code?",
      "How should we read a HumanEval score of StarCoder that depends on a line in the prompt which says that the solution is correct?",
      "Does training on issues and commits, as in StarCoder, teach the model something that code files alone do not?",
    ],
  },
  "https://arxiv.org/abs/2310.10631": {
    motivation: [
      "Llemma is motivated by the gap between closed mathematical models such as Minerva and what researchers can actually run and study.",
      "The Llemma paper asks whether continued pretraining on the right domain data is a cheaper road to mathematical reasoning than a larger general model.",
      "Since mathematics is written both informally and in formal languages, the authors of Llemma wanted one open base model that covers the two.",
    ],
    contribution: [
      "The Llemma paper releases base models of 7B and 34B parameters for mathematics, with the data and the code to repeat the experiments.",
      "Along with Llemma the authors publish Proof-Pile-2, a mixture of 55B tokens of scientific papers, mathematical web pages and mathematical code.",
      "Llemma shows that a code model is a good starting point for a mathematical model, and that the result can serve as a platform for theorem proving.",
    ],
    method: [
      "Code Llama is trained further on Proof-Pile-2, whose mixture weights were chosen by short training runs.",
      "The models are evaluated with few-shot prompts on MATH and similar sets, with a Python interpreter as a tool, and on formal proving in Isabelle and Lean.",
    ],
    result: [
      "On MATH the models outperformed all known open base models and, at equal size, the closed Minerva models.",
      "Llemma could use tools and prove formal theorems from a few examples, without any finetuning for it.",
      "The 34B model was close to the much larger Minerva 62B, which suggests that domain data can stand in for some scale.",
    ],
    questions: [
      "Llemma starts from Code Llama; what would you expect to lose if it started from a general Llama 2 of the same size?",
      "The authors of Llemma check the overlap between training data and test problems; which kinds of leakage would such a check miss?",
      "Is a mixture such as Proof-Pile-2 a recipe that carries over to other domains with formal and informal text, for example law or hardware design?",
    ],
  },
  "https://arxiv.org/abs/2401.14196": {
    motivation: [
      "DeepSeek-Coder is motivated by the distance that still separated open code models from closed ones such as GPT-3.5 and GPT-4.",
      "The DeepSeek-Coder paper argues that training on single files ignores how real projects depend on code in other files.",
      "With DeepSeek-Coder the authors wanted open models of several sizes whose licence allows both research and commercial use.",
    ],
    contribution: [
      "The DeepSeek-Coder paper presents open models from 1.3B to 33B parameters that are trained from scratch on two trillion tokens.",
      "DeepSeek-Coder contributes a corpus that is organised by project rather than by file, and base and instruction-tuned models trained on it.",
      "A central contribution of DeepSeek-Coder is a comparison of fill-in-the-middle settings and of repository-level data at realistic scale.",
    ],
    method: [
      "Files of a repository are sorted by their dependencies before they are concatenated, so that a file follows the files that it uses.",
      "Training combines next-token prediction with a fill-in-the-middle objective, in a window of 16K tokens, over 87 programming languages.",
    ],
    result: [
      "The 33B base model led the open models on most benchmarks, and the instruction-tuned version passed GPT-3.5 on HumanEval.",
      "Even the model with 6.7B parameters was competitive with Code Llama 34B.",
      "Repository-level pretraining helped in completion across files, which single-file benchmarks do not measure.",
    ],
    questions: [
      "How far does the dependency order of DeepSeek-Coder help in languages where imports are resolved only at run time?",
      "Which of the ingredients of DeepSeek-Coder, more tokens, better filtering or repository order, do you believe explains most of the gain?",
      "DeepSeek-Coder reports both completion and infilling; should one fill-in-the-middle rate serve both, or does it depend on the product?",
    ],
  },
  "https://arxiv.org/abs/2207.14502": {
    motivation: [
      "The paper by Haluptzok and colleagues asks whether a language model can produce its own training problems once human-written ones run out.",
      "Haluptzok and colleagues start from programming puzzles, since a puzzle can be checked by running it and needs no human to say what is right.",
      "The idea behind Language Models Can Teach Themselves to Program Better is that verified synthetic data could replace part of the expensive human data.",
    ],
    contribution: [
      "Haluptzok and colleagues show a loop in which a model writes puzzles and solutions, an interpreter verifies them, and a model is finetuned on what passed.",
      "The main contribution of Language Models Can Teach Themselves to Program Better is evidence that verified self-generated puzzles improve the model that learns from them.",
      "Haluptzok and colleagues also release a set of about one million synthetic puzzles with solutions, generated by Codex.",
    ],
    method: [
      "A few puzzles in Python prompt the model to write new ones, candidate solutions are sampled, and only pairs for which the puzzle returns True are kept.",
      "The authors finetune GPT-Neo models of different sizes on synthetic puzzles and compare verified with unverified solutions.",
    ],
    result: [
      "Finetuning on verified synthetic data more than doubled the accuracy on the held-out puzzles.",
      "Training on verified solutions helped more than training on unverified ones.",
      "Puzzles by Codex taught a small model more than puzzles that the small model had written, yet its own puzzles helped too.",
    ],
    questions: [
      "What stops the loop in Language Models Can Teach Themselves to Program Better from drifting towards easy or strange puzzles over many rounds?",
      "The puzzles of Haluptzok and colleagues verify themselves; what would take the place of the interpreter for ordinary programs with informal specifications?",
      "Is the gain in this paper on self-generated puzzles better described as new knowledge or as better access to what pretraining had already taught?",
    ],
  },
  "https://arxiv.org/abs/2306.11644": {
    motivation: [
      "Textbooks Are All You Need challenges the belief that better code models come mainly from more parameters and more tokens.",
      "The authors of Textbooks Are All You Need notice that much public code is a poor teacher, since it is neither self-contained nor explained.",
      "With phi-1 the authors ask how far a small model gets when its training data resembles a good textbook.",
    ],
    contribution: [
      "Textbooks Are All You Need presents phi-1, a model of 1.3B parameters that competes with much larger ones on HumanEval and MBPP.",
      "The contribution of phi-1 is less the model than the data, a filtered subset of web code with synthetic textbooks and exercises.",
      "Textbooks Are All You Need provides evidence that data quality can change the shape of the scaling curve for code.",
    ],
    method: [
      "A classifier that was trained on quality labels by GPT-4 filters web code to about 6B tokens, and GPT-3.5 writes about 1B tokens of textbooks.",
      "After pretraining on filtered code and synthetic textbooks, the model is finetuned on a small set of synthetic exercises with solutions.",
    ],
    result: [
      "The model reaches 50.6 percent pass@1 on HumanEval and 55.5 percent on MBPP after four days of training on eight A100s.",
      "Finetuning on the exercises gave the largest jump, and it also improved tasks that the exercises do not contain, such as the use of external libraries.",
      "Removing training exercises that resemble HumanEval problems lowered the score, but the model still beat much larger ones.",
    ],
    questions: [
      "Are the decontamination experiments of phi-1 enough to convince you, given that the exercises were generated in the style of the benchmark?",
      "Textbooks Are All You Need relies on GPT-4 and GPT-3.5; is it a recipe for training models or a form of distillation?",
      "What would a textbook for large repositories look like, and would the approach of phi-1 work for it?",
    ],
  },
  "https://openreview.net/forum?id=maRYffiUpI": {
    motivation: [
      "Improving Code Style for Accurate Code Generation starts from the fact that training sets are checked for correct programs but hardly ever for readable ones.",
      "The paper on improving code style asks whether a model learns better from programs that a person would also find easier to follow.",
      "Solutions from programming contests are correct but terse, and Improving Code Style for Accurate Code Generation suspects that this hurts the models trained on them.",
    ],
    contribution: [
      "Improving Code Style for Accurate Code Generation proposes a pipeline that rewrites existing training programs into cleaner ones without new human labels.",
      "The paper on code style contributes cleaned versions of contest data and a study of which kind of cleaning helps.",
      "Improving Code Style for Accurate Code Generation separates the style of a program from its correctness and shows that the former matters for learning.",
    ],
    method: [
      "A language model renames variables, splits long programs into helper functions and adds natural-language plans, and the tests check that the behaviour has not changed.",
      "The authors finetune Code Llama 7B on original and on transformed programs of APPS and CodeContests and compare the two.",
    ],
    result: [
      "Finetuning on the modularised programs improved accuracy by up to 30 percent relative to the original data.",
      "A model that was trained on only 15 percent of the cleaned data outperformed one trained on the whole original set.",
      "Renaming and modularising helped, while the inserted plans brought less, probably because the model writes poor plans at test time.",
    ],
    questions: [
      "In the paper on code style, is the gain due to readability as such, or to outputs that look more like what the rewriting model would write?",
      "The transformations in Improving Code Style for Accurate Code Generation are checked by tests; what could go wrong with programs whose tests are weak?",
      "Why would modular code be easier for a model to generate, if the number of tokens is larger than in the terse version?",
    ],
  },
};
