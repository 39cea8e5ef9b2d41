import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { demand, demandEnrolled, type Viewer } from "@/policy/access";
import { assignmentIdAt } from "@/policy/meetings";
import { lastDue } from "@/policy/plots";
import { NotFound } from "@/policy/refusal";
import { newestAnnouncement } from "./announcements";
import { ownDrafts } from "./assignments";
import { db, prepared } from "./client";
import { listStudentsWithoutSeat, teamMates } from "./discussions";
import { readOwnScoreFacts } from "./grades";
import { countArrivals, countPointsAndMissed, listSeatsTaken, namedAtMost } from "./grades-class";
import { countQueue } from "./grades-counts";
import { readGradedCourse, type GradingRules } from "./grades-course";
import { readQueue } from "./grades-queue";
import { listMeetingsWithReadings } from "./readings";
import { assignments, enrolments, exceptions, meetings, people } from "./schema";

const ownSurroundings = prepared((over, viewer) =>
  over
    .select({
      drafts: ownDrafts(over, viewer),
      teamMates: teamMates(viewer),
      announcement: newestAnnouncement(viewer),
    })
    .from(enrolments)
    .where(and(eq(enrolments.id, viewer.enrolmentId), eq(enrolments.courseId, viewer.courseId)))
    .prepare("own surroundings"),
);

/**
 * All that a student's dashboard shows, in three queries: the term; the own work; and around it the texts begun and
 * not handed in, whom the student presents with, and the newest announcement. A fourth where something of the course
 * is graded by hand.
 */
export async function readOwnDashboard(viewer: Viewer, rules: GradingRules, now: Date) {
  demandEnrolled(viewer, "hand in assignments");
  const [course, facts, [around]] = await Promise.all([
    readGradedCourse(viewer, rules, now),
    readOwnScoreFacts(viewer),
    ownSurroundings().execute({ ...viewer, now: now.toISOString() }),
  ]);
  if (around === undefined) throw new NotFound();
  return { course, facts, ...around };
}

/** All that a TA's dashboard shows: everything to be graded, and the exceptions granted lately. */
export async function readGradersDashboard(viewer: Viewer, rules: GradingRules, now: Date) {
  demand(viewer, "grade");
  const [queue, granted] = await Promise.all([
    readQueue(viewer, rules, now),
    listLatestExceptions(viewer, 5),
  ]);
  return { queue, granted };
}

/** All that an instructor's dashboard is computed from: the term, the class in counts, and which meetings have papers. */
export async function readCourseDashboard(viewer: Viewer, rules: GradingRules, now: Date) {
  demand(viewer, "edit the schedule");
  const course = await readGradedCourse(viewer, rules, now);
  const last = lastDue(course);
  const [queue, { points, atRisk }, without, seats, arrived, withReadings] = await Promise.all([
    countQueue(viewer, course),
    countPointsAndMissed(viewer, course),
    listStudentsWithoutSeat(viewer, { limit: namedAtMost }),
    listSeatsTaken(viewer),
    last === undefined
      ? []
      : countArrivals(viewer, assignmentIdAt(last.meeting, last.series.key), last.dueAt),
    listMeetingsWithReadings(viewer),
  ]);
  return {
    course,
    queue,
    points,
    atRisk,
    withoutSeat: { total: without.total, first: without.students },
    seats,
    arrivals: last === undefined ? null : { last, counts: arrived },
    withReadings: new Set(withReadings),
  };
}

/** What `readCourseDashboard` reads. */
export type CourseDashboard = Awaited<ReturnType<typeof readCourseDashboard>>;

/** The exceptions granted last that still hold, newest first; a pass is the student's own, and nobody grants it. */
async function listLatestExceptions(viewer: Viewer, limit: number) {
  demand(viewer, "make exceptions");
  const granters = alias(enrolments, "granters");
  const staff = alias(people, "staff");
  return db
    .select({
      id: exceptions.id,
      submitterId: exceptions.submitterId,
      name: people.name,
      /** The key of the series. */
      work: assignments.work,
      meetingNumber: meetings.number,
      meetingTitle: meetings.title,
      kind: exceptions.kind,
      extendedTo: exceptions.extendedTo,
      reason: exceptions.reason,
      grantedBy: staff.name,
      grantedAt: exceptions.grantedAt,
    })
    .from(exceptions)
    .innerJoin(assignments, eq(assignments.id, exceptions.assignmentId))
    .innerJoin(meetings, eq(meetings.id, assignments.meetingId))
    .innerJoin(enrolments, eq(enrolments.id, exceptions.submitterId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(granters, eq(granters.id, exceptions.grantedBy))
    .innerJoin(staff, eq(staff.id, granters.personId))
    .where(
      and(
        eq(exceptions.courseId, viewer.courseId),
        isNull(exceptions.withdrawnAt),
        ne(exceptions.kind, "pass"),
      ),
    )
    .orderBy(desc(exceptions.grantedAt), exceptions.id)
    .limit(limit);
}

/** An exception as a TA's dashboard lists it. */
export type GrantedException = Awaited<ReturnType<typeof listLatestExceptions>>[number];
