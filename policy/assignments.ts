import { dueAt, personalDueAt } from "./deadlines";
import { checkLength, cleaned } from "./texts";
import { isAssessed, isWaivedForAll, type MeetingFacts } from "./meetings";
import { checkAll, checkEach, Refusal } from "./refusal";
import { assignmentKinds, type AssignmentKind, type Syllabus } from "./syllabus";

/** What one student owes for one meeting. */
export interface Duty {
  meetingId: string;
  meetingNumber: number;
  assignment: AssignmentKind;
  /** The student's own deadline, an extension included. */
  dueAt: Date;
  state: "due" | "automatic" | "waived";
}

/** What staff decided for one student and one assignment. */
export interface DutyException {
  meetingId: string;
  assignment: AssignmentKind;
  waived: boolean;
  extendedTo: Date | null;
}

/** One decision of the staff, as it was granted. */
export interface Grant {
  meetingId: string;
  assignment: AssignmentKind;
  kind: "waived" | "excused" | "extended";
  extendedTo: Date | null;
}

/** Several decisions for one assignment as one: any waiver or excuse waives it, and the latest extension holds. */
export function exceptionsFrom(grants: readonly Grant[]): DutyException[] {
  const exceptions = new Map<string, DutyException>();
  for (const { meetingId, assignment, kind, extendedTo } of grants) {
    const key = `${assignment} ${meetingId}`;
    const former = exceptions.get(key);
    const later = [former?.extendedTo, extendedTo].filter((instant) => instant != null);
    exceptions.set(key, {
      meetingId,
      assignment,
      waived: former?.waived === true || kind !== "extended",
      extendedTo:
        later.length === 0
          ? null
          : new Date(Math.max(...later.map((instant) => instant.getTime()))),
    });
  }
  return [...exceptions.values()];
}

/** What a student owes for one assignment of an assessed meeting; `exception` is the one that holds for it, if any. */
export function dutyOf(
  meeting: MeetingFacts,
  assignment: AssignmentKind,
  facts: {
    syllabus: Syllabus;
    zone: string;
    /** The meeting in which the student holds a seat. */
    presentsAt: string | null;
    exception: Pick<DutyException, "waived" | "extendedTo"> | undefined;
  },
): Duty {
  const { syllabus, zone, presentsAt, exception } = facts;
  const isAutomatic = meeting.id === presentsAt && syllabus[assignment].presenterGets !== null;
  const isWaived = isWaivedForAll(meeting, assignment) || exception?.waived === true;
  return {
    meetingId: meeting.id,
    meetingNumber: meeting.number,
    assignment,
    dueAt: personalDueAt(dueAt(meeting, assignment, syllabus, zone), exception?.extendedTo ?? null),
    state: isAutomatic ? "automatic" : isWaived ? "waived" : "due",
  };
}

/**
 * All duties of a student, by one rule (feature 20): a pre- and a post-assignment for every assessed meeting, in
 * order of their deadlines. The day of the own presentation is automatic (R22). A waiver, for all or for one,
 * forgives a day, but takes no point away: who presents on a waived day keeps the automatic point.
 */
export function dutiesOf(facts: {
  meetings: readonly MeetingFacts[];
  syllabus: Syllabus;
  zone: string;
  /** The meeting in which the student holds a seat. */
  presentsAt: string | null;
  exceptions: readonly DutyException[];
}): Duty[] {
  const { meetings, syllabus, zone, presentsAt } = facts;
  const exceptions = new Map(
    facts.exceptions.map((exception) => [
      `${exception.assignment} ${exception.meetingId}`,
      exception,
    ]),
  );
  const duties = meetings
    .filter((meeting) => isAssessed(meeting, syllabus))
    .flatMap((meeting) =>
      assignmentKinds.map((assignment) => {
        const exception = exceptions.get(`${assignment} ${meeting.id}`);
        return dutyOf(meeting, assignment, { syllabus, zone, presentsAt, exception });
      }),
    );
  return duties.sort(
    (a, b) =>
      a.dueAt.getTime() - b.dueAt.getTime() ||
      a.meetingNumber - b.meetingNumber ||
      (a.assignment === b.assignment ? 0 : a.assignment === "pre" ? -1 : 1),
  );
}

/** Whether classmates may read the summaries: from the first instant after the deadline. */
export function summariesVisible(dueAt: Date, now: Date): boolean {
  return now.getTime() > dueAt.getTime();
}

/** The longest texts that a hand-in takes, in characters, and the most questions. */
export const textLimits = { summary: 10_000, question: 1_000, questions: 10, post: 5_000 } as const;

/** A pre-assignment as it is typed, or as it may be kept. */
export interface PreText {
  /** Null at a meeting without readings, whose announced topic is summarised. */
  readingId: string | null;
  summary: string;
  questions: string[];
}

/** Spaces, invisible characters and bare marks are no answer. */
function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/**
 * A pre-assignment as it may be handed in (R17): a paper of this meeting, a summary of it, at least one question.
 * Blank questions are dropped. Refuses what is missing, too long, or about another meeting's paper.
 */
export function checkPre(input: PreText, readingIds: readonly string[]): PreText {
  return checkAll({
    readingId: () => checkPaper(input.readingId, readingIds),
    summary: () => checkSummary(input.summary),
    questions: () => checkQuestions(input.questions),
  });
}

function checkPaper(typed: string | null, readingIds: readonly string[]): string | null {
  const readingId = typed === "" ? null : typed;
  if (readingId === null && readingIds.length > 0) {
    throw new Refusal("No paper is chosen. Choose the paper that you summarise.", "reading");
  }
  if (readingId !== null && !readingIds.includes(readingId)) {
    throw new Refusal(
      "This paper is not among the readings of this meeting. Choose one of those listed.",
      "reading",
    );
  }
  return readingId;
}

function checkSummary(typed: string): string {
  const summary = cleaned(typed);
  if (isBlank(summary)) {
    throw new Refusal("The summary is empty. Write a few sentences about the reading.", "summary");
  }
  checkLength(summary, textLimits.summary, "The summary", "summary");
  return summary;
}

function checkQuestions(typed: readonly string[]): string[] {
  const questions = typed
    .map((text, index) => ({ text: cleaned(text), field: `question-${index + 1}` }))
    .filter(({ text }) => !isBlank(text));
  if (questions.length === 0) {
    throw new Refusal(
      "There is no discussion question. Write at least one that the class could discuss.",
      "question-1",
    );
  }
  return checkEach(questions, ({ text, field }, index) => {
    checkLength(text, textLimits.question, "This question", field);
    if (index === textLimits.questions) {
      throw new Refusal(
        `There are more than ${textLimits.questions} questions. Keep the best ${textLimits.questions}.`,
        field,
      );
    }
    return text;
  });
}

/** A post-assignment as it may be handed in (R19). Refuses an empty text and one that is too long. */
export function checkPost(text: string): string {
  const post = cleaned(text);
  if (isBlank(post)) {
    throw new Refusal(
      "The text is empty. Write 2 to 3 sentences on what you found interesting.",
      "text",
    );
  }
  checkLength(post, textLimits.post, "The text", "text");
  return post;
}

/**
 * What a post-assignment is about (R19): a question or a paper by its id. Refuses one that is not among `subjects`: the
 * questions that the student may read, and the papers of the meeting.
 */
export function checkAbout(about: string, subjects: readonly string[]): string {
  if (subjects.includes(about)) return about;
  throw new Refusal(
    "This is neither a question of this class that you can read nor one of its papers. Choose one of those listed, or none.",
    "about",
  );
}
