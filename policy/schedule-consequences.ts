import { personalDueAt } from "./deadlines";
import { signUpWindow } from "./discussions";
import { formatPoints } from "./grades";
import { isOnTime, lastOnTime, type Version } from "./lateness";
import type { MeetingValues } from "./meeting-values";
import { factsOf } from "./meeting-values";
import { isWaivedForAll, type MeetingFacts } from "./meetings";
import {
  dueIn,
  meetingBefore,
  meetingsAfter,
  series,
  type Classmate,
  type Edit,
  type ScheduleFacts,
} from "./schedule-edit";
import type { AssignmentKind } from "./syllabus";
import { formatInstant } from "./time";
import { counted } from "./wording";

/** What follows from an edit for somebody's work or place, in a sentence, with the people it touches. */
export interface Consequence {
  about: "deadlines" | "seats" | "work" | "grades" | "sign-up" | "readings";
  sentence: string;
  people: string[];
}

/** Everything that an edit does to people's deadlines, seats, texts, grades and papers, in sentences. */
export function consequencesOf(edit: Edit, facts: ScheduleFacts, now: Date): Consequence[] {
  return [
    ...dutyConsequences(edit, facts, now),
    ...seatConsequences(edit, facts),
    ...signUpConsequences(edit, facts),
    ...readingConsequences(edit, facts),
  ];
}

function dutyConsequences(edit: Edit, facts: ScheduleFacts, now: Date): Consequence[] {
  const [before, after] = [meetingBefore(edit), factsOf(edit.id, edit.number, edit.after)];
  const consequences: Consequence[] = [];
  for (const assignment of series) {
    const [was, is] = [dueIn(before, assignment, facts), dueIn(after, assignment, facts)];
    const isMoved = was?.getTime() !== is?.getTime();
    if (!isMoved) continue;
    const name = `${assignment}-assignment`;
    const add = (about: Consequence["about"], people: readonly Classmate[], sentence: string) => {
      if (people.length > 0) consequences.push({ about, sentence, people: namesOf(people) });
    };
    const texts = textsBy(facts, assignment);
    const grades = facts.grades.find((grade) => grade.kind === assignment)?.count ?? 0;
    const drafts = facts.drafts.filter((draft) => draft.assignment === assignment);
    if (is === null) {
      add("work", texts, `Handed in for the ${name}: kept, but no longer assessed.`);
      add("work", drafts, `Drafts of the ${name}: kept, but nothing is due any more.`);
      if (grades > 0) {
        consequences.push({
          about: "grades",
          sentence: `${counted(grades, "grade")} for the ${name} ${grades === 1 ? "is" : "are"} kept, but no longer ${grades === 1 ? "counts" : "count"}.`,
          people: [],
        });
      }
      continue;
    }
    add(
      "work",
      drafts,
      `Drafts of the ${name}: kept, and now due ${formatInstant(is, facts.zone)}.`,
    );
    if (was === null) {
      add("work", texts, `Handed in for the ${name}: assessed from now on.`);
    } else {
      const late = texts.filter((one) => counts(one, was) && !counts(one, is));
      const onTime = texts.filter((one) => !counts(one, was) && counts(one, is));
      add("work", late, `Handed in for the ${name} in time, and late by the new deadline.`);
      add("work", onTime, `Handed in late for the ${name}, and in time by the new deadline.`);
      const kept = texts.filter(
        (one) => counts(one, was) && !isAfter(one, was) && counts(one, is) && isAfter(one, is),
      );
      add(
        "work",
        kept,
        `Handed in for the ${name} after what is its deadline now: in time all the same, since it was when it arrived.`,
      );
      if (!isOnTime(now, was) && isOnTime(now, is)) {
        consequences.push({
          about: "deadlines",
          sentence: `The ${name} had closed and opens again until ${formatInstant(is, facts.zone)}.`,
          people: [],
        });
      }
    }
    if (!isOnTime(now, is) && !isWaivedForAll(after, assignment)) {
      const missing = facts.students.filter(
        (student) => mustHandIn(student, assignment, facts, now, is) && !isIn(texts, student),
      );
      add(
        "deadlines",
        missing,
        `The new deadline of the ${name} has passed already, and these students have not handed it in.`,
      );
    }
  }
  const presented = facts.grades.find((grade) => grade.kind === "presentation")?.count ?? 0;
  if (edit.after.isCancelled && edit.before?.isCancelled === false && presented > 0) {
    consequences.push({
      about: "grades",
      sentence: `${counted(presented, "grade")} for presentations ${presented === 1 ? "is" : "are"} kept, but the presenters lose their seats.`,
      people: namesOf(facts.seats),
    });
  }
  return consequences;
}

interface Handed extends Classmate {
  versions: Version[];
  extendedTo: Date | null;
}

