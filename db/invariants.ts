import { asc, sql, type SQL } from "drizzle-orm";
import { checkSyllabus } from "@/policy/courses";
import { Refusal } from "@/policy/refusal";
import type { Syllabus } from "@/policy/syllabus";
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
    name: "A student holds two seats",
    query: sql`
      select enrolment_id, count(*)::int as seats from seats group by enrolment_id having count(*) > 1`,
  },
  {
    name: "A seat is held by somebody who is no student, or dropped the course before the class",
    query: sql`
      select s.id, e.role, e.status from seats s
      join enrolments e on e.id = s.enrolment_id
      join meetings m on m.id = s.meeting_id join courses c on c.id = s.course_id
      where e.role <> 'student' or e.status <> 'active' and not exists (
        select 1 from audit a where a.subject_id = e.id and a.action = 'dropped a student'
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
      select s.id, e.role from submissions s join enrolments e on e.id = s.enrolment_id
      where e.role <> 'student'`,
  },
  {
    name: "Versions of a text have a gap",
    query: sql`
      select meeting_id, assignment, enrolment_id from submissions
      group by meeting_id, assignment, enrolment_id having max(version) <> count(*)`,
  },
  {
    name: "A pre-assignment has no question",
    query: sql`
      select s.id from submissions s where s.assignment = 'pre'
      and not exists (select 1 from questions q where q.submission_id = s.id)`,
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
      select meeting_id, kind, enrolment_id from grades
      group by meeting_id, kind, enrolment_id having max(version) <> count(*)`,
  },
  {
    name: "A grade belongs to another student's text, or to another assignment",
    query: sql`
      select g.id from grades g join submissions s on s.id = g.submission_id
      where s.enrolment_id <> g.enrolment_id or s.meeting_id <> g.meeting_id or s.assignment <> g.kind`,
  },
  {
    name: "A grade or an exception was given by somebody who was never staff",
    query: sql`
      select g.id, e.role from grades g join enrolments e on e.id = g.graded_by where e.role = 'student'
      union all
      select x.id, e.role from exceptions x join enrolments e on e.id = x.granted_by where e.role = 'student'`,
  },
  {
    name: "A score exceeds what can be reached",
    query: sql`
      select g.id, g.kind, g.score from grades g
      join meetings m on m.id = g.meeting_id join courses c on c.id = g.course_id
      where g.score > case g.kind
        when 'presentation' then (c.syllabus->'presentation'->>'outOf')::int + m.bonus
        else (c.syllabus->g.kind->>'pointsEach')::int end`,
  },
  {
    name: "A presentation's score is not what its rubric makes",
    query: sql`
      select g.id, g.score, g.aspects from grades g join courses c on c.id = g.course_id
      where g.kind = 'presentation' and g.score is distinct from (
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
          or a.subject_id = s.enrolment_id and a.details->'seat'->>'meetingId' = s.meeting_id::text))`,
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
