import type { EnrolledViewer } from "@/policy/access";
import { NotFound, Refusal } from "@/policy/refusal";
import { versionsOf } from "@/policy/scoring";
import { findSeries, presentationKey } from "@/policy/syllabus";
import { postAnnouncement } from "../announcements";
import { saveDraft } from "../drafts";
import { submitAssignment } from "../submissions";
import { claimSeat } from "../discussions";
import { placePresenter } from "../discussions-placing";
import { grantException } from "../exceptions";
import { scorePresentation } from "../grades-presentation";
import { releaseGrades } from "../grades-release";
import { scoreSubmission } from "../grades-score";
import { takePass } from "../passes";
import type { Deed, PlannedEvent } from "./events";
import { assignmentOf, textName, type Stage } from "./stage";
import { textOf } from "./written";

/**
 * The key under which the audit log keeps an event, so that it is never done twice. Somebody takes part in several
 * courses, so it names the course; the first one's events have their keys since version 0.1.
 */
function keyOf({ facts }: Stage, eventId: string): string {
  const { slug } = facts.demo;
  return slug === "s2024" ? `cast ${eventId}` : `cast ${slug} ${eventId}`;
}

/** Somebody of the cast at the instant of an event. */
interface Actor {
  viewer: EnrolledViewer;
  at: Date;
  idempotencyKey: string;
}

type Of<Kind extends Deed["kind"]> = Extract<Deed, { kind: Kind }>;

/**
 * Lets somebody of the cast do one thing, at its instant, by the verb that people use. What is done already, what
 * a tester has done meanwhile and what a rule refuses is left out without a word.
 */
export async function perform(stage: Stage, { id, who, at, deed }: PlannedEvent): Promise<void> {
  const idempotencyKey = keyOf(stage, id);
  const viewer = stage.cast.get(who);
  if (viewer === undefined || stage.done.has(idempotencyKey)) return;
  try {
    if (await attempt(stage, { viewer, at, idempotencyKey }, deed)) stage.done.add(idempotencyKey);
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof NotFound)) throw error;
  }
}

/** Each of these says whether the deed was done, so that it need not be tried again. */
async function attempt(stage: Stage, actor: Actor, deed: Deed): Promise<boolean> {
  switch (deed.kind) {
    case "announce": {
      const { viewer, at, idempotencyKey } = actor;
      await postAnnouncement(viewer, { title: deed.title, body: deed.body, idempotencyKey }, at);
      return true;
    }
    case "claim a seat":
      return takeSeat(stage, actor, deed);
    case "place a presenter":
      return place(stage, actor, deed);
    case "take a pass":
      return passOver(stage, actor, deed);
    case "save a draft":
    case "hand in":
      return write(stage, actor, deed);
    case "grant":
      return grant(stage, actor, deed);
    case "score":
      return score(stage, actor, deed);
    case "mark":
      return mark(stage, actor, deed);
    case "score a presentation":
      return scoreDiscussion(stage, actor, deed);
    case "release": {
      const assignmentId = assignmentOf(stage, deed.meeting, deed.work);
      if (assignmentId === undefined) return false;
      const { viewer, at, idempotencyKey } = actor;
      await releaseGrades(viewer, { assignmentId, idempotencyKey }, at);
      return true;
    }
  }
}

