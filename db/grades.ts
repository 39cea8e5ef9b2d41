import { and, asc, desc, eq, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { demand, type Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import type { StudentFacts } from "@/policy/score-facts";
import { db, prepared, type Db, type Scope, type Tx } from "./client";
import type { Work } from "./grades-course";
import { jsonRows } from "./json-rows";
import {
  assignments,
  enrolments,
  exceptions,
  grades,
  people,
  progress,
  questions,
  readings,
  seats,
  submissions,
} from "./schema";

/** Whose facts are wanted, and of what; everything of every active student unless said otherwise. */
export interface FactsWanted {
  /** One student, who may have dropped the course unless `isActive`. */
  enrolmentId?: string | undefined;
  isActive?: true;
  assignmentId?: string | undefined;
  /** The meeting at which they present. */
  presentAt?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

/** Students of the course: only graders ask for others than themselves. */
function students(viewer: Scope): SQL | undefined {
  return and(eq(enrolments.courseId, viewer.courseId), eq(enrolments.role, "student"));
}

const graders = alias(enrolments, "graders");
const gradingPeople = alias(people, "grading_people");

/** The statement behind `readScoreFacts`; only staff see what is not released, and the reasons of exceptions. */
function scoreFacts(
  over: Db | Tx,
  who: SQL | undefined,
  assignmentId: string | undefined,
  isStaff: boolean,
) {
  const of = (row: typeof submissions | typeof exceptions | typeof grades) =>
    and(
      eq(row.submitterId, enrolments.id),
      assignmentId === undefined ? undefined : eq(row.assignmentId, assignmentId),
    );
  return over
    .select({
      enrolmentId: enrolments.id,
      name: people.name,
      units: sql<number>`coalesce(${enrolments.units}, 0)`,
      presentsAt: sql<string[]>`coalesce((select json_agg(s.meeting_id order by s.turn)
        from ${seats} s where s.enrolment_id = ${sql`${enrolments.id}`}), '[]')`,
      submissions: jsonRows(
        over
          .select({
            id: submissions.id,
            assignmentId: submissions.assignmentId,
            version: submissions.version,
            submittedAt: submissions.submittedAt,
            dueAtReceipt: submissions.dueAtReceipt,
            creditsCharged: submissions.creditsCharged,
          })
          .from(submissions)
          .where(of(submissions))
          .orderBy(asc(submissions.version)),
      ),
      exceptions: jsonRows(
        over
          .select({
            id: exceptions.id,
            assignmentId: exceptions.assignmentId,
            kind: exceptions.kind,
            extendedTo: exceptions.extendedTo,
            reason: isStaff ? exceptions.reason : sql<null>`null`,
          })
          .from(exceptions)
          .where(and(of(exceptions), isNull(exceptions.withdrawnAt)))
          .orderBy(asc(exceptions.id)),
      ),
      grades: jsonRows(
        over
          .select({
            id: grades.id,
            assignmentId: grades.assignmentId,
            version: grades.version,
            submissionId: grades.submissionId,
            score: grades.score,
            aspects: grades.aspects,
            comment: grades.comment,
            gradedBy: grades.gradedBy,
            graderName: gradingPeople.name,
            gradedAt: grades.gradedAt,
            releasedAt: grades.releasedAt,
          })
          .from(grades)
          .innerJoin(graders, eq(graders.id, grades.gradedBy))
          .innerJoin(gradingPeople, eq(gradingPeople.id, graders.personId))
          .where(and(of(grades), isStaff ? undefined : isNotNull(grades.releasedAt)))
          .orderBy(asc(grades.version)),
      ),
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(who)
    .orderBy(asc(people.name), asc(enrolments.id));
}

const ownScoreFacts = prepared((over, viewer) =>
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
 * Everything that grades are computed from, of one student or of many by name, in one query. What is asked of a whole
 * class is counted by the database instead (`countQueue`).
 */
export async function readScoreFacts(
  viewer: Viewer,
  wanted: FactsWanted = {},
  tx: Db | Tx = db,
): Promise<StudentFacts[]> {
  demand(viewer, "grade");
  const presents = (meetingId: string) =>
    sql`exists (select from ${seats} s where s.enrolment_id = ${enrolments.id} and s.meeting_id = ${meetingId})`;
  const whose = and(
    wanted.enrolmentId === undefined ? undefined : eq(enrolments.id, wanted.enrolmentId),
    wanted.enrolmentId === undefined || wanted.isActive === true
      ? eq(enrolments.status, "active")
      : undefined,
    wanted.presentAt === undefined ? undefined : presents(wanted.presentAt),
  );
  return scoreFacts(tx, and(students(viewer), whose), wanted.assignmentId, true)
    .limit(wanted.limit ?? 10_000)
    .offset(wanted.offset ?? 0);
}

/** How many students the gradebook has. */
export async function countStudents(viewer: Viewer): Promise<number> {
  demand(viewer, "grade");
  return db.$count(enrolments, and(students(viewer), eq(enrolments.status, "active")));
}

const askedIn = alias(submissions, "asked_in");
const askers = alias(enrolments, "askers");

/** How many versions of a text its graders read, besides the one that was graded. */
const versionsToRead = 5;

/**
 * The last versions of one submitter's text, and the one that was graded last, with their questions and what they are
 * about, the newest first, for whoever grades it.
 */
export async function listTextsToGrade(viewer: Viewer, of: Work) {
  demand(viewer, "grade");
  const found = await db
    .select({
      id: submissions.id,
      version: submissions.version,
      answers: submissions.answers,
      submittedAt: submissions.submittedAt,
      paper: { title: readings.title, url: readings.url },
      questions: sql<string[]>`coalesce((select json_agg(q.text order by q.position)
        from ${questions} q where q.submission_id = ${sql`${submissions.id}`}), '[]')`,
      /** The question that the text is about. */
      about: { askedBy: people.name, text: questions.text },
    })
    .from(submissions)
    .leftJoin(readings, eq(readings.id, submissions.readingId))
    .leftJoin(questions, eq(questions.id, submissions.aboutQuestionId))
    .leftJoin(askedIn, eq(askedIn.id, questions.submissionId))
    .leftJoin(askers, eq(askers.id, askedIn.submitterId))
    .leftJoin(people, eq(people.id, askers.personId))
    .where(
      and(
        eq(submissions.courseId, viewer.courseId),
        eq(submissions.assignmentId, of.assignmentId),
        eq(submissions.submitterId, of.submitterId),
        sql`exists (select from ${progress} p
          where p.assignment_id = ${submissions.assignmentId} and p.submitter_id = ${submissions.submitterId}
            and (${submissions.id} = p.graded_text_id or ${submissions.version} > p.text_version - ${versionsToRead}))`,
      ),
    )
    .orderBy(desc(submissions.version));
  return found.map(({ about: { askedBy, text }, ...version }) => ({
    ...version,
    about: askedBy === null || text === null ? null : { askedBy, text },
  }));
}

/** A version of a text as the graders read it. */
export type TextToGrade = Awaited<ReturnType<typeof listTextsToGrade>>[number];

/**
 * The comments that graders have written so far on such work, to be used again: those on this very assignment first,
 * then by how often each was used. At most 12.
 */
export async function listUsedComments(
  viewer: Viewer,
  of: Pick<Work, "assignmentId">,
): Promise<string[]> {
  demand(viewer, "grade");
  const wanted = alias(assignments, "wanted");
  const found = await db
    .select({ comment: grades.comment })
    .from(grades)
    .innerJoin(assignments, eq(assignments.id, grades.assignmentId))
    .innerJoin(wanted, and(eq(wanted.id, of.assignmentId), eq(wanted.work, assignments.work)))
    .where(
      and(
        eq(grades.courseId, viewer.courseId),
        ne(grades.comment, ""),
        sql`length(${grades.comment}) <= 200`,
      ),
    )
    .groupBy(grades.comment)
    .orderBy(
      sql`bool_or(${grades.assignmentId} = ${of.assignmentId}) desc`,
      sql`count(*) desc`,
      asc(grades.comment),
    )
    .limit(12);
  return found.map(({ comment }) => comment);
}
