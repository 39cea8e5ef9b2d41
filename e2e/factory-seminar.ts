import type { Syllabus } from "@/policy/syllabus";
import type { CourseFile } from "@/db/course-file";
import { openCourse } from "./factory";

const quarter = { numerator: 1, denominator: 4 };

/** The rules of a seminar that has nothing of the first course's: one response, one presenter a reading, and a mark. */
export const seminarRules: Syllabus = {
  unitOptions: [5],
  series: [
    {
      key: "response",
      name: "Response",
      shortName: "Resp.",
      meetings: { kinds: ["lecture", "discussion", "guest"], onlyWithMainReading: true },
      declared: null,
      due: { daysAfter: 0, time: "11:00" },
      asksFor: "About 500 words on the reading.",
      paper: "given",
      prompts: [
        { label: "What is it about?", hint: "" },
        { label: "What did you learn?", hint: "" },
        { label: "What did you not understand?", hint: "" },
        { label: "A research question", hint: "" },
        { label: "A step towards its answer", hint: "" },
      ],
      questions: null,
      length: { unit: "words", least: 500, most: 500 },
      isTiedToDiscussion: false,
      scale: [
        { label: "0", points: 0 },
        { label: "1", points: 7000 },
        { label: "2", points: 8500 },
        { label: "3", points: 10_000 },
      ],
      outOf: 2500,
      dropLowest: 0,
      presenterGets: "exemption",
      passes: 2,
      classmatesRead: { when: "after-deadline", as: "number" },
    },
  ],
  presentation: {
    seats: 1,
    perStudent: { least: 2, most: 3 },
    aspects: [
      {
        name: "Talk",
        guideMinutes: 35,
        levels: [
          { points: 0, text: "Missing." },
          { points: 10, text: "Clear." },
        ],
      },
    ],
    multiplier: 2,
    outOf: 2000,
    slidesDue: { daysAfter: -1, time: "13:20" },
    finalSlidesDue: { daysAfter: 0, time: "23:59" },
    signUp: null,
  },
  marks: [
    { key: "participation", name: "Participation", asksFor: "Taking part in class.", outOf: 2000 },
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
        draftDue: "2024-03-01",
        due: "2024-03-15",
        note: "",
      },
      {
        key: "second-post",
        name: "Second post",
        percent: 50,
        dates: [],
        draftDue: null,
        due: "2024-04-15",
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
      of: { response: quarter, presentation: quarter, participation: quarter, project: quarter },
    },
  ],
};

/**
 * As `openCourse`, under the rules of such a seminar: the meetings and papers are the first course's, with responses due
 * at 11:00 on the day. Everybody takes 5 units.
 */
export function openSeminar(change: (rules: Syllabus) => Syllabus = (rules) => rules) {
  return openCourse({
    units: 5,
    change: (file): CourseFile => ({
      ...file,
      syllabus: change(structuredClone(seminarRules)),
      // What the first course sets for single meetings names its own series.
      meetings: file.meetings.map((meeting) => ({ ...meeting, waives: [], deadlines: {} })),
    }),
  });
}
