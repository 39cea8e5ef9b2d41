import type { MeetingTexts } from "./meeting-texts";

const octoPack = "https://arxiv.org/abs/2308.07124";
const codeLlama = "https://arxiv.org/abs/2308.12950";

/** Texts of the invented class around meeting 4, finetuning for code. */
export const meeting04: MeetingTexts = {
  number: 4,
  summaries: [
    {
      paper: octoPack,
      text: "Instruction data for code is usually written by a stronger closed model, which brings licence problems along. OctoPack looks for instructions that people have already written and finds them in version control: a commit message tells what to do, and the change shows it done. The authors collect CommitPack, 4 TB of commits in 350 languages, and filter it down to CommitPackFT, about 2 GB whose messages read like commands. StarCoder fine-tuned on this together with conversations from Open Assistant becomes OctoCoder, with 46.2% pass@1 on HumanEval in Python, the best among models that were not trained on outputs of OpenAI.",
    },
    {
      paper: octoPack,
      text: "I found the benchmark more important than the model. HumanEvalPack extends the 164 problems to six languages and three tasks: to synthesise a function, to fix one into which a person has put a bug, and to explain one. Explanations are graded by a trick: the model must write the function again from its own explanation, and the tests decide. Fixing turned out to be hard for open models, with StarCoder below 10% on average before instruction tuning. Training on commits, which are mostly small repairs, triples that in OctoCoder. GPT-4 remains well ahead of all of them on every one of the tasks.",
    },
    {
      paper: octoPack,
      text: "The paper asks which instruction data makes a code model follow instructions about code. Four candidates are compared on the same 16B base: a multilingual collection of tasks, synthetic self-instruct data, Open Assistant dialogues, and the new CommitPackFT. Commits alone mostly teach fixing; dialogues alone teach the format of an answer; the combination is best overall. Filtering matters greatly, since only single-file commits with an imperative message and a permissive licence survive, less than one in a thousand by size. The resulting OctoCoder leads among permissive models on fixing, explaining and writing code in six languages.",
    },
    {
      paper: octoPack,
      text: "A commit is a before, an after, and a sentence of intent, and there are millions of them under permissive licences. From this observation the authors derive data, models and an evaluation. CommitPackFT has about 742,000 examples in 277 languages after filtering. OctoCoder and OctoGeeX are StarCoder and CodeGeeX2 tuned on it together with chat data. HumanEvalFix then tests bug repair with six categories of inserted mistakes, such as missing logic or a misused operator. A failure that the authors report openly is that models often return the faulty function unchanged, or change parts that were right.",
    },
    {
      paper: codeLlama,
      text: "Code Llama is best read as a recipe with stages. Starting from Llama 2, the models see 500 billion tokens, most of them code; then the Python variants see 100 billion more; then all are fine-tuned on sequences of 16,384 tokens; and the Instruct variants are tuned on human and self-generated instructions. Sizes are 7B, 13B and 34B, and the two smaller ones also learn to infill. Each stage is evaluated separately, which is the contribution for me. The 34B Python model reaches 53.7% pass@1 on HumanEval and 56.2% on MBPP, and the 7B Python model surpasses Llama 2 at 70B.",
    },
    {
      paper: codeLlama,
      text: "How do you make a model trained on 4,096 tokens read a repository? The answer in Code Llama is a short fine-tuning stage in which the base of the rotary position embeddings is raised from 10,000 to one million, on sequences of 16,384 tokens. The slower rotations keep attention from decaying with distance, and perplexity goes on falling up to about 100,000 tokens, far beyond the training length. Key retrieval works for the larger models, less so for the 7B one when the key stands at the beginning. The price is small, about half a point of HumanEval pass@1 on average, and the authors consider it worth paying.",
    },
    {
      paper: codeLlama,
      text: "Where does instruction data come from if you do not want to distil a competitor? For Code Llama - Instruct, the authors let Llama 2 write some 62,000 interview-style questions, deduplicate them, and have a 7B Code Llama write unit tests and ten solutions for each; the first solution that passes is kept, which leaves around 14,000 examples. Execution thus takes the place of annotation. Together with human preference data for helpfulness and safety this yields models that answer rather than complete. The base models already set the open state of the art, with 48.8% on HumanEval at 34B before any specialisation in Python.",
    },
    {
      paper: codeLlama,
      text: "Does a code model profit from starting as a general one? Code Llama says yes: with the same code tokens, training from Llama 2 weights ends at a lower loss than training from scratch, even though the budget of 500 billion tokens is large. This is worth setting against the Codex paper, which saw no such gain. The remaining ingredients are infilling with half of the examples in each of the two orders, a long-context stage, and a variant for Python. Infilling costs well under two points of pass@1. The family outperforms the other open models of the time on HumanEval, MBPP and their multilingual translations.",
    },
    {
      paper: octoPack,
      text: "Two choices in OctoPack interest me as a reviewer. The first is to forbid data generated by OpenAI models, which makes the comparison with WizardCoder uneven but the released weights usable. The second is to report three skills and not one. With only the synthesis score, OctoCoder's 46.2% in Python would look like a small step over its base; on fixing, the average over six languages rises from about 9% to 27%. Method and data are plain: supervised fine-tuning on filtered Git commits and some dialogues. That commits teach repair is hardly surprising, but nobody had measured it at this breadth.",
    },
    {
      paper: codeLlama,
      text: "The ablation on specialisation is the part of Code Llama that I would keep if I had to keep one. Going from Llama 2 to Code Llama adds about twenty points of HumanEval pass@1 at 7B, and going on to the Python variant adds roughly five more, at some cost in other languages. Infilling and long context each take away a little. The motivation is that an open general model trails closed ones in coding, and the method is continued pretraining in stages on mostly public code. An unreleased variant tuned on machine-written instructions reaches 62.2%, which shows how much the last stage alone can move the number.",
    },
  ],
  questions: [
    {
      paper: octoPack,
      text: "Commit messages often say what changed and not why. Does training on them teach a model to follow instructions, or to describe edits?",
    },
    {
      paper: octoPack,
      text: "Filtering from 4 TB to 2 GB discards nearly everything. Is there a use for the rest, for instance in pretraining?",
    },
    {
      paper: octoPack,
      text: "Explanations are scored by whether the model can rebuild the function from them. Would a person find the explanations that win under this metric helpful?",
    },
    {
      paper: octoPack,
      text: "The bugs of HumanEvalFix were inserted by hand into short functions. How different are they from bugs that survive code review?",
    },
    {
      paper: octoPack,
      text: "A model that returns faulty code unchanged has learned that most code is fine. How would you train against this prior without making it change correct code?",
    },
    {
      paper: octoPack,
      text: "Only single-file commits are kept. Which skills are systematically missing from the data as a result?",
    },
    {
      paper: octoPack,
      text: "Is it reasonable to rank models by whether they were trained on the outputs of another company's model, if many web pages now contain such outputs anyway?",
    },
    {
      paper: octoPack,
      text: "Dialogue data contributed the answer format and commits contributed the skill. Could a few hundred curated examples replace the dialogues altogether?",
    },
    {
      paper: octoPack,
      text: "In the rarer languages the fine-tuning set has only a handful of commits. Does instruction following transfer across languages, or is it tied to Python?",
    },
    {
      paper: codeLlama,
      text: "Perplexity keeps falling up to 100,000 tokens. Is this evidence that the model uses distant code, or only that it does not break?",
    },
    {
      paper: codeLlama,
      text: "Starting from Llama 2 helped here, and starting from GPT-3 did not help Codex. Which of the differences between the two experiments matters most?",
    },
    {
      paper: codeLlama,
      text: "Self-instruct keeps the first solution that passes tests written by the same model. What kinds of errors does such a loop reinforce?",
    },
    {
      paper: codeLlama,
      text: "The infilling models lose a little in left-to-right generation, while the FIM paper reports no loss. Where does the discrepancy come from?",
    },
    {
      paper: codeLlama,
      text: "Is specialising in Python a sensible release, or mainly a way to score on benchmarks that are in Python?",
    },
    {
      paper: codeLlama,
      text: "The unreleased variant is ten points above the released one on HumanEval. What should readers conclude from numbers for a model that nobody can run?",
    },
    {
      paper: codeLlama,
      text: "Safety tuning for code models is evaluated mostly with prompts in English. Which risks are specific to generated code and are not covered?",
    },
    {
      paper: codeLlama,
      text: "If raising the base of the rotary embedding is enough for long context, why not pretrain with the larger value from the beginning?",
    },
    {
      paper: codeLlama,
      text: "With a budget for one additional stage, would you spend it on more code tokens, on longer sequences or on instructions, and for which users?",
    },
  ],
  posts: [
    "The presenters' side-by-side of a raw commit and its filtered version made the quality problem concrete: of five random messages from CommitPack, three were some form of 'update'. It made the 2 GB that survive look more impressive than the 4 TB.",
    "I liked the review section, in which the team gave Code Llama a high score for thoroughness and a lower one for reproducibility, since the data is not released. The debate about whether weights without data count as open was the best part of the hour.",
    "The heat map of perplexity against position, shown during the long-context part, was new to me. A classmate's question whether low perplexity means that distant tokens are used led straight to the key-retrieval experiment.",
    "What I found interesting was the failure shown for HumanEvalFix, where the model returned the faulty function with better comments. The presenters' explanation, that most code in training is correct, made it seem almost reasonable.",
    "In the reproducibility part the team reported running the smallest model on one problem set and landing within two points of the paper. Their list of what they had to guess, from the prompt format to the stopping tokens, was longer than the list of what was given.",
    "The diagram of Code Llama's stages was drawn again on the board with the cost of each stage in tokens. Seeing that the long-context stage is tiny compared with the first one changed my idea of what is affordable.",
    "The idea for future work that stuck with me was to use review comments in place of commit messages as instructions. The discussion turned to whether they exist in quantity under a usable licence, and nobody was sure.",
    "I enjoyed the exchange about explaining code and then regenerating it as an evaluation. One group argued that the best strategy is to hide the code in the explanation, and the presenters showed that the paper limits its length for this very reason.",
    "The question whether instruction tuning teaches skills or only reveals them came up for both papers. The table in which dialogues alone already help a lot spoke for revealing, and the jump on fixing spoke for teaching.",
    "During the review the team asked for a show of hands on whether a Python-only model deserves its own release, and the room was split. The argument that won me over was that the specialised model is the control for the general one.",
  ],
  openings: [
    "I read this as somebody who will fine-tune a model for the project.",
    "I looked at the data section first, because that is where such papers differ.",
    "My angle is licensing, which this paper takes more seriously than most.",
    "I compared its tables with those of the other reading before writing this.",
    "I wanted to find out what instruction tuning adds that pretraining did not.",
    "I have used the released weights, so some of the limits were familiar.",
    "I read this from the view of a reviewer with two weeks and one machine.",
    "I was sceptical of yet another model release, and partly remained so.",
    "I focused on the ablations, since the headline numbers are widely known.",
    "I tried to separate what is due to the data from what is due to the base model.",
  ],
  closings: [
    "I would like to see the same study with a weaker base model.",
    "What I could not find is how sensitive the result is to the prompt format.",
    "The evaluation still rests on small functions, and the authors know it.",
    "It surprised me how little data the last stage needs.",
    "I doubt that the ranking would survive a stricter test suite.",
    "For the discussion I would start with what was filtered out.",
    "The released artefacts are what makes the paper worth building on.",
    "I think that the cost of each stage should be in the main text.",
    "It left me wondering how much of the gain is a matter of style.",
    "I would trust the trend more than the decimals.",
  ],
  postClosings: [
    "I am glad that the presenters left so much time for it.",
    "It gave me an idea for the data part of our project.",
    "I had judged the paper too kindly in my summary.",
    "I would like to hear what the authors would answer.",
    "It will change how I read the next model report.",
    "We went on talking about it after class.",
    "It also showed how much a good review adds to a paper.",
    "I still think that the opposite view can be defended.",
  ],
};
