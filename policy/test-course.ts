import type { AssignmentFacts, MeetingFacts } from "./meetings";
import type { MeetingKind, PresentationRule, Series, Syllabus } from "./syllabus";
import type { LocalDate, LocalTime } from "./time";

/* The rules and the schedule of the first course, for the tests that quote them: nothing else imports this. */
export const zone = "America/New_York";

const common: Omit<Series, "key" | "name" | "shortName" | "due" | "prompts"> = {
  meetings: { kinds: ["lecture", "discussion", "guest"], onlyWithMainReading: false },
  declared: 23,
  asksFor: "A short text.",
  paper: "none",
  questions: null,
  length: null,
  isTiedToDiscussion: false,
  scale: [
    { label: "0", points: 0 },
    { label: "1", points: 100 },
  ],
  outOf: 2000,
  dropLowest: 3,
  presenterGets: 100,
  passes: 0,
  classmatesRead: { when: "never", as: "name" },
};

export const pre: Series = {
  ...common,
  key: "pre",
  name: "Pre-assignment",
  shortName: "Pre",
  due: { daysAfter: -1, time: "23:59" },
  paper: "choose",
  prompts: [{ label: "Summary", hint: "" }],
  questions: { least: 1, most: 10 },
  classmatesRead: { when: "after-deadline", as: "name" },
};

export const post: Series = {
  ...common,
  key: "post",
  name: "Post-assignment",
  shortName: "Post",
  due: { daysAfter: 0, time: "23:59" },
  prompts: [{ label: "What did you find interesting?", hint: "" }],
  length: { unit: "sentences", least: 2, most: 3 },
  isTiedToDiscussion: true,
};

const levels = [
  { points: 0, text: "Missing." },
  { points: 1, text: "Passable." },
  { points: 2, text: "High quality." },
];

export const presentation: PresentationRule = {
  seats: 3,
  perStudent: { least: 1, most: 1 },
  aspects: ["Content", "Review", "Future", "Reproducibility", "Questions"].map((name) => ({
    name,
    guideMinutes: null,
    levels,
  })),
  multiplier: 2,
  outOf: 2000,
  slidesDue: { daysAfter: -1, time: "23:59" },
  finalSlidesDue: null,
  signUp: { opensAfterMeeting: 1, closes: { date: "2024-01-18", time: "23:59" } },
};

const sixth = { numerator: 1, denominator: 6 };

export const syllabus: Syllabus = {
  unitOptions: [6, 12],
  series: [pre, post],
  presentation,
  marks: [],
  lateCredits: null,
  weights: [
    { units: 6, of: { pre: third(), post: third(), presentation: third() } },
    {
      units: 12,
      of: {
        pre: sixth,
        post: sixth,
        presentation: sixth,
        project: { numerator: 1, denominator: 2 },
      },
    },
  ],
  project: {
    name: "Project",
    team: { least: 2, most: 4, formedBy: "2024-01-30" },
    parts: [
      part("Project hours 1", 5, ["2024-02-22"], null),
      part("Report 1", 25, [], "2024-03-01"),
      part("Project hours 2", 5, ["2024-03-28"], null),
      part("Report 2", 25, [], "2024-03-30"),
      part("Final presentation", 10, ["2024-04-23", "2024-04-25"], null),
      part("Final report", 30, [], "2024-04-29"),
    ],
    lateDays: 5,
    note: "After that each day costs a third of a letter grade.",
  },
};

/** The rules with late credits for both series. */
export const withCredits: Syllabus = {
  ...syllabus,
  lateCredits: { perStudent: 4, hoursEach: 24, series: ["pre", "post"] },
};

function third() {
  return { numerator: 1, denominator: 3 };
}

function part(name: string, percent: number, dates: LocalDate[], due: LocalDate | null) {
  const key = name.toLowerCase().replaceAll(" ", "-");
  return { key, name, percent, dates, draftDue: null, due, note: "" };
}

