import type { MeetingTexts } from "./meeting-texts";

const ppoCoder = "https://arxiv.org/abs/2301.13816";
const lever = "https://arxiv.org/abs/2302.08468";
const restEm = "https://arxiv.org/abs/2312.06585";
const ilf = "https://arxiv.org/abs/2303.16749";

/** Texts of the invented class around meeting 5, learning from code-related feedback. */
export const meeting05: MeetingTexts = {
  number: 5,
  summaries: [
    {
      paper: ppoCoder,
      text: "Supervised fine-tuning rewards a program for looking like the reference, token by token; a compiler would never grade it that way. PPOCoder treats the code model as a policy and optimises it with PPO. The reward has four parts: feedback from the compiler or the unit tests, the overlap of syntax trees with the reference, the overlap of data-flow graphs, and a KL penalty against the pretrained model. The same recipe is applied to completion, translation and synthesis in several languages on top of CodeT5. The clearest gain is in compilability: for Python completion the share of outputs that compile goes from roughly half to nearly all.",
    },
    {
      paper: ppoCoder,
      text: "I was interested in how PPOCoder deals with sparse rewards, since a test suite returns one bit after hundreds of tokens. The authors add dense proxies: the generated program's syntax tree and data-flow graph are matched against those of the reference, so that a nearly right program earns something even if it fails. A critic estimates values per token, and a KL term keeps the policy close to the model it started from. Compared with earlier work using actor-critic training on unit tests, the framework also covers tasks without tests, such as translation on XLCoST. Compilation rates rise in every language tested, and pass rates on APPS improve more modestly.",
    },
    {
      paper: lever,
      text: "Large models often have the right program among their samples and do not know it. LEVER trains a small verifier to find it. The verifier, a T5 or RoBERTa model, reads the question, a sampled program and the result of executing it, and estimates whether the program is right. Samples are then ranked by the product of generator and verifier probability, summed over programs that produce the same result. On table question answering, text-to-SQL, grade-school maths and basic Python this improves code-davinci-002 by 4.6 to 10.9 points and sets a new best result on all four. The generator itself is never touched.",
    },
    {
      paper: lever,
      text: "What does an execution result tell you when there are no tests? LEVER's answer is: quite a lot. An empty table, a negative number of apples or a type that does not fit the question are strong hints that a program is wrong, and a model can learn such hints from examples. The authors sample programs from a frozen large model, execute them, label them by whether the result equals the known answer, and train a verifier with well under one percent of the generator's parameters. Removing the execution result from its input hurts on most of the data sets. The aggregation over equal results contributes a good share of the gain.",
    },
    {
      paper: restEm,
      text: "Can a model improve on the problems it can already sometimes solve, without more human solutions? ReST-EM frames this as expectation maximisation. In the E-step, many solutions per problem are sampled and kept if a binary check passes: the final answer for MATH, the unit tests for APPS. In the M-step, the pretrained base model, not the last iterate, is fine-tuned on what was kept, with a cap per problem so that easy ones do not dominate. With PaLM 2 models the resulting accuracy exceeds fine-tuning on human solutions, and the advantage grows with the size of the model.",
    },
    {
      paper: restEm,
      text: "Self-training has a reputation for collapsing, so I read this paper for the number of iterations. On MATH, two or three rounds of sampling, filtering and fine-tuning keep helping; on APPS, with about half as many problems, the first round brings most of the gain and later ones overfit. The authors restart each round from the base model, which they find to transfer better to held-out tasks such as GSM8K and HumanEval. Even with the same number of problems and only one model solution for each, generated data beats human solutions. Pass@K improves as well, so the models have not merely become more certain.",
    },
    {
      paper: ilf,
      text: "A failing test says that something is wrong; a sentence from a person says what. ILF uses such sentences at training time only. A model samples programs, annotators write feedback on the incorrect ones, a second model, the refiner, turns program and feedback into a repair, and the repairs that pass the tests become fine-tuning data for the first model. The authors show that this can be seen as minimising a KL divergence to the ground-truth distribution. On MBPP the pass@1 of CodeGen-Mono 6.1B rises from 26% to 36%, more than with the gold programs or with repairs written by people.",
    },
    {
      paper: ilf,
      text: "The surprising result here is that a model learns more from its own repaired programs than from correct programs written by humans. The explanation offered is one of distribution: repairs stay close to what the model would have written, gold solutions do not. The procedure needs feedback for a modest number of MBPP tasks, a refiner fine-tuned to follow feedback, and tests to filter its output. When feedback written by InstructGPT replaces that of people, the gains shrink, and feedback that addresses many bugs at a time is harder to use. With human feedback the improvement is ten points absolute, or 38% relative, in pass@1.",
    },
    {
      paper: restEm,
      text: "Stripped of its derivation, the method is rejection sampling followed by fine-tuning, repeated. The derivation is still useful, because it shows which knobs are approximations: the number of samples in the E-step, the cap on solutions per problem, and the choice of starting weights in the M-step. The authors use 32 samples per MATH problem and 64 per APPS problem, and keep at most ten correct ones each. Fine-tuned PaLM 2-L gains on both benchmarks, does better on an unseen Hungarian school-leaving exam in mathematics, and does not lose on BIG-Bench Hard. The cost is that a reliable checker must exist, which code has in the form of tests.",
    },
    {
      paper: lever,
      text: "LEVER belongs to a family of methods that leave the generator alone and learn to choose. Its ingredients are few-shot sampling from a code model, an executor, and a discriminative verifier trained on a few thousand labelled samples. I appreciated the breadth, with four data sets from SQL to Python and generators from InCoder to Codex, and the analysis of where it fails: when all samples are wrong nothing can be chosen, and when the verifier is trained for a different generator some of the gain is lost. The final numbers, such as 84.5% on GSM8K, were the best reported at that time.",
    },
  ],
  questions: [
    {
      paper: ppoCoder,
      text: "Rewarding overlap of syntax trees with a reference punishes correct programs that look different. Does this defeat the purpose of using execution in the first place?",
    },
    {
      paper: ppoCoder,
      text: "A model can raise its compilation rate by writing shorter and emptier programs. Which measurement in the paper rules this out?",
    },
    {
      paper: ppoCoder,
      text: "Is PPO with a critic worth its complexity here, compared with filtering samples by the same reward and fine-tuning on what is left?",
    },
    {
      paper: ppoCoder,
      text: "How should credit be assigned to tokens when a single wrong index makes a program of forty lines fail?",
    },
    {
      paper: ppoCoder,
      text: "Compiler messages contain far more than success or failure. How could a reward make use of the text of the message?",
    },
    {
      paper: lever,
      text: "The verifier is trained per task and, at best, per generator. Would one verifier for all executable tasks be possible, and what would it have to see?",
    },
    {
      paper: lever,
      text: "Programs that give the right answer for the wrong reason are labelled correct. How much does such noise matter for the verifier?",
    },
    {
      paper: lever,
      text: "Executing every sample is cheap for SQL on a small table. What changes when a program takes minutes or has side effects?",
    },
    {
      paper: lever,
      text: "How does summing over equal results differ from majority voting, and when would you prefer plain voting?",
    },
    {
      paper: restEm,
      text: "APPS overfits after one round while MATH does not. Is this due to the number of problems, or to tests being a weaker check than a final answer?",
    },
    {
      paper: restEm,
      text: "Problems that the model never solves contribute nothing. How could one extend the method to learn from them without human solutions?",
    },
    {
      paper: restEm,
      text: "Every round restarts from the base model. What is lost by this, and would the answer change with a KL penalty?",
    },
    {
      paper: restEm,
      text: "Model-written solutions beat human ones here. Is that a statement about the quality of the human solutions, or about their distance from the model?",
    },
    {
      paper: restEm,
      text: "If many groups train on filtered samples of the same few models, what happens to the diversity of the code that gets written?",
    },
    {
      paper: ilf,
      text: "Feedback is needed only during training. Is it a waste not to use it at test time too, when a user is there anyway?",
    },
    {
      paper: ilf,
      text: "Annotators wrote feedback for short MBPP problems. Could anyone give useful one-sentence feedback on a change to a large code base?",
    },
    {
      paper: ilf,
      text: "The refiner needs its own fine-tuning. With a model that follows instructions well, does any of the method remain necessary?",
    },
    {
      paper: ilf,
      text: "Which is the scarcer resource in practice, people who write feedback or people who write tests, and which should a method depend on?",
    },
  ],
  posts: [
    "The table that sorted methods by the kind of feedback, from a single bit to a sentence, was a helpful frame for four papers that looked unrelated to me. I could place ReST-EM and ILF on it right away and had to think about LEVER.",
    "I found the derivation of ReST-EM from a lower bound satisfying, since each approximation was marked on the slide as it was made. It became clear that fine-tuning on the good samples is not a hack but the M-step with a binary reward.",
    "The example of reward hacking, a program that returned the constants expected by the visible tests, was the moment that I remember best. It led to the question of how many of the samples kept in self-training are of that kind.",
    "The discussion of why a model learns more from its own repaired code than from gold code was the most interesting part. The picture of two distributions, with repairs between them, explained it better than the text of the paper.",
    "A classmate asked whether a verifier is just a reward model under another name, and the lecture's answer was to look at when it is used. The same network at training time shapes the policy, and at test time it picks a sample.",
    "I liked the plot with pass rate over iterations, in which the training curve goes up and the APPS test curve turns down. It was the first time in this course that we saw a method fail as data grows.",
    "The part about PPO was a good refresher, and the decomposition of the reward with its four terms showed how much design is hidden in the word reward. When the room was asked which term to drop, most chose the syntax tree.",
    "What interested me was the point that tests are both the filter for the training data and the measure of success. If they are incomplete, then both errors point in the same direction and we would not notice.",
    "The worked LEVER example, with three SQL queries of which one returned an empty table, made the use of execution results obvious. I had pictured execution only as running tests against known answers.",
    "During the last ten minutes we compared the price of a unit of feedback across the four papers. Ranking them by cost per improved point turned the usual order upside down, with simple filtering at the top.",
  ],
  openings: [
    "I read this as a question about where the signal comes from.",
    "Having implemented a little reinforcement learning, I looked for the instabilities first.",
    "I was interested in how much human work the method really needs.",
    "I compared what each of the four papers calls feedback, and then picked this one.",
    "I read it with formal proofs in mind, where the checker is perfect and data is scarce.",
    "I went to the failure analysis before the results.",
    "My interest was whether the method could be run on a single graphics card.",
    "I tried to write down the training loop in ten lines before reading the details.",
    "I chose this paper because the idea fits in a sentence.",
    "I expected the gains to come from the model, and looked for evidence to the contrary.",
  ],
  closings: [
    "The weak point, as I see it, is the trust placed in the checker.",
    "I would like to see a comparison at equal cost rather than at equal data.",
    "It surprised me how far a simple filter goes.",
    "I doubt that the gain would be as large on top of a current model.",
    "An analysis of lucky successes is what I missed most.",
    "The method seems easy to repeat, which I count in its favour.",
    "I would use it first in a domain with a strict verifier.",
    "I am unsure whether the improvement is in knowledge or in form.",
    "The limitations section is short for a method with so many knobs.",
    "It made me think about what my own project can check automatically.",
  ],
  postClosings: [
    "I want to try the simplest of these methods as a baseline for our project.",
    "It also made clear to me why the tests deserve a lecture of their own.",
    "I had understood the mechanics before, but not the reason.",
    "I am still looking for a counterexample.",
    "It was worth reading two of the papers for this comparison.",
    "I would like to know whether it holds for longer programs.",
    "Somebody should run that experiment, and it might be us.",
    "I noted it down for the meeting on self-repair.",
  ],
};
