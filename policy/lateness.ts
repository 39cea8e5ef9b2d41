import { dueAt as dueAtOf, isDueBeforeClass, personalDueAt } from "./deadlines";
import { hour } from "./durations";
import type { MeetingFacts } from "./meetings";
import { carries, startsAt } from "./meetings";
import { lowerName, pluralName } from "./series";
import type { Series, Syllabus } from "./syllabus";
import { formatInstant, type LocalTime } from "./time";
import { counted, listOf } from "./wording";

/**
 * Whether a text may be handed in now, and at what cost. Until `dueAt` it is free; while `late` it costs
 * `creditsNeeded` of the `creditsLeft`, up to and including `closesAt`; once `closed`, `reason` says why.
 */
export type HandInWindow =
  | { state: "open"; dueAt: Date }
  | { state: "late"; dueAt: Date; closesAt: Date; creditsNeeded: number; creditsLeft: number }
  | { state: "closed"; dueAt: Date; reason: string };

/** What decides about a hand-in: the meeting, the rules, and the student's own record. */
export interface HandIn {
  meeting: MeetingFacts;
  series: Series;
  lateCredits: Syllabus["lateCredits"];
  zone: string;
  /** The student's extension, if any. */
  extendedTo: Date | null;
  /** Late credits that the student has used so far in the term, on this text or on others. */
  creditsUsed: number;
  /** Of these, how many went to an earlier version of this very text: they are not charged twice. */
  creditsSpentHere?: number;
  now: Date;
}

/** What late credits are, as the rules page says it; in a course without them, that the deadline is the end (feature 23). */
export function lateCreditsInWords(
  { series: all, lateCredits }: Pick<Syllabus, "series" | "lateCredits">,
  meets: { starts: LocalTime },
): string {
  if (lateCredits === null) {
    const { time } = all[0]?.due ?? { time: "23:59" };
    return `What is not handed in by then counts 0: the form closes at the deadline. ${time} means until the end of that minute.`;
  }
  const { perStudent, hoursEach } = lateCredits;
  const late = all.filter(({ key }) => lateCredits.series.includes(key));
  const names = listOf(late.map((one) => lowerName({ name: pluralName(one) })));
  const closing = late.filter((one) => isDueBeforeClass(meets, one));
  const whose = late.length === all.length ? "one deadline" : `one deadline of the ${names}`;
  const limit =
    closing.length === 0
      ? ""
      : closing.length === late.length
        ? ", but not beyond the start of the class"
        : "; what is due before the class, not beyond its start";
  return `Each student has ${counted(perStudent, "late credit")}; each extends ${whose} by ${counted(hoursEach, "hour")}${limit}.`;
}

/**
 * The one answer to "can I still hand this in, and what does it cost?" (R20, feature 23): the page shows it and
 * the verb charges it. With late credits off the form shuts at the deadline. With them on, each credit moves one
 * deadline by its hours, several may be spent on one text, and what is due before the class closes when it starts.
 * The class of what is due after it has started long before, so there only the credits set the limit.
 */
export function handInWindow(handIn: HandIn): HandInWindow {
  const { meeting, series, zone, now } = handIn;
  const dueAt = personalDueAt(dueAtOf(meeting, series, zone), handIn.extendedTo);
  if (!carries(meeting, series)) {
    const reason = meeting.isCancelled
      ? "This meeting is cancelled, so nothing is due for it."
      : `This meeting has no ${lowerName(series)}.`;
    return { state: "closed", dueAt, reason };
  }
  if (isOnTime(now, dueAt)) return { state: "open", dueAt };
  const closed = (because: string): HandInWindow => ({
    state: "closed",
    dueAt,
    reason: `This ${lowerName(series)} was due ${formatInstant(dueAt, zone)}, and ${because}.`,
  });
  const rule = handIn.lateCredits;
  if (rule?.series.includes(series.key) !== true) {
    return closed("nothing can be handed in after that");
  }
  const classStart = startsAt(meeting, zone).getTime();
  const closesWithClass = isDueBeforeClass(meeting, series);
  if (closesWithClass && now.getTime() >= classStart) {
    return closed("nothing can be handed in once the class has started");
  }
  const spentHere = handIn.creditsSpentHere ?? 0;
  const creditsLeft = Math.max(0, rule.perStudent - handIn.creditsUsed);
  const creditLength = rule.hoursEach * hour;
  const creditsNeeded = Math.max(0, creditsFor(now, dueAt, rule.hoursEach) - spentHere);
  if (creditsNeeded > creditsLeft) {
    return closed(
      creditsLeft === 0
        ? "you have no late credits left"
        : `handing in now would cost ${creditWords(creditsNeeded)}, of which you have ${creditsLeft} left`,
    );
  }
  const creditsEnd = dueAt.getTime() + (creditsLeft + spentHere) * creditLength;
  const end = closesWithClass ? Math.min(creditsEnd, classStart - 1) : creditsEnd;
  return { state: "late", dueAt, closesAt: new Date(end), creditsNeeded, creditsLeft };
}

