import type { PaperTexts } from "./paper-texts";

/** Papers of the themes Inference and Software engineering (meetings 10, 11 and 13), by address. */
export const inferencePapers: Record<string, PaperTexts> = {
  "https://arxiv.org/abs/2203.07814": {
    motivation: [
      "AlphaCode addresses contest problems, which ask for an algorithm to be invented and not only for a description to be translated.",
      "The AlphaCode paper is motivated by the very low success of earlier language models on problems that need deeper reasoning.",
      "Since short benchmarks such as HumanEval say little about problem solving, AlphaCode turns to competitive programming.",
    ],
    contribution: [
      "The AlphaCode paper presents the first system that comes close to the level of a median participant in programming contests.",
      "With AlphaCode the authors release CodeContests, a data set with additional tests that reduce false positives.",
      "AlphaCode contributes a recipe of massive sampling, filtering and clustering that turns a weak generator into a usable solver.",
    ],
    method: [
      "An encoder-decoder model draws up to a million samples for a problem, the example tests remove almost all of them, and clusters of equal behaviour decide which ten are submitted.",
      "The model is pretrained on GitHub code and finetuned on contest solutions, with a training objective that rewards precision over coverage.",
    ],
    result: [
      "In simulated Codeforces contests with more than 5,000 participants the system ranked on average within the top 54.3 percent.",
      "The solve rate grows roughly with the logarithm of the number of samples, and faster for larger models.",
      "Filtering by the example tests discards about 99 percent of the samples, so most of the work lies in selecting and not in writing.",
    ],
    questions: [
      "Is a million samples for a problem a solution or a postponement of the search problem that AlphaCode set out to solve?",
      "AlphaCode may submit ten programs; how would you compare that fairly with a human participant?",
      "What does the clustering step of AlphaCode tell us about the diversity of its samples, and could training make more of it?",
    ],
  },
  "https://arxiv.org/abs/2204.11454": {
    motivation: [
      "The paper on MBR-EXEC observes that the most likely program of a code model is often not a correct one, although a correct one is among the samples.",
      "MBR-EXEC is motivated by the many surface forms that one and the same program can have, among which the probability is split.",
      "Natural Language to Code Translation with Execution asks how to select among samples when there are inputs but no expected outputs.",
    ],
    contribution: [
      "The authors introduce MBR-EXEC, a decoding rule that applies minimum Bayes risk to the results of execution.",
      "The contribution of MBR-EXEC is a selection method that needs no training and works for Python, SQL and Bash alike.",
      "Natural Language to Code Translation with Execution connects consensus decoding from translation with the semantics of programs.",
    ],
    method: [
      "Samples from Codex are run on a small number of inputs, and the program whose outputs agree with most of the others is chosen.",
      "The risk of a candidate is its expected disagreement in execution results with the remaining samples, approximated on a few test inputs.",
    ],
    result: [
      "Selection by execution was consistently better than every selection method that does not execute the programs.",
      "A small number of test inputs was enough for a clear gain.",
      "The method improved on Spider and NL2Bash as well, where for Bash an approximation stands in for real execution.",
    ],
    questions: [
      "MBR-EXEC trusts the majority; for which kinds of problem would you expect the majority of samples to be wrong in the same way?",
      "Where do the inputs for MBR-EXEC come from in a real editor, and who makes sure that running the samples is safe?",
      "How does MBR-EXEC compare with simply asking the model for tests, if both get the same budget?",
    ],
  },
  "https://arxiv.org/abs/2207.10397": {
    motivation: [
      "CodeT addresses the choice of a single solution from many samples when nobody has written tests for the problem.",
      "The CodeT paper starts from the large difference between pass@100 and pass@1, which shows that good samples exist but are not found.",
      "Because writing tests by hand is costly, CodeT asks whether the model that writes the code may also write the tests.",
    ],
    contribution: [
      "CodeT contributes a way of ranking samples by tests that the same language model generates.",
      "The CodeT paper introduces dual execution agreement, which weighs both agreement with tests and agreement among solutions.",
      "With CodeT the authors show that unverified tests are still useful, provided that many of them are compared with many solutions.",
    ],
    method: [
      "Solutions that pass the same generated tests form a group, and a group is scored by its number of solutions times the number of tests that it passes.",
      "The model is prompted with the signature and an assert statement to write tests, and every sample is executed on every test.",
    ],
    result: [
      "With code-davinci-002 the method raised pass@1 on HumanEval to 65.8 percent, an absolute improvement of 18.8 points.",
      "Gains appeared on HumanEval, MBPP, APPS and CodeContests and for models of different sizes.",
      "Tests by a stronger model also improved the selection among programs of a weaker one.",
    ],
    questions: [
      "The tests and the solutions of CodeT come from one model; when do their errors agree with each other and mislead the ranking?",
      "Could the generated tests of CodeT be shown to the user, and would that be more useful than the chosen program?",
      "How many tests does CodeT need before more of them stop helping, and does the number depend on the difficulty of the problem?",
    ],
  },
  "https://arxiv.org/abs/2302.08468": {
    motivation: [
      "LEVER is motivated by the fact that heuristics such as dropping programs with errors use only a small part of what execution reveals.",
      "The LEVER paper asks whether a model can learn to recognise a right program from the question, the code and its result together.",
      "Test cases are rare in tasks such as question answering over tables, so LEVER looks for another way of checking a program.",
    ],
    contribution: [
      "LEVER contributes a trained verifier that reranks the samples of a code model and leaves the generator unchanged.",
      "With LEVER the authors show that learned verification works across SQL, Python and mathematical word problems.",
      "The LEVER paper combines the probability of a program with the judgement of a verifier and merges programs with equal results.",
    ],
    method: [
      "A smaller model is trained to judge whether a sampled program is right, given the natural language, the program and its execution result.",
      "Candidates are scored by generation probability times verification probability, summed over programs with the same execution result.",
    ],
    result: [
      "On Spider, WikiTableQuestions, GSM8k and MBPP the method improved code-davinci-002 by 4.6 to 10.9 percent.",
      "Execution results turned out to be essential, since a verifier that saw only the text and the program helped much less.",
      "The method set new best results on all four data sets at the time.",
    ],
    questions: [
      "The verifier in LEVER is trained for each task; what would it take to have one verifier for all of them?",
      "How does LEVER behave when the execution result looks plausible but the question is ambiguous?",
      "Compared with agreement among samples, what can the verifier of LEVER know that agreement cannot?",
    ],
  },
  "https://arxiv.org/abs/2304.05128": {
    motivation: [
      "The Self-Debug paper starts from the way people program, who rarely write a correct solution at once and look at what went wrong.",
      "Self-Debug is motivated by the cost of methods that need a great many samples or a separately trained repair model.",
      "Teaching Large Language Models to Self-Debug asks whether a model can find its mistakes without a person telling it that something is wrong.",
    ],
    contribution: [
      "The authors propose Self-Debug, a way of prompting a model to revise its own program with a few demonstrations.",
      "Self-Debug shows that explaining the code in natural language, as with a rubber duck, is useful feedback even without tests.",
      "The Self-Debug paper compares several kinds of feedback, from a bare verdict to unit tests, explanations and execution traces.",
    ],
    method: [
      "The model generates a program, explains or executes it, and revises it in turn until it judges the program right or a limit is reached.",
      "Few-shot prompts demonstrate each step, and the setting differs in whether unit tests are available to the model.",
    ],
    result: [
      "With unit tests the accuracy on TransCoder and MBPP rose by up to 12 percent.",
      "On Spider, where no tests exist, explanation improved the result by 2 to 3 percent, and by 9 percent on the hardest questions.",
      "The approach matched baselines that use more than ten times as many samples.",
    ],
    questions: [
      "How much of the gain of Self-Debug would remain if the baseline were allowed to spend the same number of tokens on fresh samples?",
      "In Self-Debug without tests, what makes the explanation of wrong code reveal the error and not justify it?",
      "Which kinds of bug would you expect Self-Debug never to find, however many turns it gets?",
    ],
  },
  "https://arxiv.org/abs/2306.14898": {
    motivation: [
      "InterCode is motivated by the contrast between how people code, in a loop with a shell, and benchmarks that score one attempt.",
      "The InterCode paper points out that work on execution feedback lacked a common environment, so that results could not be compared.",
      "Since static benchmarks have no notion of a state that changes, InterCode treats coding as interaction.",
    ],
    contribution: [
      "InterCode contributes a framework in which code is the action and the output of execution is the observation.",
      "With InterCode the authors turn existing data sets for Bash, SQL and Python into interactive environments.",
      "The InterCode paper offers a benchmark on which prompting strategies for multi-turn coding can be compared.",
    ],
    method: [
      "Each environment runs in a Docker container, so that commands are safe and a run can be repeated.",
      "Models act over several turns with strategies such as plain retrying, ReAct and Plan & Solve, and a reward compares the final state with that of the reference.",
    ],
    result: [
      "Interaction improved the success rate of the models considerably over a single turn.",
      "Later turns helped less and less, since models tended to repeat the same failing action.",
      "No strategy was best everywhere, and even strong models left many tasks unsolved.",
    ],
    questions: [
      "How should InterCode score a model that reaches the right state by a command that one would never want to run?",
      "Which real tasks are missing when the environments of InterCode are built from existing single-turn data sets?",
      "Models in InterCode repeat failing actions; is that a matter of prompting, of training, or of the reward that they never see?",
    ],
  },
  "https://arxiv.org/abs/2306.09896": {
    motivation: [
      "The paper on self-repair asks whether repairing a program is worth its cost when the same tokens could buy new samples.",
      "Is Self-Repair a Silver Bullet for Code Generation? was motivated by optimistic reports that did not count what the repair itself costs.",
      "Olausson and colleagues wanted to know which step of self-repair, the feedback or the rewriting, limits its success.",
    ],
    contribution: [
      "Olausson and colleagues contribute an evaluation of self-repair that counts all samples of code, feedback and repair in one budget.",
      "The paper on self-repair separates the model that gives feedback from the model that writes code, and replaces the former by stronger models and by people.",
      "Is Self-Repair a Silver Bullet for Code Generation? gives a careful negative result, with conditions under which repair does help.",
    ],
    method: [
      "The authors build trees of programs, feedback and repairs for problems of HumanEval and APPS, and estimate pass rates by resampling from them.",
      "GPT-3.5, GPT-4 and Code Llama repair their own programs, and in further experiments receive feedback from another model or from human participants.",
    ],
    result: [
      "Once its cost is counted, self-repair brought modest gains that varied with the data set and were sometimes absent.",
      "Feedback was the bottleneck, since better feedback from a stronger model improved repair even where self-repair did not help.",
      "Human feedback led to clearly more successful repairs than feedback by GPT-4.",
    ],
    questions: [
      "The paper on self-repair counts tokens; would its conclusion change if the cost were the time of the person who waits?",
      "Why is feedback harder than repair for the models in this self-repair study, when both need an understanding of the same program?",
      "According to Olausson and colleagues it pays to start from diverse programs; what does that say about how to split a fixed budget?",
    ],
  },
  "https://dl.acm.org/doi/10.1145/3318162": {
    motivation: [
      "The review Automated Program Repair starts from the cost of bugs, which are reported faster than developers can fix them.",
      "Automated Program Repair explains why a tool that proposes patches could save developers much of the effort of maintenance.",
      "The article Automated Program Repair was written because the field had grown into several families of methods that needed a common view.",
    ],
    contribution: [
      "Automated Program Repair contributes an overview that orders the field into search, constraint-based and learning-based repair.",
      "The review Automated Program Repair describes what the approaches have in common and where each of them reaches its limits.",
      "With Automated Program Repair the authors give a readable entry into the field and a list of its open challenges.",
    ],
    method: [
      "The survey follows the steps of locating the fault, generating candidate patches and validating them, usually against a test suite.",
      "Search-based tools mutate the program, constraint-based tools derive a specification of the repair from tests, and learning-based tools use patterns from past fixes.",
    ],
    result: [
      "A recurring result is that patches overfit, since a weak test suite accepts changes that do not fix the bug.",
      "The article reports first uses in industry, where simple and frequent fixes are the most successful.",
      "The authors conclude that the quality of patches and the trust of developers matter as much as the number of bugs repaired.",
    ],
    questions: [
      "Which of the challenges named in Automated Program Repair have language models removed since 2019, and which have they only moved?",
      "If tests are the specification, as in much of the work reviewed in Automated Program Repair, how can we tell an overfitted patch from a real fix?",
      "Would you accept a patch from a repair tool more readily if it came with an explanation, with a proof or with more tests?",
    ],
  },
};
