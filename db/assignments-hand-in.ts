import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { checkPost, checkPre, type PreText } from "@/policy/assignments";
import { draftProblem, type DraftText } from "@/policy/drafts";
import { standingOf, type TextStanding } from "@/policy/hand-in";
import { creditsFor, lateCostSentence } from "@/policy/lateness";
import { Refusal } from "@/policy/refusal";
import type { AssignmentKind } from "@/policy/syllabus";
import { findOwnTexts, textFacts, type OwnTexts } from "./assignments";
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
 * long is refused beside its field. The same form twice is one version.
 */
export async function submitAssignment(
  viewer: Viewer,
  handingIn: HandingIn,
  now: Date,
): Promise<Receipt> {
  demandEnrolled(viewer, "hand in assignments");
  const answer = await db.transaction(async (tx) => {
    const meeting = await holdMeeting(tx, viewer, handingIn.meetingId);
    await lockOwnEnrolment(tx, viewer);
    const own = await findOwnTexts(viewer, meeting.id, tx);
    const last = own.versions.find(({ assignment }) => assignment === handingIn.assignment);
    const receipt = { meetingNumber: meeting.number, version: last?.version ?? 0 };
    const isRepeated = await alreadyDone(tx, viewer, handingIn.idempotencyKey);
    if (isRepeated) {
      const same = versionOf(await checkText(tx, handingIn, own), own, handingIn.assignment);
      if (same !== undefined) return { ...receipt, version: same.version };
    }
    const rules = await readRules(tx, viewer);
    const standing = standingOf(textFacts(meeting, rules, own), handingIn.assignment, now);
    const refusal = refusalOf(standing, handingIn);
    if (refusal !== null) {
      const problem = draftProblem(handingIn);
      if (problem === null) await keepDraft(tx, viewer, handingIn, now);
      return new Refusal(`${refusal} ${problem ?? "What you typed is kept as a draft."}`);
    }
    const text = await checkText(tx, handingIn, own);
    const version = receipt.version + 1;
    const { window } = standing;
    const hoursEach = rules.syllabus.lateCredits?.hoursEach;
    // A form found again by going back, with another text in it, is a hand-in of its own.
    const idempotencyKey = isRepeated ? null : handingIn.idempotencyKey;
    await write(tx, viewer, { ...handingIn, idempotencyKey }, text, {
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

/** Why the text cannot be taken now, or null. Unlike other refusals, this one keeps the text as a draft. */
function refusalOf({ window }: TextStanding, { creditsAgreed }: HandingIn): string | null {
  if (window.state === "closed") return window.reason;
  if (window.state === "open" || window.creditsNeeded <= creditsAgreed) return null;
  return `The deadline passed while this page was open. ${lateCostSentence(window) ?? ""} Load the page again to agree to that.`;
}

/** The text as it may be kept; a paper that left the meeting's list stays open to whoever has written about it. */
async function checkText(tx: Tx, handingIn: HandingIn, own: OwnTexts): Promise<PreText> {
  if (handingIn.assignment === "post") {
    return { readingId: null, summary: checkPost(handingIn.text), questions: [] };
  }
  const listed = await tx
    .select({ id: meetingReadings.readingId })
    .from(meetingReadings)
    .where(eq(meetingReadings.meetingId, handingIn.meetingId));
  const written = own.versions.flatMap(({ readingId }) => readingId ?? []);
  const choices = [...listed.map(({ id }) => id), ...written];
  const isTopic = listed.length === 0 && !handingIn.readingId;
  return checkPre({ ...handingIn, summary: handingIn.text }, isTopic ? [] : choices);
}

/** The version that says just this, if there is one. */
function versionOf(text: PreText, own: OwnTexts, assignment: AssignmentKind) {
  return own.versions.find(
    (version) =>
      version.assignment === assignment &&
      version.readingId === text.readingId &&
      version.text === text.summary &&
      version.questions.join("\n\n\n") === text.questions.join("\n\n\n"),
  );
}

async function write(
  tx: Tx,
  viewer: EnrolledViewer,
  handingIn: HandingIn,
  text: PreText,
  facts: { version: number; submittedAt: Date; dueAtReceipt: Date; creditsCharged: number },
): Promise<void> {
  const { meetingId, assignment, idempotencyKey } = handingIn;
  const id = randomUUID();
  await tx.insert(submissions).values({
    id,
    courseId: viewer.courseId,
    enrolmentId: viewer.enrolmentId,
    meetingId,
    assignment,
    readingId: text.readingId,
    text: text.summary,
    ...facts,
  });
  const asked = text.questions.map((question, index) => ({
    id: randomUUID(),
    submissionId: id,
    position: index + 1,
    text: question,
  }));
  if (asked.length > 0) await tx.insert(questions).values(asked);
  await dropDraft(tx, viewer, handingIn);
  const entry = {
    action: `handed in a ${assignment}-assignment`,
    subjectId: id,
    details: { meetingId, version: facts.version },
    idempotencyKey,
  };
  await record(tx, viewer, entry, facts.submittedAt);
}
