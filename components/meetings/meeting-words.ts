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

/** Names as people say them: "Ada", "Ada and Ben", "Ada, Ben and Cy". */
export function listOf(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
