import { z } from "zod";
import {
  meetingKinds,
  readableAs,
  readableWhen,
  type Series,
  type Syllabus,
} from "@/policy/syllabus";
import { localTime } from "./courses";
import { day, percent, points, prose, relativeDue, text, weight } from "./course-file-values";

const count = z.int().min(0).max(1000);
/** A text with the longest answer to each still fits into what the database takes. */
const mostPrompts = 10;
const zeroOrOne = [
  { label: "0", points: 0 },
  { label: "1", points: 1 },
];

const series = z
  .strictObject({
    key: text.describe(
      "Its part of an address, as in /grading/response-8. Never change it once people have worked.",
    ),
    name: text.describe("What people call one of them: Response."),
    shortName: text.optional().describe("For narrow columns; without it, the name."),
    asksFor: prose
      .min(1)
      .describe("What you ask for, in a sentence that forms and the rules page show."),
    meetings: z.array(z.enum(meetingKinds)).min(1).describe("The kinds of meeting that carry one."),
    onlyWithMainReading: z.boolean().default(false).describe("Only meetings with a main reading."),
    announced: count
      .min(1)
      .optional()
      .describe("How many you announce; checked against the schedule."),
    due: relativeDue.describe(
      "When it is due, in days from the day of the meeting (-1: the day before).",
    ),
    paper: z
      .enum(["none", "choose", "given"])
      .default("none")
      .describe(
        "What it is about: no paper, one of the meeting's that the student chooses, or the main reading.",
      ),
    prompts: z
      .array(z.strictObject({ label: text, hint: prose.default("") }))
      .min(1)
      .max(mostPrompts)
      .describe("The fields of the form."),
    questions: z
      .strictObject({ least: count.default(1), most: z.int().min(1).max(20).default(10) })
      .optional()
      .describe("Discussion questions that each text brings."),
    length: z
      .strictObject({
        unit: z.enum(["sentences", "words"]),
        least: z.int().min(1).max(100_000),
        most: z.int().min(1).max(100_000),
      })
      .optional()
      .describe("How long the whole text should be: a hint that refuses nothing."),
    tiedToDiscussion: z
      .boolean()
      .default(false)
      .describe("Whether a student may say which question or paper the text is about."),
    scale: z
      .array(z.strictObject({ label: z.union([z.string(), z.number()]).transform(String), points }))
      .min(2)
      .prefault(zeroOrOne)
      .describe(
        "What graders choose from, from the lowest to the highest, which is the full score.",
      ),
    outOf: points.describe("What the whole series is scaled to."),
    dropLowest: count.default(0).describe("How many of the lowest are dropped."),
    presenterGets: z
      .union(
        [z.enum(["exemption", "nothing"]), points],
        "Write exemption, nothing, or a number of points, as 1.",
      )
      .default("nothing")
      .describe("For the meeting at which one presents: points, an exemption, or nothing special."),
    passes: count.default(0).describe("Free passes of each student."),
    classmatesRead: z
      .strictObject({
        when: z.enum(readableWhen).default("never"),
        as: z.enum(readableAs).default("name"),
      })
      .prefault({})
      .describe("When classmates may read the texts, and under which name."),
  })
  .transform((written): Series => {
    const { meetings, onlyWithMainReading, announced, tiedToDiscussion, ...rest } = written;
    return {
      ...rest,
      shortName: written.shortName ?? written.name,
      meetings: { kinds: meetings, onlyWithMainReading },
      declared: announced ?? null,
      questions: written.questions ?? null,
      length: written.length ?? null,
      isTiedToDiscussion: tiedToDiscussion,
    };
  });

