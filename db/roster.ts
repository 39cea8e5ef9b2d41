import { and, asc, count, eq, sql } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import type { AssignmentKind } from "@/policy/syllabus";
import { db, type Tx } from "./client";
import { enrolments, meetings, people, seats, submissions } from "./schema";

/** Names, addresses and work of others are for the staff, who see those of their course. */
function visible(viewer: Viewer) {
  return eq(enrolments.courseId, viewer.courseId);
}

const columns = {
  enrolmentId: enrolments.id,
  name: people.name,
  email: people.email,
  role: enrolments.role,
  units: enrolments.units,
  status: enrolments.status,
  seat: {
    meetingId: meetings.id,
    meetingNumber: meetings.number,
    title: meetings.title,
    date: meetings.date,
  },
};

/** The columns that the roster can be sorted by. */
export const rosterColumns = [
  "name",
  "email",
  "role",
  "units",
  "status",
  "seat",
  "pre",
  "post",
] as const;

/** One of them. */
export type RosterColumn = (typeof rosterColumns)[number];

/** How many people one page of the roster shows. */
export const rosterPageSize = 50;

/** A page of everybody in the course, dropped students included, and how many there are in all. */
export async function listRoster(
  viewer: Viewer,
  view: { sort: RosterColumn; isDescending: boolean; page: number },
) {
  demand(viewer, "see the roster");
  const scope = visible(viewer);
  const times = (assignment: AssignmentKind) =>
    sql<number>`count(distinct ${submissions.meetingId}) filter (where ${submissions.assignment} = ${assignment})`;
  const handedIn = db
    .select({
      enrolmentId: submissions.enrolmentId,
      pre: times("pre").as("pre_count"),
      post: times("post").as("post_count"),
    })
    .from(submissions)
    .where(eq(submissions.courseId, viewer.courseId))
    .groupBy(submissions.enrolmentId)
    .as("handed_in");
  const pre = sql<number>`coalesce(${handedIn.pre}, 0)`.mapWith(Number);
  const post = sql<number>`coalesce(${handedIn.post}, 0)`.mapWith(Number);
  const by = {
    name: people.name,
    email: people.email,
    role: enrolments.role,
    units: enrolments.units,
    status: enrolments.status,
    seat: meetings.date,
    pre,
    post,
  }[view.sort];
  const [rows, [counted]] = await Promise.all([
    db
      .select({ ...columns, pre, post })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .leftJoin(seats, eq(seats.enrolmentId, enrolments.id))
      .leftJoin(meetings, eq(meetings.id, seats.meetingId))
      .leftJoin(handedIn, eq(handedIn.enrolmentId, enrolments.id))
      .where(scope)
      .orderBy(
        view.isDescending ? sql`${by} desc nulls last` : sql`${by} asc nulls last`,
        asc(people.name),
        asc(people.email),
      )
      .limit(rosterPageSize)
      .offset((view.page - 1) * rosterPageSize),
    db.select({ total: count() }).from(enrolments).where(scope),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Somebody on the roster, as `listRoster` shows him or her. */
export type RosterRow = Awaited<ReturnType<typeof listRoster>>["rows"][number];

/** One person of the roster by enrolment; undefined when the course has none such. */
export async function findOnRoster(viewer: Viewer, enrolmentId: string) {
  demand(viewer, "see the roster");
  const [found] = await db
    .select(columns)
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .leftJoin(seats, eq(seats.enrolmentId, enrolments.id))
    .leftJoin(meetings, eq(meetings.id, seats.meetingId))
    .where(and(visible(viewer), eq(enrolments.id, enrolmentId)));
  return found;
}

/** An enrolment of the viewer's course, locked until the transaction ends; after the meeting, where both are. */
export async function lockEnrolment(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const [enrolment] = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.courseId, viewer.courseId), eq(enrolments.id, enrolmentId)))
    // What is written for the student elsewhere refers to the row and need not wait.
    .for("no key update");
  if (enrolment === undefined) throw new NotFound();
  return enrolment;
}

/** As `lockEnrolment`; whoever is no student, or has dropped the course, does not exist. */
export async function lockStudent(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const enrolment = await lockEnrolment(tx, viewer, enrolmentId);
  if (enrolment.role !== "student" || enrolment.status !== "active") throw new NotFound();
  return enrolment;
}
