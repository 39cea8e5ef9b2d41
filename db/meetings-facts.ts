import { and, asc, desc, eq, inArray, isNotNull, isNull, max, ne, sql } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import type { MeetingEditAction } from "@/policy/audit";
import type { MeetingValues } from "@/policy/meeting-values";
import type { RecordedEdit, ScheduleFacts } from "@/policy/schedule-edit";
import { presentationKey } from "@/policy/syllabus";
import { db, type Db, type Tx } from "./client";
import { readRules } from "./courses";
import { listMeetings } from "./meetings";
import {
  assignments,
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
  const set = await tx
    .select({ work: assignments.work, isWaived: assignments.isWaived, dueAt: assignments.dueAt })
    .from(assignments)
    .where(and(eq(assignments.meetingId, row.id), ne(assignments.work, presentationKey)))
    .orderBy(asc(assignments.work));
  const { id, courseId: _course, version, number: _number, ...rest } = row;
  const values: MeetingValues = {
    ...rest,
    assignments: Object.fromEntries(
      set.map(({ work, isWaived, dueAt }) => [
        work,
        { isWaived, dueAt: dueAt?.toISOString() ?? null },
      ]),
    ),
    readings: listed,
    materials: linked,
  };
  return { id, version, values };
}

const editActions: MeetingEditAction[] = [
  "meeting-added",
  "meeting-changed",
  "meeting-cancelled",
  "meeting-reinstated",
  "meeting-change-undone",
];

/** The edit of a meeting that the log recorded last, with who made it; undefined when there was none. */
export async function findLastEdit(tx: Db | Tx, viewer: Viewer, meetingId: string) {
  demand(viewer, "edit the schedule");
  const [found] = await tx
    .select({
      action: sql<MeetingEditAction>`${audit.action}`,
      at: audit.at,
      by: people.name,
      details: sql<RecordedEdit>`${audit.details}`,
    })
    .from(audit)
    .innerJoin(people, eq(people.id, audit.personId))
    .where(
      and(
        eq(audit.courseId, viewer.courseId),
        eq(audit.subjectId, meetingId),
        inArray(audit.action, editActions),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1);
  return found;
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
  const rows = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(eq(themes.courseId, courseId))
    .orderBy(asc(themes.position), asc(themes.id));
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
  const turns = syllabus.presentation?.perStudent.most ?? 0;
  const aboutPapers = syllabus.series.flatMap(({ key, paper }) =>
    paper === "choose" ? [key] : [],
  );
  const who = { enrolmentId: enrolments.id, name: people.name };
  const [all, papers, themeIds, students, seated, exempt, drafted, handed, graded, writers, last] =
    await Promise.all([
      listMeetings(viewer, tx),
      tx
        .select({ id: readings.id, title: readings.title, url: readings.url })
        .from(readings)
        .where(eq(readings.courseId, courseId))
        .orderBy(asc(readings.slug)),
      themeIdsOf(tx, courseId),
      tx
        .select({
          ...who,
          seats: sql<number>`(select count(*)::int from ${seats} x where x.enrolment_id = ${enrolments.id})`,
        })
        .from(enrolments)
        .innerJoin(people, eq(people.id, enrolments.personId))
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
        .select({ ...who, work: assignments.work, extendedTo: exceptions.extendedTo })
        .from(exceptions)
        .innerJoin(assignments, eq(assignments.id, exceptions.assignmentId))
        .innerJoin(enrolments, eq(enrolments.id, exceptions.submitterId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(and(eq(assignments.meetingId, meetingId), isNull(exceptions.withdrawnAt)))
        .orderBy(asc(people.name), asc(exceptions.grantedAt)),
      tx
        .select({ ...who, work: assignments.work, content: drafts.content })
        .from(drafts)
        .innerJoin(assignments, eq(assignments.id, drafts.assignmentId))
        .innerJoin(enrolments, eq(enrolments.id, drafts.submitterId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(assignments.meetingId, meetingId))
        .orderBy(asc(people.name)),
      tx
        .select({
          ...who,
          work: assignments.work,
          submittedAt: submissions.submittedAt,
          dueAtReceipt: submissions.dueAtReceipt,
          creditsCharged: submissions.creditsCharged,
        })
        .from(submissions)
        .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
        .innerJoin(enrolments, eq(enrolments.id, submissions.submitterId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(assignments.meetingId, meetingId))
        .orderBy(asc(people.name), asc(submissions.version)),
      tx
        .select({
          work: assignments.work,
          count: sql<number>`count(distinct ${grades.submitterId})::int`,
        })
        .from(grades)
        .innerJoin(assignments, eq(assignments.id, grades.assignmentId))
        .where(eq(assignments.meetingId, meetingId))
        .groupBy(assignments.work)
        .orderBy(assignments.work),
      tx
        .selectDistinct({
          ...who,
          readingId: sql<string>`${submissions.readingId}`,
          meetingId: sql<string>`${assignments.meetingId}`,
        })
        .from(submissions)
        .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
        .innerJoin(enrolments, eq(enrolments.id, submissions.submitterId))
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(
          and(
            eq(submissions.courseId, courseId),
            inArray(assignments.work, aboutPapers),
            isNotNull(assignments.meetingId),
            isNotNull(submissions.readingId),
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
      canReturn: student !== undefined && student.seats < turns,
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
