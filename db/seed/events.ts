import type { MeetingFacts } from "@/policy/meetings";
import type { Syllabus } from "@/policy/syllabus";
import { storedInstantAt, type LocalDate } from "@/policy/time";
import type { Demo } from "./demo-courses";
import type { GrantedException } from "./texts";
import type { ToWrite, Written } from "./written";

/** What the plan of the term needs to know of the course. */
export interface TermFacts {
  demo: Demo;
  zone: string;
  syllabus: Syllabus;
  meetings: readonly TermMeeting[];
}

/** A meeting with the papers that can be written about. */
export type TermMeeting = MeetingFacts & Pick<ToWrite, "papers">;

interface TextOf {
  meeting: number;
  /** The key of the series. */
  series: string;
}

/** A text handed in; a further version names the event of the one before. */
export type HandIn = { kind: "hand in"; written: Written; after: string | null } & TextOf;

/** Something that somebody of the cast does. Meetings by number, people by account. */
export type Deed =
  | { kind: "announce"; title: string; body: string }
  /** The discussions in the order in which they are tried. */
  | { kind: "claim a seat"; preferences: number[] }
  | ({ kind: "save a draft"; written: Written } & TextOf)
  | HandIn
  | ({ kind: "grant"; exception: GrantedException["kind"] } & Omit<
      GrantedException,
      "by" | "grantedAt" | "kind"
    >)
  /** By somebody of the staff, where students take no seats themselves. */
  | { kind: "place a presenter"; meeting: number; student: string; reason: string }
  | ({ kind: "take a pass" } & TextOf)
  /** Scores are hundredths of a point. */
  | ({ kind: "score"; student: string; score: number; comment: string } & TextOf)
  | { kind: "mark"; student: string; work: string; score: number; comment: string }
  | { kind: "score a presentation"; meeting: number; aspects: number[]; comment: string }
  /** `work` is the key of a series, the presentation's, or, without a meeting, a mark's. */
  | { kind: "release"; meeting: number | null; work: string };

/** A deed with its instant. The id is its own for ever, so that it is never done twice. */
export interface PlannedEvent {
  id: string;
  at: Date;
  who: string;
  deed: Deed;
}

/** What is planned after `from`, up to and including `to`. */
export function eventsBetween(plan: readonly PlannedEvent[], from: Date, to: Date): PlannedEvent[] {
  return plan.filter(({ at }) => from.getTime() < at.getTime() && at.getTime() <= to.getTime());
}

/** The instant of a local date and time such as "2024-01-12T10:00". */
export function localInstant(text: string, zone: string): Date {
  const [date = "", time = ""] = text.split("T");
  return storedInstantAt(date, time, zone);
}

/** So many minutes, or parts of one, after the beginning of a local day. */
export function atMinute(date: LocalDate, minutes: number, zone: string): Date {
  return new Date(storedInstantAt(date, "00:00", zone).getTime() + Math.round(minutes * 60) * 1000);
}
