import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { limits } from "@/policy/attention";
import { isExempting } from "@/policy/assignments";
import { dueAt } from "@/policy/deadlines";
import { carries, isWaivedForAll } from "@/policy/meetings";
import { hoursEach, stepsShown } from "@/policy/plots";
import { gradableSeries } from "@/policy/grading";
import type { GradedCourse } from "@/policy/score-facts";
import { db } from "./client";
import { facts, idsOf } from "./grades-counts";
import { enrolments, people, seats, submissions } from "./schema";

/** How many people are named at once where a whole class may be meant. */
export const namedAtMost = 50;

/** An assignment of a series with what the rules say of it, as a row of the statement below. */
function linesOf({ meetings, syllabus, zone }: GradedCourse) {
  return meetings.flatMap((meeting) =>
    syllabus.series
      .filter((series) => carries(meeting, series))
      .map((series) => ({
        ...gradableSeries(series, meeting),
        due_at: dueAt(meeting, series, zone).toISOString(),
        is_waived: isWaivedForAll(meeting, series.key),
        exempts: isExempting(series),
        presenter_gets: typeof series.presenterGets === "number" ? series.presenterGets : null,
      })),
  );
}

/** One row for each active student: the points brought and the assignments missed so far, as `gradeSummaryOf` has them. */
function eachStudent(courseId: string, course: GradedCourse): SQL {
  const lines = linesOf(course);
  const rows = lines.map(({ assignmentId, due_at, is_waived, exempts, presenter_gets }) => {
    return { assignment_id: assignmentId, due_at, is_waived, exempts, presenter_gets };
  });
  const now = sql`${course.now.toISOString()}::timestamptz`;
  return sql`
    with ${facts(courseId, idsOf(lines))}, line as (
      select *, not is_waived and due_at < ${now} as is_owed_by_now
      from json_to_recordset(${JSON.stringify(rows)}::text::json) l (assignment_id uuid, due_at timestamptz,
        is_waived boolean, exempts boolean, presenter_gets integer)
    ), work as (
      select f.submitter_id, l.presenter_gets, l.is_owed_by_now, f.text_id is not null as is_there,
        f.released_score, greatest(l.due_at, f.extended_to) < ${now} as is_over,
        greatest(l.due_at, f.extended_to) > ${now} as is_ahead,
        coalesce(f.presents, false) and l.presenter_gets is not null as is_automatic,
        l.is_waived or coalesce(f.presents, false) and l.exempts or coalesce(f.exception, 'extended') <> 'extended'
          as is_waived
      from facts f join line l using (assignment_id)
    ), known as (
      select submitter_id,
        sum(case when is_automatic then case when is_ahead then 0 else presenter_gets end
          when is_waived then 0 else released_score end) as points,
        sum((not is_automatic and not is_waived and released_score is null and not is_there and is_over)::int
          - is_owed_by_now::int) as missed
      from work group by submitter_id
    ), student as (
      select e.id, e.person_id, coalesce(k.points, 0)::int as points,
        ((select count(*) from line where is_owed_by_now) + coalesce(k.missed, 0))::int as missed
      from ${enrolments} e left join known k on k.submitter_id = e.id
      where e.course_id = ${courseId} and e.role = 'student' and e.status = 'active'
    )`;
}

/** How many students have how many whole points, and who has missed too much, the worst first. */
export async function countPointsAndMissed(viewer: Viewer, course: GradedCourse) {
  demand(viewer, "grade");
  const [found] = await db.execute<{
    points: { value: number; count: number }[];
    atRisk: number;
    worst: { enrolmentId: string; name: string; missed: number }[];
  }>(sql`${eachStudent(viewer.courseId, course)}
    select
      (select coalesce(json_agg(x), '[]') from (
        select points / 100 as value, count(*)::int as count from student group by 1 order by 1) x) as points,
      (select count(*)::int from student where missed >= ${limits.missedAssignments}) as "atRisk",
      (select coalesce(json_agg(x), '[]') from (
        select s.id as "enrolmentId", p.name, s.missed from student s join ${people} p on p.id = s.person_id
        where s.missed >= ${limits.missedAssignments} order by s.missed desc, p.name, s.id limit ${namedAtMost}
      ) x) as worst`);
  const { points = [], atRisk = 0, worst = [] } = found ?? {};
  return { points, atRisk: { total: atRisk, first: worst } };
}

/** How many first hand-ins of an assignment arrived so many steps of three hours before its deadline; what is late is left out. */
export async function countArrivals(viewer: Viewer, assignmentId: string, due: Date) {
  demand(viewer, "grade");
  const at = sql`${due.toISOString()}::timestamptz`;
  return db.execute<{ step: number; count: number }>(sql`
    select least(floor(extract(epoch from ${at} - s.submitted_at) / ${hoursEach * 3600}), ${stepsShown})::int as step,
      count(*)::int as count
    from ${submissions} s join ${enrolments} e on e.id = s.submitter_id
    where s.assignment_id = ${assignmentId} and s.course_id = ${viewer.courseId} and s.version = 1
      and s.submitted_at <= ${at} and e.status = 'active'
    group by 1 order by 1`);
}

/** The seats that active students hold, by meeting. */
export async function listSeatsTaken(viewer: Viewer) {
  demand(viewer, "see the class");
  return db
    .select({ meetingId: seats.meetingId })
    .from(seats)
    .innerJoin(enrolments, eq(enrolments.id, seats.enrolmentId))
    .where(and(eq(seats.courseId, viewer.courseId), eq(enrolments.status, "active")))
    .orderBy(asc(seats.meetingId), asc(seats.number));
}
