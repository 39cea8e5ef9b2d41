import { asc, sql, type SQL } from "drizzle-orm";
import { checkSyllabus } from "@/policy/courses";
import { partOutOf, type Syllabus } from "@/policy/syllabus";
import { Refusal } from "@/policy/refusal";
import type { Db, Tx } from "./client";
import { courses } from "./schema";

/**
 * What must never be true, as queries that must return nothing. Constraints forbid most of it already; these look
 * at a living database as a whole, across tables and beyond what a constraint can see.
 */
const invariants: { name: string; query: SQL }[] = [
  {
    name: "A discussion has more holders than seats",
    query: sql`
      select m.id, m.title, count(*)::int as holders, m.seats from seats s
      join meetings m on m.id = s.meeting_id group by m.id having count(*) > m.seats`,
  },
  {
    name: "A student holds more seats than each may",
    query: sql`
      select s.enrolment_id, count(*)::int as seats, c.presentation_turns from seats s
      join courses c on c.id = s.course_id
      group by s.enrolment_id, c.id having count(*) > c.presentation_turns`,
  },
  {
    name: "A seat is held by somebody who is no student, or dropped the course before the class",
    query: sql`
      select s.id, e.role, e.status from seats s
      join enrolments e on e.id = s.enrolment_id
      join meetings m on m.id = s.meeting_id join courses c on c.id = s.course_id
      where e.role <> 'student' or e.status <> 'active' and not exists (
        select 1 from audit a where a.subject_id = e.id and a.action = 'student-dropped'
        and a.at >= (m.date || ' ' || m.starts)::timestamp at time zone c.time_zone)`,
  },
  {
    name: "A seat belongs to a cancelled meeting",
    query: sql`
      select s.id, m.title from seats s join meetings m on m.id = s.meeting_id where m.is_cancelled`,
  },
  {
    name: "A student takes units that the course does not offer",
    query: sql`
      select e.id, e.units, c.slug from enrolments e join courses c on c.id = e.course_id
      where e.role = 'student' and not c.syllabus->'unitOptions' @> to_jsonb(e.units)`,
  },
  {
    name: "A text was handed in by somebody who is not a student",
    query: sql`
      select s.id, e.role from submissions s join enrolments e on e.id = s.submitter_id
      where e.role <> 'student'`,
  },
  {
    name: "A student has no submitter of his or her own",
    query: sql`
      select e.id from enrolments e where e.role = 'student'
      and not exists (select 1 from submitters s where s.enrolment_id = e.id)`,
  },
  {
    name: "A meeting lacks an assignment of a series, or of the presentation",
    query: sql`
      select m.id, w.work from meetings m join courses c on c.id = m.course_id,
      lateral (select x->>'key' as work from jsonb_array_elements(c.syllabus->'series') x
        union all select 'presentation' where c.presentation_turns > 0) w
      where not exists (select 1 from assignments a where a.meeting_id = m.id and a.work = w.work)`,
  },
  {
    name: "A part of the project or a mark has no assignment",
    query: sql`
      select c.slug, w.work from courses c,
      lateral (select x->>'key' as work from jsonb_array_elements(c.syllabus->'marks') x
        union all select x->>'key' from jsonb_array_elements(
          case jsonb_typeof(c.syllabus->'project') when 'object' then c.syllabus->'project'->'parts' else '[]' end) x) w
      where not exists (
        select 1 from assignments a where a.course_id = c.id and a.meeting_id is null and a.work = w.work)`,
  },
  {
    name: "Versions of a text have a gap",
    query: sql`
      select assignment_id, submitter_id from submissions
      group by assignment_id, submitter_id having max(version) <> count(*)`,
  },
  {
    name: "A text is about a question of another meeting",
    query: sql`
      select s.id from submissions s join assignments a on a.id = s.assignment_id
      join questions q on q.id = s.about_question_id join submissions t on t.id = q.submission_id
      join assignments b on b.id = t.assignment_id
      where a.meeting_id is distinct from b.meeting_id`,
  },
  {
    name: "A student has taken more free passes than the series has",
    query: sql`
      select x.submitter_id, a.work, count(*)::int as taken from exceptions x
      join assignments a on a.id = x.assignment_id join courses c on c.id = x.course_id
      where x.kind = 'pass' and x.withdrawn_at is null
        -- A class that was cancelled gave its passes back, and they hold again where it takes place after all.
        and not exists (select 1 from audit l where l.subject_id = a.meeting_id and l.action = 'meeting-cancelled')
      group by x.submitter_id, a.work, c.id having count(*) > coalesce((
        select (y->>'passes')::int from jsonb_array_elements(c.syllabus->'series') y where y->>'key' = a.work), 0)`,
  },
  {
    name: "The questions of a text have a gap",
    query: sql`
      select submission_id from questions
      group by submission_id having max(position) <> count(*) or min(position) <> 1`,
  },
  {
    name: "Versions of a grade have a gap",
    query: sql`
      select assignment_id, submitter_id from grades
      group by assignment_id, submitter_id having max(version) <> count(*)`,
  },
  {
    name: "How far somebody's assignment is differs from its texts and grades",
    query: sql`
      with expected as (
        select assignment_id, submitter_id, t.id as text_id, t.submitted_at, g.version as grade_version, g.score,
          g.submission_id as graded_text_id, r.version as released_version, r.score as released_score, r.released_at
        from (select distinct on (assignment_id, submitter_id) * from submissions
          order by assignment_id, submitter_id, submitted_at desc, version desc) t
        full join (select distinct on (assignment_id, submitter_id) * from grades
          order by assignment_id, submitter_id, version desc) g using (assignment_id, submitter_id)
        left join (select distinct on (assignment_id, submitter_id) * from grades where released_at is not null
          order by assignment_id, submitter_id, version desc) r using (assignment_id, submitter_id)
      ), kept as (
        select assignment_id, submitter_id, text_id, submitted_at, grade_version, score, graded_text_id,
          released_version, released_score, released_at from progress
      )
      (select 'is missing' as what, * from (select * from expected except select * from kept) x)
      union all (select 'is wrong', * from (select * from kept except select * from expected) x)`,
  },
  {
    name: "A grade or an exception was given by somebody who was never staff",
    query: sql`
      select g.id, e.role from grades g join enrolments e on e.id = g.graded_by where e.role = 'student'
      union all
      select x.id, e.role from exceptions x join enrolments e on e.id = x.granted_by
      where e.role = 'student' and x.kind <> 'pass'`,
  },
  {
    name: "A score exceeds what can be reached",
    query: sql`
      select g.id, a.work, g.score, w.most from grades g
      join assignments a on a.id = g.assignment_id join courses c on c.id = g.course_id,
      lateral (
        select max((y->>'points')::int) as most from jsonb_array_elements(c.syllabus->'series') x,
          jsonb_array_elements(x->'scale') y where x->>'key' = a.work having count(*) > 0
        union all select (c.syllabus->'presentation'->>'outOf')::int where a.work = 'presentation'
        union all select (x->>'outOf')::int from jsonb_array_elements(c.syllabus->'marks') x where x->>'key' = a.work
        union all select ${partOutOf}::int where a.meeting_id is null and c.syllabus->'project'->'parts'
          @> jsonb_build_array(jsonb_build_object('key', a.work))) w
      where g.score > w.most`,
  },
  {
    name: "A presentation's score is not what its rubric makes",
    query: sql`
      select g.id, g.score, g.aspects from grades g
      join assignments a on a.id = g.assignment_id join courses c on c.id = g.course_id
      where a.work = 'presentation' and g.score is distinct from (
        select sum(points::int) * 100 from jsonb_array_elements(g.aspects) as points
      ) * (c.syllabus->'presentation'->>'multiplier')::int`,
  },
  {
    name: "A seat has no line in the audit log that says how its holder came to it",
    query: sql`
      select s.id, s.meeting_id, s.enrolment_id from seats s where not exists (
        select 1 from audit a where a.course_id = s.course_id and a.at = s.taken_at and (
          a.subject_id = s.meeting_id and (
            a.details->>'enrolmentId' = s.enrolment_id::text
            or a.details->'restored' @> jsonb_build_array(jsonb_build_object('enrolmentId', s.enrolment_id)))
          or a.subject_id = s.enrolment_id
            and a.details->'seats' @> jsonb_build_array(jsonb_build_object('meetingId', s.meeting_id))))`,
  },
  {
    name: "A text, grade, exception or announcement has no line of its own in the audit log",
    query: sql`
      select w.what, w.id from (
        select 'text' as what, id, course_id from submissions
        union all select 'grade', id, course_id from grades
        union all select 'exception', id, course_id from exceptions
        union all select 'announcement', id, course_id from announcements) w
      where not exists (select 1 from audit a where a.subject_id = w.id and a.course_id = w.course_id)`,
  },
  {
    name: "Somebody is signed in with an account that is disabled",
    query: sql`
      select p.id, p.email from people p join sign_ins s on s.person_id = p.id
      where p.disabled_at is not null`,
  },
  {
    name: "A meeting's theme belongs to another course",
    query: sql`
      select m.id from meetings m join themes t on t.id = m.theme_id where t.course_id <> m.course_id`,
  },
];

/** A rule that does not hold, with the rows that break it. */
export interface Broken {
  name: string;
  rows: Record<string, unknown>[];
}

/** Every invariant that does not hold in the database; nothing when all is well. */
export async function findBroken(tx: Db | Tx): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const { name, query } of invariants) {
    const rows = await tx.execute(query);
    if (rows.length > 0) broken.push({ name, rows: [...rows] });
  }
  const rules = await tx
    .select({ slug: courses.slug, syllabus: courses.syllabus })
    .from(courses)
    .orderBy(asc(courses.slug));
  const rows = rules.flatMap(({ slug, syllabus }) => {
    const problem = problemOf(syllabus);
    return problem === null ? [] : [{ slug, problem }];
  });
  if (rows.length > 0) broken.push({ name: "The rules of a course contradict themselves", rows });
  return broken;
}

/** What the rules of R24, R28 and R31 say against a syllabus. */
function problemOf(syllabus: Syllabus): string | null {
  try {
    checkSyllabus(syllabus);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
