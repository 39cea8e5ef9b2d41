import { termWarnings } from "./courses";
import { seriesLackingPaper } from "./assignments";
import { dueSetByHand, personalDueAt, relativeDueAt } from "./deadlines";
import { topicVerb } from "./series";
import type { MeetingValues } from "./meeting-values";
import { factsOf } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import { classNumbers, dateWarnings, hasPresenters, inOrder } from "./meetings";
import { consequencesOf } from "./schedule-consequences";
import {
  dueIn,
  meetingBefore,
  meetingsAfter,
  type Consequence,
  type Edit,
  type ScheduleFacts,
} from "./schedule-edit";
import type { RelativeDue } from "./syllabus";

/** A deadline before and after; null where there is none. */
export interface DeadlineChange {
  /** The name of the series, "Slides", or "Final slides". */
  what: string;
  /** The student whose extension it is; null for the whole class. */
  whose: string | null;
  before: Date | null;
  after: Date | null;
  isSetByHand: boolean;
}

/** Everything that follows from an edit. */
export interface ScheduleChange {
  deadlines: DeadlineChange[];
  consequences: Consequence[];
  /** The classes whose number by date becomes another one; null is no number. */
  classNumbers: { title: string; before: number | null; after: number | null }[];
  warnings: string[];
}

/**
 * What an edit does to deadlines, seats, texts, grades, the sign-up window, class numbers and readings, and what is
 * odd about it. The preview shows it; nothing here refuses.
 */
export function changeOf(edit: Edit, facts: ScheduleFacts, now: Date): ScheduleChange {
  return {
    deadlines: deadlineChanges(edit, facts),
    consequences: consequencesOf(edit, facts, now),
    classNumbers: numberChanges(edit, facts),
    warnings: warningsFor(edit, facts, now),
  };
}

function deadlineChanges(edit: Edit, facts: ScheduleFacts): DeadlineChange[] {
  const [before, after] = [meetingBefore(edit), factsOf(edit.id, edit.number, edit.after)];
  const changes: DeadlineChange[] = [];
  for (const series of facts.syllabus.series) {
    const [was, is] = [dueIn(before, series, facts), dueIn(after, series, facts)];
    const isSetByHand = dueSetByHand(after, series) !== null;
    const what = series.name;
    changes.push({ what, whose: null, before: was, after: is, isSetByHand });
    for (const { name, extendedTo, ...extension } of facts.extensions) {
      if (extension.work !== series.key) continue;
      const own = (due: Date | null) => (due === null ? null : personalDueAt(due, extendedTo));
      changes.push({ what, whose: name, before: own(was), after: own(is), isSetByHand: true });
    }
  }
  const { presentation } = facts.syllabus;
  for (const [what, due] of [
    ["Slides", presentation?.slidesDue ?? null],
    ["Final slides", presentation?.finalSlidesDue ?? null],
  ] as const) {
    const [was, is] = [slidesIn(before, due, facts.zone), slidesIn(after, due, facts.zone)];
    changes.push({ what, whose: null, before: was, after: is, isSetByHand: false });
  }
  const moved = changes.filter(({ before, after }) => before?.getTime() !== after?.getTime());
  // Where the class's deadline moves, an extension that stays is worth saying.
  return changes.filter(
    (change) =>
      moved.includes(change) ||
      (change.whose !== null &&
        change.after !== null &&
        moved.some((other) => other.what === change.what)) ||
      (change.isSetByHand && change.after !== null && edit.before?.date !== edit.after.date),
  );
}

function slidesIn(
  meeting: MeetingFacts | null,
  due: RelativeDue | null,
  zone: string,
): Date | null {
  if (meeting === null || due === null || !hasPresenters(meeting)) return null;
  return relativeDueAt(meeting, due, zone);
}

function numberChanges(edit: Edit, facts: ScheduleFacts): ScheduleChange["classNumbers"] {
  const later = meetingsAfter(edit, facts);
  const [was, is] = [classNumbers(facts.meetings), classNumbers(later)];
  return inOrder(later)
    .filter((meeting) => meeting.kind !== "no-class")
    .map(({ id, title }) => ({ title, before: was.get(id) ?? null, after: is.get(id) ?? null }))
    .filter(({ before, after }) => before !== after);
}

function warningsFor(edit: Edit, facts: ScheduleFacts, now: Date): string[] {
  const { before, after } = edit;
  if (after.isCancelled) return newTermWarnings(edit, facts);
  const warnings: string[] = [];
  const isOtherDay =
    before === null ||
    before.isCancelled ||
    (["date", "starts", "kind"] as const).some((field) => before[field] !== after[field]);
  if (isOtherDay) {
    const change = { ...after, id: edit.id };
    warnings.push(...dateWarnings(change, facts.meetings, facts.meetsDays, now, facts.zone));
  }
  const lackingIn = (values: MeetingValues) =>
    seriesLackingPaper(
      factsOf(edit.id, edit.number, { ...values, isCancelled: false }),
      facts.syllabus,
      values.readings.length > 0,
    );
  const [series] = lackingIn(after);
  if (series !== undefined) {
    if (before === null || lackingIn(before).length === 0 || before.kind !== after.kind) {
      warnings.push(
        `No ${series.paper === "given" ? "main reading" : "paper"} is on the list: students will ${topicVerb(series)} the announced topic.`,
      );
    }
  }
  if (after.kind === "no-class" && after.readings.length > 0) {
    warnings.push("A day without class has readings. Nobody will be asked to write about them.");
  }
  return [...warnings, ...newTermWarnings(edit, facts)];
}

function newTermWarnings(edit: Edit, facts: ScheduleFacts): string[] {
  const known = new Set(termWarnings(facts.syllabus, facts.meetings));
  return termWarnings(facts.syllabus, meetingsAfter(edit, facts)).filter(
    (warning) => !known.has(warning),
  );
}
