import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { isSameDraft, joinDrafts } from "@/policy/draft-text";
import { draftProblem } from "@/policy/drafts";
import type { TextFacts, TextStatus } from "@/policy/hand-in";
import { creditsFor, lateCostSentence } from "@/policy/lateness";
import { NotFound, Refusal } from "@/policy/refusal";
import {
  checkSubmission,
  checkVersion,
  type SubmissionText,
  type TextInput,
} from "@/policy/submissions";
import type { Series } from "@/policy/syllabus";
import { readableSeries } from "./assignments";
import { isAskedIn } from "./assignments-class";
import { findOwnTexts, statusesOf, textFacts, type OwnTexts } from "./assignments-own";
import { alreadyDone, record } from "./audit";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { dropDraft, keepDraft, lockOwnEnrolment, type TextOf } from "./drafts";
import { holdMeeting, meetingOf } from "./meetings";
import { meetingReadings, questions, submissions } from "./schema";

/** A text as it is handed in. */
export interface SubmissionInput extends TextOf, TextInput {
  /** The late credits that the page named as the cost before the button was pressed; 0 when it named none. */
  creditsAgreed: number;
  /** Names the version and the draft that the form was opened with; another draft, saved elsewhere since, is kept. */
  held?: string | undefined;
  idempotencyKey: string | null;
}

/** What the student is told afterwards. */
export interface Receipt {
  meetingNumber: number;
  /** The key of the series. */
  series: string;
  version: number;
}

/**
 * Hands in a text for an assignment of a series, as a new version (R17–R20). After the deadline, and where the cost
 * has risen above what the page had named, it is refused in words and the text kept as a draft; what is missing or
 * too long is refused beside its field. The same form twice in a row is one version.
 */
export async function submitAssignment(
  viewer: Viewer,
  input: SubmissionInput,
  now: Date,
): Promise<Receipt> {
  demandEnrolled(viewer, "hand in assignments");
  const answer = await db.transaction(async (tx) => {
    const { facts, own, status, isRepeated } = await lockText(tx, viewer, input, now);
    const { series } = status;
    const last = own.versions.find(({ assignmentId }) => assignmentId === input.assignmentId);
    const draft = own.drafts.find(({ assignmentId }) => assignmentId === input.assignmentId);
    const newer = draft !== undefined && isElsewhere(draft, input) ? draft.content : null;
    const receipt = {
      meetingNumber: facts.meeting.number,
      series: series.key,
      version: last?.version ?? 0,
    };
    const check = () => checkText(tx, viewer, input, series, own, facts, now);
    if (isRepeated && isSame(await check(), last)) return receipt;
    const refusal = refusalOf(status, input);
    if (refusal !== null) {
      const { assignmentId } = input;
      const kept = newer === null ? textOf(input) : joinDrafts(newer, textOf(input));
      const problem = draftProblem(kept);
      if (problem === null) await keepDraft(tx, viewer, { assignmentId, ...kept }, now);
      return new Refusal(`${refusal} ${problem ?? "What you typed is kept as a draft."}`);
    }
    const text = await check();
    const version = receipt.version + 1;
    checkVersion(version);
    const { window } = status;
    const hoursEach = facts.syllabus.lateCredits?.hoursEach;
    if (draft !== undefined && newer === null) await dropDraft(tx, viewer, input);
    await write(tx, viewer, input, text, {
      version,
      submittedAt: now,
      dueAtReceipt: window.dueAt,
      creditsCharged: hoursEach === undefined ? 0 : creditsFor(now, window.dueAt, hoursEach),
    });
    return { ...receipt, version };
  });
  if (answer instanceof Refusal) throw answer;
  return answer;
}

/**
 * What decides about the viewer's own text, all of it true until the transaction ends. An assignment of another course,
 * and one for which no text is written, does not exist.
 */
export async function lockText(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId, idempotencyKey }: TextOf & { idempotencyKey: string | null },
  now: Date,
) {
  const [meeting] = await Promise.all([
    holdMeeting(tx, viewer, meetingOf(assignmentId)),
    lockOwnEnrolment(tx, viewer),
  ]);
  // Only now: what is read here must not have been read before the locks were granted.
  const [own, rules, isRepeated] = await Promise.all([
    // Without the rules, which are not known yet: whoever asked a question stays unnamed.
    findOwnTexts(viewer, { assignmentId }, { series: [] }, "last", tx),
    readRules(tx, viewer),
    alreadyDone(tx, viewer, idempotencyKey),
  ]);
  const facts = textFacts(meeting, rules, own);
  const status = statusesOf(facts, now).find((one) => one.assignmentId === assignmentId);
  if (status === undefined) throw new NotFound();
  return { facts, own, status, isRepeated };
}

