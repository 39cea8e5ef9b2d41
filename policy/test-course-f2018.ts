import type { MeetingFacts } from "./meetings";
import type { MeetingKind, PresentationRule, Series, Syllabus } from "./syllabus";
import { meetingOf } from "./test-course";
import type { LocalDate } from "./time";

/* The rules and the schedule of the second course, which has other ones throughout: for the tests that quote them. */
export const zone = "America/Los_Angeles";

export const response: Series = {
  key: "response",
  name: "Response",
  shortName: "Response",
  meetings: { kinds: ["lecture", "discussion", "guest"], onlyWithMainReading: true },
  declared: null,
  due: { daysAfter: 0, time: "11:00" },
  asksFor: "About 500 words on the reading.",
  paper: "given",
  prompts: [
    "What is it about?",
    "One thing that you learned",
    "Something that you did not understand",
    "A question for research",
    "A step towards answering it",
  ].map((label) => ({ label, hint: "" })),
  questions: null,
  length: { unit: "words", least: 500, most: 500 },
  isTiedToDiscussion: false,
  scale: [
    { label: "0", points: 0 },
    { label: "1", points: 100 },
  ],
  outOf: 10_000,
  dropLowest: 0,
  presenterGets: "exemption",
  passes: 4,
  classmatesRead: { when: "after-deadline", as: "number" },
};

export const presentation: PresentationRule = {
  seats: 1,
  perStudent: { least: 2, most: 3 },
  aspects: [
    { name: "Talk", guideMinutes: 35 },
    { name: "Discussion", guideMinutes: 25 },
  ].map((aspect) => ({
    ...aspect,
    levels: [0, 1, 2, 3, 4, 5].map((points) => ({ points, text: `${points} of 5` })),
  })),
  multiplier: 10,
  outOf: 10_000,
  slidesDue: { daysAfter: -1, time: "13:20" },
  finalSlidesDue: { daysAfter: 0, time: "23:59" },
  signUp: null,
};

export const syllabus: Syllabus = {
  unitOptions: [5],
  series: [response],
  presentation,
  marks: [
    {
      key: "participation",
      name: "Participation",
      asksFor: "What you bring to the discussions.",
      outOf: 10_000,
    },
  ],
  project: {
    name: "Posts",
    team: null,
    parts: [
      {
        key: "first-post",
        name: "First post",
        percent: 50,
        dates: [],
        draftDue: "2018-10-29",
        due: "2018-11-12",
        note: "",
      },
      {
        key: "second-post",
        name: "Second post",
        percent: 50,
        dates: [],
        draftDue: "2018-12-03",
        due: "2018-12-12",
        note: "",
      },
    ],
    lateDays: null,
    note: "",
  },
  lateCredits: null,
  weights: [
    {
      units: 5,
      of: {
        response: { numerator: 1, denominator: 4 },
        presentation: { numerator: 1, denominator: 5 },
        participation: { numerator: 1, denominator: 5 },
        project: { numerator: 7, denominator: 20 },
      },
    },
  ],
};

/** The assignments that hang on no meeting: the mark, and the parts of the posts. */
export const assignments = ["participation", "first-post", "second-post"].map((work) => ({
  id: work,
  work,
  isWaived: false,
  dueAt: null,
}));

/** A meeting at the course's usual time, with one main reading and one seat if it is a discussion. */
function at(
  number: number,
  date: LocalDate,
  kind: MeetingKind,
  title: string,
  otherwise: Partial<MeetingFacts> = {},
): MeetingFacts {
  return meetingOf(number, date, kind, title, {
    starts: "13:20",
    ends: "14:25",
    seats: kind === "discussion" ? 1 : 0,
    hasMainReading: kind !== "no-class",
    assignments: ["response", "presentation"].map((work) => ({
      id: `m${number} ${work}`,
      work,
      isWaived: false,
      dueAt: null,
    })),
    ...otherwise,
  });
}

const withoutReading = { hasMainReading: false };

export const meetings: readonly MeetingFacts[] = [
  at(1, "2018-09-28", "lecture", "Course overview", withoutReading),
  at(2, "2018-10-01", "lecture", "Brewer's conjecture"),
  at(3, "2018-10-03", "discussion", "CAP twelve years later"),
  at(4, "2018-10-05", "discussion", "Linearizability"),
  at(5, "2018-10-08", "discussion", "Causal memory"),
  at(6, "2018-10-10", "discussion", "Time, clocks"),
  at(7, "2018-10-12", "discussion", "Session guarantees"),
  at(8, "2018-10-15", "discussion", "Don't settle for eventual"),
  at(9, "2018-10-17", "lecture", "Non-transactional storage"),
  at(10, "2018-10-19", "discussion", "Conflict-free replicated data types"),
  at(11, "2018-10-22", "discussion", "Convergent and commutative types"),
  at(12, "2018-10-24", "no-class", "Cancelled: campus labor strike"),
  at(13, "2018-10-26", "discussion", "Cloud types"),
  at(14, "2018-10-29", "discussion", "Replicated data types"),
  at(15, "2018-10-31", "guest", "Disciplined inconsistency"),
  at(16, "2018-11-02", "discussion", "'Cause I'm strong enough"),
  at(17, "2018-11-05", "discussion", "MixT"),
  at(18, "2018-11-07", "no-class", "Pause for breath"),
  at(19, "2018-11-09", "lecture", "Declarative programming"),
  at(20, "2018-11-12", "no-class", "Veterans Day"),
  at(21, "2018-11-14", "guest", "Consistency analysis in Bloom"),
  at(22, "2018-11-16", "discussion", "Logic and lattices"),
  at(23, "2018-11-19", "discussion", "From clarity to efficiency"),
  at(24, "2018-11-21", "discussion", "PSync"),
  at(25, "2018-11-23", "no-class", "Thanksgiving"),
  at(26, "2018-11-26", "guest", "P"),
  at(27, "2018-11-28", "discussion", "Orleans"),
  at(28, "2018-11-30", "guest", "Naiad"),
  at(29, "2018-12-03", "guest", "A colloquium talk", withoutReading),
  at(30, "2018-12-05", "guest", "Rehearsal"),
  at(31, "2018-12-07", "discussion", "Modular software upgrades", { seats: 2 }),
  at(32, "2018-12-12", "guest", "End-of-quarter celebration", {
    ...withoutReading,
    starts: "10:00",
    ends: "11:05",
  }),
];

/** The meeting with this number. */
export function meeting(number: number): MeetingFacts {
  const found = meetings.find((candidate) => candidate.number === number);
  if (found === undefined) throw new RangeError(`There is no meeting ${number}.`);
  return found;
}
