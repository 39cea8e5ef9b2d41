import { seededRandom, shuffled } from "@/policy/seeded-random";
import { hasPresenters, inOrder, isAssessed, seriesAt } from "@/policy/meetings";
import { addDays } from "@/policy/time";
import type { CastStudent } from "./cast";
import { atMinute, localInstant, type PlannedEvent, type TermFacts } from "./events";
import { gradesGiven } from "./plan-grades";
import { textsHandedIn } from "./plan-texts";
import { loadAnnouncements, loadExceptions, loadTerm } from "./texts";

/**
 * All that the cast does in a term, in the order of time: announcements, the rush for seats, texts, grades. It is
 * worked out from the schedule, so that a moved class moves what hangs on it, and twice the same from the same facts.
 */
export function planOfTheTerm(facts: TermFacts, students: readonly CastStudent[]): PlannedEvent[] {
  const assessed = inOrder(facts.meetings).filter((one) => isAssessed(one, facts.syllabus));
  return [
    ...announced(facts),
    ...seatsClaimed(facts, students),
    ...seatsAssigned(facts),
    ...granted(facts),
    ...passesTaken(facts),
    ...marksGiven(facts),
    ...assessed.flatMap((meeting) => {
      const texts = seriesAt(meeting, facts.syllabus).flatMap((series) =>
        textsHandedIn(facts, meeting, series, students),
      );
      return [...texts, ...gradesGiven(facts, meeting, texts)];
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

function announced({ demo, zone }: TermFacts): PlannedEvent[] {
  return loadAnnouncements(demo.slug).map(({ author, publishedAt, title, body }) => ({
    id: `announcement ${publishedAt}`,
    at: localInstant(publishedAt, zone),
    who: author,
    deed: { kind: "announce", title, body },
  }));
}

function granted({ demo, zone }: TermFacts): PlannedEvent[] {
  return loadExceptions(demo.slug).map(({ by, grantedAt, kind, ...exception }) => ({
    id: `exception ${exception.series}-${exception.meeting} ${exception.student}`,
    at: localInstant(grantedAt, zone),
    who: by,
    deed: { ...exception, kind: "grant", exception: kind },
  }));
}

/** On the last day of the window, one after the other, each with an order of preference of his or her own. */
function seatsClaimed(facts: TermFacts, students: readonly CastStudent[]): PlannedEvent[] {
  const { zone, syllabus, meetings } = facts;
  const day = syllabus.presentation?.signUp?.closes.date;
  if (day === undefined) return [];
  const open = meetings.filter(hasPresenters);
  return students.map(({ account, temperament }) => ({
    id: `seat ${account}`,
    at: atMinute(
      day,
      8 * 60 + 26 * temperament.signUpRank + 20 * seededRandom("seat", account),
      zone,
    ),
    who: account,
    deed: {
      kind: "claim a seat",
      preferences: shuffled(open, ({ number }) => String(number), "prefers", account).map(
        ({ number }) => number,
      ),
    },
  }));
}

/** What the staff decide where students take no seats themselves, on the morning of the day before the first discussion. */
function seatsAssigned({ demo, zone, meetings }: TermFacts): PlannedEvent[] {
  const day = inOrder(meetings).find(hasPresenters)?.date;
  if (day === undefined) return [];
  return loadTerm(demo.slug).seats.map(({ meeting, student }, position) => ({
    id: `place ${student} ${meeting}`,
    at: atMinute(addDays(day, -1), 7.5 * 60 + position, zone),
    who: demo.instructors[0] ?? "",
    deed: {
      kind: "place a presenter",
      meeting,
      student,
      reason: "From the readings that the student named.",
    },
  }));
}

function passesTaken({ demo, zone }: TermFacts): PlannedEvent[] {
  return loadTerm(demo.slug).passes.map(({ student, meeting, series, takenAt }) => ({
    id: `pass ${series}-${meeting} ${student}`,
    at: localInstant(takenAt, zone),
    who: student,
    deed: { kind: "take a pass", meeting, series },
  }));
}

function marksGiven({ demo, zone }: TermFacts): PlannedEvent[] {
  const { marks, releases } = loadTerm(demo.slug);
  return [
    ...marks.map(({ by, student, work, points, comment, givenAt }): PlannedEvent => ({
      id: `mark ${work} ${student}`,
      at: localInstant(givenAt, zone),
      who: by,
      deed: { kind: "mark", student, work, score: points * 100, comment },
    })),
    ...releases.map(({ by, work, releasedAt }): PlannedEvent => ({
      id: `release ${work} ${releasedAt}`,
      at: localInstant(releasedAt, zone),
      who: by,
      deed: { kind: "release", meeting: null, work },
    })),
  ];
}
