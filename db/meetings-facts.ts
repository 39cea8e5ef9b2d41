import { and, asc, desc, eq, isNull, max, sql } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import type { MeetingValues } from "@/policy/meeting-values";
import type { RecordedEdit, ScheduleFacts } from "@/policy/schedule-edit";
import { db, type Db, type Tx } from "./client";
import { readRules } from "./courses";
import {
  audit,
  drafts,
  enrolments,
  exceptions,
  grades,
  materials,
  meetingReadings,
  meetings,
  people,
  readings,
  seats,
  submissions,
  themes,
} from "./schema";

/** What the audit log calls the edits of the schedule. */
export const editActions = {
  add: "added a meeting",
  save: "changed a meeting",
  cancel: "cancelled a meeting",
  reinstate: "reinstated a meeting",
  undo: "undid a change to a meeting",
} as const;

/** A meeting in full with its version, by the number in its address; undefined when the course has none such. */
export async function findMeetingValues(viewer: Viewer, number: number, tx: Db | Tx = db) {
  demand(viewer, "edit the schedule");
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.courseId, viewer.courseId), eq(meetings.number, number)));
  if (row === undefined) return undefined;
  const listed = await tx
    .select({
      list: meetingReadings.list,
      id: readings.id,
      title: readings.title,
      url: readings.url,
    })
    .from(meetingReadings)
    .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
    .where(eq(meetingReadings.meetingId, row.id))
    .orderBy(asc(meetingReadings.list), asc(meetingReadings.position), asc(readings.slug));
  const linked = await tx
    .select({ title: materials.title, url: materials.url })
    .from(materials)
    .where(eq(materials.meetingId, row.id))
    .orderBy(asc(materials.position));
  const { id, courseId: _course, version, number: _number, ...rest } = row;
  const values: MeetingValues = {
    ...rest,
    preDueAt: row.preDueAt?.toISOString() ?? null,
    postDueAt: row.postDueAt?.toISOString() ?? null,
    readings: listed,
    materials: linked,
  };
  return { id, version, values };
}

/** The edit of a meeting that the log recorded last, with who made it; undefined when there was none. */
export async function findLastEdit(tx: Db | Tx, viewer: Viewer, meetingId: string) {
  demand(viewer, "edit the schedule");
  const [found] = await tx
    .select({ action: audit.action, at: audit.at, by: people.name, details: audit.details })
    .from(audit)
    .innerJoin(people, eq(people.id, audit.personId))
    .where(
      and(
        eq(audit.courseId, viewer.courseId),
        eq(audit.subjectId, meetingId),
        sql`${audit.details} ? 'after'`,
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1);
  return found === undefined
    ? undefined
    : { ...found, details: found.details as unknown as RecordedEdit };
}

/** The number that the next meeting of the course gets: numbers are never given twice. */
export async function nextNumber(tx: Db | Tx, viewer: Viewer): Promise<number> {
  const [found] = await tx
    .select({ highest: max(meetings.number) })
    .from(meetings)
    .where(eq(meetings.courseId, viewer.courseId));
  return (found?.highest ?? 0) + 1;
}

/** The themes that a meeting may have. */
async function themeIdsOf(tx: Db | Tx, courseId: string): Promise<string[]> {
  const rows = await tx.select({ id: themes.id }).from(themes).where(eq(themes.courseId, courseId));
  return rows.map((row) => row.id);
}

/** The schedule and all that hangs on one of its meetings, for the preview of an edit and for the edit itself. */
export async function readScheduleFacts(
  tx: Db | Tx,
  viewer: Viewer,
  meetingId: string,
): Promise<{ facts: ScheduleFacts; themeIds: string[] }> {
  demand(viewer, "edit the schedule");
  const { courseId } = viewer;
  const { syllabus, zone, meets, signUpReopenedUntil } = await readRules(tx, viewer);
  const who = { enrolmentId: enrolments.id, name: people.name };
  const [all, papers, themeIds, students, seated, exempt, drafted, handed, graded, writers, last] =
    await Promise.all([
      tx.select().from(meetings).where(eq(meetings.courseId, courseId)),
      tx
        .select({ id: readings.id, title: readings.title, url: readings.url })
        .from(readings)
        .where(eq(readings.courseId, courseId))
        .orderBy(asc(readings.slug)),
      themeIdsOf(tx, courseId),
      tx
        .select({ ...who, seatAt: seats.meetingId })
        .from(enrolments)
        .innerJoin(people, eq(people.id, enrolments.personId))
        .leftJoin(seats, eq(seats.enrolmentId, enrolments.id))
        .where(
          and(
            eq(enrolments.courseId, courseId),
            eq(enrolments.role, "student"),
            eq(enrolments.status, "active"),
          ),
        )
        .orderBy(asc(people.name)),
      tx
        .select({ ...who, number: seats.number })
        .from(seats)
        .innerJoin(enrolments, eq(enrolments.id, seats.enrolmentId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(seats.meetingId, meetingId))
        .orderBy(asc(seats.number)),
      tx
        .select({
          ...who,
          assignment: exceptions.assignment,
          extendedTo: exceptions.extendedTo,
        })
        .from(exceptions)
        .innerJoin(enrolments, eq(enrolments.id, exceptions.enrolmentId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(and(eq(exceptions.meetingId, meetingId), isNull(exceptions.withdrawnAt)))
        .orderBy(asc(people.name), asc(exceptions.grantedAt)),
      tx
        .select({ ...who, assignment: drafts.assignment, content: drafts.content })
        .from(drafts)
        .innerJoin(enrolments, eq(enrolments.id, drafts.enrolmentId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(drafts.meetingId, meetingId))
        .orderBy(asc(people.name)),
      tx
        .select({
          ...who,
          assignment: submissions.assignment,
          submittedAt: submissions.submittedAt,
          dueAtReceipt: submissions.dueAtReceipt,
          creditsCharged: submissions.creditsCharged,
        })
        .from(submissions)
        .innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(submissions.meetingId, meetingId))
        .orderBy(asc(people.name), asc(submissions.version)),
      tx
        .select({
          kind: grades.kind,
          count: sql<number>`count(distinct ${grades.enrolmentId})::int`,
        })
        .from(grades)
        .where(eq(grades.meetingId, meetingId))
        .groupBy(grades.kind),
      tx
        .selectDistinct({
          ...who,
          readingId: sql<string>`${submissions.readingId}`,
          meetingId: submissions.meetingId,
        })
        .from(submissions)
        .innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(
          and(
            eq(submissions.courseId, courseId),
            eq(submissions.assignment, "pre"),
            sql`${submissions.readingId} is not null`,
          ),
        )
        .orderBy(asc(people.name)),
      findLastEdit(tx, viewer, meetingId),
    ]);
  const freed = (last?.details.freed ?? []).map((seat) => {
    const student = students.find((one) => one.enrolmentId === seat.enrolmentId);
    return {
      ...seat,
      name: student?.name ?? "somebody who has left the course",
      canReturn: student?.seatAt === null,
    };
  });
  return {
    themeIds,
    facts: {
      meetings: all,
      syllabus,
      zone,
      meetsDays: meets.days,
      signUpReopenedUntil,
      students,
      seats: seated,
      extensions: exempt.flatMap(({ extendedTo, ...one }) =>
        extendedTo === null ? [] : [{ ...one, extendedTo }],
      ),
      waivers: exempt.filter((one) => one.extendedTo === null),
      drafts: drafted.map(({ content, ...one }) => ({ ...one, readingId: content.readingId })),
      submissions: handed,
      grades: graded,
      papers,
      writers,
      freed,
    },
  };
}
