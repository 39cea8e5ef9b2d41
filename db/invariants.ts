import { sql, type SQL } from "drizzle-orm";
import type { Db, Tx } from "./client";

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
    name: "A seat is held by somebody who is not an active student",
    query: sql`
      select s.id, e.role, e.status from seats s join enrolments e on e.id = s.enrolment_id
      where e.role <> 'student' or e.status <> 'active'`,
  },
  {
    name: "A seat belongs to a cancelled meeting",
    query: sql`
      select s.id, m.title from seats s join meetings m on m.id = s.meeting_id where m.is_cancelled`,
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
    name: "A grade was given by somebody who was never staff",
    query: sql`
      select g.id, e.role from grades g join enrolments e on e.id = g.graded_by where e.role = 'student'`,
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
    name: "A seat, text, grade or exception has no line in the audit log of its course",
    query: sql`
      select c.slug from courses c
      where (exists (select 1 from seats s where s.course_id = c.id)
          or exists (select 1 from submissions s where s.course_id = c.id)
          or exists (select 1 from grades g where g.course_id = c.id)
          or exists (select 1 from exceptions x where x.course_id = c.id))
        and not exists (select 1 from audit a where a.course_id = c.id)`,
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
  return broken;
}
