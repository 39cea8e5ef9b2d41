import { dutyOf } from "./assignments";
import { personalDueAt } from "./deadlines";
import { isOnTime, lastOnTime, type Version } from "./lateness";
import { factsOf } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import {
  dueIn,
  forPeople,
  meetingBefore,
  namesOf,
  type Classmate,
  type Consequence,
  type Edit,
  type ScheduleFacts,
} from "./schedule-edit";
import { lowerName } from "./series";
import { presentationKey, type Series } from "./syllabus";
import { formatInstant } from "./time";
import { counted } from "./wording";

/** What an edit does to the work for a meeting: texts that are handed in, begun or missing, and grades. */
export function dutyConsequences(edit: Edit, facts: ScheduleFacts, now: Date): Consequence[] {
  return [
    ...facts.syllabus.series.flatMap((series) => textConsequences(series, edit, facts, now)),
    ...presentationConsequences(edit, facts),
  ];
}

function textConsequences(
  series: Series,
  edit: Edit,
  facts: ScheduleFacts,
  now: Date,
): Consequence[] {
  const [before, after] = [meetingBefore(edit), factsOf(edit.id, edit.number, edit.after)];
  const [was, is] = [dueIn(before, series, facts), dueIn(after, series, facts)];
  if (was?.getTime() === is?.getTime()) return [];
  const name = lowerName(series);
  const texts = textsBy(facts, series);
  const drafts = facts.drafts.filter((draft) => draft.work === series.key);
  if (is === null) {
    return [
      ...forPeople("work", texts, `Handed in for the ${name}: kept, but no longer assessed.`),
      ...forPeople("work", drafts, `Drafts of the ${name}: kept, but nothing is due any more.`),
      ...gradesWithoutUse(series, facts),
    ];
  }
  return [
    ...draftsMoved(series, drafts, was, is, facts),
    ...(was === null
      ? forPeople("work", texts, `Handed in for the ${name}: assessed from now on.`)
      : [...judgedAnew(name, texts, was, is), ...reopened(name, facts.zone, was, is, now)]),
    ...forPeople(
      "deadlines",
      facts.students.filter(
        (student) => isOverdue(student, series, after, facts, now) && !isIn(texts, student),
      ),
      `The new deadline of the ${name} has passed already, and these students have not handed it in.`,
    ),
  ];
}

/** Drafts by the day on which each is due: an extension may hold for its student whatever the class's deadline is. */
function draftsMoved(
  series: Series,
  drafts: readonly Classmate[],
  was: Date | null,
  is: Date,
  facts: ScheduleFacts,
): Consequence[] {
  const bySentence = new Map<string, Classmate[]>();
  for (const draft of drafts) {
    const extendedTo = extensionOf(draft.enrolmentId, series, facts);
    const due = personalDueAt(is, extendedTo);
    const stays = was !== null && personalDueAt(was, extendedTo).getTime() === due.getTime();
    const sentence = `Drafts of the ${lowerName(series)}: kept, and ${stays ? "still" : "now"} due ${formatInstant(due, facts.zone)}.`;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), draft]);
  }
  return [...bySentence].flatMap(([sentence, people]) => forPeople("work", people, sentence));
}

/** Every text: those that the new deadline makes late or timely, that the former one keeps in time, and all others. */
function judgedAnew(name: string, texts: readonly Handed[], was: Date, is: Date): Consequence[] {
  const late = texts.filter((one) => counts(one, was) && !counts(one, is));
  const onTime = texts.filter((one) => !counts(one, was) && counts(one, is));
  const kept = texts.filter(
    (one) => counts(one, was) && !isAfter(one, was) && counts(one, is) && isAfter(one, is),
  );
  const others = texts.filter((one) => ![...late, ...onTime, ...kept].includes(one));
  const stillOnTime = others.filter((one) => counts(one, is));
  const stillLate = others.filter((one) => !counts(one, is));
  return [
    ...forPeople("work", late, `Handed in for the ${name} in time, and late by the new deadline.`),
    ...forPeople(
      "work",
      onTime,
      `Handed in late for the ${name}, and in time by the new deadline.`,
    ),
    ...forPeople(
      "work",
      kept,
      `Handed in for the ${name} after the new deadline, and still on time, because it was on time when it arrived.`,
    ),
    ...forPeople(
      "work",
      stillOnTime,
      `Handed in for the ${name}, and in time as before: ${counted(stillOnTime.length, "text")}.`,
    ),
    ...forPeople(
      "work",
      stillLate,
      `Handed in late for the ${name}, and late as before: ${counted(stillLate.length, "text")}.`,
    ),
  ];
}

