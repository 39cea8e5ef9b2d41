import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { newestAnnouncement } from "./announcements";
import { ownDrafts } from "./assignments";
import { db, once } from "./client";
import { teamMates } from "./discussions";
import { readOwnScoreFacts, readScoreFacts } from "./grades";
import { listMeetings } from "./meetings";
import { listMeetingsWithReadings } from "./readings";
import { enrolments, exceptions, meetings, people } from "./schema";

const ownSurroundings = once((over, viewer) =>
  over
    .select({
      drafts: ownDrafts(viewer),
      teamMates: teamMates(viewer),
      announcement: newestAnnouncement(viewer),
    })
    .from(enrolments)
    .where(and(eq(enrolments.id, viewer.enrolmentId), eq(enrolments.courseId, viewer.courseId)))
    .prepare("own surroundings"),
);

/**
 * All that a student's dashboard shows, in three queries: the term; the own work; and around it the texts begun and
 * not handed in, whom the student presents with, and the newest announcement.
 */
export async function readOwnDashboard(viewer: Viewer, now: Date) {
  demandEnrolled(viewer, "hand in assignments");
  const [meetings, facts, [around]] = await Promise.all([
    listMeetings(viewer),
    readOwnScoreFacts(viewer),
    ownSurroundings().execute({ ...viewer, now: now.toISOString() }),
  ]);
  if (around === undefined) throw new NotFound();
  return { meetings, facts, ...around };
}

/** All that a TA's dashboard shows: everything to be graded, and the exceptions granted lately. */
export async function readGradersDashboard(viewer: Viewer) {
  demand(viewer, "grade");
  const [meetings, students, granted] = await Promise.all([
    listMeetings(viewer),
    readScoreFacts(viewer),
    listLatestExceptions(viewer, 5),
  ]);
  return { meetings, students, granted };
}

/** All that an instructor's dashboard is computed from: the term, everybody's work, and which meetings have papers. */
export async function readCourseDashboard(viewer: Viewer) {
  demand(viewer, "edit the schedule");
  const [meetings, students, withReadings] = await Promise.all([
    listMeetings(viewer),
    readScoreFacts(viewer),
    listMeetingsWithReadings(viewer),
  ]);
  return { meetings, students, withReadings: new Set(withReadings) };
}

/** The exceptions granted last that still hold, newest first. */
async function listLatestExceptions(viewer: Viewer, limit: number) {
  demand(viewer, "make exceptions");
  const granters = alias(enrolments, "granters");
  const staff = alias(people, "staff");
  return db
    .select({
      id: exceptions.id,
      enrolmentId: exceptions.enrolmentId,
      name: people.name,
      assignment: exceptions.assignment,
      meetingTitle: meetings.title,
      kind: exceptions.kind,
      extendedTo: exceptions.extendedTo,
      reason: exceptions.reason,
      grantedBy: staff.name,
      grantedAt: exceptions.grantedAt,
    })
    .from(exceptions)
    .innerJoin(meetings, eq(meetings.id, exceptions.meetingId))
    .innerJoin(enrolments, eq(enrolments.id, exceptions.enrolmentId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(granters, eq(granters.id, exceptions.grantedBy))
    .innerJoin(staff, eq(staff.id, granters.personId))
    .where(and(eq(exceptions.courseId, viewer.courseId), isNull(exceptions.withdrawnAt)))
    .orderBy(desc(exceptions.grantedAt), exceptions.id)
    .limit(limit);
}

/** An exception as a TA's dashboard lists it. */
export type GrantedException = Awaited<ReturnType<typeof listLatestExceptions>>[number];
