/** An announcement of the demo course, written by one of its fictional instructors. */
export interface AnnouncementText {
  /** Account of the author in the cast. */
  author: "instructor1" | "instructor2";
  /** Local date and time in the course's zone. */
  publishedAt: string;
  title: string;
  /** Markdown. */
  body: string;
}

/** What is announced in the demo's term, oldest first. */
export const announcements: AnnouncementText[] = [
  {
    author: "instructor1",
    publishedAt: "2024-01-12T10:00",
    title: "Welcome, and where to find things",
    body: `We start on **Tuesday 16 January** at 15:30 in WEH 4625. The schedule, the readings and the rules are on this site, and they are kept up to date here.

There is nothing to hand in before the first meeting. If you like, skim *Evaluating Large Language Models Trained on Code*, which we will come back to several times.`,
  },
  {
    author: "instructor2",
    publishedAt: "2024-01-16T17:10",
    title: "Sign-up for discussions is open",
    body: `Each of you leads **one** discussion, in a team of three. Seats can be taken from now until the end of **Thursday 18 January**, and until then you may also give a seat up again.

- The team of 25 January (finetuning for code) has the least time to prepare and receives 2 extra points out of 20.
- After the 18th a seat changes hands only if you find somebody who is willing to swap.
- Who has no seat by then is placed by us.`,
  },
  {
    author: "instructor1",
    publishedAt: "2024-01-19T09:30",
    title: "Everybody has a seat",
    body: `Thank you for signing up so quickly. All ten discussions have their teams; you find yours under *Discussions*.

A good next step is to meet your team once and to divide the work by topic (content, review, future, reproducibility) and not only by paper. Slides are due before the day of the meeting.`,
  },
  {
    author: "instructor2",
    publishedAt: "2024-01-24T11:00",
    title: "What makes a good summary",
    body: `We have read your first pre-assignments with pleasure. A few hints for the next ones:

1. Say what the problem was **before** you say what the authors did about it.
2. Give one key result with its setting. A number without its benchmark tells us little.
3. A good question cannot be answered from the abstract.

Four to six sentences are enough.`,
  },
  {
    author: "instructor1",
    publishedAt: "2024-01-27T14:00",
    title: "Project teams by Tuesday 30 January",
    body: `If you take the course for 12 units, please form a team of **two to four** by Tuesday 30 January. Topics may be your own or from the list; a first idea is all that you need now.

Those still looking for a team are welcome to stay for ten minutes after the meeting on Tuesday.`,
  },
  {
    author: "instructor2",
    publishedAt: "2024-02-05T09:00",
    title: "Tomorrow: new frontiers in benchmarking",
    body: `Tomorrow we discuss *CoEditor* and *SWE-bench*. The pre-assignment is due tonight at 23:59.

As you read, keep one question in mind: what would a benchmark have to look like for its score to predict how useful a model is to **you**?`,
  },
  {
    author: "instructor1",
    publishedAt: "2024-02-19T10:30",
    title: "Project hours on Thursday",
    body: `On **Thursday 22 February** there is no class. Each team meets one of us for 15 to 20 minutes instead: bring a few slides on what you want to find out, how you will measure it, and the one thing that could go wrong.

Nothing is to be handed in for this day.`,
  },
  {
    author: "instructor2",
    publishedAt: "2024-02-26T09:15",
    title: "Report 1 is due on Friday 1 March",
    body: `The first slides of this course named a 30 February as the date. There is none: report 1 is due on **Friday 1 March**.

Two pages are enough: the question, what others have done, your plan, and a first number, be it only that of a baseline.`,
  },
  {
    author: "instructor1",
    publishedAt: "2024-03-01T16:00",
    title: "Spring break: take time off",
    body: `There is no class on 5 and 7 March, and nothing is due. We read on for **Tuesday 12 March**, whose pre-assignment is due on Monday the 11th.

The clocks go forward on the 10th.`,
  },
  {
    author: "instructor2",
    publishedAt: "2024-03-25T11:20",
    title: "Second project hours, and report 2",
    body: `Project hours 2 are on **Thursday 28 March**, and report 2 is due on **Saturday 30 March**. Show us results that surprised you first; those that you expected can wait.`,
  },
  {
    author: "instructor1",
    publishedAt: "2024-04-18T17:30",
    title: "Final presentations",
    body: `That was the last reading of the term. On **23 and 25 April** you present your projects, 15 to 20 minutes for each team with questions, and the final report is due on **Monday 29 April**.

Thank you for a term of good questions.`,
  },
];
