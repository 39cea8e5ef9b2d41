/** Second sentences of posts, by theme; each fits after any first sentence of the theme's meetings. */
export const reflections = {
  data: [
    "Before this meeting I had thought of training data as a given, and now I see it as the part in which most decisions are made.",
    "I would like to see the same comparison with a fixed amount of compute, since otherwise it is hard to say what caused the gain.",
    "It makes me wonder how many published differences between models are really differences between their data.",
    "In practice it means that one should look at a hundred examples by hand before training anything.",
    "I am still not sure how one would notice the same problem in a data set that nobody has documented.",
    "It also explains why two models of the same size can behave so differently on the same task.",
    "What I take away is that quality needs a definition that one can test, or else it is only a word for what worked.",
    "I had expected the opposite, and I would like to read more about when it holds.",
  ],

  inference: [
    "It changed how I think about pass@k, since a large k is only useful if something can choose among the samples.",
    "I wonder how the picture changes when running the code is slow or has side effects.",
    "In a project I would try the simplest variant first, because the baseline turned out to be stronger than I had assumed.",
    "It seems to me that the real question is where the information comes from which the model did not have before.",
    "I would have liked to see the cost of each method on the same axis.",
    "This is close to what I do myself when I program, although I rarely run more than three versions.",
    "The point that convinced me is that generating and checking need different abilities, and that one may be much cheaper than the other.",
    "I am curious whether the same would hold for a language in which far fewer errors show up at run time.",
  ],

  softwareEngineering: [
    "I had not realised how much of this was known before language models, and how well it describes their failures.",
    "It made me think about what I accept as evidence when I review the change of somebody else.",
    "I would like to know how developers decide whether to trust a patch that they did not write.",
    "The same concern applies to generated code in general, where the tests are often generated as well.",
    "In an experiment I would therefore hold back some tests and never show them to the model.",
    "It is a good reminder that the bug report and the tests tell different stories about what is wrong.",
    "I wonder how many of the older techniques would improve if their search were guided by a model of code.",
    "What remains open for me is how to measure whether a patch is good, when passing the tests is not enough.",
  ],

  humanInteraction: [
    "I recognised my own habits in it, above all the way in which I accept a suggestion first and read it later.",
    "It suggests that a better model would not help much unless the interface changes too.",
    "I would like to see how this looks after a year of use, when the novelty has gone.",
    "What struck me is that the time saved in writing comes back as time spent on checking.",
    "It made me doubt the usual measures, since an accepted suggestion may still be a waste of time.",
    "After this I would plan a small study with real users for any such tool, even if only four people take part.",
    "I wonder how different the answer would be for people who program only once a month.",
    "The design consequence seems to be that a tool should show what it does not know.",
  ],

  adaptability: [
    "I had assumed that long context would make retrieval unnecessary, and I am less sure of that now.",
    "In a project I would first measure how often the missing piece is in another file.",
    "It seems to me that knowing when to look something up is harder than looking it up.",
    "I would like to see the latency in an editor, since a person is waiting for each of these steps.",
    "What stayed with me is that the cost lies in moving data and not in computing with it.",
    "It reminded me that the order and the position of the context may matter as much as its content.",
    "I wonder whether the same holds for projects that consist mostly of configuration and not of code.",
    "The remaining question for me is how to evaluate this without the answer leaking into the training data.",
  ],

  reasoning: [
    "It convinced me that a program is a good form for a plan, because each step can be inspected afterwards.",
    "I wonder what happens when the interface has a hundred functions and no longer fits into the prompt.",
    "The weak point seems to be perception, since the program is right and its inputs are wrong.",
    "I would trust such a system more if it could say which of its calls it is unsure about.",
    "For me this is the clearest example so far of code as a means and not as the product.",
    "It made me think about safety, because the generated program is executed at once.",
    "I would like to compare it with a recent end-to-end model on exactly the same questions.",
    "The modular design also means that the whole improves whenever one of its parts does.",
  ],

  verification: [
    "What I like about the setting is that a wrong answer cannot hide, however convincing it sounds.",
    "The difficult part has moved from writing the proof to stating what should be proved.",
    "I wonder how far this scales beyond programs of the length of a textbook exercise.",
    "In daily work it would mean writing specifications first, which hardly anybody does.",
    "It surprised me how much simple automation contributes beside the language model.",
    "I would like to know how an expert in the proof assistant would judge the style of the result.",
    "It gave me a better idea of what feedback a model can use, since the checker says exactly where it fails.",
    "I am still unsure who would check the specification when it is generated as well.",
  ],

  science: [
    "What I find remarkable is that the result is a short program that one can read and argue about.",
    "It made me ask which problems in my own field have an evaluator that is both fast and honest.",
    "I would like to see the same search with a much weaker model, to learn what the model contributes.",
    "The number of samples is enormous, so that I see it as a method for a few valuable questions.",
    "I am not sure whether to call this reasoning, yet the outcome is new and can be checked.",
    "It seems to me that the human choice of what to evolve is half of the discovery.",
    "In other kinds of search one could borrow the idea of keeping several populations apart.",
    "It also shows how a model that is often wrong can be useful if its errors are cheap to find.",
  ],

  formalMathematics: [
    "It connected well with what we had read on theorem proving, where the search received more attention than the data.",
    "I had not thought of mathematical libraries as software that needs maintenance, but of course they do.",
    "I wonder whether mathematicians will adopt such tools for checking first or for finding proofs.",
    "What I take away is that informal and formal text belong in the same training set.",
    "It made me want to try a small proof in Lean myself, to see where the effort goes.",
    "The question of what a formal statement really says seems to me harder than the proof itself.",
    "I would like to know which of these lessons carry over to the verification of programs.",
    "It is encouraging that open models and data have made such a difference in this area.",
  ],
};
