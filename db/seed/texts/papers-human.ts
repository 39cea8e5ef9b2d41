import type { PaperTexts } from "./paper-texts";

/** Papers of the theme Human interaction (meetings 14, 17, 18 and 20), by address. */
export const humanPapers: Record<string, PaperTexts> = {
  "https://dl.acm.org/doi/abs/10.1145/3586030": {
    motivation: [
      "Grounded Copilot was motivated by the fact that millions use programming assistants while little was known about what they do with them.",
      "Since benchmarks measure a model and not its use, Grounded Copilot looks at programmers at work.",
      "The authors of Grounded Copilot wanted a theory of interaction that could guide the design of the next tools.",
    ],
    contribution: [
      "Grounded Copilot contributes the first grounded theory of how programmers interact with a code-generating model.",
      "The main contribution of Grounded Copilot is the distinction between acceleration mode and exploration mode.",
      "Beyond its theory, Grounded Copilot gives recommendations for tools that fit the mode in which a programmer is.",
    ],
    method: [
      "Twenty participants with different experience solved tasks in several languages with Copilot, and the recordings were coded by the method of grounded theory.",
      "Observation and analysis alternated, so that later tasks were chosen to test the theory that was emerging.",
    ],
    result: [
      "In acceleration the programmer knows the next step and wants short completions, while in exploration the assistant is asked for options.",
      "Long suggestions disturb people who are accelerating but are welcome to those who are exploring.",
      "Participants validated suggestions very differently in the two modes, from a glance to reading documentation.",
    ],
    questions: [
      "Could a tool detect from behaviour alone which of the two modes of Grounded Copilot a programmer is in, and what should it then do?",
      "Twenty participants are enough for a grounded theory; which claim of Grounded Copilot would you first test with more people?",
      "Do the two modes of Grounded Copilot also describe the use of chat assistants, or is there a third?",
    ],
  },
  "https://arxiv.org/abs/2208.06213": {
    motivation: [
      "What is it like to program with artificial intelligence? asks whether the metaphors that we use for assistants really describe the experience.",
      "Sarkar and colleagues were motivated by the sudden availability of commercial assistants, about which users had begun to report.",
      "What is it like to program with artificial intelligence? also asks what such tools would mean for people who do not program by profession.",
    ],
    contribution: [
      "Sarkar and colleagues compare programming with a language model to search, compilation and pair programming, and find each comparison incomplete.",
      "What is it like to program with artificial intelligence? argues that assistance by language models is a new way of programming with its own properties.",
      "Sarkar and colleagues contribute a synthesis of user reports and a list of open problems for end-user programming.",
    ],
    method: [
      "The paper draws on usability studies, published reports of experience and a study with users of spreadsheets.",
      "The authors go through earlier ideas of programming assistance one by one and ask which of their features carry over.",
    ],
    result: [
      "A recurring finding is that effort moves from writing code to stating intent and checking the result.",
      "The comparison with pair programming fails, among other reasons, because the assistant takes no responsibility and does not ask back.",
      "For end users the hardest problems are to phrase the intent at the right level and to know whether an answer is right.",
    ],
    questions: [
      "Sarkar and colleagues reject several metaphors; which one does least harm when we explain an assistant to a beginner?",
      "Which of the observations in What is it like to program with artificial intelligence? depend on the models of 2022, and which on the idea itself?",
      "If the work shifts from writing to checking, as Sarkar and colleagues report, what should a first programming course teach?",
    ],
  },
  "https://people.inf.ethz.ch/suz/publications/natural.pdf": {
    motivation: [
      "On the Naturalness of Software asks whether the programs that people write are as repetitive and predictable as the sentences that they say.",
      "Hindle and colleagues were motivated by the success of statistical models in speech and translation, which had not been tried on code.",
      "On the Naturalness of Software contrasts what a programming language allows with what programmers actually write.",
    ],
    contribution: [
      "Hindle and colleagues show that ordinary language models capture regularities in source code.",
      "On the Naturalness of Software introduced the idea that code is natural, on which later code models rest.",
      "Hindle and colleagues contribute both measurements and a completion tool that uses the model in an editor.",
    ],
    method: [
      "The authors train n-gram models on projects in Java and C and compare the cross-entropy with that of English text.",
      "A plug-in for Eclipse ranks completions by combining the n-gram model with the suggestions that the editor already makes.",
    ],
    result: [
      "Code turned out to be far more predictable than English at the same n-gram order.",
      "The regularity is not only that of the syntax, since models of one project work less well on another.",
      "The combined completion improved on the suggestions of Eclipse, most of all for short tokens.",
    ],
    questions: [
      "On the Naturalness of Software measures predictability; when is a surprising line a sign of a bug, and when a sign of skill?",
      "Which findings of Hindle and colleagues did we have to give up once models became large, and which became stronger?",
      "If code is natural because people write it, what happens to its naturalness when models write most of it?",
    ],
  },
  "https://arxiv.org/abs/2306.04556": {
    motivation: [
      "StudentEval is motivated by benchmarks whose prompts were written by experts, although many users of code models are not.",
      "The StudentEval paper asks how well models serve people who have just begun to program.",
      "Because one prompt for a problem hides how much the wording matters, StudentEval collects many.",
    ],
    contribution: [
      "StudentEval contributes 1,749 prompts for 48 problems, written by 80 students after one semester of Python.",
      "The StudentEval paper offers a benchmark with several prompts for each problem and author, including repeated attempts.",
      "With StudentEval the authors contribute data on how beginners phrase a task and how they change the phrasing when it fails.",
    ],
    method: [
      "Students saw examples of input and output, described the function in words, and learned whether the code of a model passed the tests.",
      "The prompts are divided into first and last attempts, successful and not, and several code models are run on every group.",
    ],
    result: [
      "The benchmark separates models more clearly than HumanEval does.",
      "Sampling is so random that students may believe a prompt to be better or worse than it is.",
      "Students differ widely in how they phrase a prompt and in how they change it after a failure.",
    ],
    questions: [
      "StudentEval shows that chance can mislead students about their prompts; should a tool for teaching be deterministic?",
      "Would you rather improve models on the prompts of StudentEval or teach students to write other prompts?",
      "The students of StudentEval did not choose their problems; how would prompts for their own problems differ?",
    ],
  },
  "https://www.khoury.northeastern.edu/~arjunguha/main/papers/2024-charlie.html": {
    motivation: [
      "How Beginning Programmers and Code LLMs (Mis)read Each Other asks why a tool that understands English is still hard for beginners.",
      "The study of beginning programmers and code models was motivated by claims that learning to program would soon be unnecessary.",
      "How Beginning Programmers and Code LLMs (Mis)read Each Other notes that most studies of assistants look at experts.",
    ],
    contribution: [
      "How Beginning Programmers and Code LLMs (Mis)read Each Other contributes a controlled study with 120 students of three institutions.",
      "The study of beginning programmers and code models isolates the writing and the editing of prompts from the other steps of the process.",
      "How Beginning Programmers and Code LLMs (Mis)read Each Other combines measured success with what the students said about their strategies.",
    ],
    method: [
      "Participants described given functions in natural language and were told automatically whether the generated code was correct.",
      "The tasks were at the level of a first course, so that failures point to communication and not to missing knowledge of programming.",
    ],
    result: [
      "Beginners struggled both to write and to edit prompts, even when the problem was at their level.",
      "Knowing that the code was wrong did not tell the students how to improve their prompts.",
      "Students and models misread each other in both directions, since beginners left out what the model needed and misjudged what it could do.",
    ],
    questions: [
      "The study of beginning programmers checks correctness automatically; how much harder would the task be if students had to judge the code themselves?",
      "What does the (Mis)read Each Other study imply for a first course, more prompting or more reading of code?",
      "Could a model that asks back repair the misreadings described in the (Mis)read Each Other study, or would it only add another text to misread?",
    ],
  },
  "https://arxiv.org/abs/2303.00732": {
    motivation: [
      "R-U-SURE is motivated by assistants that present a guess with the same confidence as a certainty.",
      "The R-U-SURE paper observes that a model cannot know what the user intends, and that its suggestion should show where it is guessing.",
      "Since users lose time by correcting wrong details, R-U-SURE asks how a suggestion could mark the parts that need attention.",
    ],
    contribution: [
      "R-U-SURE contributes a method that turns samples of any code model into suggestions with marked uncertainty.",
      "The R-U-SURE paper treats suggestion as a decision under uncertainty about the goal of the user.",
      "With R-U-SURE the authors show one framework for annotating doubtful regions and for cutting a suggestion short.",
    ],
    method: [
      "Samples of the model stand for possible intents, and the suggestion is chosen that maximises the expected utility over them.",
      "Dual decomposition and decision diagrams make the search over annotated suggestions efficient, with no retraining of the model.",
    ],
    result: [
      "On several tasks of assistance the method gave better estimates of which parts to keep than token probabilities did.",
      "The framework adapts to a new task by changing the utility function alone.",
      "Agreement among samples turned out to be a better guide to uncertainty than the probability of single tokens.",
    ],
    questions: [
      "Would programmers look only at the regions that R-U-SURE marks, and what happens to errors in the unmarked ones?",
      "R-U-SURE needs a utility function; who should set it, the designer of the tool or the person who uses it?",
      "The samples of R-U-SURE represent possible intents; what if the real intent is one that the model never samples?",
    ],
  },
  "https://arxiv.org/abs/2205.12422": {
    motivation: [
      "The APEL paper asks how people who cannot read a program can still say whether it is the right one.",
      "APEL is motivated by the cost of experts, without whom data for semantic parsing could hardly be labelled.",
      "Non-Programmers Can Label Programs Indirectly via Active Examples starts from the idea that outputs are easier to judge than code.",
    ],
    contribution: [
      "The authors introduce APEL, a framework in which non-programmers choose among candidate programs by way of their outputs.",
      "APEL shows, for SQL, that people without training can label programs as well as experts did.",
      "The APEL paper connects active learning with the verification of programs by example.",
    ],
    method: [
      "A seed parser proposes candidate queries, and the system searches for a small database on which their results differ the most.",
      "Annotators see the question and the small database, pick the right answer, and their responses update the belief about the candidates.",
    ],
    result: [
      "On a part of Spider, non-programmers reached 75 percent accuracy, the same as the original annotations by experts.",
      "The process also exposed subtle errors in the annotations of Spider.",
      "A few simple questions on small databases were enough to settle most of the labels.",
    ],
    questions: [
      "APEL relies on small informative inputs; for which programs outside SQL would such inputs be hard to find?",
      "What happens in APEL when none of the candidates of the seed parser is right?",
      "Could the interaction of APEL be used at the moment of use, to ask an end user what a query should mean?",
    ],
  },
  "https://arxiv.org/abs/2210.14306": {
    motivation: [
      "Reading between the lines argues that telemetry, such as the rate of accepted suggestions, hides what programmers really do.",
      "The authors of Reading between the lines wanted to know where time goes when somebody programs with Copilot.",
      "Reading between the lines is motivated by the need to measure the costs of an assistant and not only its help.",
    ],
    contribution: [
      "Reading between the lines contributes CUPS, a taxonomy of what programmers do while they use code suggestions.",
      "With CUPS the authors provide a vocabulary in which a session becomes a sequence of states, for example verifying a suggestion or editing it.",
      "Reading between the lines offers a data set of labelled sessions and an analysis of their patterns.",
    ],
    method: [
      "Twenty-one programmers completed tasks with Copilot and then labelled the recordings of their own sessions.",
      "The labels are joined with telemetry, so that time and transitions between states can be computed.",
    ],
    result: [
      "Participants spent about half of their time in states that concern the assistant.",
      "Thinking about and verifying suggestions took more time than any other activity.",
      "Some suggestions were accepted first and verified later, so that the moment of acceptance says little about their value.",
    ],
    questions: [
      "If verification takes the most time, as the CUPS study finds, what could an interface do to make it shorter?",
      "Can people label their own sessions reliably after the fact, as Reading between the lines asks them to?",
      "Which of the states of CUPS could be recognised from telemetry alone, and would you want your editor to do so?",
    ],
  },
  "https://arxiv.org/abs/2306.05153": {
    motivation: [
      "Is AI the better programming partner? starts from the claim that an assistant is a pair programmer and asks what that would mean.",
      "Pair programming among people has been studied for decades, and Is AI the better programming partner? asks which of it applies to assistants.",
      "The authors of Is AI the better programming partner? noticed that studies of the two kinds of pairing hardly refer to each other.",
    ],
    contribution: [
      "Is AI the better programming partner? compares human pairs with pairs of a person and an assistant along measures and conditions.",
      "The paper on pAIr programming contributes a review of mixed results in both literatures and of what might explain them.",
      "Is AI the better programming partner? lists challenges and opportunities that follow from the comparison.",
    ],
    method: [
      "The authors review the literature on both kinds of pairing and compare interaction, measures of success and moderating factors.",
      "Measures such as quality, productivity, satisfaction and learning are set side by side, with the ways in which studies assessed them.",
    ],
    result: [
      "Results are mixed on both sides, and studies of assistants use a narrower set of measures.",
      "Factors such as expertise, communication and the choice of task are known to matter for human pairs but are little studied for assistants.",
      "The authors conclude that neither partner is simply better and that the conditions decide.",
    ],
    questions: [
      "Human pairs exchange roles; what would it mean for the assistant in pAIr programming to be the navigator?",
      "Which measure from human pair programming, according to this comparison, is most neglected in studies of assistants?",
      "Is learning from one's partner possible in pAIr programming, or does the tool take away the occasion for it?",
    ],
  },
  "https://storage.googleapis.com/gweb-research2023-media/pubtools/pdf/0449374e831a796a5e88f92380c64e7e090c6dfa.pdf":
    {
      motivation: [
        "Resolving Code Review Comments with Machine Learning is motivated by the time that authors spend on answering reviewers, about an hour for each change.",
        "The paper from Google on review comments observes that many comments ask for small changes which the author must still make by hand.",
        "Resolving Code Review Comments with Machine Learning asks whether a model may take over a routine part of code review.",
      ],
      contribution: [
        "Resolving Code Review Comments with Machine Learning describes a deployed assistant that proposes an edit for a comment of a reviewer.",
        "The paper from Google on review comments contributes a report from practice, from the training data to the user interface.",
        "Resolving Code Review Comments with Machine Learning shows how offline accuracy, user feedback and design were improved together.",
      ],
      method: [
        "A sequence model is pretrained on activities of developers and finetuned on reviewed code, comments and the edits that answered them.",
        "An edit is shown only above a confidence threshold, and the threshold was tuned by feedback from users after the launch.",
      ],
      result: [
        "Authors address a substantial share of comments by applying a suggested edit.",
        "At the scale of the company the authors expect to save a very large number of working hours each year.",
        "Feedback from users and changes to the interface mattered beside the quality of the model.",
      ],
      questions: [
        "If a suggested edit resolves the comment, does the author of the change still learn what the reviewer at Google meant to teach?",
        "The paper on review comments chooses a threshold on confidence; how would you set it for a team that is much smaller?",
        "Which review comments should a model never resolve, even if its edit would be accepted?",
      ],
    },
};