function textOf({ readingId, about, answers, questions }: TextInput): TextInput {
  return { readingId, about, answers, questions };
}

/** Whether the draft was saved elsewhere since the form was opened, and says something else. */
function isElsewhere(draft: OwnTexts["drafts"][number], input: SubmissionInput): boolean {
  const { held } = input;
  return (
    held !== undefined &&
    !held.endsWith(` ${draft.savedAt.toISOString()}`) &&
    !isSameDraft(draft.content, input)
  );
}

/** Why the text cannot be taken now, or null. Unlike other refusals, this one keeps the text as a draft. */
function refusalOf({ window }: TextStatus, { creditsAgreed }: SubmissionInput): string | null {
  if (window.state === "closed") return window.reason;
  if (window.state === "open" || window.creditsNeeded <= creditsAgreed) return null;
  return `The deadline passed while this page was open. ${lateCostSentence(window) ?? ""} Load the page again to agree to that.`;
}

/**
 * The text as it may be kept. A paper that left the meeting's list, and a question that can no longer be read, stay
 * open to whoever wrote the last version about it.
 */
async function checkText(
  tx: Tx,
  viewer: EnrolledViewer,
  input: SubmissionInput,
  series: Series,
  own: OwnTexts,
  facts: TextFacts,
  now: Date,
): Promise<SubmissionText> {
  const isTied = series.isTiedToDiscussion && Boolean(input.about);
  if (series.paper !== "choose" && !isTied) {
    return checkSubmission(input, series, { papers: [], questions: [] });
  }
  const listed = await listPaperIds(tx, facts.meeting.id);
  const former = own.versions.filter(({ assignmentId }) => assignmentId === input.assignmentId);
  const isTopic = series.paper === "choose" && listed.length === 0 && !input.readingId;
  const papers = isTopic ? [] : [...listed, ...former.flatMap(({ readingId }) => readingId ?? [])];
  const asked = isTied ? await listReadable(tx, viewer, facts, input.about, now) : [];
  const questions = [...asked, ...former.flatMap(({ about }) => about?.id ?? [])];
  return checkSubmission(input, series, { papers, questions });
}

async function listPaperIds(tx: Tx, meetingId: string): Promise<string[]> {
  const listed = await tx
    .select({ id: meetingReadings.readingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.meetingId, meetingId));
  return listed.map(({ id }) => id);
}

/** The question that the text is about, where it is one of the class that the student may read. */
async function listReadable(
  tx: Tx,
  viewer: EnrolledViewer,
  facts: TextFacts,
  about: string | null,
  now: Date,
): Promise<string[]> {
  const id = z.uuid().safeParse(about);
  if (!id.success) return [];
  const { meeting } = facts;
  const readable = readableSeries(viewer, meeting, facts, statusesOf(facts, now), now);
  return (await isAskedIn(viewer, meeting, readable, id.data, tx)) ? [id.data] : [];
}

/** Whether the version says just this. */
function isSame(text: SubmissionText, version: OwnTexts["versions"][number] | undefined): boolean {
  return (
    version !== undefined &&
    version.readingId === text.readingId &&
    (version.about?.id ?? null) === text.questionId &&
    isDeepStrictEqual(version.answers, text.answers) &&
    isDeepStrictEqual(version.questions, text.questions)
  );
}

async function write(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId, idempotencyKey }: SubmissionInput,
  text: SubmissionText,
  facts: { version: number; submittedAt: Date; dueAtReceipt: Date; creditsCharged: number },
): Promise<void> {
  const id = randomUUID();
  const work = { assignmentId, submitterId: viewer.enrolmentId };
  const asked = text.questions.map((question, index) => ({
    id: randomUUID(),
    submissionId: id,
    position: index + 1,
    text: question,
  }));
  const entry = {
    action: "submitted" as const,
    subjectId: id,
    details: { ...work, version: facts.version },
    idempotencyKey,
  };
  await Promise.all([
    tx.insert(submissions).values({
      id,
      courseId: viewer.courseId,
      ...work,
      readingId: text.readingId,
      aboutQuestionId: text.questionId,
      answers: text.answers,
      ...facts,
    }),
    asked.length > 0 ? tx.insert(questions).values(asked) : null,
    record(tx, viewer, entry, facts.submittedAt),
  ]);
}