/** Takes a seat: tries the discussions one after the other, as somebody would who finds them full. */
async function takeSeat(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { preferences }: Of<"claim a seat">,
): Promise<boolean> {
  for (const number of preferences) {
    const meeting = stage.meetings.get(number);
    const taken = stage.presenters.get(meeting?.id ?? "") ?? [];
    if (meeting === undefined || taken.length >= meeting.seats) continue;
    try {
      await claimSeat(viewer, { meetingId: meeting.id, idempotencyKey }, at);
      stage.presenters.set(meeting.id, [...taken, viewer.enrolmentId]);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return false;
}

async function place(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { meeting: number, student, reason }: Of<"place a presenter">,
): Promise<boolean> {
  const meeting = stage.meetings.get(number);
  const enrolmentId = stage.cast.get(student)?.enrolmentId;
  if (meeting === undefined || enrolmentId === undefined) return false;
  await placePresenter(viewer, { meetingId: meeting.id, enrolmentId, reason, idempotencyKey }, at);
  const taken = stage.presenters.get(meeting.id) ?? [];
  stage.presenters.set(meeting.id, [...taken, enrolmentId]);
  return true;
}

async function passOver(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { meeting, series }: Of<"take a pass">,
): Promise<boolean> {
  const assignmentId = assignmentOf(stage, meeting, series);
  if (assignmentId === undefined) return false;
  const name = textName(assignmentId, viewer.enrolmentId);
  if (stage.handedIn.has(name)) return false;
  await takePass(viewer, { assignmentId, idempotencyKey }, at);
  stage.excused.add(name);
  return true;
}

/** Presenters and the excused write nothing; a text or a draft that is not the cast's own is left alone. */
async function write(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  deed: Of<"save a draft"> | Of<"hand in">,
): Promise<boolean> {
  const { series, written } = deed;
  const meeting = stage.meetings.get(deed.meeting);
  const assignmentId = assignmentOf(stage, deed.meeting, series);
  if (meeting === undefined || assignmentId === undefined) return false;
  const name = textName(assignmentId, viewer.enrolmentId);
  const isPresenting = stage.presenters.get(meeting.id)?.includes(viewer.enrolmentId) === true;
  if (isPresenting || stage.excused.has(name)) return false;
  const draft = stage.drafts.get(name);
  if (draft !== undefined && draft !== textOf(written.firstTry)) return false;
  const isNext =
    deed.kind === "hand in" && deed.after !== null
      ? stage.done.has(keyOf(stage, deed.after))
      : !stage.handedIn.has(name);
  const readingId = written.paper === null ? null : meeting.readingIds.get(written.paper);
  if (!isNext || readingId === undefined) return false;
  const isTied = findSeries(stage.facts.syllabus, series)?.isTiedToDiscussion === true;
  const named = isTied
    ? meeting.named.filter(([name]) => textOf(written.answers).includes(name))
    : [];
  const about = named.length === 1 ? (named[0]?.[1] ?? null) : null;
  const typed = { readingId, about, answers: written.answers, questions: written.questions };
  const text = { assignmentId, ...typed };
  if (deed.kind === "save a draft") {
    await saveDraft(viewer, { ...text, basedOn: 0 }, at);
    stage.drafts.set(name, textOf(written.answers));
    return true;
  }
  await submitAssignment(viewer, { ...text, creditsAgreed: 0, idempotencyKey }, at);
  stage.drafts.delete(name);
  stage.handedIn.add(name);
  return true;
}

async function grant(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  deed: Of<"grant">,
): Promise<boolean> {
  const assignmentId = assignmentOf(stage, deed.meeting, deed.series);
  const submitterId = stage.cast.get(deed.student)?.enrolmentId;
  if (assignmentId === undefined || submitterId === undefined) return false;
  const { exception: kind, reason } = deed;
  const [extendedTo = "", extendedTime = ""] = deed.extendedTo?.split("T") ?? [];
  const grant = { assignmentId, submitterId, kind, extendedTo, extendedTime, reason };
  await grantException(viewer, { ...grant, idempotencyKey }, at);
  if (kind !== "extended") stage.excused.add(textName(assignmentId, submitterId));
  return true;
}

async function score(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { meeting, student, series, score, comment }: Of<"score">,
): Promise<boolean> {
  const assignmentId = assignmentOf(stage, meeting, series);
  const submitterId = stage.cast.get(student)?.enrolmentId;
  if (assignmentId === undefined || submitterId === undefined) return false;
  const work = { assignmentId, submitterId };
  const seen = { basedOn: 0, overrule: null, idempotencyKey };
  await scoreSubmission(viewer, { ...work, score, comment, ...seen }, at);
  return true;
}

async function mark(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { student, work, score, comment }: Of<"mark">,
): Promise<boolean> {
  const assignmentId = assignmentOf(stage, null, work);
  const submitterId = stage.cast.get(student)?.enrolmentId;
  if (assignmentId === undefined || submitterId === undefined) return false;
  const seen = { basedOn: 0, overrule: null, idempotencyKey };
  await scoreSubmission(viewer, { assignmentId, submitterId, score, comment, ...seen }, at);
  return true;
}

async function scoreDiscussion(
  stage: Stage,
  { viewer, at, idempotencyKey }: Actor,
  { meeting, aspects, comment }: Of<"score a presentation">,
): Promise<boolean> {
  const assignmentId = assignmentOf(stage, meeting, presentationKey);
  if (assignmentId === undefined) return false;
  const presenters = stage.presenters.get(stage.meetings.get(meeting)?.id ?? "") ?? [];
  const basedOn = versionsOf(presenters.map((submitterId) => ({ submitterId, saved: null })));
  const scoring = { assignmentId, aspects, comment, basedOn, overrule: null, idempotencyKey };
  await scorePresentation(viewer, scoring, at);
  return true;
}
