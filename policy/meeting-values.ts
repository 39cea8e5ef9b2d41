import type { ListedPaper } from "./meeting-papers";
import type { MeetingFacts } from "./meetings";
import type { MeetingKind, PersonLink } from "./syllabus";
import type { LocalDate, LocalTime } from "./time";

/** What staff set for a series at a meeting: waived for everybody, and an instant set by hand, as ISO text. */
export interface AssignmentValues {
  isWaived: boolean;
  dueAt: string | null;
}

/** A meeting in full. Plain JSON: the audit log keeps it from before and after each change. */
export interface MeetingValues {
  date: LocalDate;
  starts: LocalTime;
  ends: LocalTime;
  kind: MeetingKind;
  title: string;
  themeId: string | null;
  room: string | null;
  lecturers: string[];
  guest: PersonLink | null;
  notes: string;
  isCancelled: boolean;
  seats: number;
  seatsReason: string | null;
  /** In hundredths. */
  bonus: number;
  /** By the key of the series; one that is not among them is as the rule says. */
  assignments: Record<string, AssignmentValues>;
  readings: ListedPaper[];
  materials: { title: string; url: string }[];
}

/** What the rules need of a meeting in full. Its assignments are known by their series alone: a new one has no ids yet. */
export function factsOf(id: string, number: number, values: MeetingValues): MeetingFacts {
  return {
    ...values,
    id,
    number,
    hasMainReading: hasMainReading(values),
    assignments: Object.entries(values.assignments).map(([work, { isWaived, dueAt }]) => ({
      id: work,
      work,
      isWaived,
      dueAt: dueAt === null ? null : new Date(dueAt),
    })),
  };
}

/** Whether the class reads a paper for the meeting. */
export function hasMainReading({ readings }: Pick<MeetingValues, "readings">): boolean {
  return readings.some(({ list }) => list === "main");
}
