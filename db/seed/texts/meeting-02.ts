import type { MeetingTexts } from "./meeting-texts";

const kaplan = "https://arxiv.org/abs/2001.08361";
const chinchilla = "https://arxiv.org/abs/2203.15556";
const dataConstrained = "https://arxiv.org/abs/2305.16264";
const transfer = "https://arxiv.org/abs/2102.01293";

/** Texts of the invented class around meeting 2, pretraining and scaling laws. */
export const meeting02: MeetingTexts = {
  number: 2,
  summaries: [
    {
      paper: kaplan,
      text: "How should a fixed budget be spent on a language model? The authors train Transformers from under a thousand to about 1.5 billion non-embedding parameters on WebText2 and fit the test loss. Over many orders of magnitude it follows power laws in parameters N, tokens D and compute C, with exponents of roughly 0.076, 0.095 and 0.050, as long as neither of the other two is the bottleneck. Depth, width and the number of heads matter surprisingly little at constant N. The consequence drawn for a growing budget is to put most of it into size, with N growing about as C to the 0.73, and to stop training well before convergence.",
    },
    {
      paper: kaplan,
      text: "This is an empirical paper that reads like experimental physics: vary one quantity, hold the others out of the way, plot on log axes, read off a slope. Its object is the cross-entropy of decoder-only Transformers on web text. The straight lines that come out let the authors predict overfitting too, through a joint formula in which data has to grow only like N to the 0.74; in other words, eight times the model needs about five times the data. Larger models turn out to be more sample-efficient, reaching the same loss after fewer tokens. What the laws do not claim is a cause, and the authors say so.",
    },
    {
      paper: chinchilla,
      text: "Gopher, GPT-3 and their contemporaries were all trained on around 300 billion tokens, whatever their size. This paper asks whether that was wise. With more than 400 models between 70 million and 16 billion parameters the authors estimate the compute-optimal frontier in three ways: fixing sizes and varying the number of tokens, IsoFLOP profiles, and fitting a parametric loss with an irreducible term. All three agree that parameters and tokens should grow in about equal proportion. To test the prediction they train Chinchilla, 70B parameters on 1.4 trillion tokens, for the same compute as Gopher's 280B. It wins nearly everywhere, with 67.5% on MMLU, more than seven points above Gopher.",
    },
    {
      paper: chinchilla,
      text: "The part that taught me most is why the result differs from the earlier scaling laws. There, the learning-rate schedule was the same for all runs, so intermediate losses of a long run stood in for the final loss of a short one, and short runs looked worse than they are. When the cosine cycle is matched to the number of training tokens, the preference for very large models disappears. The paper then fits L(N, D) = E + A/N^0.34 + B/D^0.28 and concludes that tokens and parameters should be scaled alike. The 70B model trained under this rule beats models two to seven times its size, and is cheaper to serve.",
    },
    {
      paper: chinchilla,
      text: "Big models had become undertrained models; that is the claim, and the rest of the paper is evidence. Three estimators over several hundred training runs put the exponent for the optimal model size close to 0.5, and the one for tokens as well. A simple reading is about twenty tokens per parameter at the studied budget. The authors bet one expensive run on it: Chinchilla has a quarter of Gopher's parameters, sees more than four times the data, and outperforms it on reading comprehension, MMLU and most of BIG-bench. A practical result is easy to overlook: every later fine-tuning and every inference call is cheaper by the same factor of four.",
    },
    {
      paper: dataConstrained,
      text: "If optimal training needs tokens in proportion to parameters, the supply of text becomes the limit, and for code in one language it does so early. The authors study what repeating data is worth, in about 400 runs of up to 9 billion parameters and 900 billion tokens. They generalise the Chinchilla formula with an effective number of tokens that decays exponentially with the number of repetitions. Up to four epochs, repeated data is almost as good as new data; around sixteen the returns shrink sharply, and later they vanish. When data is scarce, extra compute is better spent on more epochs than on more parameters.",
    },
    {
      paper: dataConstrained,
      text: "I was looking for the sentence about code, and there is one: filling up a scarce text corpus with Python, to as much as half of the training mix, does not hurt natural-language tasks and helps on those that require state tracking. Together with about four epochs of repetition this stretches a fixed corpus by a factor of eight. The setting is a new scaling law for the regime in which unique tokens are limited, fitted on hundreds of runs. The authors also test filtering: perplexity filters help on noisy data, while deduplication alone brought no downstream gain in their set-up. The main result remains that a few epochs are nearly free.",
    },
    {
      paper: transfer,
      text: "What is pretraining worth, in units of data? For a model fine-tuned on Python after pretraining on text, the authors ask how many more Python characters a model of the same size trained from scratch would need to reach the same loss. This effective data transferred follows a power law in the low-data regime, a constant times D to the 0.18 times N to the 0.38, where D is the size of the fine-tuning set and N that of the model. Pretraining thus works like a multiplier of the fine-tuning set. A larger model can stand in for data: since the exponent of N is about twice that of D, ten times the parameters transfer as much as a hundred times the data.",
    },
    {
      paper: transfer,
      text: "This is the only one of the four papers whose target is code. Models are pretrained on text, or on an even mix of text and non-Python code, and then fine-tuned on Python sets of many sizes. Measuring in effective data rather than loss gives a neat picture: the exponent of the fine-tuning set describes how close the two distributions are, that of the parameters how general the model is. The curious finding is ossification. With much fine-tuning data, small pretrained models end up worse than models trained from scratch, as if the initialisation were stuck. In the low-data regime, where most of us work, pretraining always helps.",
    },
    {
      paper: dataConstrained,
      text: "Two decays explain most of this paper. The first describes how quickly the value of a repeated token falls, the second how quickly the value of extra parameters falls once unique data is fixed; the second is faster. The authors estimate both by training at several budgets of unique tokens and letting the number of epochs run far beyond common practice. Their fit predicts that, at a limit on data, a smaller model trained for more epochs beats the Chinchilla-optimal one, and a direct comparison with a larger model at equal compute confirms it. Training on the same data four times costs almost nothing in validation loss.",
    },
  ],
  questions: [
    {
      paper: kaplan,
      text: "The exponents were fitted on web text. Would you expect a steeper or a flatter slope for source code, which is more predictable token by token?",
    },
    {
      paper: kaplan,
      text: "Shape hardly matters at constant N in these experiments. Is that still believable for tasks that need many sequential steps, such as tracing a program?",
    },
    {
      paper: kaplan,
      text: "Loss falls smoothly while pass@k appears to jump. Is the jump a property of the model or of the metric?",
    },
    {
      paper: kaplan,
      text: "The paper's advice on allocation was overturned two years later because of a learning-rate schedule. What other quiet choices could overturn today's laws?",
    },
    {
      paper: kaplan,
      text: "Embedding parameters are left out of N. How much does this choice change the conclusions for small models with large vocabularies?",
    },
    {
      paper: chinchilla,
      text: "Compute-optimal for training is not optimal for serving. How would you write the objective for a completion model that is called a billion times?",
    },
    {
      paper: chinchilla,
      text: "The three estimates agree on equal scaling but differ in the details. Which of the three would you trust if you could afford only one?",
    },
    {
      paper: chinchilla,
      text: "Only one large run validates the law. What result of that run would have made the authors reject it?",
    },
    {
      paper: chinchilla,
      text: "Does the rule of about twenty tokens per parameter carry over to code, where the tokenizer decides how much a token holds?",
    },
    {
      paper: chinchilla,
      text: "If all the permissively licensed code amounts to a few hundred billion tokens, what is the largest code model that it makes sense to train from scratch?",
    },
    {
      paper: dataConstrained,
      text: "Four epochs are nearly free on average. Are they also free with regard to memorising licences, keys and names?",
    },
    {
      paper: dataConstrained,
      text: "GitHub is full of forks and vendored copies, so one epoch already repeats a lot. How should one count epochs on such data?",
    },
    {
      paper: dataConstrained,
      text: "Mixing in Python helps language tasks. Which property of code would you remove to find out what causes this: its structure, its comments, or its long-range references?",
    },
    {
      paper: dataConstrained,
      text: "Deduplication brought no downstream gain here, while other work reports large gains. Which difference in set-up could explain this?",
    },
    {
      paper: transfer,
      text: "What would ossification look like in a model that you fine-tune this semester, and how would you tell it from a bad learning rate?",
    },
    {
      paper: transfer,
      text: "The exponent on fine-tuning data is read as a distance between distributions. Could one use it to choose a pretraining mix for a rare language such as Lean?",
    },
    {
      paper: transfer,
      text: "Codex saw no final gain from starting with GPT-3 weights. Is that what this paper predicts for a data set of that size?",
    },
    {
      paper: transfer,
      text: "Effective data is defined by loss. Would the multiplier be the same if we defined it by the share of programs that pass their tests?",
    },
  ],
  posts: [
    "The IsoFLOP plot was the clearest thing I saw this week: for each budget a parabola, and the minima line up. Seeing the sizes of actual models marked far to the right of the line said more than the formula.",
    "I found the explanation of the learning-rate schedule interesting, because a detail that fits in a footnote changed the advice of a whole field. The side-by-side of the two recommendations for the same compute made the size of the error tangible.",
    "When somebody asked whether a lower loss means better programs, the lecture showed loss and pass rate on the same axis. The answer seemed to be yes on average, with a lot of room for individual tasks.",
    "The derivation of C as about six times N times D finally made sense to me once the forward and the backward pass were counted separately on the board. I had used the formula for a year without knowing where the six comes from.",
    "The section on repeated data was new to me, in particular the curve that stays flat up to four epochs and then bends. It made our own plan of a single pass over a small Lean corpus look wasteful.",
    "I enjoyed the short exercise in which we guessed the optimal model size for a given budget before the slide revealed it. Almost the whole room guessed too large, which is exactly the habit that Chinchilla corrects.",
    "The idea of measuring transfer in units of data was the most surprising part of the lecture. It turns a vague statement about related domains into a number that one can compare across fine-tuning sets.",
    "The slide on ossification stood out, because I had assumed that pretraining can only help. The discussion afterwards about whether a larger learning rate would dissolve the effect stayed open, and I would like to try it.",
    "A classmate pointed out that inference cost is missing from all the laws that we saw. The reply, that over-training a small model is a rational choice once enough people use it, explains a lot of recent releases.",
    "What I took away is how few points some of the fits rest on at the large end. The extrapolation line on the last plot looked convincing until the error bars were discussed.",
  ],
  openings: [
    "I read this with a training budget of one rented machine in mind.",
    "I am usually wary of curve fitting, so I started with the figures.",
    "I chose this paper because its law is quoted everywhere and explained almost nowhere.",
    "My interest is in languages with little data, and I read the paper for what it says about them.",
    "I went through the fits with a pencil before I believed them.",
    "I read it next to the other suggested papers to see where they disagree.",
    "What made me pick this one is that its advice can be turned into a concrete plan.",
    "As somebody who mostly fine-tunes, I wanted to know what happens before my part begins.",
    "I looked first for the assumptions and only then for the exponents.",
    "I expected a dry paper and found an argument.",
  ],
  closings: [
    "What remains open for me is how far the fit holds outside of the measured range.",
    "I would like to see the same curves with pass rates in place of loss.",
    "The error bars deserve more room than they get.",
    "I doubt that the constants carry over to code, even if the form does.",
    "It surprised me how much depends on choices that are described in an appendix.",
    "For a course project I would try to repeat the smallest of these experiments.",
    "The result is simple enough to be remembered, which may be its greatest strength.",
    "I wonder how the picture changes when the quality of the data is a variable too.",
    "I am left with the question of who can still check such results.",
    "It changed what I would do first with a new corpus.",
  ],
  postClosings: [
    "I went back to the paper afterwards and read the appendix on it.",
    "It is the first time that I could explain this to somebody else.",
    "I would like to see the same analysis for a code corpus.",
    "It also made me more careful about extrapolating in my own plots.",
    "This will affect how our team plans its project budget.",
    "I am still not sure that I agree, but I understand the argument now.",
    "I had read that part of the paper without noticing its weight.",
    "I hope that we return to it in the lecture on data.",
  ],
};