/** A meeting at the course's usual time, with whatever a test wants otherwise; `set` is what staff set for its work. */
export function meetingOf(
  number: number,
  date: LocalDate,
  kind: MeetingKind,
  title: string,
  otherwise: Partial<MeetingFacts> & {
    set?: Partial<Record<string, Partial<AssignmentFacts>>>;
  } = {},
): MeetingFacts {
  const { set = {}, ...facts } = otherwise;
  const [starts, ends]: [LocalTime, LocalTime] = ["15:30", "16:50"];
  return {
    id: `m${number}`,
    number,
    date,
    starts,
    ends,
    kind,
    title,
    isCancelled: false,
    seats: kind === "discussion" ? 3 : 0,
    bonus: 0,
    hasMainReading: true,
    assignments: ["pre", "post", "presentation"].map((work) => ({
      id: `m${number} ${work}`,
      work,
      isWaived: false,
      dueAt: null,
      ...set[work],
    })),
    ...facts,
  };
}

export const meetings: readonly MeetingFacts[] = [
  meetingOf(1, "2024-01-16", "lecture", "Course overview"),
  meetingOf(2, "2024-01-18", "lecture", "Foundations: pretraining, scaling laws"),
  meetingOf(3, "2024-01-23", "lecture", "Code pretraining objectives"),
  meetingOf(4, "2024-01-25", "discussion", "Finetuning for code", { bonus: 200 }),
  meetingOf(5, "2024-01-30", "lecture", "Learning from code-related feedback"),
  meetingOf(6, "2024-02-01", "lecture", "Evaluation metrics and benchmarks"),
  meetingOf(7, "2024-02-06", "discussion", "New frontiers in benchmarking"),
  meetingOf(8, "2024-02-08", "lecture", "Data"),
  meetingOf(9, "2024-02-13", "discussion", "Synthetic data"),
  meetingOf(10, "2024-02-15", "lecture", "Inference-time algorithms for code"),
  meetingOf(11, "2024-02-20", "discussion", "Self-repair and execution feedback"),
  meetingOf(12, "2024-02-22", "project-hours", "Project hours 1"),
  meetingOf(13, "2024-02-27", "guest", "Automated program repair"),
  meetingOf(14, "2024-02-29", "lecture", "Pragmatic aspects of code generation"),
  meetingOf(15, "2024-03-05", "no-class", "Spring break"),
  meetingOf(16, "2024-03-07", "no-class", "Spring break"),
  meetingOf(17, "2024-03-12", "discussion", "What is it like to program with AI?"),
  meetingOf(18, "2024-03-14", "discussion", "Dealing with uncertainty"),
  meetingOf(19, "2024-03-19", "lecture", "Long context and retrieval in code"),
  meetingOf(20, "2024-03-21", "guest", "Human-AI interaction in programming"),
  meetingOf(21, "2024-03-26", "discussion", "Retrieval for code generation"),
  meetingOf(22, "2024-03-28", "project-hours", "Project hours 2"),
  meetingOf(23, "2024-04-02", "discussion", "Code as a tool for reasoning and control"),
  meetingOf(24, "2024-04-04", "lecture", "Neural theorem proving"),
  meetingOf(25, "2024-04-09", "discussion", "Verified code synthesis"),
  meetingOf(26, "2024-04-11", "no-class", "Spring carnival"),
  meetingOf(27, "2024-04-16", "discussion", "Discovery algorithms"),
  meetingOf(28, "2024-04-18", "guest", "LLMs and formal mathematics"),
  meetingOf(29, "2024-04-23", "final-presentations", "Final presentations 1"),
  meetingOf(30, "2024-04-25", "final-presentations", "Final presentations 2"),
];

/** The meetings, where staff set something for the work of one of them. */
export function withSet(
  all: readonly MeetingFacts[],
  number: number,
  set: Partial<Record<string, Partial<AssignmentFacts>>>,
): MeetingFacts[] {
  return all.map((each) =>
    each.number === number
      ? {
          ...each,
          assignments: each.assignments.map((one) => ({ ...one, ...set[one.work] })),
        }
      : each,
  );
}

/** The meeting with this number. */
export function meeting(number: number): MeetingFacts {
  const found = meetings.find((candidate) => candidate.number === number);
  if (found === undefined) throw new RangeError(`There is no meeting ${number}.`);
  return found;
}