function reopened(name: string, zone: string, was: Date, is: Date, now: Date): Consequence[] {
  if (isOnTime(now, was) || !isOnTime(now, is)) return [];
  const sentence = `The ${name} had closed and opens again until ${formatInstant(is, zone)}.`;
  return [{ about: "deadlines", sentence, people: [] }];
}

function gradesWithoutUse(series: Series, facts: ScheduleFacts): Consequence[] {
  const grades = gradesOf(series.key, facts);
  if (grades === 0) return [];
  const [are, count] = grades === 1 ? ["is", "counts"] : ["are", "count"];
  const sentence = `${counted(grades, "grade")} for the ${lowerName(series)} ${are} kept, but no longer ${count}.`;
  return [{ about: "grades", sentence, people: [] }];
}

function presentationConsequences({ before, after }: Edit, facts: ScheduleFacts): Consequence[] {
  const grades = gradesOf(presentationKey, facts);
  if (!after.isCancelled || before?.isCancelled !== false || grades === 0) return [];
  const sentence = `${counted(grades, "grade")} for presentations ${grades === 1 ? "is" : "are"} kept, but the presenters lose their seats.`;
  return [{ about: "grades", sentence, people: namesOf(facts.seats) }];
}

function gradesOf(work: string, facts: ScheduleFacts): number {
  return facts.grades.find((grade) => grade.work === work)?.count ?? 0;
}

interface Handed extends Classmate {
  versions: Version[];
  extendedTo: Date | null;
}

function textsBy(facts: ScheduleFacts, series: Series): Handed[] {
  const handed = new Map<string, Handed>();
  for (const { enrolmentId, name, ...version } of facts.submissions) {
    if (version.work !== series.key) continue;
    const known = handed.get(enrolmentId);
    if (known !== undefined) known.versions.push(version);
    else {
      const extendedTo = extensionOf(enrolmentId, series, facts);
      handed.set(enrolmentId, { enrolmentId, name, versions: [version], extendedTo });
    }
  }
  return [...handed.values()];
}

function counts({ versions, extendedTo }: Handed, due: Date): boolean {
  return lastOnTime(versions, personalDueAt(due, extendedTo)) !== undefined;
}

/** Whether the text that is graded arrived after the deadline, saved by the one that held then. */
function isAfter({ versions, extendedTo }: Handed, due: Date): boolean {
  const graded = lastOnTime(versions, personalDueAt(due, extendedTo));
  return graded !== undefined && !isOnTime(graded.submittedAt, personalDueAt(due, extendedTo));
}

/** Whether the student owes the text and his or her own time for it is over. */
function isOverdue(
  student: Classmate,
  series: Series,
  meeting: MeetingFacts,
  facts: ScheduleFacts,
  now: Date,
): boolean {
  const { enrolmentId } = student;
  const isWaived = facts.waivers.some(
    (one) => one.enrolmentId === enrolmentId && one.work === series.key,
  );
  const extendedTo = extensionOf(enrolmentId, series, facts);
  const duty = dutyOf(meeting, series, {
    zone: facts.zone,
    presentsHere: isIn(facts.seats, student),
    exception: { kind: isWaived ? "waived" : "extended", extendedTo },
  });
  return duty.state === "due" && !isOnTime(now, duty.dueAt);
}

function extensionOf(
  enrolmentId: string,
  { key }: Series,
  { extensions }: ScheduleFacts,
): Date | null {
  const extension = extensions.find((one) => one.enrolmentId === enrolmentId && one.work === key);
  return extension?.extendedTo ?? null;
}

function isIn(people: readonly Classmate[], one: Classmate): boolean {
  return people.some((other) => other.enrolmentId === one.enrolmentId);
}
