import { db, sql } from "@/db/client";
import { importCourse } from "@/db/course-import";
import { hashPassword } from "@/db/people";
import { seedCourse } from "@/db/seed/course-files";
import { castPassword } from "@/db/seed/enrol-cast";

/*
 * A course with any number of students, six of whose meetings everybody has written about and of which five are
 * graded and released: what grows with the class is there, and is written by one statement for each table.
 */

/** The afternoon on which the seventh class ends. */
export const largeCourseNow = new Date("2024-02-06T17:00:00-05:00");

/** Where the course of so many students is. */
export function slugOf(students: number): string {
  return `students-${students}`;
}

/** Lays the course of so many students, with a TA and an instructor; its clock shows `largeCourseNow`. */
export async function layLargeCourse(students: number): Promise<void> {
  const file = seedCourse("neural-code-generation-s2024");
  file.course.slug = slugOf(students);
  const { courseId } = await importCourse(db, file, new Date("2024-01-08T12:00:00-05:00"));
  const offset = largeCourseNow.getTime() - Date.now();
  await sql`update courses set clock_offset_ms = ${offset} where id = ${courseId}`;
  await enrol(courseId, students);
  await takeSeats(courseId);
  await handInAll(courseId);
  await gradeFive(courseId);
  await announce(courseId);
  await sql`analyze`;
}

/** The name under which `student17`, `ta1` or `instructor1` of the course of so many students has an account. */
export function accountOf(role: string, students: number): string {
  return `${role}.${slugOf(students)}`;
}

async function enrol(courseId: string, students: number): Promise<void> {
  const password = await hashPassword(castPassword);
  const emailEnd = `${accountOf("", students)}@demo.test`;
  await sql`
    with cast_of as (
      select 'student' as role, n, 'Student ' || to_char(n, 'FM0000') || ' Number' as name
      from generate_series(1, ${students}::int) n
      union all values ('ta', 1, 'Tara Trace'), ('instructor', 1, 'Iris Index')
    ), person as (
      insert into people (id, name, email, password_hash, created_at)
      select gen_random_uuid(), name, role || n || ${emailEnd}, ${password}, now() from cast_of
      returning id, email
    ), enrolled as (
      insert into enrolments (id, course_id, person_id, role, units, alias, status, enrolled_at)
      select gen_random_uuid(), ${courseId}, id, role, case when role = 'student' then 12 - 6 * (n % 3 / 2) end,
        case when role = 'student' then 1000 + n end, 'active', '2024-01-09T12:00:00-05:00'
      from cast_of join person on email = role || n || ${emailEnd}
      returning id, role
    )
    insert into submitters (id, course_id, enrolment_id)
    select id, ${courseId}, id from enrolled where role = 'student'`;
}

/** The seats of the discussions to come are taken by as many as there are seats for. */
async function takeSeats(courseId: string): Promise<void> {
  await sql`
    with places as (
      select m.id, m.seats, seat, row_number() over (order by m.date, seat) as place
      from meetings m, generate_series(1, m.seats) seat
      where course_id = ${courseId} and date > '2024-02-06' and not is_cancelled
    ), students as (
      select id, row_number() over (order by id) as place from enrolments
      where course_id = ${courseId} and role = 'student'
    )
    insert into seats (id, course_id, meeting_id, number, capacity, enrolment_id, turn, turns, taken_at)
    select gen_random_uuid(), c.id, p.id, p.seat, p.seats, s.id, 1, c.presentation_turns, '2024-01-18T12:00:00-05:00'
    from places p join students s using (place), courses c where c.id = ${courseId}`;
}

/** What the first six meetings ask for, with the instant at which each begins. */
const written = (courseId: string) => sql`
  (select a.id as assignment_id, a.work, m.id as meeting_id, m.number,
      (m.date || ' ' || m.starts)::timestamp at time zone 'America/New_York' as starts_at
    from (
      select * from meetings where course_id = ${courseId} and not is_cancelled
        and kind in ('lecture', 'discussion') order by date limit 6
    ) m
    join assignments a on a.meeting_id = m.id and a.work in ('pre', 'post') and not a.is_waived)`;

async function handInAll(courseId: string): Promise<void> {
  await sql`
    insert into submissions (id, course_id, assignment_id, submitter_id, version, reading_id, answers,
      submitted_at, due_at_receipt, credits_charged)
    select gen_random_uuid(), ${courseId}, w.assignment_id, s.id, 1,
      case w.work when 'pre' then (
        select reading_id from meeting_readings r where r.meeting_id = w.meeting_id order by list, position limit 1
      ) end,
      array['The authors ask whether the tests of a repository say enough about a change, and measure it on many '
        || 'of them. Their method runs each change before and after. The key result is that a third of the changes '
        || 'pass for reasons that nobody had in mind, as text ' || w.number || ' of ' || s.id || ' says.'],
      case w.work when 'pre' then w.starts_at - interval '20 hours' else w.starts_at + interval '4 hours' end,
      case w.work when 'pre' then w.starts_at - interval '15 hours 30 minutes'
        else w.starts_at + interval '8 hours' end,
      0
    from ${written(courseId)} w
    cross join (select id from submitters where course_id = ${courseId}) s`;
  await sql`
    insert into questions (id, submission_id, position, text)
    select gen_random_uuid(), s.id, position,
      'What would change if the tests of a change were written by somebody else, as question ' || position || ' asks?'
    from submissions s join assignments a on a.id = s.assignment_id, generate_series(1, 2) position
    where s.course_id = ${courseId} and a.work = 'pre'`;
}

/** All but the last of the six are graded and released, and the last waits for its graders. */
async function gradeFive(courseId: string): Promise<void> {
  await sql`
    insert into grades (id, course_id, assignment_id, submitter_id, version, submission_id, score, comment,
      graded_by, graded_at, released_at)
    select gen_random_uuid(), ${courseId}, s.assignment_id, s.submitter_id, 1, s.id,
      case when hashtext(s.id::text) % 10 = 0 then 0 else 100 end,
      case when hashtext(s.id::text) % 4 = 0 then 'Say which result convinced you.' else '' end,
      (select id from enrolments where course_id = ${courseId} and role = 'ta'),
      s.submitted_at + interval '2 days', s.submitted_at + interval '3 days'
    from submissions s join ${written(courseId)} w using (assignment_id)
    where s.course_id = ${courseId} and w.starts_at < (select max(starts_at) from ${written(courseId)})`;
}

async function announce(courseId: string): Promise<void> {
  await sql`
    insert into announcements (id, course_id, title, body, posted_by, posted_at)
    select gen_random_uuid(), ${courseId}, 'Week ' || n, 'What we read in week ' || n || ' is on the schedule.',
      (select id from enrolments where course_id = ${courseId} and role = 'instructor'),
      '2024-01-09T12:00:00-05:00'::timestamptz + n * interval '2 days'
    from generate_series(1, 12) n`;
}
