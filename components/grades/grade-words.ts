import type { Tone } from "@/components/ui/badge";
import { formatPoints } from "@/policy/grades";
import type { SummaryRow } from "@/policy/grade-summary";
import type { Gradable, GradingItem, ItemState } from "@/policy/grading";
import type { GradeFacts } from "@/policy/score-facts";
import { formatDate } from "@/policy/time";

/** What is graded together, as a list has it: "Pre-assignment Tue 6 Feb", "Participation". */
export function gradableWords({ name, meeting }: Pick<Gradable, "name" | "meeting">): string {
  return meeting === null ? name : `${name} ${formatDate(meeting.date)}`;
}

/** A saved score as graders read it. */
export function scoreWords(grade: GradeFacts | null): string {
  return grade === null || grade.score === null ? "no score" : formatPoints(grade.score);
}

/** What a grader did last, after his or her name; undoing the first save leaves a version without a score. */
export function savedWords(grade: GradeFacts): string {
  return grade.score === null ? "took the score back" : `saved ${scoreWords(grade)}`;
}

const itemWords: Record<ItemState, [Tone, string]> = {
  waiting: ["due", "to grade"],
  changed: ["due", "handed in again"],
  graded: ["done", "graded"],
  absent: ["late", "not handed in"],
  waived: ["waived", "waived"],
  automatic: ["waived", "presents"],
};

/** How an item stands for the graders, with its mark. */
export function itemBadge(item: GradingItem, now: Date): { tone: Tone; words: string } {
  if (item.state === "absent" && item.dueAt !== null && item.dueAt.getTime() >= now.getTime()) {
    return { tone: "plain", words: "not due yet" };
  }
  const [tone, words] = itemWords[item.state];
  switch (item.state) {
    case "graded":
      return { tone, words: `graded ${scoreWords(item.saved)}` };
    case "waived":
      return { tone, words: exemptionWords(item, "presents") };
    default:
      return { tone, words };
  }
}

/** How a day stands for the student, in words and with a mark; zero, missing, waived and automatic stay distinct. */
export function rowBadge(row: SummaryRow): { tone: Tone; words: string } {
  switch (row.state) {
    case "scored":
      return row.score === 0 ? { tone: "late", words: "zero" } : { tone: "done", words: "scored" };
    case "automatic":
      return { tone: "done", words: "automatic: you present" };
    case "missing":
      return { tone: "late", words: "missing" };
    case "waived":
      return { tone: "waived", words: exemptionWords(row, "you present") };
    case "awaiting":
      return { tone: "due", words: "handed in, no score yet" };
    case "upcoming":
      return { tone: "plain", words: "not due yet" };
  }
}

/** Why a day does not count; `presents` says to the reader whose day it is that somebody presents. */
export function exemptionWords(
  { exemption }: Pick<SummaryRow, "exemption">,
  presents: string,
): string {
  if (exemption === "presents") return presents;
  if (exemption === "pass") return "free pass";
  return exemption === "excused" ? "excused" : "waived";
}
