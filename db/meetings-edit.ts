import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import type { MeetingEditAction } from "@/policy/audit";
import { paperWarnings } from "@/policy/meeting-papers";
import { readMeetingText, type MeetingText } from "@/policy/meeting-text";
import type { MeetingValues } from "@/policy/meeting-values";
import { NotFound, Refusal } from "@/policy/refusal";
import { announcementOf } from "@/policy/schedule-announcement";
import { changeOf } from "@/policy/schedule-change";
import { checkEdit, type Edit, type ScheduleFacts } from "@/policy/schedule-edit";
import { announce } from "./announcements";
import { alreadyDone, record } from "./audit";
import { db, type Db, type Tx } from "./client";
import { lockCourse, raiseRevision } from "./courses";
import { lockMeeting } from "./meetings";
import { findLastEdit, findMeetingValues, nextNumber, readScheduleFacts } from "./meetings-facts";
import { writeEdit } from "./meetings-write";
import { audit, meetings } from "./schema";

/** What the audit log calls each of the edits. */
const editEvents = {
  add: "meeting-added",
  save: "meeting-changed",
  cancel: "meeting-cancelled",
  reinstate: "meeting-reinstated",
  undo: "meeting-change-undone",
} as const;

/** Somebody else saved the meeting since the form was opened. */
export class MeetingChanged extends Refusal {
  constructor() {
    super(
      "Somebody else changed this meeting meanwhile, so nothing was saved. Load the page again to see it as it is now.",
    );
    this.name = "MeetingChanged";
  }
}

/** The form of a meeting: what was typed, and whether a deadline inside a break is meant. */
interface FormInput {
  text: MeetingText;
  isForced: boolean;
}

/** A meeting as somebody had it before the eyes: the number in its address, and the version. */
interface SeenVersion {
  number: number;
  version: number;
}

/** How an edit is confirmed. */
interface Confirmed {
  /** Whether the course is told, where the edit changes what `announcementOf` tells. */
  isAnnounced?: boolean;
  idempotencyKey: string | null;
}

/** What shall happen to a meeting, or that there shall be a new one. */
type EditRequest =
  | ({ what: "add" } & FormInput)
  | ({ what: "save" } & SeenVersion & FormInput)
  | ({ what: "cancel" | "reinstate" | "undo" } & SeenVersion);

/** What an edit would do, to be shown before it is saved; writes nothing, and refuses what the save would refuse. */
export async function previewMeeting(viewer: Viewer, request: EditRequest, now: Date) {
  demand(viewer, "edit the schedule");
  const { edit, facts } = await decide(db, viewer, request);
  const change = changeOf(edit, facts, now);
  if ("text" in request)
    change.warnings.push(...paperWarnings(request.text.readings, facts.papers));
  const { zone, syllabus } = facts;
  return { ...edit, change, announcement: announcementOf(edit, facts), zone, syllabus };
}

/** An edit as it would be. */
export type MeetingPreview = Awaited<ReturnType<typeof previewMeeting>>;

/**
 * Saves the form of a meeting (feature 2, 3): its day, kind, seats, deadlines, text, papers and materials at once.
 * Refuses whatever the preview refuses, and a version that is no longer the meeting's. Returns the meeting's number.
 */
export async function saveMeeting(
  viewer: Viewer,
  request: SeenVersion & FormInput & Confirmed,
  now: Date,
) {
  return applyEdit(viewer, { ...request, what: "save" }, request, now);
}

/** Adds a meeting under the next number, which is never given again; the number that people read follows the date. */
export async function addMeeting(viewer: Viewer, request: FormInput & Confirmed, now: Date) {
  return applyEdit(viewer, { ...request, what: "add" }, request, now);
}

/** Cancels a meeting: nothing is due for it any more, and its presenters are free to lead another discussion (R13). */
export async function cancelMeeting(viewer: Viewer, request: SeenVersion & Confirmed, now: Date) {
  return applyEdit(viewer, { ...request, what: "cancel" }, request, now);
}

/** Takes a cancellation back; presenters who have no seat elsewhere get theirs again. */
export async function reinstateMeeting(
  viewer: Viewer,
  request: SeenVersion & Confirmed,
  now: Date,
) {
  return applyEdit(viewer, { ...request, what: "reinstate" }, request, now);
}

/** Saves the values of before the last edit of a meeting. Refuses once another change has touched it. */
export async function undoChange(viewer: Viewer, request: SeenVersion & Confirmed, now: Date) {
  return applyEdit(viewer, { ...request, what: "undo" }, request, now);
}

/** The last edit of a meeting where it can still be undone, with who made it and when; undefined otherwise. */
export async function findUndoableEdit(
  viewer: Viewer,
  meeting: { id: string; version: number },
): Promise<{ action: MeetingEditAction; by: string; at: Date } | undefined> {
  const last = await findLastEdit(db, viewer, meeting.id);
  if (last?.details.version !== meeting.version) return undefined;
  return { action: last.action, by: last.by, at: last.at };
}

