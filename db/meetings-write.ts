import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import { freeTurn } from "@/policy/discussions";
import type { ListedPaper } from "@/policy/meeting-papers";
import type { MeetingValues } from "@/policy/meeting-values";
import { parseReadingUrl, slugFor } from "@/policy/readings";
import {
  seatsReturned,
  type Edit,
  type FreedSeat,
  type RecordedEdit,
  type ScheduleFacts,
} from "@/policy/schedule-edit";
import { presentationKey, type PresentationRule } from "@/policy/syllabus";
import type { Tx } from "./client";
import { insertSeat, listOwnSeats } from "./discussions";
import {
  assignments,
  enrolments,
  materials,
  meetingReadings,
  meetings,
  readings,
  seats,
} from "./schema";

/** Where values are written: the row of a meeting with its number and version. */
interface Place {
  id: string;
  number: number;
  version: number;
  isNew: boolean;
}

/** Writes an edit, with what it does to the presenters' seats, and returns what the log keeps of it. */
export async function writeEdit(
  tx: Tx,
  viewer: Viewer,
  edit: Edit,
  facts: ScheduleFacts,
  version: number,
  now: Date,
): Promise<RecordedEdit> {
  const { id, number, before, after } = edit;
  const isCancelling = after.isCancelled && before?.isCancelled === false;
  const isReturning = !after.isCancelled && before?.isCancelled === true;
  const staysCancelled = after.isCancelled && before?.isCancelled === true;
  const freed = isCancelling
    ? await freeSeats(tx, id)
    : // The latest edit remembers who may return, however often the cancelled meeting is edited.
      staysCancelled
      ? facts.freed.map(({ enrolmentId, number: seat }) => ({ enrolmentId, number: seat }))
      : [];
  if (!isCancelling) await closeRanks(tx, id, facts.seats, after.seats);
  const place = { id, number, version, isNew: before === null };
  const written = await writeMeeting(tx, viewer, place, after);
  const restored = isReturning
    ? await restoreSeats(
        tx,
        viewer,
        { id, seats: after.seats },
        facts,
        facts.syllabus.presentation,
        now,
      )
    : [];
  return { number, version, before, after: written, freed, restored };
}

/**
 * Writes a meeting in full with its papers and materials, and returns it with an id for every paper. What people
 * handed in refers to papers, never to lists, and stays.
 */
async function writeMeeting(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  values: MeetingValues,
): Promise<MeetingValues> {
  const { readings: papers, materials: links, assignments: set, ...rest } = values;
  const row = { ...rest, version: place.version };
  if (place.isNew) {
    await tx
      .insert(meetings)
      .values({ id: place.id, courseId: viewer.courseId, number: place.number, ...row });
  } else {
    await tx.update(meetings).set(row).where(eq(meetings.id, place.id));
  }
  await writeAssignments(tx, viewer, place.id, set);
  await tx.delete(materials).where(eq(materials.meetingId, place.id));
  if (links.length > 0) {
    await tx.insert(materials).values(
      links.map((link, position) => ({
        id: randomUUID(),
        meetingId: place.id,
        position,
        ...link,
      })),
    );
  }
  return { ...values, readings: await writePapers(tx, viewer, place.id, papers) };
}

/** Writes what staff set for a meeting's assignments; one that a new meeting has not yet gets its row. */
export async function writeAssignments(
  tx: Tx,
  { courseId }: Pick<Viewer, "courseId">,
  meetingId: string,
  set: MeetingValues["assignments"],
): Promise<void> {
  const rows = [
    ...Object.entries(set).map(([work, { isWaived, dueAt }]) => ({
      work,
      isWaived,
      dueAt: dueAt === null ? null : new Date(dueAt),
    })),
    { work: presentationKey, isWaived: false, dueAt: null },
  ];
  await tx
    .insert(assignments)
    .values(rows.map((row) => ({ id: randomUUID(), courseId, meetingId, ...row })))
    .onConflictDoUpdate({
      target: [assignments.courseId, assignments.work, assignments.meetingId],
      set: { isWaived: sql`excluded.is_waived`, dueAt: sql`excluded.due_at` },
    });
}

