import type { MeetingTexts } from "./meeting-texts";

const coEditor = "https://arxiv.org/abs/2305.18584";
const sweBench = "https://arxiv.org/abs/2310.06770";

/** Texts of the invented class around meeting 7, new frontiers in benchmarking. */
export const meeting07: MeetingTexts = {
  number: 7,
  summaries: [
    {
      paper: coEditor,
      text: "Most time in an editor is spent changing code that exists, yet most benchmarks begin with an empty function. Coeditor is a model for the common case: given the edits a developer has just made, predict the edit that follows elsewhere in the same code base. Changes are written as line differences, and static analysis adds the signatures and usages that the region depends on. A CodeT5 model with block-sparse attention reads all of it. Trained on commits of 1,650 Python projects, it raises exact match in a single-edit task from 34.7% for the best completion baseline to 60.4%.",
    },
    {
      paper: coEditor,
      text: "Suppose that you add a parameter to a function; the callers now have to follow. This is the kind of situation for which Coeditor was built. The paper formulates auto-editing as a conversation without words: the user's recent edits are the input, the next edit is the output, and whatever the user corrects becomes input again. In simulation on held-out commits, repeating this loop lets the model write close to half of the changed lines, and it saves more than a quarter of the keystrokes. The baselines, open infilling models and GPT-3.5, see the code but not its history, and that turns out to be the difference.",
    },
    {
      paper: coEditor,
      text: "I read Coeditor as an argument on representation. Rather than asking a model to print a whole file again, the authors encode each line with a marker for keep, add or delete and let the decoder fill in only what changes. Relevant edits and definitions are gathered by static analysis into reference blocks that attend sparsely, so that long histories remain affordable for a model of 220 million parameters. Ablations show that removing either the earlier changes or the retrieved signatures costs accuracy. That a model this small beats far larger ones at its task suggests that the right context is worth more than size.",
    },
    {
      paper: coEditor,
      text: "The data set of this paper, PyCommits, may be as useful as its model. It turns the history of 1,650 open-source Python projects into editing problems, ordered so that changes made earlier in a commit serve as context for later ones. The motivation is that code completion ignores what a developer has just been doing. Evaluation goes beyond exact match: in the multi-round setting a simulated user accepts correct lines, types the first wrong one, and asks again, which gives an estimate of the effort saved. Coeditor automates 46.7% of the changed lines this way. An extension for a common editor is released along with the weights.",
    },
    {
      paper: sweBench,
      text: "SWE-bench asks whether a language model can do what a maintainer does with a bug report. Each of its 2,294 tasks is a GitHub issue from one of 12 popular Python projects, together with the repository as it stood before the fix; the model must produce a patch that makes the fix's tests pass without breaking others. Everything is collected automatically, by keeping pull requests that resolve an issue, change tests, and turn at least one test from failing to passing. The results are sobering. With files retrieved by BM25, Claude 2 resolves 1.96% of the issues, and with the right files given it still manages only 4.8%.",
    },
    {
      paper: sweBench,
      text: "Compared with HumanEval, everything here is bigger: an average repository has over 400,000 lines, an issue about 200 words, and the reference fix touches 1.7 files and some 33 lines. The authors argue that real software work is finding the place as much as writing the code. Their experiments bear this out. BM25 at 27,000 tokens retrieves all of the edited files in only about 40% of the cases, and adding more context makes the models worse rather than better. Patches that models write are shorter and simpler than those of people. The best system solves one issue in fifty without help in retrieval.",
    },
    {
      paper: sweBench,
      text: "What makes this benchmark sustainable is that it grows by itself: as long as maintainers fix issues and write tests, new tasks appear, and they may be chosen later than any model's training data. The paper builds a three-stage filter from about 90,000 pull requests to 2,294 tasks and checks each by execution. It also offers a training set of 19,000 issues from other projects and two fine-tuned models, SWE-Llama 7B and 13B, which do well when given the right files and poorly with retrieved ones. No model exceeds 5%. For issues before and after 2023 the authors see little difference, an indication against plain memorisation.",
    },
    {
      paper: sweBench,
      text: "I paid attention to how a model has to answer. It must output a patch in diff format, because regenerating entire files scores even lower, and many patches simply do not apply. This mixes two abilities: to know the fix and to write a valid diff. The design is otherwise admirably plain: an issue, a code base, and tests that the model never sees, split into those that must begin to pass and those that must continue to. With oracle retrieval collapsed to the lines around the edit, scores rise further, so localisation is clearly a bottleneck. Still, the best model leaves more than nine of ten issues open.",
    },
    {
      paper: sweBench,
      text: "The motivation is that HumanEval is close to solved while nobody would hand their bug tracker to a model. From twelve well-tested Python projects the authors extract issues with the pull requests that closed them and use the projects' own tests as judge. Models get the issue and as much of the repository as fits, chosen by BM25 or by an oracle that knows the edited files. Claude 2, GPT-4, ChatGPT and a fine-tuned Code Llama are compared. All of them fail nearly always, and a qualitative section shows why: primitive fixes, disregard of the project's conventions, and no use of helpers that exist a few files away.",
    },
    {
      paper: coEditor,
      text: "Two questions decide whether an editing model is useful: does it see what I have just changed, and does it stay quiet otherwise. Coeditor addresses the first well. Its input lists recent changes across the project as differences, plus definitions found by static analysis; its output is a difference for the region under the cursor. The second is left to the user, who chooses where to invoke it. Measured on commits of held-out projects, the fine-tuned CodeT5 predicts the next edit exactly in 60.4% of the simplified single-round cases, well beyond GPT-3.5 and open infilling models, which are not told about the changes in the same form.",
    },
  ],
  questions: [
    {
      paper: coEditor,
      text: "Exact match counts an edit with a different variable name as wrong. How could edits be evaluated by execution, given that most commits leave the code untested?",
    },
    {
      paper: coEditor,
      text: "Commits are cleaned-up results, and real editing is full of detours. How different would a model be if trained on recorded keystrokes?",
    },
    {
      paper: coEditor,
      text: "The order of edits inside a commit is unknown and has to be guessed. Does the order matter for the model, or only for the simulation?",
    },
    {
      paper: coEditor,
      text: "The baselines do not see the history of changes. How much of the gap would close if a large model got the same differences in its prompt?",
    },
    {
      paper: coEditor,
      text: "The user decides where the model edits. What would it take to predict the location as well, and how should false alarms be priced?",
    },
    {
      paper: coEditor,
      text: "Static analysis finds the signatures to show. For a dynamic language, is this reliable enough, or would learned retrieval do better?",
    },
    {
      paper: coEditor,
      text: "Which is the better measure of effort saved: lines, keystrokes, or the time to review a suggestion?",
    },
    {
      paper: coEditor,
      text: "Could a model of edits carry out a migration across a whole project, or does quality decay with each round that it builds on its own output?",
    },
    {
      paper: sweBench,
      text: "The hidden tests come from the accepted fix. How often would a correct but different fix fail because of a name or an error message?",
    },
    {
      paper: sweBench,
      text: "Twelve well-known projects are surely in the training data. Does the missing effect of dates convince you that contamination plays no role?",
    },
    {
      paper: sweBench,
      text: "At 2% resolved, can the benchmark tell systems apart? Would an easier subset be more useful for research at this moment?",
    },
    {
      paper: sweBench,
      text: "A person would reproduce the bug first. Is it fair to evaluate models in a single turn without execution, or does that set the wrong baseline?",
    },
    {
      paper: sweBench,
      text: "More retrieved context lowers the scores. Is this a weakness in attention, in training data, or in the way in which files are concatenated?",
    },
    {
      paper: sweBench,
      text: "Some issues contain the solution in their text, others hardly describe the problem. Should tasks be labelled by how much the issue gives away?",
    },
    {
      paper: sweBench,
      text: "The tests judge behaviour but not readability or fit with the project. How would you bring the maintainer's view into the score?",
    },
    {
      paper: sweBench,
      text: "Is producing a syntactically valid diff a skill that we want to measure, or should the harness take that burden from the model?",
    },
    {
      paper: sweBench,
      text: "How would you build such a benchmark for a language whose projects have few tests, or for code that is not public?",
    },
    {
      paper: sweBench,
      text: "Fine-tuning on oracle files made SWE-Llama worse with retrieved ones. What does this tell us about training models for use behind a retriever?",
    },
  ],
  posts: [
    "The presenters walked through one SWE-bench issue from start to patch, and it took the room several minutes to find the file that had to change. After that the 1.96% looked less like a failure of the models and more like a fair description of the task.",
    "I found the demonstration of the Coeditor extension interesting, since it proposed the second call site after only one manual change. The follow-up question, what it does when the first change is itself a mistake, was answered by trying it.",
    "The review part gave SWE-bench the top score for significance and a lower one for the fairness of its tests. The example of a valid fix that fails because of the wording of an exception carried the argument.",
    "What stayed with me is the plot of resolved issues against context length, which goes down where one would hope for a rise. The discussion of whether retrieval or attention is to blame stayed open, but a good experiment was proposed.",
    "In the reproducibility section the team described an afternoon lost to environments for old versions of a single project. It made me appreciate that execution-based filtering is most of the work in such a benchmark.",
    "The comparison table of the two papers, with edits given by history on one side and by an issue text on the other, was very helpful. Somebody suggested combining them, with the developer's first edits as a hint to the issue solver.",
    "I liked the argument on whether exact match is unfair to edits. The presenters showed two predictions counted as wrong, of which one was arguably better than what the developer had committed.",
    "The proposal for future work to let a model run the tests before it answers started the liveliest exchange of the day. Opinions were split on whether this would measure the model or the scaffold around it.",
    "The breakdown of SWE-bench by project was new to me, in particular how much of it comes from a single web framework. It raised the question of what an average over projects of such different sizes means.",
    "During the content part, the picture of a repository of 400,000 lines next to a prompt of 27,000 tokens said it all. I had not thought about the ratio before, and it explains why finding the place comes first.",
  ],
  openings: [
    "I read this after fixing a bug in a library that I had not written, and it felt familiar.",
    "I wanted to see what comes after HumanEval.",
    "I read this as a proposal for what we should measure next.",
    "My view is that of a maintainer of a small open-source package.",
    "I looked at the data pipeline first, since the benchmark depends on it.",
    "I read both papers and chose the one about which I had more doubts.",
    "I was curious how realistic a benchmark can be before it becomes impossible to run.",
    "I read it with the metrics of the last lecture at hand.",
    "I tried one of the examples by hand and needed longer than I care to admit.",
    "What drew me to this paper is that it starts from what developers actually do.",
  ],
  closings: [
    "I would like to know how experienced developers score under the same rules.",
    "The restriction to Python is understandable, but it limits what we can conclude.",
    "It surprised me how much depends on the form in which changes are written.",
    "I am not sure that the judge is as strict where it should be as where it should not.",
    "For me the choice of context is the real subject of the paper.",
    "I would expect these numbers to look very different in a year.",
    "The examples at the end taught me more than the main table.",
    "It would be worth checking a random sample of the failures by hand.",
    "I see room here for a project of the size that we can afford.",
    "I missed a discussion of what it costs to run the evaluation.",
  ],
  postClosings: [
    "The presenters handled the objections very well.",
    "I would like to read the follow-up work when it appears.",
    "It convinced me that our project needs a smaller and cleaner set of tasks.",
    "I had underestimated this point in my summary.",
    "It was good to see the limits shown on a concrete case.",
    "I am still undecided, which is probably a sign of a good question.",
    "It also connects to the lecture on metrics.",
    "I took a photograph of the board to come back to it.",
  ],
};