function creditWords(credits: number): string {
  return credits === 1 ? "one late credit" : `${credits} late credits`;
}

/** The cost of handing in now, as a sentence for beside the button; null while it is on time. */
export function lateCostSentence(window: HandInWindow): string | null {
  if (window.state === "open") return null;
  if (window.state === "closed") return window.reason;
  if (window.creditsNeeded === 0) {
    return "Handing in now costs no further late credit: an earlier version has paid for it.";
  }
  return `Handing in now costs ${creditWords(window.creditsNeeded)} (you have ${window.creditsLeft} left).`;
}

/** Whether something that arrived at `submittedAt` met the deadline, whose last millisecond still counts. */
export function isOnTime(submittedAt: Date, dueAt: Date): boolean {
  return submittedAt.getTime() <= dueAt.getTime();
}

/** Late credits that one arrival after `dueAt` takes, of `hoursEach` each; 0 when it is on time. */
export function creditsFor(submittedAt: Date, dueAt: Date, hoursEach: number): number {
  const late = submittedAt.getTime() - dueAt.getTime();
  return Math.max(0, Math.ceil(late / (hoursEach * hour)));
}

/** A version that late credits admitted, and the deadline that holds for its text now. */
export interface ChargedVersion {
  assignmentId: string;
  submittedAt: Date;
  creditsCharged: number;
  dueAt: Date;
}

/**
 * Late credits that a student has used: each text costs what its dearest version took. An extension, or a class
 * that moved back, returns what it makes needless.
 */
export function creditsUsed(
  versions: readonly ChargedVersion[],
  rule: NonNullable<Syllabus["lateCredits"]>,
): number {
  const byText = new Map<string, number>();
  for (const version of versions) {
    const needed = creditsFor(version.submittedAt, version.dueAt, rule.hoursEach);
    const cost = Math.min(needed, version.creditsCharged);
    byText.set(version.assignmentId, Math.max(byText.get(version.assignmentId) ?? 0, cost));
  }
  return [...byText.values()].reduce((sum, credits) => sum + credits, 0);
}

/** A version of a hand-in as far as lateness is concerned. */
export interface Version {
  submittedAt: Date;
  /** The deadline that held when it arrived: a class that moves forward later makes nobody late. */
  dueAtReceipt?: Date | null;
  /** Late credits that admitted it; 0 for what was on time. */
  creditsCharged?: number;
}

/**
 * The version that is graded (feature 22): the last that was on time, now or when it arrived, or that a late credit
 * admitted. Later ones are kept, and do not count. Undefined when none counts.
 */
export function lastOnTime<V extends Version>(versions: readonly V[], dueAt: Date): V | undefined {
  let graded: V | undefined;
  for (const version of versions) {
    const held = personalDueAt(dueAt, version.dueAtReceipt ?? null);
    if (!isOnTime(version.submittedAt, held) && (version.creditsCharged ?? 0) === 0) continue;
    if (graded === undefined || version.submittedAt.getTime() >= graded.submittedAt.getTime()) {
      graded = version;
    }
  }
  return graded;
}