/** The meeting as it stands beside what the form asks for, for whoever was overtaken, with who was first. */
export async function findOvertaking(
  viewer: Viewer,
  request: { number: number; text: MeetingText },
) {
  const found = await findMeetingValues(viewer, request.number);
  if (found === undefined) throw new NotFound();
  const { facts, themeIds } = await readScheduleFacts(db, viewer, found.id);
  const yours = readMeetingText(request.text, { ...facts, former: found.values, themeIds });
  const last = await findLastEdit(db, viewer, found.id);
  return {
    current: found.values,
    version: found.version,
    yours,
    by: last?.by ?? "Somebody",
    zone: facts.zone,
    syllabus: facts.syllabus,
  };
}

async function applyEdit(
  viewer: Viewer,
  request: EditRequest,
  { isAnnounced = false, idempotencyKey }: Confirmed,
  now: Date,
): Promise<{ number: number }> {
  demand(viewer, "edit the schedule");
  return db.transaction(async (tx) => {
    await lockCourse(tx, viewer);
    const isRepeated = await alreadyDone(tx, viewer, idempotencyKey);
    if (request.what === "add") {
      if (isRepeated) return { number: await numberDoneBy(tx, viewer, idempotencyKey) };
    } else {
      const seen = await findMeetingValues(viewer, request.number, tx);
      if (seen === undefined) throw new NotFound();
      if (isRepeated && seen.version === request.version + 1) return { number: request.number };
      await lockMeeting(tx, viewer, seen.id);
    }
    const { edit, facts, version } = await decide(tx, viewer, request);
    const recorded = await writeEdit(tx, viewer, edit, facts, version + 1, now);
    await record(
      tx,
      viewer,
      {
        action: editEvents[request.what],
        subjectId: edit.id,
        details: recorded,
        idempotencyKey,
      },
      now,
    );
    const news = isAnnounced ? announcementOf(edit, facts) : null;
    if (news !== null) await announce(tx, viewer, { ...news, idempotencyKey: null }, now);
    await raiseRevision(tx, viewer);
    return { number: edit.number };
  });
}

async function numberDoneBy(tx: Tx, viewer: Viewer, key: string | null): Promise<number> {
  const [found] = await tx
    .select({ number: meetings.number })
    .from(audit)
    .innerJoin(meetings, eq(meetings.id, audit.subjectId))
    .where(and(eq(audit.personId, viewer.personId ?? ""), eq(audit.idempotencyKey, key ?? "")));
  if (found === undefined) throw new NotFound();
  return found.number;
}

/** What the request means for the meeting as it stands now; refuses what must not be. */
async function decide(tx: Db | Tx, viewer: Viewer, request: EditRequest) {
  const found =
    request.what === "add" ? undefined : await findMeetingValues(viewer, request.number, tx);
  if (request.what !== "add") {
    if (found === undefined) throw new NotFound();
    if (found.version !== request.version) throw new MeetingChanged();
  }
  const id = found?.id ?? randomUUID();
  const { facts, themeIds } = await readScheduleFacts(tx, viewer, id);
  const before = found?.values ?? null;
  const edit: Edit = {
    id,
    number: request.what === "add" ? await nextNumber(tx, viewer) : request.number,
    before,
    after: await valuesAfter(tx, viewer, request, id, before, { facts, themeIds }),
  };
  if (before !== null && isDeepStrictEqual(before, edit.after)) {
    throw new Refusal("Nothing would change: the meeting is already as you describe it.");
  }
  // What is undone or reinstated was agreed before, whatever day its deadlines fall on.
  checkEdit(edit, facts, !("isForced" in request) || request.isForced);
  return { edit, facts, version: found?.version ?? 0 };
}

async function valuesAfter(
  tx: Db | Tx,
  viewer: Viewer,
  request: EditRequest,
  id: string,
  before: MeetingValues | null,
  known: { facts: ScheduleFacts; themeIds: string[] },
): Promise<MeetingValues> {
  if (request.what === "add" || request.what === "save") {
    const { facts, themeIds } = known;
    return readMeetingText(request.text, { ...facts, former: before, themeIds });
  }
  if (before === null) throw new NotFound();
  if (request.what !== "undo") return { ...before, isCancelled: request.what === "cancel" };
  const last = await findLastEdit(tx, viewer, id);
  if (last?.details.version !== request.version) {
    throw new Refusal("There is no change left that could be undone. Edit the meeting instead.");
  }
  // A meeting that was added stays at its address: taking it back is cancelling it.
  return last.details.before === null ? { ...before, isCancelled: true } : last.details.before;
}
