import { and, asc, eq, ne, sql, type SQL } from "drizzle-orm";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import type {
  ExceptionFacts,
  GradeFacts,
  StudentFacts,
  SubmissionFacts,
} from "@/policy/score-facts";
import type { GradedKind } from "@/policy/syllabus";
import { asJson, db, once, type Db, type Scope, type Tx } from "./client";
import { enrolments, grades, people, questions, readings, seats, submissions } from "./schema";

/** Whose facts are wanted, and of what; everything of every active student unless said otherwise. */
export interface FactsWanted {
  enrolmentId?: string | undefined;
  meetingId?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

/** Students of the course: only graders ask for others than themselves. */
function students(viewer: Scope): SQL | undefined {
  return and(eq(enrolments.courseId, viewer.courseId), eq(enrolments.role, "student"));
}

/** Facts of one student, in one array that the database builds, with their instants as Dates. */
function listed<Row>(query: SQL, order: SQL, instants: readonly (keyof Row)[]) {
  return sql<Row[]>`${asJson(query, order)}`.mapWith((rows: Row[]) => {
    // In place: a whole class has some thousand rows, and a copy of each is what the page would spend its time on.
    for (const row of rows) {
      for (const name of instants) {
        const value: unknown = row[name];
        if (typeof value === "string") row[name] = new Date(value) as Row[keyof Row];
      }
    }
    return rows;
  });
}

/** The statement behind `readScoreFacts`; only staff see what is not released, and the reasons of exceptions. */
function scoreFacts(
  over: Db | Tx,
  who: SQL | undefined,
  meetingId: string | undefined,
  isStaff: boolean,
) {
  const own = sql.raw(`"enrolments"."id"`);
  const ofMeeting = (name: string) =>
    meetingId === undefined ? sql`true` : sql`${sql.raw(name)}.meeting_id = ${meetingId}`;
  return over
    .select({
      enrolmentId: enrolments.id,
      name: people.name,
      units: sql<number>`coalesce(${enrolments.units}, 0)`,
      presentsAt: seats.meetingId,
      submissions: listed<SubmissionFacts>(
        sql`select s.id, s.meeting_id as "meetingId", s.assignment, s.version,
          s.submitted_at as "submittedAt", s.due_at_receipt as "dueAtReceipt",
          s.credits_charged as "creditsCharged"
          from submissions s where s.enrolment_id = ${own} and ${ofMeeting("s")}`,
        sql`x.version`,
        ["submittedAt", "dueAtReceipt"],
      ),
      exceptions: listed<ExceptionFacts>(
        sql`select e.id, e.meeting_id as "meetingId", e.assignment, e.kind,
          e.extended_to as "extendedTo", ${isStaff ? sql`e.reason` : sql`null`} as reason
          from exceptions e where e.enrolment_id = ${own} and e.withdrawn_at is null
          and ${ofMeeting("e")}`,
        sql`x.id`,
        ["extendedTo"],
      ),
      grades: listed<GradeFacts>(
        sql`select g.id, g.meeting_id as "meetingId", g.kind, g.version,
          g.submission_id as "submissionId", g.score, g.aspects, g.comment,
          g.graded_by as "gradedBy", gp.name as "graderName", g.graded_at as "gradedAt",
          g.released_at as "releasedAt"
          from grades g join enrolments ge on ge.id = g.graded_by
          join people gp on gp.id = ge.person_id where g.enrolment_id = ${own}
          and ${isStaff ? sql`true` : sql`g.released_at is not null`} and ${ofMeeting("g")}`,
        sql`x.version`,
        ["gradedAt", "releasedAt"],
      ),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .leftJoin(seats, eq(seats.enrolmentId, enrolments.id))
    .where(who)
    .orderBy(asc(people.name), asc(enrolments.id));
}

const ownScoreFacts = once((over, viewer) =>
  scoreFacts(
    over,
    and(students(viewer), eq(enrolments.id, viewer.enrolmentId)),
    undefined,
    false,
  ).prepare("own score facts"),
);

/** What the viewer's own grades are computed from, in one query: a score that is not released does not exist yet. */
export async function readOwnScoreFacts(viewer: Viewer): Promise<StudentFacts> {
  demand(viewer, "see own grades");
  const [own] = await ownScoreFacts().execute({ ...viewer });
  if (own === undefined) throw new NotFound();
  return own;
}

/**
 * Everything that grades are computed from, of one student or of many by name, in one query: the one source of the
 * gradebook, the staff's dashboards and the queue.
 */
export async function readScoreFacts(
  viewer: Viewer,
  wanted: FactsWanted = {},
  tx: Db | Tx = db,
): Promise<StudentFacts[]> {
  demand(viewer, "grade");
  const whose =
    wanted.enrolmentId === undefined
      ? eq(enrolments.status, "active")
      : eq(enrolments.id, wanted.enrolmentId);
  return scoreFacts(tx, and(students(viewer), whose), wanted.meetingId, true)
    .limit(wanted.limit ?? 10_000)
    .offset(wanted.offset ?? 0);
}

/** How many students the gradebook has. */
export async function countStudents(viewer: Viewer): Promise<number> {
  demand(viewer, "grade");
  return db.$count(enrolments, and(students(viewer), eq(enrolments.status, "active")));
}

/** Every version of one student's text with its questions and what it is about, the newest first, for whoever grades it. */
export async function listTextsToGrade(
  viewer: Viewer,
  of: { meetingId: string; kind: GradedKind; enrolmentId: string },
) {
  demand(viewer, "grade");
  if (of.kind === "presentation") return [];
  return db
    .select({
      id: submissions.id,
      version: submissions.version,
      text: submissions.text,
      submittedAt: submissions.submittedAt,
      paper: { title: readings.title, url: readings.url },
      questions: sql<string[]>`coalesce((select json_agg(q.text order by q.position)
        from ${questions} q where q.submission_id = ${sql.raw(`"submissions"."id"`)}), '[]')`,
      /** The question that a post-assignment is about. */
      about: sql<{ askedBy: string; text: string } | null>`(
        select json_build_object('askedBy', p.name, 'text', q.text) from ${questions} q
        join ${submissions} a on a.id = q.submission_id join ${enrolments} e on e.id = a.enrolment_id
        join ${people} p on p.id = e.person_id
        where q.submission_id = ${sql.raw(`"submissions"."about_submission_id"`)}
        and q.position = ${sql.raw(`"submissions"."about_position"`)})`,
    })
    .from(submissions)
    .leftJoin(readings, eq(readings.id, submissions.readingId))
    .where(
      and(
        eq(submissions.courseId, viewer.courseId),
        eq(submissions.meetingId, of.meetingId),
        eq(submissions.assignment, of.kind),
        eq(submissions.enrolmentId, of.enrolmentId),
      ),
    )
    .orderBy(sql`${submissions.version} desc`);
}

/** A version of a text as the graders read it. */
export type TextToGrade = Awaited<ReturnType<typeof listTextsToGrade>>[number];

/**
 * The comments that graders have written so far on such work, to be used again: those on this very assignment first,
 * then by how often each was used. At most 12.
 */
export async function listUsedComments(
  viewer: Viewer,
  of: { meetingId: string; kind: GradedKind },
): Promise<string[]> {
  demand(viewer, "grade");
  const found = await db
    .select({ comment: grades.comment })
    .from(grades)
    .where(
      and(
        eq(grades.courseId, viewer.courseId),
        eq(grades.kind, of.kind),
        ne(grades.comment, ""),
        sql`length(${grades.comment}) <= 200`,
      ),
    )
    .groupBy(grades.comment)
    .orderBy(
      sql`bool_or(${grades.meetingId} = ${of.meetingId}) desc`,
      sql`count(*) desc`,
      asc(grades.comment),
    )
    .limit(12);
  return found.map(({ comment }) => comment);
}
