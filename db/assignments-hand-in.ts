import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { checkAbout, checkPost, checkPre, type PreText } from "@/policy/assignments";
import { draftProblem } from "@/policy/drafts";
import { isSameDraft, joinDrafts, type DraftText } from "@/policy/draft-text";
import { mayReadSummaries, standingOf, type TextFacts, type TextStanding } from "@/policy/hand-in";
import { creditsFor, lateCostSentence } from "@/policy/lateness";
import { checkAll, Refusal } from "@/policy/refusal";
import type { AssignmentKind } from "@/policy/syllabus";
import { findOwnTexts, listSummaries, textFacts, type OwnTexts } from "./assignments";
import { dropDraft, keepDraft, lockOwnEnrolment, type TextOf } from "./assignments-drafts";
import { alreadyDone, record } from "./audit";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { holdMeeting } from "./meetings";
import { meetingReadings, questions, submissions } from "./schema";

/** A pre- or post-assignment as it is handed in. */
export interface HandingIn extends TextOf, DraftText {
  /** The late credits that the page named as the cost before the button was pressed; 0 when it named none. */
  creditsAgreed: number;
  /** Names the version and the draft that the form was opened with; another draft, saved elsewhere since, is kept. */
  held?: string | undefined;
  idempotencyKey: string | null;
}

/** What the student is told afterwards. */
export interface Receipt {
  meetingNumber: number;
  version: number;
}

/**
 * Hands in a pre- or post-assignment as a new version (R17–R20). After the deadline, and where the cost has risen
 * above what the page had named, it is refused in words and the text kept as a draft; what is missing or too
 * long is refused beside its field. The same form twice in a row is one version.
 */
