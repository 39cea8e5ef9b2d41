import type { MeetingKind } from "@/policy/syllabus";

/** The small word that says what kind of meeting it is. */
export const kindWords: Record<MeetingKind, string> = {
  lecture: "Lecture",
  discussion: "Discussion",
  guest: "Guest lecture",
  "project-hours": "Project hours",
  "final-presentations": "Final presentations",
  "no-class": "No class",
};