async function writePapers(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
  papers: readonly ListedPaper[],
): Promise<ListedPaper[]> {
  const { courseId } = viewer;
  const known = await tx
    .select({ id: readings.id, slug: readings.slug, title: readings.title, url: readings.url })
    .from(readings)
    .where(eq(readings.courseId, courseId));
  const slugs = known.map((row) => row.slug);
  const written: ListedPaper[] = [];
  for (const paper of papers) {
    const { title, url } = paper;
    const { year } = parseReadingUrl(url);
    const former = known.find((row) => row.id === paper.id);
    const id = former?.id ?? randomUUID();
    if (former === undefined) {
      const slug = slugFor(title, slugs);
      slugs.push(slug);
      await tx.insert(readings).values({ id, courseId, slug, title, url, authors: null, year });
    } else if (former.title !== title || former.url !== url) {
      await tx
        .update(readings)
        .set({ title, url, ...(former.url === url ? {} : { year }) })
        .where(and(eq(readings.courseId, courseId), eq(readings.id, id)));
    }
    written.push({ ...paper, id });
  }
  await tx.delete(meetingReadings).where(eq(meetingReadings.meetingId, meetingId));
  if (written.length > 0) {
    await tx.insert(meetingReadings).values(
      written.map(({ list, id }, position) => ({
        id: randomUUID(),
        courseId,
        meetingId,
        readingId: id ?? "",
        list,
        position,
      })),
    );
  }
  return written;
}

/** Takes the seats of a meeting from their holders, and says whose they were. */
async function freeSeats(tx: Tx, meetingId: string): Promise<FreedSeat[]> {
  const freed = await tx
    .delete(seats)
    .where(eq(seats.meetingId, meetingId))
    .returning({ enrolmentId: seats.enrolmentId, number: seats.number });
  return freed.sort((a, b) => a.number - b.number);
}

/** Moves the holders of the highest seats to lower ones, before a meeting gets fewer seats than their numbers. */
async function closeRanks(
  tx: Tx,
  meetingId: string,
  held: ScheduleFacts["seats"],
  capacity: number,
): Promise<void> {
  const numbers = new Set(held.map((seat) => seat.number));
  for (const seat of held) {
    if (seat.number <= capacity) continue;
    const free = Array.from({ length: capacity }, (_, index) => index + 1).find(
      (number) => !numbers.has(number),
    );
    if (free === undefined) continue;
    numbers.add(free);
    await tx
      .update(seats)
      .set({ number: free })
      .where(and(eq(seats.meetingId, meetingId), eq(seats.enrolmentId, seat.enrolmentId)));
  }
}

/**
 * Gives seats that a cancellation took back to those who take part and may present once more. The lock on the students
 * lets whoever asks for another seat meanwhile find this one.
 */
async function restoreSeats(
  tx: Tx,
  viewer: Viewer,
  meeting: { id: string; seats: number },
  facts: Pick<ScheduleFacts, "freed">,
  rule: PresentationRule | null,
  now: Date,
): Promise<FreedSeat[]> {
  if (rule === null) return [];
  const back = seatsReturned(facts, meeting.seats);
  const holders = back.map(({ enrolmentId }) => enrolmentId);
  const active = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(inArray(enrolments.id, holders), eq(enrolments.status, "active")))
    .orderBy(enrolments.id)
    .for("no key update");
  const restored: FreedSeat[] = [];
  for (const { enrolmentId, number } of back) {
    if (!active.some(({ id }) => id === enrolmentId)) continue;
    const turn = freeTurn(await listOwnSeats(tx, enrolmentId), rule.perStudent.most);
    if (turn === null) continue;
    const place = { meetingId: meeting.id, enrolmentId, number, turn };
    await insertSeat(
      tx,
      { ...place, courseId: viewer.courseId, capacity: meeting.seats, turns: rule.perStudent.most },
      now,
    );
    restored.push({ enrolmentId, number });
  }
  return restored;
}
