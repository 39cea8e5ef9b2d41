import type { LocalDate, LocalTime, Weekday } from "./time";

/** What a meeting is; the kind decides what it produces (R3). */
export const meetingKinds = [
  "lecture",
  "discussion",
  "guest",
  "project-hours",
  "final-presentations",
  "no-class",
] as const;

/** One of them. */
export type MeetingKind = (typeof meetingKinds)[number];

/** An exact fraction, so that a third is a third (R24). */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** A time of day counted in days from the day of the meeting (−1: the day before); 23:59 means until 23:59:59.999. */
export interface RelativeDue {
  daysAfter: number;
  time: LocalTime;
}

/** One level of a scale: what graders choose, and what it is worth in hundredths of a point. */
export interface Level {
  label: string;
  points: number;
}

/** One field of a series' form, named by its label. */
export interface Prompt {
  label: string;
  hint: string;
}

/** When classmates may read what was handed in; staff always may. */
export const readableWhen = ["never", "after-deadline", "after-class"] as const;

/** Under which name they read it: the student's own, a number that stays the student's for the term, or none. */
export const readableAs = ["name", "number", "nobody"] as const;

/**
 * A series of assignments, one at each of its meetings: what is asked, when it is due, how it is scored (R17–R22).
 * All points are hundredths: 100 is one point.
 */
export interface Series {
  /** Its part of an address: "pre" in `/grading/pre-7`. Never changed once people have worked on it. */
  key: string;
  name: string;
  shortName: string;
  /** The meetings that carry it: those of these kinds, and perhaps only where the class reads a paper. */
  meetings: { kinds: MeetingKind[]; onlyWithMainReading: boolean };
  /** How many the course announces; checked against the schedule (R21). Null where it announces none. */
  declared: number | null;
  due: RelativeDue;
  /** What the instructor asks for, as one sentence that the forms and the rules page show. */
  asksFor: string;
  /** Which paper a text is about: none, one that the student chooses among the meeting's, or the meeting's main one. */
  paper: "none" | "choose" | "given";
  prompts: Prompt[];
  /** Discussion questions that a text brings; null where it brings none. */
  questions: { least: number; most: number } | null;
  /** How long the whole text should be: a hint, which refuses nothing. */
  length: { unit: "sentences" | "words"; least: number; most: number } | null;
  /** Whether a student may say which question or paper of the meeting the text is about (R19). */
  isTiedToDiscussion: boolean;
  /** From the lowest level to the highest, which is the full score. */
  scale: Level[];
  /** The total that the series is scaled to (2000 is "out of 20"). */
  outOf: number;
  /** How many of the lowest are dropped. */
  dropLowest: number;
  /** For the meeting at which one presents: these points, an exemption, or nothing special (R22). */
  presenterGets: number | "exemption" | "nothing";
  /** Free passes of each student: one, taken before the deadline, exempts from one assignment. */
  passes: number;
  classmatesRead: {
    when: (typeof readableWhen)[number];
    as: (typeof readableAs)[number];
  };
}

/** One aspect of the presentation rubric, with a text for each level (R23). */
export interface RubricAspect {
  name: string;
  /** Minutes suggested for it, discussion included; null where the course names none. */
  guideMinutes: number | null;
  /** Points as the rubric names them (0, 1, 2), not hundredths. */
  levels: { points: number; text: string }[];
}

/** How students lead discussions (R6, R12–R14, R23). */
export interface PresentationRule {
  /** Seats of a discussion unless the meeting says otherwise. */
  seats: number;
  /** How many times each student presents. */
  perStudent: { least: number; most: number };
  aspects: RubricAspect[];
  /** The sum of the aspects is multiplied by this (2: "doubled"). */
  multiplier: number;
  /** Hundredths; 2000 is "out of 20". A bonus may exceed it (R16). */
  outOf: number;
  slidesDue: RelativeDue;
  /** When the slides as they were shown are due again; null where they are not. */
  finalSlidesDue: RelativeDue | null;
  /** Sign-up opens when a meeting ends, and closes at a local minute (R14); null where staff assign the seats. */
  signUp: { opensAfterMeeting: number; closes: { date: LocalDate; time: LocalTime } } | null;
}

