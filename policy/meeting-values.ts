import type { ListedPaper } from "./meeting-papers";
import type { MeetingFacts } from "./meetings";
import type { MeetingKind, PersonLink } from "./syllabus";
import type { LocalDate, LocalTime } from "./time";

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
  preWaived: boolean;
  postWaived: boolean;
  /** Instants set by hand, as ISO text. */
  preDueAt: string | null;
  postDueAt: string | null;
  readings: ListedPaper[];
  materials: { title: string; url: string }[];
}

/** What the rules need of a meeting in full. */
export function factsOf(id: string, number: number, values: MeetingValues): MeetingFacts {
  return {
    ...values,
    id,
    number,
    preDueAt: values.preDueAt === null ? null : new Date(values.preDueAt),
    postDueAt: values.postDueAt === null ? null : new Date(values.postDueAt),
  };
}