function textsBy(facts: ScheduleFacts, assignment: AssignmentKind): Handed[] {
  const handed = new Map<string, Handed>();
  for (const { enrolmentId, name, ...version } of facts.submissions) {
    if (version.assignment !== assignment) continue;
    const known = handed.get(enrolmentId);
    if (known !== undefined) known.versions.push(version);
    else {
      const extension = facts.extensions.find(
        (one) => one.enrolmentId === enrolmentId && one.assignment === assignment,
      );
      handed.set(enrolmentId, {
        enrolmentId,
        name,
        versions: [version],
        extendedTo: extension?.extendedTo ?? null,
      });
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

function isIn(people: readonly Classmate[], one: Classmate): boolean {
  return people.some((other) => other.enrolmentId === one.enrolmentId);
}

/** Whether the student owes the text and his or her own time for it is over. */
function mustHandIn(
  student: Classmate,
  assignment: AssignmentKind,
  facts: ScheduleFacts,
  now: Date,
  due: Date,
): boolean {
  const extension = facts.extensions.find(
    (one) => one.enrolmentId === student.enrolmentId && one.assignment === assignment,
  );
  return (
    !isOnTime(now, personalDueAt(due, extension?.extendedTo ?? null)) &&
    !(facts.syllabus[assignment].presenterGets !== null && isIn(facts.seats, student)) &&
    !facts.waivers.some(
      (one) => one.enrolmentId === student.enrolmentId && one.assignment === assignment,
    )
  );
}

function seatConsequences({ before, after }: Edit, facts: ScheduleFacts): Consequence[] {
  const about = "seats";
  const people = namesOf(facts.seats);
  const consequences: Consequence[] = [];
  const isCancelling = after.isCancelled && before?.isCancelled === false;
  if (people.length > 0 && isCancelling) {
    const sentence =
      "The presenters lose their seats here and can be placed in another discussion.";
    consequences.push({ about, sentence, people });
  } else if (people.length > 0 && before?.date !== after.date) {
    consequences.push({
      about,
      sentence: "The presenters keep their seats and present on the new day.",
      people,
    });
  } else if (people.length > 0 && before?.bonus !== after.bonus) {
    consequences.push({
      about,
      sentence: `The presenters’ bonus becomes ${formatPoints(after.bonus)}.`,
      people,
    });
  }
  if (!after.isCancelled && before?.isCancelled === true) {
    const back = facts.freed.filter((seat) => seat.canReturn);
    const elsewhere = facts.freed.filter((seat) => !seat.canReturn);
    if (back.length > 0) {
      const sentence = "The presenters of before the cancellation get their seats back.";
      consequences.push({ about, sentence, people: namesOf(back) });
    }
    if (elsewhere.length > 0) {
      const sentence =
        "These presenters of before present elsewhere now, or have left the course, and stay as they are.";
      consequences.push({ about, sentence, people: namesOf(elsewhere) });
    }
  }
  const seatsOf = (values: MeetingValues | null) =>
    values === null || values.isCancelled ? 0 : values.seats;
  const [was, is] = [seatsOf(before), seatsOf(after)];
  if (was !== is && !isCancelling) {
    const sentence = `There ${is === 1 ? "is 1 seat" : `are ${is} seats`} for presenters instead of ${was}.`;
    consequences.push({ about, sentence, people: [] });
  }
  return consequences;
}

function signUpConsequences(edit: Edit, facts: ScheduleFacts): Consequence[] {
  const windowIn = (meetings: readonly MeetingFacts[]) =>
    signUpWindow(facts.syllabus, meetings, facts.zone, facts.signUpReopenedUntil);
  const was = windowIn(facts.meetings).opensAt;
  const is = windowIn(meetingsAfter(edit, facts)).opensAt;
  if (was.getTime() === is.getTime()) return [];
  return [
    {
      about: "sign-up",
      sentence: `Sign-up for seats opens ${formatInstant(is, facts.zone)} instead of ${formatInstant(was, facts.zone)}.`,
      people: [],
    },
  ];
}

function readingConsequences({ id, before, after }: Edit, facts: ScheduleFacts): Consequence[] {
  const about = "readings";
  const consequences: Consequence[] = [];
  const former = before?.readings ?? [];
  const writersOf = (readingId: string | null) =>
    facts.writers.filter((writer) => writer.readingId === readingId);
  for (const paper of former) {
    if (after.readings.some((other) => other.id === paper.id)) continue;
    const here = writersOf(paper.id).filter((writer) => writer.meetingId === id);
    consequences.push({
      about,
      sentence:
        here.length === 0
          ? `“${paper.title}” leaves the list. Nobody has written about it here.`
          : `“${paper.title}” leaves the list. ${counted(here.length, "person", "people")} wrote about it here; their texts stay as they are.`,
      people: namesOf(here),
    });
    const drafts = facts.drafts.filter((draft) => draft.readingId === paper.id);
    if (drafts.length > 0) {
      const sentence = `Drafts about “${paper.title}” need another paper.`;
      consequences.push({ about, sentence, people: namesOf(drafts) });
    }
  }
  for (const paper of after.readings) {
    const listed = former.find((other) => other.id !== null && other.id === paper.id);
    if (listed === undefined) {
      const elsewhere = writersOf(paper.id).filter((writer) => writer.meetingId !== id);
      if (elsewhere.length === 0) continue;
      const sentence = `${counted(elsewhere.length, "person", "people")} wrote about “${paper.title}” for another meeting; their texts stay there.`;
      consequences.push({ about, sentence, people: namesOf(elsewhere) });
    } else if (listed.title !== paper.title || listed.url !== paper.url) {
      const sentence = `“${listed.title}” is corrected everywhere in the course: “${paper.title}”, ${paper.url}.`;
      consequences.push({ about, sentence, people: [] });
    }
  }
  return consequences;
}

/** Each once, in the order given. */
function namesOf(people: readonly { name: string }[]): string[] {
  return [...new Set(people.map((person) => person.name))];
}
