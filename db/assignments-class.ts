import { and, desc, eq, inArray, sql, type Placeholder, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { may, type EnrolledViewer, type Viewer } from "@/policy/access";
import { assignmentIdAt, type MeetingFacts } from "@/policy/meetings";
import type { Series, Syllabus } from "@/policy/syllabus";
import { db, type Db, type Tx } from "./client";
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

/** The questions of the submission at hand, in the student's order. */
const ownQuestions = sql<{ id: string; text: string }[]>`coalesce((
  select json_agg(json_build_object('id', q.id, 'text', q.text) order by q.position)
  from ${questions} q where q.submission_id = ${sql`${submissions.id}`}), '[]')`;

/**
 * The last text of everybody in the class for those series of the meeting, each under the name, the number or nothing,
 * as the viewer reads them, and in that order. Whether they may be read is decided before.
 */
export async function listClassTexts(
  viewer: EnrolledViewer,
  meeting: MeetingFacts,
  { syllabus }: { syllabus: Pick<Syllabus, "series"> },
  of: readonly Series[],
  tx: Db | Tx = db,
) {
  if (of.length === 0) return [];
  const wanted = of.map(({ key }) => assignmentIdAt(meeting, key));
  const by = { name: people.name, number: enrolments.alias };
  const latest = tx
    .selectDistinctOn([submissions.assignmentId, submissions.submitterId], {
      id: submissions.id,
      assignmentId: submissions.assignmentId,
      author: byline(assignments.work, by, bylinesFor(viewer, syllabus)).as("author"),
      isOwn: sql<boolean>`${submissions.submitterId} = ${viewer.enrolmentId}`.as("is_own"),
      paper: readings.title,
      answers: submissions.answers,
      questions: ownQuestions.as("questions"),
    })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(
      enrolments,
      and(eq(enrolments.id, submissions.submitterId), eq(enrolments.status, "active")),
    )
    .innerJoin(people, eq(people.id, enrolments.personId))
    .leftJoin(readings, eq(readings.id, submissions.readingId))
    .where(
      and(eq(submissions.courseId, viewer.courseId), inArray(submissions.assignmentId, wanted)),
    )
    .orderBy(submissions.assignmentId, submissions.submitterId, desc(submissions.version))
    .as("latest");
  // By the id where there is neither name nor number: any other order could tell who wrote what.
  return tx.select().from(latest).orderBy(latest.author, latest.id);
}

/** A text of the class, as whoever may read it sees it. */
type ClassText = Awaited<ReturnType<typeof listClassTexts>>[number];
