import type { PaperTexts } from "./paper-texts";

/** Papers on retrieval for code (meetings 19 and 21), by address. */
export const retrievalPapers: Record<string, PaperTexts> = {
  "https://arxiv.org/abs/2207.05987": {
    motivation: [
      "DocPrompting is motivated by libraries that change all the time, so that a model cannot have seen every function in training.",
      "The DocPrompting paper observes that people look up the manual when they meet an unknown function, and that models do not.",
      "Since retraining for every new library is out of the question, DocPrompting brings the documentation to the model.",
    ],
    contribution: [
      "DocPrompting contributes an approach that retrieves pieces of documentation for an intent and generates code from both.",
      "The DocPrompting paper introduces tldr, a benchmark for Bash, and a new split of CoNaLa whose test functions are unseen in training.",
      "With DocPrompting the authors show that documentation is a source of knowledge in its own right, beside examples of code.",
    ],
    method: [
      "A sparse or dense retriever selects documentation for the intent, and a generator such as CodeT5 or Codex reads it beside the intent.",
      "The authors evaluate several generators with and without retrieved documentation, on splits with functions that were not seen before.",
    ],
    result: [
      "On CoNaLa the approach improved CodeT5 by 52 percent relative in pass@1.",
      "Exact match on tldr rose by up to 6.9 points.",
      "Documentation makes the overlap between intent and code larger, which the authors offer as an explanation of the gain.",
    ],
    questions: [
      "DocPrompting retrieves documentation; when would examples from other repositories be more useful than the manual?",
      "How does DocPrompting cope with documentation that is wrong, outdated or missing?",
      "With long contexts, could one simply put the whole manual before the question and drop the retriever of DocPrompting?",
    ],
  },
  "https://arxiv.org/abs/2206.12839": {
    motivation: [
      "The paper on repository-level prompts is motivated by assistants that see only the current file, while the knowledge needed lies elsewhere.",
      "Repository-Level Prompt Generation asks how to bring the structure of a project to a model whose weights cannot be touched.",
      "Shrivastava and colleagues observe that similar code, parent classes and imported files often contain what a completion needs.",
    ],
    contribution: [
      "Shrivastava and colleagues propose a generator of prompts that learns which part of the repository to include for each completion.",
      "Repository-Level Prompt Generation contributes a set of prompt proposals that encode knowledge of how projects are organised.",
      "The paper on repository-level prompts shows that choosing the context is itself a problem that can be learned.",
    ],
    method: [
      "A classifier predicts which prompt proposal, for example method bodies of an imported file, is likely to make the completion right.",
      "The experiments complete single lines in Java repositories with Codex as a black box.",
    ],
    result: [
      "An oracle that picks the best proposal improved on Codex by 36 percent relative.",
      "The learned selection gained up to 17 percent over Codex with its default context.",
      "Several simple proposals were already better than the usual choice of the text before the cursor.",
    ],
    questions: [
      "The oracle in Repository-Level Prompt Generation is far better than the learned choice; what would a better selector have to know?",
      "How many of the prompt proposals of Shrivastava and colleagues are specific to Java?",
      "Is a fixed list of proposals still sensible when the model can open files by itself?",
    ],
  },
  "https://acl2023-retrieval-lm.github.io/": {
    motivation: [
      "The ACL 2023 tutorial on retrieval-based language models starts from the limits of models that keep all knowledge in their parameters.",
      "According to the ACL 2023 tutorial, parametric models are hard to update, hard to verify and weak on rare facts.",
      "The ACL 2023 tutorial on retrieval was motivated by a field in which many architectures had appeared without a common map.",
    ],
    contribution: [
      "The ACL 2023 tutorial gives a systematic overview of language models that consult a datastore at test time.",
      "The ACL 2023 tutorial on retrieval contributes a classification by what is retrieved, how it is used and when.",
      "With the ACL 2023 tutorial the presenters order work from kNN-LM to RETRO and REALM along a few questions.",
    ],
    method: [
      "Architectures are compared by the unit of retrieval, by the place at which it enters the model, and by how often it happens.",
      "Training is discussed from independent training of the two parts to joint training with an index that is updated.",
    ],
    result: [
      "One message is that a small model with retrieval can be as good as a much larger one on tasks that need knowledge.",
      "The slides show that a datastore can be replaced without retraining, which helps with new facts and with removal.",
      "Open questions remain on the scaling of datastores, on decoding and on tasks beyond question answering.",
    ],
    questions: [
      "In the terms of the ACL 2023 tutorial, what should be the unit of retrieval for code, a token, a line, a function or a file?",
      "The ACL 2023 tutorial treats mostly facts; which of its architectures fits code, where the retrieved text must be adapted?",
      "How would you remove a licensed function from a retrieval-based model, compared with removing it from the weights?",
    ],
  },
  "https://arxiv.org/abs/2310.11248": {
    motivation: [
      "CrossCodeEval is motivated by benchmarks that stay within one file and so miss what real completion needs.",
      "The CrossCodeEval paper observes that a correct completion often depends on classes and functions defined in other files.",
      "To compare methods that use a repository as context, CrossCodeEval looks for examples in which that context is necessary.",
    ],
    contribution: [
      "CrossCodeEval contributes a benchmark for completion across files in Python, Java, TypeScript and C#.",
      "With CrossCodeEval the authors give an automatic way of finding places in real repositories that need context from other files.",
      "The CrossCodeEval paper evaluates both code models and retrievers on the same examples.",
    ],
    method: [
      "Static analysis finds references that cannot be resolved within the file, and the completion is cut at such a place.",
      "Models are tested with the current file alone, with retrieved code and with retrieval that knows the reference, as an upper bound.",
    ],
    result: [
      "Without context from other files the examples are very hard for all models.",
      "Adding retrieved code helped every model, yet even the best combination left much to be done.",
      "The choice of the retriever matters considerably, so that the benchmark also measures retrieval.",
    ],
    questions: [
      "CrossCodeEval chooses places by static analysis; which dependencies across files does it miss?",
      "Is exact match the right measure for CrossCodeEval, or should the completed repositories be run?",
      "How quickly will the recent repositories of CrossCodeEval be part of training data, and what then?",
    ],
  },
  "https://arxiv.org/abs/2402.12317": {
    motivation: [
      "ARKS is motivated by code for libraries that are updated often and for languages that a model has hardly seen.",
      "The ARKS paper argues that retrieval for code has relied on single sources, while programmers consult many.",
      "Since a first query rarely finds all that is needed, ARKS asks how retrieval could be repeated with what has been learned.",
    ],
    contribution: [
      "ARKS contributes a knowledge soup of web search, documentation, execution feedback and code snippets, from which it retrieves actively.",
      "With ARKS the authors release a benchmark of updated libraries and long-tail languages.",
      "The ARKS paper shows how query and knowledge can be refined together over several rounds.",
    ],
    method: [
      "After each attempt the query is rewritten with the generated code and its execution feedback, and new snippets enter the soup.",
      "ChatGPT and Code Llama are tested with different sources and kinds of query on problems that they cannot know from training.",
    ],
    result: [
      "The average execution accuracy of ChatGPT rose from 8.6 to 34.6 percent.",
      "Execution feedback and code snippets together were more useful than web pages.",
      "Active retrieval over several rounds improved on retrieving only once.",
    ],
    questions: [
      "ARKS adds its own successful snippets to the soup; how could it avoid learning its own mistakes?",
      "Which source in the soup of ARKS would you keep if you could afford only one, and for which kind of library?",
      "How realistic are updated libraries that were changed for a benchmark, as in ARKS, compared with a real new release?",
    ],
  },
  "https://arxiv.org/abs/2403.10059": {
    motivation: [
      "Repoformer is motivated by the observation that retrieved code often does not help a completion and sometimes harms it.",
      "The Repoformer paper asks whether a model could know when it needs the rest of the repository.",
      "Since retrieval for each completion costs time in an editor, Repoformer looks for a way to do without where possible.",
    ],
    contribution: [
      "Repoformer contributes a code model that decides by itself whether to retrieve before it completes.",
      "With Repoformer the authors propose selective retrieval and a self-supervised way of learning it.",
      "The Repoformer paper shows that selection improves both speed and accuracy in repository-level completion.",
    ],
    method: [
      "Labels come from comparing completions with and without retrieved context, and the model is trained to predict whether retrieval helps.",
      "At test time a special token expresses the decision, and retrieval happens only above a threshold of confidence.",
    ],
    result: [
      "Inference became up to 70 percent faster in an online setting without a loss of quality.",
      "In a large share of the cases retrieval was unnecessary.",
      "The policy of selection also worked for other, larger generators and with other retrievers.",
    ],
    questions: [
      "Repoformer learns when retrieval helps its own completions; why should the decision carry over to another model?",
      "What is the cost of a wrong decision by Repoformer not to retrieve, and would the user notice?",
      "Is always retrieving, but learning to ignore what is useless, a fair alternative to Repoformer?",
    ],
  },
};
