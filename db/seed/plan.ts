import { seededRandom, shuffled } from "@/policy/seeded-random";
import { hasPresenters, inOrder, isAssessed, seriesAt } from "@/policy/meetings";
import type { CastStudent } from "./cast";
import { atMinute, localInstant, type PlannedEvent, type TermFacts } from "./events";
import { gradesGiven } from "./plan-grades";
import { textsHandedIn } from "./plan-texts";
import { loadAnnouncements, loadExceptions } from "./texts";

/**
 * All that the cast does in a term, in the order of time: announcements, the rush for seats, texts, grades. It is
 * worked out from the schedule, so that a moved class moves what hangs on it, and twice the same from the same facts.
 */
export function planOfTheTerm(facts: TermFacts, students: readonly CastStudent[]): PlannedEvent[] {
  const assessed = inOrder(facts.meetings).filter((one) => isAssessed(one, facts.syllabus));
  return [
    ...announced(facts),
    ...seatsClaimed(facts, students),
    ...granted(facts),
    ...assessed.flatMap((meeting) => {
      const texts = seriesAt(meeting, facts.syllabus).flatMap((series) =>
        textsHandedIn(facts, meeting, series, students),
      );
      return [...texts, ...gradesGiven(facts, meeting, texts)];
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

function announced({ zone }: TermFacts): PlannedEvent[] {
  return loadAnnouncements("s2024").map(({ author, publishedAt, title, body }) => ({
    id: `announcement ${publishedAt}`,
    at: localInstant(publishedAt, zone),
    who: author,
    deed: { kind: "announce", title, body },
  }));
}

function granted({ zone }: TermFacts): PlannedEvent[] {
  return loadExceptions("s2024").map(({ by, grantedAt, kind, ...exception }) => ({
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
