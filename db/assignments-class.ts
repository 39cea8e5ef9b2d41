import { and, desc, eq, gt, inArray, isNull, sql, type Placeholder, type SQL } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { may, type EnrolledViewer, type Viewer } from "@/policy/access";
import { assignmentIdAt, type MeetingFacts } from "@/policy/meetings";
import type { Series, Syllabus } from "@/policy/syllabus";
import { db, type Tx } from "./client";
import { assignments, enrolments, people, questions, readings, submissions } from "./schema";

/** The keys of the series whose texts somebody reads under the writer's name, and of those under the writer's number. */
export interface Bylines<Keys> {
  named: Keys;
  numbered: Keys;
}

/** Staff read every text under its writer's name, students as the series says. */
export function bylinesFor(viewer: Viewer, { series }: Pick<Syllabus, "series">): Bylines<string> {
  const keys = (as: Series["classmatesRead"]["as"]) =>
    series
      .filter(({ classmatesRead }) => may(viewer, "grade") || classmatesRead.as === as)
      .map(({ key }) => key)
      .join();
  return { named: keys("name"), numbered: keys("number") };
}

/**
 * Under what a text of that work is read: the writer's name, the writer's number, or null for nothing. The database
 * decides, so that a name which is not to be read never reaches a page.
 */
export function byline(
  work: PgColumn,
  { name, number }: { name: PgColumn; number: PgColumn },
  { named, numbered }: Bylines<string | Placeholder>,
): SQL<string | null> {
  const isIn = (keys: string | Placeholder) => sql`${work} = any(string_to_array(${keys}, ','))`;
  return sql`case when ${isIn(named)} then ${name} when ${isIn(numbered)} then 'No. ' || ${number} end`;
}

/** How many texts of a series are read on one page. */
export const classTextsPageSize = 50;

/** The last texts of active students for these assignments of the viewer's course. */
function lastTexts(viewer: EnrolledViewer, meeting: MeetingFacts, of: readonly Series[]) {
  const wanted = of.map(({ key }) => assignmentIdAt(meeting, key));
  return db
    .selectDistinctOn([submissions.assignmentId, submissions.submitterId], {
      id: submissions.id,
      assignmentId: submissions.assignmentId,
      submitterId: submissions.submitterId,
    })
    .from(submissions)
    .where(
      and(eq(submissions.courseId, viewer.courseId), inArray(submissions.assignmentId, wanted)),
    )
    .orderBy(submissions.assignmentId, submissions.submitterId, desc(submissions.version))
    .as("last_texts");
}

/** The questions of the submission at hand, in the student's order. */
const ownQuestions = sql<{ id: string; text: string }[]>`coalesce((
  select json_agg(json_build_object('id', q.id, 'text', q.text) order by q.position)
  from ${questions} q where q.submission_id = ${sql`${submissions.id}`}), '[]')`;

/**
 * A page of the last texts of everybody in the class for each of those series of the meeting, each under the name, the
 * number or nothing, as the viewer reads them, and in that order; with how many there are of the series. Whether they
 * may be read is decided before.
 */
export async function listClassTexts(
  viewer: EnrolledViewer,
  meeting: MeetingFacts,
  { syllabus }: { syllabus: Pick<Syllabus, "series"> },
  of: readonly Series[],
  page: number,
) {
  if (of.length === 0) return [];
  const last = lastTexts(viewer, meeting, of);
  const by = { name: people.name, number: enrolments.alias };
  const author = byline(assignments.work, by, bylinesFor(viewer, syllabus));
  const { assignmentId } = last;
  const numbered = db
    .select({
      id: last.id,
      author: author.as("author"),
      isOwn: sql<boolean>`${last.submitterId} = ${viewer.enrolmentId}`.as("is_own"),
      // By the id where there is neither name nor number: any other order could tell who wrote what.
      place:
        sql<number>`row_number() over (partition by ${assignmentId} order by ${author}, ${last.id})`.as(
          "place",
        ),
      total: sql<number>`(count(*) over (partition by ${assignmentId}))::int`.as("total"),
    })
    .from(last)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .innerJoin(
      enrolments,
      and(eq(enrolments.id, last.submitterId), eq(enrolments.status, "active")),
    )
    .innerJoin(people, eq(people.id, enrolments.personId))
    .as("numbered");
  const before = (page - 1) * classTextsPageSize;
  return db
    .select({
      id: submissions.id,
      assignmentId: submissions.assignmentId,
      author: numbered.author,
      isOwn: numbered.isOwn,
      total: numbered.total,
      paper: readings.title,
      answers: submissions.answers,
      questions: ownQuestions.as("questions"),
    })
    .from(numbered)
    .innerJoin(submissions, eq(submissions.id, numbered.id))
    .leftJoin(readings, eq(readings.id, submissions.readingId))
    .where(
      sql`${numbered.place} > ${before} and ${numbered.place} <= ${before + classTextsPageSize}`,
    )
    .orderBy(numbered.author, numbered.id);
}

/** Whether a question stands in the last text of somebody in the class for one of those series of the meeting. */
export async function isAskedIn(
  viewer: EnrolledViewer,
  meeting: MeetingFacts,
  of: readonly Series[],
  questionId: string,
  tx: Tx,
): Promise<boolean> {
  if (of.length === 0) return false;
  const wanted = of.map(({ key }) => assignmentIdAt(meeting, key));
  const later = alias(submissions, "later");
  const found = await tx
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(submissions, eq(submissions.id, questions.submissionId))
    .innerJoin(
      enrolments,
      and(eq(enrolments.id, submissions.submitterId), eq(enrolments.status, "active")),
    )
    .leftJoin(
      later,
      and(
        eq(later.assignmentId, submissions.assignmentId),
        eq(later.submitterId, submissions.submitterId),
        gt(later.version, submissions.version),
      ),
    )
    .where(
      and(
        eq(questions.id, questionId),
        eq(submissions.courseId, viewer.courseId),
        inArray(submissions.assignmentId, wanted),
        isNull(later.id),
      ),
    );
  return found.length > 0;
}
