import { and, asc, count, eq, sql } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { asJson, db, type Tx } from "./client";
import { assignments, enrolments, meetings, people, progress, seats } from "./schema";

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
  /** The meetings at which the person presents, by date. */
  presentsAt: sql<
    { meetingId: string; meetingNumber: number; title: string; date: string }[]
  >`${asJson(
    sql`select m.id as "meetingId", m.number as "meetingNumber", m.title, m.date from ${seats} s
      join ${meetings} m on m.id = s.meeting_id where s.enrolment_id = ${enrolments.id}`,
    sql`x.date, x."meetingNumber"`,
  )}`,
};

/** The columns that every roster can be sorted by; besides, by the key of a series: how often it was handed in. */
export const rosterColumns = ["name", "email", "role", "units", "status", "seat"] as const;

/** One of them. */
export type RosterColumn = (typeof rosterColumns)[number];

/** How many people one page of the roster shows. */
export const rosterPageSize = 50;

/** The first meeting that the person of the row presents at, by date. */
const firstSeat = sql`(select min(m.date) from ${seats} s join ${meetings} m on m.id = s.meeting_id
  where s.enrolment_id = ${enrolments.id})`;

/** How often the person of the row handed in, by the key of the series; PostgreSQL asks it only of the page's rows. */
const handedInBySeries = sql<Record<string, number>>`(
  select coalesce(json_object_agg(work, times), '{}') from (
    select a.work, count(*) as times from ${progress} p join ${assignments} a on a.id = p.assignment_id
    where p.submitter_id = ${enrolments.id} and p.text_id is not null group by a.work
  ) each_of)`;

/** A page of everybody in the course, dropped students included, and how many there are in all. */
export async function listRoster(
  viewer: Viewer,
  view: { sort: RosterColumn | { series: string }; isDescending: boolean; page: number },
) {
  demand(viewer, "see the roster");
  const scope = visible(viewer);
  const by =
    typeof view.sort === "object"
      ? sql`(select count(*) from ${progress} p join ${assignments} a on a.id = p.assignment_id
          where p.submitter_id = ${enrolments.id} and p.text_id is not null and a.work = ${view.sort.series})`
      : {
          name: people.name,
          email: people.email,
          role: enrolments.role,
          units: enrolments.units,
          status: enrolments.status,
          seat: firstSeat,
        }[view.sort];
  const [rows, [counted]] = await Promise.all([
    db
      .select({ ...columns, handedIn: handedInBySeries })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
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
