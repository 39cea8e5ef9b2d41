import { and, eq, sql, type SQL } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import type { Gradable } from "@/policy/grading";
import {
  gradablesOf,
  gradingQueue,
  lineOfAlike,
  waitingLimit,
  type AlikeStudents,
  type QueueLine,
} from "@/policy/grading-counts";
import type { GradedCourse } from "@/policy/score-facts";
import { db, type Db, type Tx } from "./client";
import { assignments, enrolments, exceptions, grades, progress, seats } from "./schema";

/** The ids of assignments as one parameter: the plan follows the index as it does for no other list. */
export function idsOf(gradables: readonly Pick<Gradable, "assignmentId">[]): SQL {
  const ids = gradables.map(({ assignmentId }) => assignmentId);
  return sql`string_to_array(${ids.join()}, ',')::uuid[]`;
}

/**
 * One row for every student and assignment of which anything is known: how far it is, whether a release would bring the
 * student anything (a score that is new, or not as it was released), and what is particular: a seat at that meeting, an
 * exception, or that the student has dropped the course. Raw, since a class of thousands is counted in one pass.
 */
export function facts(courseId: string, ids: SQL): SQL {
  return sql`
    particular as (
      select assignment_id, submitter_id, bool_or(presents) as presents, max(kind) as exception,
        max(extended_to) as extended_to, bool_or(has_dropped) as has_dropped, bool_or(is_as_released) as is_as_released
      from (
        select assignment_id, submitter_id, false as presents, kind, extended_to, false as has_dropped,
          false as is_as_released
        from ${exceptions} where withdrawn_at is null and assignment_id = any(${ids})
        union all
        select a.id, s.enrolment_id, true, null, null, false, false
        from ${assignments} a join ${seats} s on s.meeting_id = a.meeting_id where a.id = any(${ids})
        union all
        select a.id, e.id, false, null, null, true, false from ${enrolments} e, unnest(${ids}) a (id)
        where e.course_id = ${courseId} and e.role = 'student' and e.status <> 'active'
        union all
        select p.assignment_id, p.submitter_id, false, null, null, false,
          (r.score, r.comment) = (g.score, g.comment) and r.aspects is not distinct from g.aspects
        from ${progress} p join ${grades} g using (assignment_id, submitter_id)
          join ${grades} r using (assignment_id, submitter_id)
        where p.assignment_id = any(${ids}) and p.is_regraded
          and g.version = p.grade_version and r.version = p.released_version
      ) each_of group by 1, 2
    ), facts as (
      select *, score is not null and released_version is distinct from grade_version
        and is_as_released is not true as is_releasable
      from (select * from ${progress} where assignment_id = any(${ids})) so_far
      full join particular using (assignment_id, submitter_id)
      where has_dropped is not true
    )`;
}

interface AlikeRow {
  assignmentId: string;
  count: number;
  presents: boolean;
  exception: NonNullable<AlikeStudents["exception"]>["kind"] | null;
  extendedTo: string | null;
  since: string | null;
  isScored: boolean;
  isScoredText: boolean;
  releasedAt: string | null;
  isReleasable: boolean;
}

/** The students of each assignment in groups of those who are alike, in one query; those of whom nothing is known are one more. */
async function listAlike(
  viewer: Viewer,
  gradables: readonly Gradable[],
  now: Date,
  over: Db | Tx,
): Promise<Map<string, AlikeStudents[]>> {
  const [rows, students] = await Promise.all([
    over.execute<Record<string, unknown> & AlikeRow>(sql`
      with ${facts(viewer.courseId, idsOf(gradables))}
      select assignment_id as "assignmentId", count(*)::int as count, coalesce(presents, false) as presents,
        exception, extended_to as "extendedTo", min(submitted_at) as since, max(released_at) as "releasedAt",
        bits & 1 > 0 as "isScored", bits & 2 > 0 as "isScoredText", bits & 4 > 0 as "isReleasable"
      from (
        select *, (score is not null)::int + 2 * coalesce(graded_text_id = text_id, false)::int
          + 4 * is_releasable::int + 8 * (released_at is not null)::int + 16 * (text_id is not null)::int
          + 32 * coalesce(submitted_at < ${waitingLimit(now).toISOString()}::timestamptz, false)::int as bits
        from facts
      ) each_of group by assignment_id, bits, presents, exception, extended_to`),
    over.$count(
      enrolments,
      and(
        eq(enrolments.courseId, viewer.courseId),
        eq(enrolments.role, "student"),
        eq(enrolments.status, "active"),
      ),
    ),
  ]);
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const byAssignment = new Map<string, AlikeStudents[]>();
  for (const { assignmentId, presents, exception, extendedTo, since, ...row } of rows) {
    const group = {
      ...row,
      presentsHere: presents,
      exception: exception === null ? null : { kind: exception, extendedTo: instant(extendedTo) },
      since: instant(since),
      releasedAt: instant(row.releasedAt),
    };
    const groups = byAssignment.get(assignmentId);
    if (groups === undefined) byAssignment.set(assignmentId, [group]);
    else groups.push(group);
  }
  for (const { assignmentId } of gradables) {
    const groups = byAssignment.get(assignmentId) ?? [];
    const rest = students - groups.reduce((sum, { count }) => sum + count, 0);
    byAssignment.set(assignmentId, rest > 0 ? [...groups, { ...unknown, count: rest }] : groups);
  }
  return byAssignment;
}

const unknown: Omit<AlikeStudents, "count"> = {
  presentsHere: false,
  exception: null,
  since: null,
  isScored: false,
  isScoredText: false,
  releasedAt: null,
  isReleasable: false,
};

/** One line of the graders' queue: what `queueLine` says of the whole class, counted by the database. */
export async function countLine(
  viewer: Viewer,
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
  over: Db | Tx = db,
): Promise<QueueLine> {
  demand(viewer, "grade");
  const alike = await listAlike(viewer, [gradable], course.now, over);
  return lineOfAlike(alike.get(gradable.assignmentId) ?? [], gradable, course);
}

/** The graders' queue over the whole course, oldest first; last what is given by hand. */
export async function countQueue(viewer: Viewer, course: GradedCourse): Promise<QueueLine[]> {
  demand(viewer, "grade");
  const alike = await listAlike(viewer, gradablesOf(course), course.now, db);
  return gradingQueue(course, (gradable) =>
    lineOfAlike(alike.get(gradable.assignmentId) ?? [], gradable, course),
  );
}
