import type { MeetingTexts } from "./meeting-texts";

const codex = "https://arxiv.org/abs/2107.03374";
const evalPlus = "https://arxiv.org/abs/2305.01210";
const apps = "https://arxiv.org/abs/2105.09938";
const ds1000 = "https://arxiv.org/abs/2211.11501";
const odex = "https://code-eval.github.io/";
const arcade = "https://arxiv.org/abs/2212.09248";
const codeBertScore = "https://arxiv.org/abs/2302.05527";
const humanValue = "https://arxiv.org/abs/2210.16494";

/** Texts of the invented class around meeting 6, evaluation metrics and benchmarks. */
export const meeting06: MeetingTexts = {
  number: 6,
  summaries: [
    {
      paper: evalPlus,
      text: "A benchmark with eight tests per problem certifies programs that would not survive a ninth. EvalPlus sets out to measure by how much. Starting from seed inputs written by ChatGPT, a type-aware mutator produces many more inputs for each HumanEval problem, and outputs are compared with those of a reference solution. The resulting HumanEval+ has about 80 times as many tests. For 26 models the pass rates drop, in the worst cases by 19 to 29%, and the order of models changes: two open models overtake ChatGPT under the stricter tests. Along the way the authors find that 18 of the original reference solutions are themselves defective.",
    },
    {
      paper: evalPlus,
      text: "What I liked about this paper is that it borrows from software testing rather than from machine learning. Insufficient tests and vague docstrings are treated as defects of the benchmark. The remedy combines inputs suggested by a language model, which are meaningful, with mutations, which are plentiful, and adds contracts to 83 tasks, so that an input outside of the intended domain is not held against a solution. A minimised suite chosen by coverage, killed mutants and falsified samples keeps most of the strength at about one forty-seventh of the size. GPT-4 falls from 88.4% to 76.2% under greedy decoding, and the others fall too.",
    },
    {
      paper: apps,
      text: "APPS collects 10,000 programming problems from competition sites, with natural-language statements as people meet them and more than 130,000 test cases. Problems are labelled introductory, interview or competition, and half of them form the test set. The motivation is to measure coding as one measures an applicant: read a long description, write a whole program, pass all the tests. The best model then, a fine-tuned GPT-Neo of 2.7B parameters, passes about a fifth of the test cases on introductory problems but solves few problems outright. The two numbers, average of tests and strict accuracy, tell quite different stories, and the second has become the standard.",
    },
    {
      paper: ds1000,
      text: "Real questions about NumPy and pandas are more varied than textbook functions, and harder to grade. DS-1000 takes a thousand problems over seven libraries from Stack Overflow and makes each of them executable. To prevent answers from memory, the authors perturb the problems, some on the surface and some in meaning, so that the original answer becomes wrong. Grading combines tests with constraints on surface form, for example that a loop must not replace a vectorised call. By their own audit, only 1.8% of accepted programs are incorrect. The best system at the time, Codex-002, reaches 43.3%, and its score drops noticeably on perturbed problems.",
    },
    {
      paper: odex,
      text: "Most execution benchmarks stay within Python's built-ins, because tests for anything else are awkward to write. ODEX is a set of 945 pairs of natural language and code that use 79 libraries, with 1,707 human-written test cases and questions in English, Spanish, Japanese and Russian. Writing the tests required mocking of network calls, random values and file access, and the paper documents how. Codex performs best overall, while CodeGen catches up with scale; both do worse when a library is needed than when it is not. Interestingly, that gap narrows with size for CodeGen and widens for Codex. Surface metrics correlate only loosely with execution.",
    },
    {
      paper: arcade,
      text: "A data scientist in a notebook asks for one thing after another, each request leaning on the cells before it. ARCADE captures this with 1,082 pandas problems in multi-turn notebooks, part of them written from scratch on recent data sets so that no model has seen them. Execution compares outputs with some tolerance, since one question may be answered by a table or a series. The authors also train PaChiNCo, a 62B model adapted to Python and then to notebooks, which beats the public code models of the time. Prompting it to solve a task in commented steps gives longer, better explained and more varied programs.",
    },
    {
      paper: codeBertScore,
      text: "When there are no tests to run, can similarity be made to mean something? CodeBERTScore encodes generated and reference code with a language-specific CodeBERT, matches tokens by cosine similarity, and reports precision, recall and F-scores. Two changes to the metric for text matter: the natural-language instruction is encoded together with the code as context, and punctuation is dropped before the matching. On CoNaLa the score follows human preferences better than BLEU, CodeBLEU and others, and on HumanEval translations it correlates better with functional correctness. The encoders were pretrained for a million steps in each of five languages and are released. It remains a comparison with one reference, which is its limit.",
    },
    {
      paper: humanValue,
      text: "Does a programmer care whether a suggestion passes the tests? Up to a point, says this study. Forty-nine experienced developers rated generated functions for accuracy, value and the effort that they would save. Correct code was almost always judged valuable, but a good share of code that failed the tests was too, because it could be fixed in moments. Correctness alone thus underestimates usefulness. The authors combine the test outcome with edit similarity to the reference into a simple hybrid metric, which correlates about 14% better with perceived value. I take this as a warning against ranking assistants by pass@1 alone, in particular those meant for interactive use.",
    },
    {
      paper: codex,
      text: "Read a second time, now for evaluation only, the Codex paper makes three separate decisions: to execute, to write new problems, and to report pass@k with an unbiased estimator. The first is supported by an experiment showing that BLEU does not tell right from wrong samples. The second guards against training on the test. The third, computed from 200 samples per problem, made different sampling budgets comparable; Codex-12B goes from 28.8% at one sample to about 70% at a hundred. Its weak side is thin test suites, 7.7 tests on average. All later benchmarks of this meeting relax one of the three decisions or repair one of them.",
    },
    {
      paper: ds1000,
      text: "The authors of DS-1000 looked for a benchmark that is natural, reliable and resistant to memorisation, three properties that usually exclude each other. Naturalness comes from Stack Overflow, reliability from several criteria per problem, and resistance from rewriting: the same question with another column, another axis or a reversed condition. I found the comparison of original and perturbed problems the most informative, because the drop is an estimate of how much of a score had been recall. The evaluation of InCoder, CodeGen and Codex shows that infilling into a code context is easier than completing it from the left, and that 43.3% was the best to be had.",
    },
    {
      paper: humanValue,
      text: "The set-up of this paper is modest and clever. Instead of a field study, the authors show developers solutions of several models to HumanEval problems, together with the reference, and ask how useful each one would have been. Ratings of value, accuracy and effort are then correlated with metrics that can be computed offline. Passing tests is the best single predictor of value, yet similarity to the reference carries information that tests miss, mostly about programs that are nearly right. A sum of the two does better than either. The finding concerns programmers who read and repair suggestions; for unattended use, correctness would remain what counts.",
    },
  ],
  questions: [
    {
      paper: evalPlus,
      text: "If 80 times more tests lower the scores, would 80 times more lower them again? How would one know that a suite is sufficient?",
    },
    {
      paper: evalPlus,
      text: "The extra tests are generated from a reference solution. What happens for problems in which several different outputs are acceptable?",
    },
    {
      paper: evalPlus,
      text: "Contracts exclude inputs that the docstring never mentions. Should a good model handle such inputs anyway, or is that over-engineering?",
    },
    {
      paper: evalPlus,
      text: "Test inputs come partly from ChatGPT, which is one of the models evaluated. Could this favour or disfavour it?",
    },
    {
      paper: apps,
      text: "Partial credit for the share of tests passed rewards programs that print a constant. Is there a fair way to give partial credit to a program?",
    },
    {
      paper: apps,
      text: "Competition problems hide the algorithm in a story. Do we measure programming here, or reading comprehension and mathematics?",
    },
    {
      paper: ds1000,
      text: "Perturbations defend against memorised answers today. For how long does such a defence last once the perturbed problems are public?",
    },
    {
      paper: ds1000,
      text: "Surface-form constraints forbid slow loops. Would a time limit be the better criterion, or does style matter in its own right?",
    },
    {
      paper: odex,
      text: "Why would the gap between open and closed domain shrink with size for one family of models and grow for another?",
    },
    {
      paper: odex,
      text: "Half of the effort went into mocking. At which point does a test with many mocks stop testing the thing that we care about?",
    },
    {
      paper: arcade,
      text: "In a notebook, an early mistake spoils all later cells. Should a multi-turn benchmark continue from the model's own state or from the correct one?",
    },
    {
      paper: arcade,
      text: "Requests in notebooks are often underspecified. Should a model ask back, and how could a benchmark reward it for doing so?",
    },
    {
      paper: codeBertScore,
      text: "Two programs that differ in one comparison operator have almost the same embedding. Is there any way for a learned similarity to see such differences?",
    },
    {
      paper: codeBertScore,
      text: "For which languages or tasks is execution so hard that a similarity metric remains the best choice?",
    },
    {
      paper: humanValue,
      text: "Developers saw short functions that they could judge at a glance. Would nearly right code still be valued if the mistake took an hour to find?",
    },
    {
      paper: humanValue,
      text: "If perceived value and correctness diverge, which of them should a company optimise, and who bears the cost?",
    },
    {
      paper: codex,
      text: "HumanEval is now solved to nearly 90%. Should the field retire it, and what is lost when a common yardstick disappears?",
    },
    {
      paper: codex,
      text: "Should papers report pass@1 from a greedy sample or from 200 samples at some temperature, and does the choice change rankings?",
    },
  ],
  posts: [
    "The HumanEval solution that passed all the original tests and failed on an empty list was a perfect example of what EvalPlus is after. I had not noticed the mistake myself until the counterexample appeared on the slide.",
    "I liked the timeline that ordered benchmarks by what they add: tests, libraries, languages, turns. A classmate remarked that no benchmark on it adds a second programmer, and the silence afterwards was telling.",
    "The live estimate of how confidence intervals look for 164 problems was useful, because a difference of two points in a table is well within the noise. I will read leaderboards differently now.",
    "The part on human value surprised me, in particular the example of a failing function that developers rated highly because only a sign was wrong. It reframed the pass rate as a lower bound on usefulness.",
    "During the section on contamination we looked at a model completing a benchmark problem from half of its docstring. The argument for perturbing problems, as DS-1000 does, suddenly needed no further slide.",
    "The comparison of CodeBLEU and CodeBERTScore with execution made me think about languages for which nothing can be run cheaply. The discussion of hardware description languages was a good case, since simulation takes hours.",
    "What I found interesting is how much work goes into a single test in ODEX when the code calls a web service. The example with a mocked response showed that even the correct program is correct only under an assumption.",
    "The question whether one should average over problems or over tests sounded pedantic until the APPS numbers were shown both ways. A factor of ten between the two columns is hard to forget.",
    "I enjoyed the exercise in which pairs of us wrote one more test for a given problem. Most pairs broke the reference solution or the docstring before they broke a model's program.",
    "The explanation of the unbiased estimator with urns and coloured balls was the clearest one that I have seen. It also answered why 200 samples are drawn even when only k = 100 is reported.",
  ],
  openings: [
    "I read this because I no longer trust the numbers that I quote.",
    "I have written test suites for a living, so I read this as a tester.",
    "I looked for what the benchmark leaves out before looking at what it contains.",
    "I chose this paper to decide how our project should be evaluated.",
    "I read the construction of the data set closely and skimmed the model results.",
    "As an occasional data scientist I recognised the problems in this line of work.",
    "I compared it with the assigned papers on the basis of what a pass means.",
    "I am interested in measurement more than in models, and this meeting is the reason.",
    "I worked through a few of the published examples before writing this.",
    "I read it with the question of what it would take to fool the measure.",
  ],
  closings: [
    "I would have liked to see how two annotators disagree.",
    "The weak point remains that a number stands for many different failures.",
    "It made me doubt rankings that differ by a few points.",
    "I think that the construction will outlive the reported scores.",
    "What is missing for me is an estimate of the noise.",
    "It is a good argument for publishing samples along with scores.",
    "I wonder how much of this carries over to languages other than Python.",
    "The appendix with examples convinced me more than the tables did.",
    "I am going to use it, with some care, for my own experiments.",
    "How long it stays unseen by the models is the open question.",
  ],
  postClosings: [
    "I will add an evaluation section to our proposal before anything else.",
    "It is a pity that so few papers report it.",
    "I would like to repeat the exercise with our own data.",
    "It was the most practical part of the course so far.",
    "I am now less impressed by some results and more by others.",
    "It raised a question that I want to bring to the next discussion.",
    "I had skipped that paper and have read it since.",
    "It fits well with what we said about feedback on Tuesday.",
  ],
};