export async function submitAssignment(
  viewer: Viewer,
  handingIn: HandingIn,
  now: Date,
): Promise<Receipt> {
  demandEnrolled(viewer, "hand in assignments");
  const answer = await db.transaction(async (tx) => {
    // A transaction runs them in this order, each once the one before it is done: together they go out at once.
    const [meeting, , own, rules, isRepeated] = await Promise.all([
      holdMeeting(tx, viewer, handingIn.meetingId),
      lockOwnEnrolment(tx, viewer),
      findOwnTexts(viewer, handingIn.meetingId, "last", tx),
      readRules(tx, viewer),
      alreadyDone(tx, viewer, handingIn.idempotencyKey),
    ]);
    const last = own.versions.find(({ assignment }) => assignment === handingIn.assignment);
    const draft = own.drafts.find(({ assignment }) => assignment === handingIn.assignment);
    const newer = draft !== undefined && isElsewhere(draft, handingIn) ? draft.content : null;
    const receipt = { meetingNumber: meeting.number, version: last?.version ?? 0 };
    const facts = textFacts(meeting, rules, own);
    const check = () =>
      handingIn.assignment === "pre"
        ? checkPreText(tx, handingIn, own)
        : checkPostText(tx, viewer, handingIn, own, facts, now);
    if (isRepeated && isSame(await check(), last)) return receipt;
    const standing = standingOf(facts, handingIn.assignment, now);
    const refusal = refusalOf(standing, handingIn);
    if (refusal !== null) {
      const kept = newer === null ? handingIn : joinDrafts(newer, handingIn);
      const problem = draftProblem(kept);
      if (problem === null) await keepDraft(tx, viewer, { ...handingIn, ...kept }, now);
      return new Refusal(`${refusal} ${problem ?? "What you typed is kept as a draft."}`);
    }
    const text = await check();
    const version = receipt.version + 1;
    const { window } = standing;
    const hoursEach = rules.syllabus.lateCredits?.hoursEach;
    if (draft !== undefined && newer === null) await dropDraft(tx, viewer, handingIn);
    await write(tx, viewer, handingIn, text, {
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

/** Whether the draft was saved elsewhere since the form was opened, and says something else. */
function isElsewhere(draft: OwnTexts["drafts"][number], handingIn: HandingIn): boolean {
  const { held } = handingIn;
  return (
    held !== undefined &&
    !held.endsWith(` ${draft.savedAt.toISOString()}`) &&
    !isSameDraft(draft.content, handingIn)
  );
}

/** Why the text cannot be taken now, or null. Unlike other refusals, this one keeps the text as a draft. */
function refusalOf({ window }: TextStanding, { creditsAgreed }: HandingIn): string | null {
  if (window.state === "closed") return window.reason;
  if (window.state === "open" || window.creditsNeeded <= creditsAgreed) return null;
  return `The deadline passed while this page was open. ${lateCostSentence(window) ?? ""} Load the page again to agree to that.`;
}

/** A text as it is kept. */
interface CheckedText extends PreText {
  /** The question that a post-assignment is about. */
  questionId: string | null;
}

/** The text as it may be kept; a paper that left the meeting's list stays open to whoever wrote the last version about it. */
async function checkPreText(tx: Tx, handingIn: HandingIn, own: OwnTexts): Promise<CheckedText> {
  const listed = await listPaperIds(tx, handingIn);
  const choices = [...listed, ...papersWrittenAbout(own, "pre")];
  const isTopic = listed.length === 0 && !handingIn.readingId;
  const text = { ...handingIn, summary: handingIn.text };
  return { ...checkPre(text, isTopic ? [] : choices), questionId: null };
}

/** As for a pre-assignment; and the question that the last version is about stays open. */
async function checkPostText(
  tx: Tx,
  viewer: EnrolledViewer,
  handingIn: HandingIn,
  own: OwnTexts,
  facts: TextFacts,
  now: Date,
): Promise<CheckedText> {
  const { about, text } = handingIn;
  const none = { readingId: null, questionId: null, questions: [] };
  if (!about) return { ...none, summary: checkPost(text) };
  const papers = [...(await listPaperIds(tx, handingIn)), ...papersWrittenAbout(own, "post")];
  const mayRead = mayReadSummaries(viewer, standingOf(facts, "pre", now), now);
  const written = mayRead ? await listSummaries(viewer, handingIn.meetingId, tx) : [];
  const asked = [
    ...written.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...own.versions.flatMap(({ about }) => about?.id ?? []),
  ];
  const { summary } = checkAll({
    summary: () => checkPost(text),
    about: () => checkAbout(about, [...papers, ...asked]),
  });
  return papers.includes(about)
    ? { ...none, summary, readingId: about }
    : { ...none, summary, questionId: about };
}

function papersWrittenAbout({ versions }: OwnTexts, kind: AssignmentKind): string[] {
  return versions.flatMap(({ assignment, readingId }) =>
    assignment === kind && readingId !== null ? [readingId] : [],
  );
}

async function listPaperIds(tx: Tx, { meetingId }: HandingIn): Promise<string[]> {
  const listed = await tx
    .select({ id: meetingReadings.readingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.meetingId, meetingId));
  return listed.map(({ id }) => id);
}

/** Whether the version says just this. */
function isSame(text: CheckedText, version: OwnTexts["versions"][number] | undefined): boolean {
  return (
    version !== undefined &&
    version.readingId === text.readingId &&
    (version.about?.id ?? null) === text.questionId &&
    version.text === text.summary &&
    version.questions.join("\n\n\n") === text.questions.join("\n\n\n")
  );
}

async function write(
  tx: Tx,
  viewer: EnrolledViewer,
  handingIn: HandingIn,
  text: CheckedText,
  facts: { version: number; submittedAt: Date; dueAtReceipt: Date; creditsCharged: number },
): Promise<void> {
  const { meetingId, assignment, idempotencyKey } = handingIn;
  const id = randomUUID();
  const [about] =
    text.questionId === null
      ? []
      : await tx
          .select({
            aboutSubmissionId: questions.submissionId,
            aboutPosition: questions.position,
          })
          .from(questions)
          .where(eq(questions.id, text.questionId));
  const asked = text.questions.map((question, index) => ({
    id: randomUUID(),
    submissionId: id,
    position: index + 1,
    text: question,
  }));
  const entry = {
    action: `handed in a ${assignment}-assignment`,
    subjectId: id,
    details: { meetingId, version: facts.version },
    idempotencyKey,
  };
  await Promise.all([
    tx.insert(submissions).values({
      id,
      courseId: viewer.courseId,
      enrolmentId: viewer.enrolmentId,
      meetingId,
      assignment,
      readingId: text.readingId,
      ...about,
      text: text.summary,
      ...facts,
    }),
    asked.length > 0 ? tx.insert(questions).values(asked) : null,
    record(tx, viewer, entry, facts.submittedAt),
  ]);
}