/** A part of the project with its share of the project's grade. */
export interface ProjectPart {
  /** Its address: `/grading/report-1`. */
  key: string;
  name: string;
  /** Percent of the project's grade; all parts sum to 100 (R31). */
  percent: number;
  /** Days in class, for hours and presentations. */
  dates: LocalDate[];
  /** The day of a first version, and the day on which the part is due; until 23:59 of it. */
  draftDue: LocalDate | null;
  due: LocalDate | null;
  note: string;
}

/** Work in parts over the term, by teams or by each student alone (R25–R31). */
export interface Project {
  name: string;
  /** Null where each student works alone. */
  team: { least: number; most: number; formedBy: LocalDate } | null;
  parts: ProjectPart[];
  /** Free late days of whoever works together, over all parts. Null is off. */
  lateDays: number | null;
  /** What else holds, in sentences for the rules page: as what a day costs after those. */
  note: string;
}

/** Points that staff give by hand, once, as for participation. */
export interface Mark {
  /** Its address: `/grading/participation`. */
  key: string;
  name: string;
  /** What it is given for, in a sentence. */
  asksFor: string;
  /** Hundredths. */
  outOf: number;
}

/** The weights of the grade for one number of units, by the key of the work; they sum to exactly 1 (R24). */
export interface Weights {
  units: number;
  of: Record<string, Fraction>;
}

/** The keys under which the weights and addresses know the two kinds of work that a course has once. */
export const presentationKey = "presentation";
export const projectKey = "project";

/** Everything about the course that is a rule and a number. Plain data; its schema is in db/course-file-syllabus.ts. */
export interface Syllabus {
  /** The numbers of units that the course may be taken for (R5). */
  unitOptions: number[];
  series: Series[];
  presentation: PresentationRule | null;
  marks: Mark[];
  project: Project | null;
  /** n credits a student, each extends one deadline of these series by some hours; null is off. */
  lateCredits: { perStudent: number; hoursEach: number; series: string[] } | null;
  weights: Weights[];
}

/** When the course usually meets; warnings compare with it. */
export interface MeetingPattern {
  days: Weekday[];
  starts: LocalTime;
  ends: LocalTime;
}

/** A named link of the course: forum, calendar, repository. */
export interface CourseLink {
  name: string;
  url: string;
}

/** Somebody named in public with, perhaps, a page. */
export interface PersonLink {
  name: string;
  page: string | null;
}

/** A line of the public staff list. */
export interface StaffMember extends PersonLink {
  role: "instructor" | "ta";
}

/** The full score of one assignment of a series, in hundredths: its highest level. */
export function fullPoints({ scale }: Pick<Series, "scale">): number {
  return scale.reduce((most, { points }) => Math.max(most, points), 0);
}

/** A part of a project that each student does alone is scored in percent, in hundredths. */
export const partOutOf = 10_000;

/** The parts of the project that each student does alone; none where teams work together. */
export function ownPartsOf({ project }: Pick<Syllabus, "project">): ProjectPart[] {
  return project?.team === null ? project.parts : [];
}

/** The series by its key; undefined where the course has none such. */
export function findSeries(syllabus: Pick<Syllabus, "series">, key: string): Series | undefined {
  return syllabus.series.find((series) => series.key === key);
}

/** Some of the course's work that is graded: what a weight is for. */
export interface GradedWork {
  key: string;
  name: string;
}

/** All that the weights may speak of, in the order in which people read it. */
export function gradedWork({
  series,
  presentation,
  marks,
  project,
}: Pick<Syllabus, "series" | "presentation" | "marks" | "project">): GradedWork[] {
  return [
    ...series.map(({ key, name }) => ({ key, name })),
    ...(presentation === null ? [] : [{ key: presentationKey, name: "Presentation" }]),
    ...marks.map(({ key, name }) => ({ key, name })),
    ...(project === null ? [] : [{ key: projectKey, name: project.name }]),
  ];
}
