import { signUpWindow } from "./discussions";
import { formatPoints } from "./grades";
import type { MeetingValues } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import { dutyConsequences } from "./schedule-duties";
import {
  meetingsAfter,
  namesOf,
  seatsReturned,
  type Consequence,
  type Edit,
  type FreedSeat,
  type ScheduleFacts,
} from "./schedule-edit";
import { formatInstant } from "./time";
import { counted } from "./wording";

/** Everything that an edit does to people's deadlines, seats, texts, grades and papers, in sentences. */
export function consequencesOf(edit: Edit, facts: ScheduleFacts, now: Date): Consequence[] {
  return [
    ...dutyConsequences(edit, facts, now),
    ...seatConsequences(edit, facts),
    ...signUpConsequences(edit, facts),
    ...readingConsequences(edit, facts),
  ];
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
    const back = seatsReturned(facts, after.seats);
    const isBack = (seat: FreedSeat) => back.some((one) => one.enrolmentId === seat.enrolmentId);
    const others = facts.freed.filter((seat) => !isBack(seat));
    if (back.length > 0) {
      const sentence = "The presenters from before the cancellation get their seats back.";
      consequences.push({ about, sentence, people: namesOf(back) });
    }
    if (others.length > 0) {
      const sentence =
        "For these earlier presenters nothing changes: they present elsewhere, have left the course, or there are fewer seats now.";
      consequences.push({ about, sentence, people: namesOf(others) });
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
  const was = windowIn(facts.meetings)?.opensAt;
  const is = windowIn(meetingsAfter(edit, facts))?.opensAt;
  if (was === undefined || is === undefined || was.getTime() === is.getTime()) return [];
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