const presentation = z
  .strictObject({
    seats: z
      .int()
      .min(1)
      .max(20)
      .describe("Presenters of a discussion, unless a meeting says otherwise."),
    perStudent: z
      .strictObject({ least: z.int().min(1), most: z.int().min(1) })
      .default({ least: 1, most: 1 })
      .describe("How many times each student presents."),
    outOf: points.describe(
      "The points of a presentation: the sum of the aspects, times the multiplier.",
    ),
    multiplier: count.min(1).default(1),
    aspects: z
      .array(
        z.strictObject({
          name: text,
          minutes: count.min(1).optional(),
          levels: z.array(z.strictObject({ points: count, text: prose.min(1) })).min(2),
        }),
      )
      .min(1)
      .describe("The rubric."),
    slidesDue: relativeDue.describe("When the presenters' slides are due."),
    finalSlidesDue: relativeDue
      .optional()
      .describe("When the slides as shown are due, where you want them again."),
    signUp: z
      .strictObject({
        opensAfterMeeting: count.min(1),
        closes: z.strictObject({ date: day, time: localTime }),
      })
      .optional()
      .describe("When students take seats themselves; without it, staff assign them."),
  })
  .transform(({ aspects, finalSlidesDue, signUp, ...rest }) => ({
    ...rest,
    aspects: aspects.map(({ minutes, ...aspect }) => ({
      ...aspect,
      guideMinutes: minutes ?? null,
    })),
    finalSlidesDue: finalSlidesDue ?? null,
    signUp: signUp ?? null,
  }));

const project = z
  .strictObject({
    name: text,
    team: z
      .strictObject({ least: count.min(1), most: count.min(1), formedBy: day })
      .optional()
      .describe("Without it, each student works alone."),
    lateDays: count.optional().describe("Free late days over all parts."),
    note: prose.default("").describe("What else holds, in a sentence."),
    parts: z.array(
      z.strictObject({
        key: text,
        name: text,
        percent: percent.describe("Its share of the project; all parts sum to 100 %."),
        dates: z.array(day).default([]).describe("Days in class."),
        draftDue: day.optional(),
        due: day.optional(),
        note: prose.default(""),
      }),
    ),
  })
  .transform(({ team, lateDays, parts, ...rest }) => ({
    ...rest,
    team: team ?? null,
    lateDays: lateDays ?? null,
    parts: parts.map(({ draftDue, due, ...part }) => ({
      ...part,
      draftDue: draftDue ?? null,
      due: due ?? null,
    })),
  }));

const units = /^[1-9]\d{0,2}$/;

/** The rules of a course as people write them, read into a syllabus. */
export const syllabusFile = z
  .strictObject({
    series: z.array(series).default([]).describe("Texts that students hand in around meetings."),
    presentation: presentation.optional().describe("How students lead discussions."),
    marks: z
      .array(z.strictObject({ key: text, name: text, asksFor: prose.default(""), outOf: points }))
      .default([])
      .describe("Points that you give by hand, as for participation."),
    project: project.optional().describe("Work in parts over the term, by teams or alone."),
    lateCredits: z
      .strictObject({
        perStudent: count.min(1),
        hoursEach: count.min(1).default(24),
        series: z.array(text).optional(),
      })
      .optional()
      .describe("Credits that each extend one deadline."),
    weights: z
      .record(
        z.string().regex(units, "Write a number of units, as 12."),
        z.record(z.string(), weight),
      )
      .refine(
        (all) => Object.keys(all).length > 0,
        "Give the weights for at least one number of units.",
      )
      .describe(
        "By units: the weight of each series, presentation, mark and project by key; each set sums to 1.",
      ),
  })
  .transform((written): Syllabus => {
    const { lateCredits } = written;
    const keys = written.series.map(({ key }) => key);
    const weights = Object.entries(written.weights).map(([number, of]) => ({
      units: Number(number),
      of,
    }));
    return {
      unitOptions: weights.map((each) => each.units),
      series: written.series,
      presentation: written.presentation ?? null,
      marks: written.marks,
      project: written.project ?? null,
      lateCredits:
        lateCredits === undefined ? null : { ...lateCredits, series: lateCredits.series ?? keys },
      weights,
    };
  });

/** A syllabus as it stands in a course file. */
export type WrittenSyllabus = z.input<typeof syllabusFile>;

/** The file's place of a field that the rules name: units and the weights have one list in the file. */
export function syllabusPath(field: string, written: { weights?: object }): string[] {
  const [first = "", second = "", ...rest] = field.split(".");
  if (first === "unitOptions") return ["weights"];
  if (first === "weights") {
    const number = Object.keys(written.weights ?? {})[Number(second)];
    return number === undefined ? ["weights"] : ["weights", number];
  }
  return [first, ...(second === "" ? [] : [second]), ...rest];
}
