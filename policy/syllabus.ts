import type { LocalDate, LocalTime, Weekday } from "./time";

/** What a meeting is; the kind decides what it produces (R3). */
export type MeetingKind =
  "lecture" | "discussion" | "guest" | "project-hours" | "final-presentations" | "no-class";

export const meetingKinds: readonly MeetingKind[] = [
  "lecture",
  "discussion",
  "guest",
  "project-hours",
  "final-presentations",
  "no-class",
];

/** The two short texts around a meeting. */
export const assignmentKinds = ["pre", "post"] as const;

/** One of them. */
export type AssignmentKind = (typeof assignmentKinds)[number];

/** What a grade can be given for at a meeting. */
export const gradedKinds = [...assignmentKinds, "presentation"] as const;

/** One of them. */
export type GradedKind = (typeof gradedKinds)[number];

/** An exact fraction, so that a third is a third (R24). */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Rules of one of the two assignment series (R17–R22). Points are in hundredths: 100 is one point. */
export interface AssignmentRule {
  /** When it is due, counted in days from the day of the meeting; 23:59 means until 23:59:59.999. */
  due: { daysAfter: number; time: LocalTime };
  /** What the instructor asks for, as one sentence that the forms and the rules page show. */
  asksFor: string;
  /** Points for each, in hundredths. */
  pointsEach: number;
  /** The total that the series is scaled to, in hundredths (2000 is "out of 20"). */
  outOf: number;
  /** How many of the lowest are dropped. */
  dropLowest: number;
  /** Points for the day on which the student presents, in hundredths; null where that day is no special case (R22). */
  presenterGets: number | null;
}

/** One aspect of the presentation rubric, with a text for each level (R23). */
export interface RubricAspect {
  name: string;
  /** Minutes suggested for it, discussion included; null where the deck names none. */
  guideMinutes: number | null;
  /** Points as the rubric names them (0, 1, 2), not hundredths. */
  levels: { points: number; text: string }[];
}

/** A part of the project with its share of the project's grade. */
export interface ProjectPart {
  name: string;
  /** Percent of the project's grade; all parts sum to 100 (R31). */
  percent: number;
  /** Days in class, for hours and presentations. */
  dates: LocalDate[];
  /** Due day, for reports; until 23:59 of it. */
  due: LocalDate | null;
  note: string;
}

/** Everything about the course that is a rule and a number. Plain data; its schema is in db/courses.ts. */
export interface Syllabus {
  /** 12 = everything that 6 has, plus the project (R5). */
  unitOptions: number[];
  /** Kinds of meeting that carry a pre- and a post-assignment. */
  assessedKinds: MeetingKind[];
  /** What the course announces; checked against the schedule (R21). */
  declaredAssessedDays: number;
  pre: AssignmentRule;
  post: AssignmentRule;
  presentation: {
    /** Seats of a discussion unless the meeting says otherwise. */
    seats: number;
    aspects: RubricAspect[];
    /** The sum of the aspects is multiplied by this (2: "doubled"). */
    multiplier: number;
    /** Hundredths; 2000 is "out of 20". A bonus may exceed it (R16). */
    outOf: number;
    slidesDue: { daysAfter: number; time: LocalTime };
  };
  /** Sign-up for seats opens when this meeting ends, and closes at a local minute (R14). */
  signUp: { opensAfterMeeting: number; closes: { date: LocalDate; time: LocalTime } };
  /** n credits a student, each extends one pre/post deadline by 24 hours, nothing after class starts; null is off. */
  lateCredits: { perStudent: number; hoursEach: number } | null;
  /** Weights of the grade by units; each sums to exactly 1 (R24). */
  weights: {
    units: number;
    pre: Fraction;
    post: Fraction;
    presentation: Fraction;
    project: Fraction | null;
  }[];
  project: {
    teamSize: { least: number; most: number };
    teamsFormedBy: LocalDate;
    parts: ProjectPart[];
    /** Free late days of a team over its reports; after that a third of a letter grade per day. Null is off. */
    lateDays: number | null;
  } | null;
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
