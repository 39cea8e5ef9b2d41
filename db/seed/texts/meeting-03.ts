import type { MeetingTexts } from "./meeting-texts";

const codex = "https://arxiv.org/abs/2107.03374";
const incoder = "https://arxiv.org/abs/2204.05999";
const fim = "https://arxiv.org/abs/2207.14255";
const codeT5Plus = "https://arxiv.org/abs/2305.07922";

/** Texts of the invented class around meeting 3, pretraining objectives for code. */
export const meeting03: MeetingTexts = {
  number: 3,
  summaries: [
    {
      paper: incoder,
      text: "Programmers rarely write a file from top to bottom, but left-to-right models can do nothing else. InCoder trains a decoder with causal masking: spans are cut out of a document, replaced by sentinel tokens, and appended at the end, so that one model both completes and infills with context on both sides. The largest version has 6.7B parameters and is trained on permissively licensed code in 28 languages and on Stack Overflow. Asked to restore a missing line of HumanEval solutions it passes the tests in 69.0% of cases, against 48.2% for the same model used left to right. Plain generation remains decent, at 15.2% pass@1.",
    },
    {
      paper: incoder,
      text: "Type inference, docstring writing, variable renaming and restoring a block of code look like four tasks; with infilling they are one, namely to predict what stands at the gap. That is the appeal of InCoder. Training documents have a small random number of spans moved behind the rest, so the model sees the right-hand context before it has to generate the span. All of this happens without task-specific training. The comparison I found most telling is with left-to-right generation followed by reranking by the likelihood of the whole file: it recovers only part of the benefit for single lines and still less for several lines.",
    },
    {
      paper: incoder,
      text: "The authors set out to give a generative model the bidirectional context that masked models enjoy, without losing the ability to generate. Their tool is the causal masking objective on code and question-and-answer pages. A detail that I liked is the tokenizer, which lets tokens cross whitespace, so that a common idiom such as an import line becomes one token and sequences shrink by nearly half compared with GPT-2's. In ablations, causal masking costs little on left-to-right synthesis compared with a plain language model. The key result is zero-shot infilling that clearly beats both baselines on lines, blocks and return types.",
    },
    {
      paper: fim,
      text: "Suppose that you could add a capability to a language model and pay nothing. The claim of this paper is that infilling comes close. A document is split at random into prefix, middle and suffix; the pieces are rearranged so that the middle comes last, and training goes on as usual. Across models up to 6.9B parameters, trained on code and on text, the left-to-right loss is the same whether the data is transformed or not, even when 90% of it is. The authors call this the FIM-for-free property. They also show that adding the ability later by fine-tuning is expensive, so one should do it from the start.",
    },
    {
      paper: fim,
      text: "Much of this paper is a careful list of engineering decisions. Should the suffix precede the prefix? Training on both orders at once works best. Should the split fall on lines, tokens or characters? Characters, because users stop in the middle of a token and models trained on line splits fail there. Should the transformation be applied before or after documents are packed into a context? After, or else pieces get lost at the boundaries. How much data should be transformed? Half is safe and more is fine. The evidence is a set of infilling benchmarks with unit tests, since perplexity turned out not to separate the variants. Through all of this the left-to-right loss stays put.",
    },
    {
      paper: fim,
      text: "What convinced me here is the learning curves: pairs of models, one trained with the fill-in-the-middle transformation and one without, whose test losses lie on top of each other at every size. Motivated by editors, where there is nearly always code below the cursor, the authors ask what infilling costs and find no cost in ordinary generation. The method is nothing but a permutation of the training text with three sentinel tokens. They measure success by executing the completed functions, introduce a harder benchmark with random spans, and observe that fine-tuning an existing model to infill needs a surprising share of the original compute to catch up.",
    },
    {
      paper: codeT5Plus,
      text: "Encoder-only models are good at retrieval, decoder-only models at generation, and most systems commit to one. CodeT5+ is an encoder-decoder whose parts can be used separately or together, trained with a mixture of objectives so that no use is foreign to it: span denoising and causal language modelling on code alone in the first stage, then contrastive learning, matching and generation on pairs of text and code. Larger versions are built cheaply from frozen pretrained models. The instruction-tuned 16B model reaches 35.0% pass@1 on HumanEval, the best open result at the time, and the smaller ones do well on retrieval, summarisation and completion.",
    },
    {
      paper: codeT5Plus,
      text: "The engineering idea in this paper is to avoid training what already exists. To get to 2B, 6B and 16B parameters, the authors pair a small trainable encoder with a deep decoder taken from CodeGen, freeze the decoder, and train the encoder and the cross-attention layers that join the two. The broader motivation is the mismatch between what a model was pretrained to do and what it is then used for. A two-stage mixture of denoising, causal, contrastive and matching losses addresses that. Results cover more than twenty benchmarks; on maths problems answered by programs, even the 770M model surpasses much larger ones.",
    },
    {
      paper: codex,
      text: "Read for its objective, the Codex paper is the baseline of this meeting: plain next-token prediction on Python files, with no masks, pairs or syntax. The authors fine-tune GPT models of up to 12B parameters on 159 GB of code and measure by unit tests on 164 handwritten problems. That this simplest of objectives reaches 28.8% pass@1 sets a high bar for anything more elaborate. What it cannot do is use the code below the cursor, and the paper does not try. A second round of supervised fine-tuning on standalone functions lifts the score to 37.7%, so matching the format of the task helped more than a different loss might have.",
    },
    {
      paper: codeT5Plus,
      text: "I tried to work out which of the many losses in CodeT5+ earns its keep. The model is an encoder-decoder trained first on code alone, with denoised spans and two kinds of causal prediction, and then on pairs of functions and descriptions, with contrastive and matching losses on top. In the ablations, removing the causal objective hurts generation, and removing the matching loss hurts retrieval, as one would hope. On text-to-code retrieval the gain over earlier models is about three points of mean reciprocal rank on average. The breadth is impressive, although a single decoder trained on more data has since become the usual choice.",
    },
  ],
  questions: [
    {
      paper: incoder,
      text: "Causal masking moves spans to the end of the document. What does the model lose when the span is long and its context now lies thousands of tokens away?",
    },
    {
      paper: incoder,
      text: "Infilling needs to know where to stop. How should a model decide on the length of a gap when the editor gives it none?",
    },
    {
      paper: incoder,
      text: "Reranking left-to-right samples by full-file likelihood recovers part of the benefit. With a stronger base model, would the rest of the advantage disappear?",
    },
    {
      paper: incoder,
      text: "Tokens that cross whitespace shorten sequences but tie indentation to content. For which languages would this tokenizer be a bad idea?",
    },
    {
      paper: incoder,
      text: "Types are inferred zero-shot as a gap after the arrow. Would a type checker in the loop make this useful, or does it only reveal wrong guesses?",
    },
    {
      paper: fim,
      text: "If the transformation is free for the loss, where does the capacity come from? Is there any evaluation on which you would expect to see the cost?",
    },
    {
      paper: fim,
      text: "Why does learning to infill by fine-tuning cost so much more than learning it during pretraining?",
    },
    {
      paper: fim,
      text: "Suffix first allows key-value caching while the user types in the prefix. How much should serving cost decide on a training format?",
    },
    {
      paper: fim,
      text: "Perplexity did not separate variants that behaved differently on the benchmarks. What does this say about choosing objectives by loss?",
    },
    {
      paper: fim,
      text: "Random splits ignore syntax. Would cutting at nodes of the syntax tree help, or would it remove exactly the hard cases that editors produce?",
    },
    {
      paper: fim,
      text: "A model that infills sometimes repeats the suffix. Is this a fault of the objective, of the data, or of the stopping rule?",
    },
    {
      paper: codeT5Plus,
      text: "Is there still a case for encoder-decoder models of code, or has the convenience of a single decoder settled the question?",
    },
    {
      paper: codeT5Plus,
      text: "The large variants keep the decoder frozen. Which abilities could never be gained in this way, however long one trains the encoder?",
    },
    {
      paper: codeT5Plus,
      text: "With five losses in two stages, how would you find out which combination matters without training dozens of models?",
    },
    {
      paper: codeT5Plus,
      text: "Contrastive training pairs a function with its docstring. How harmful are docstrings that no longer describe the code?",
    },
    {
      paper: codex,
      text: "Next-token prediction weighs every token alike. Should a comma cost as much as the name of the function that is called?",
    },
    {
      paper: codex,
      text: "Would Codex have been a better product with infilling, or do programmers adapt by writing in an order that suits the model?",
    },
    {
      paper: codex,
      text: "None of the four objectives uses the fact that code can be run. What would a pretraining objective look like that does?",
    },
  ],
  posts: [
    "The diagram that showed one function under four objectives, with the same tokens coloured by what is context and what is target, made the differences obvious. I had thought of infilling as a new architecture, and it is only a reordering.",
    "I found the part on sentinel tokens interesting, especially the example in which the suffix ends in the middle of an identifier. It explains why character-level splits matter so much in the FIM paper.",
    "The lecture's point that a masked model predicts 15% of the tokens and a causal one all of them gave a simple reason for the efficiency of decoders. I had never compared the two by training signal per token.",
    "A student asked why nobody trains on diffs from the start, and the answer led to the question of what the right unit of code is. The sketch of edits as a fourth family of objectives on the board was new to me.",
    "The FIM-for-free plot came up twice, and the second time we looked at what it does not show, namely downstream tasks other than infilling. That was a useful reminder that free is always measured by something.",
    "I liked the comparison of prefix-suffix-middle and suffix-prefix-middle orders, because the argument for the second was caching and not accuracy. It was a rare moment where systems and learning met on one slide.",
    "For me the interesting part was the frozen decoder in CodeT5+, drawn as a thin trained bridge between two models. The discussion of whether this counts as pretraining or as an adapter had good arguments on both sides.",
    "The demonstration with InCoder filling a type annotation from usage further down the file was convincing. It showed context to the right doing work that no prompt on the left could do.",
    "The discussion about tokenizers for whitespace stuck with me, because 30% fewer tokens in Codex and still fewer in InCoder mean a longer effective context for the same price. I will look at this before choosing a model for our project.",
    "The question of how an infilling model knows when to stop got more time than I expected. Seeing a sample that duplicated the line after the gap made clear that ending well is a part of the task.",
  ],
  openings: [
    "I read this as a question about which context a model may see.",
    "I use completion in an editor every day, so I read with that in mind.",
    "I compared the training formats of all four papers and then chose this one.",
    "I wanted to know what the objective costs, and not only what it brings.",
    "Coming from speech, I expected the architecture to matter more than the data format.",
    "I read the ablations before the introduction.",
    "I picked this paper because I have fine-tuned one of its successors.",
    "My question while reading was what changes for the person at the keyboard.",
    "I tried to describe the objective in one line before reading the formula.",
    "I read this with small languages in mind, where pairs of text and code are rare.",
  ],
  closings: [
    "I would like to know how it behaves on files longer than its context.",
    "The evaluation covers Python well and everything else thinly.",
    "It surprised me that such a simple change of format does so much.",
    "My doubt is whether the comparison holds at ten times the size.",
    "I missed an experiment with real editing sessions.",
    "The choice of tokenizer seems to matter more than its place in the paper suggests.",
    "I would start a reproduction with the smallest model and one language.",
    "What I take from it is to look at the data format before the architecture.",
    "It left me unsure whether loss is a good guide to choosing between objectives.",
    "I think that the result has aged well.",
  ],
  postClosings: [
    "I want to test this with one of the open models.",
    "It made the table in the paper much easier to read.",
    "I had missed this entirely when I wrote my summary.",
    "It would make a good small experiment for the first project report.",
    "I am curious how this looks for languages without significant whitespace.",
    "The example will stay with me longer than the numbers.",
    "It connects nicely to the scaling results of last week.",
    "I would have liked ten more minutes on it.",
  ],
};
