import { seededRandom } from "@/policy/seeded-random";
import { addDays, localDateOf, localTimeOf } from "@/policy/time";
import type { Habit } from "./cast";
import { atMinute } from "./events";

/** From when to when somebody writes: the days before the day of the deadline, and hours of the day. */
interface Spell {
  /** The least and the most. */
  daysBefore: [number, number];
  hours: [number, number];
  /** In how many of ten cases; the last spell of a habit takes the rest. */
  outOfTen: number;
}

const beforeClass: Record<Habit, Spell[]> = {
  early: [{ daysBefore: [1, 3], hours: [10, 21], outOfTen: 10 }],
  evening: [
    { daysBefore: [1, 1], hours: [18.5, 23.5], outOfTen: 6 },
    { daysBefore: [0, 0], hours: [9, 15.5], outOfTen: 4 },
  ],
  "last minute": [
    { daysBefore: [0, 0], hours: [20.5, 23.9], outOfTen: 5 },
    { daysBefore: [0, 0], hours: [10, 15.5], outOfTen: 5 },
  ],
  "final minutes": [{ daysBefore: [0, 0], hours: [23.7, 23.95], outOfTen: 10 }],
};

/** Where the deadline is in the morning, what is written on its day is written before it. */
const beforeNoon: Record<Habit, Spell[]> = {
  early: beforeClass.early,
  evening: [
    { daysBefore: [1, 1], hours: [18.5, 23.5], outOfTen: 6 },
    { daysBefore: [0, 0], hours: [8, 10.8], outOfTen: 4 },
  ],
  "last minute": [{ daysBefore: [0, 0], hours: [9.5, 10.9], outOfTen: 10 }],
  "final minutes": [{ daysBefore: [0, 0], hours: [10.75, 10.95], outOfTen: 10 }],
};

const afterClass: Record<Habit, Spell[]> = {
  early: [{ daysBefore: [0, 0], hours: [17, 19], outOfTen: 10 }],
  evening: [{ daysBefore: [0, 0], hours: [18, 22.5], outOfTen: 10 }],
  "last minute": [{ daysBefore: [0, 0], hours: [21.5, 23.95], outOfTen: 10 }],
  "final minutes": [{ daysBefore: [0, 0], hours: [23.7, 23.95], outOfTen: 10 }],
};

/**
 * When somebody with this habit hands a text in: never before `opensAt`, and never after the deadline, however the
 * class has been moved. `isBefore` says that the text is due before the class. `name` is what `seededRandom` draws for.
 */
export function writingTime(
  habit: Habit,
  isBefore: boolean,
  { opensAt, dueAt, zone }: { opensAt: Date; dueAt: Date; zone: string },
  name: string,
): Date {
  const before = localTimeOf(dueAt, zone) < "12:00" ? beforeNoon : beforeClass;
  const spells = (isBefore ? before : afterClass)[habit];
  const drawn = 10 * seededRandom(name, "spell");
  const spell =
    spells.find(({ outOfTen }, index) => drawn < outOfTen || index === spells.length - 1) ??
    spells[0];
  if (spell === undefined) return dueAt;
  const [least, most] = spell.daysBefore;
  const days = least + Math.floor((most - least + 1) * seededRandom(name, "day"));
  const [from, to] = spell.hours;
  const minutes = 60 * (from + (to - from) * seededRandom(name, "hour"));
  const wanted = atMinute(addDays(localDateOf(dueAt, zone), -days), minutes, zone).getTime();
  const open = dueAt.getTime() - opensAt.getTime();
  if (wanted >= dueAt.getTime())
    return new Date(dueAt.getTime() - Math.floor(open * 0.2 * seededRandom(name, "late")));
  if (wanted <= opensAt.getTime())
    return new Date(opensAt.getTime() + Math.floor(open * 0.5 * seededRandom(name, "first")));
  return new Date(wanted);
}
