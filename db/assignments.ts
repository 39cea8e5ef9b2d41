import {
  and,
  asc,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  sql,
  type Placeholder,
  type SQL,
} from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { demandEnrolled, may, type EnrolledViewer, type Viewer } from "@/policy/access";
import { personalDueAt, relativeDueAt } from "@/policy/deadlines";
import { mayReadTexts, textStatusOf, type TextFacts, type TextStatus } from "@/policy/hand-in";
import { assignmentIdAt, carries, type MeetingFacts } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import { findSeries, type Series, type Syllabus } from "@/policy/syllabus";
import { db, prepared, type Db, type Own, type Scope, type Tx } from "./client";
import { jsonRows } from "./json-rows";
import {
  assignments,
  drafts,
  enrolments,
  exceptions,
  meetings,
  people,
  questions,
  readings,
  seats,
  submissions,
} from "./schema";

/** The rules of a course, as far as its texts need them. */
export type Rules = Pick<TextFacts, "syllabus" | "zone">;

/** Whether of each text the last version is wanted, or every one. */
export type VersionsWanted = "last" | "all";

/** The meeting of an assignment, inside a statement. */
export function meetingOf(assignmentId: string): SQL<string> {
  return sql`(select ${assignments.meetingId} from ${assignments} where ${assignments.id} = ${assignmentId})`;
}

/** The questions of the submission at hand, in the student's order. */
export const ownQuestions = sql<{ id: string; text: string }[]>`coalesce((
  select json_agg(json_build_object('id', q.id, 'text', q.text) order by q.position)
  from ${questions} q where q.submission_id = ${sql`${submissions.id}`}), '[]')`;

/** The keys of the series whose texts somebody reads under the writer's name, and of those under the writer's number. */
interface Bylines<Keys> {
  named: Keys;
  numbered: Keys;
}

/** Staff read every text under its writer's name, students as the series says. */
function bylinesFor(viewer: Viewer, { series }: Pick<Syllabus, "series">): Bylines<string> {
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
function byline(
  work: PgColumn,
  { name, number }: { name: PgColumn; number: PgColumn },
  { named, numbered }: Bylines<string | Placeholder>,
): SQL<string | null> {
  const isIn = (keys: string | Placeholder) => sql`${work} = any(string_to_array(${keys}, ','))`;
  return sql`case when ${isIn(named)} then ${name} when ${isIn(numbered)} then 'No. ' || ${number} end`;
}

const askedIn = alias(submissions, "asked_in");
const askedFor = alias(assignments, "asked_for");
const askers = alias(enrolments, "askers");
const askingPeople = alias(people, "asking_people");

/** The statement behind `findOwnTexts`. */
function ownTexts(
  over: Db | Tx,
  viewer: Own & Scope,
  meetingId: string | SQL | Placeholder,
  wanted: VersionsWanted,
  bylines: Bylines<string | Placeholder>,
) {
  const isHere = eq(assignments.meetingId, meetingId);
  const version = {
    assignmentId: submissions.assignmentId,
    version: submissions.version,
    readingId: submissions.readingId,
    /** The paper's title, even where the paper has moved on. */
    readingTitle: readings.title,
    answers: submissions.answers,
    questions: sql<string[]>`array(select q.text from ${questions} q
      where q.submission_id = ${sql`${submissions.id}`} order by q.position)`,
    /** The question that the text is about, and under what its asker is read. */
    aboutId: questions.id,
    aboutText: questions.text,
    askedBy: byline(askedFor.work, { name: askingPeople.name, number: askers.alias }, bylines),
    submittedAt: submissions.submittedAt,
    dueAtReceipt: submissions.dueAtReceipt,
    creditsCharged: submissions.creditsCharged,
  };
  const versions =
    wanted === "last"
      ? over.selectDistinctOn([submissions.assignmentId], version)
      : over.select(version);
  const holds = and(eq(exceptions.submitterId, enrolments.id), isNull(exceptions.withdrawnAt));
  return over
    .select({
      /** Of each assignment the last that was handed in, or all, the newest first. */
      versions: jsonRows(
        versions
          .from(submissions)
          .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
          .leftJoin(readings, eq(readings.id, submissions.readingId))
          .leftJoin(questions, eq(questions.id, submissions.aboutQuestionId))
          .leftJoin(askedIn, eq(askedIn.id, questions.submissionId))
          .leftJoin(askedFor, eq(askedFor.id, askedIn.assignmentId))
          .leftJoin(askers, eq(askers.id, askedIn.submitterId))
          .leftJoin(askingPeople, eq(askingPeople.id, askers.personId))
          .where(and(eq(submissions.submitterId, enrolments.id), isHere))
          .orderBy(submissions.assignmentId, desc(submissions.version)),
      ),
      drafts: jsonRows(
        over
          .select({
            assignmentId: drafts.assignmentId,
            content: drafts.content,
            savedAt: drafts.savedAt,
          })
          .from(drafts)
          .innerJoin(assignments, eq(assignments.id, drafts.assignmentId))
          .where(and(eq(drafts.submitterId, enrolments.id), isHere))
          .orderBy(drafts.assignmentId),
      ),
      /** Those that hold here; the staff's reasons are not for students. */
      exceptions: jsonRows(
        over
          .select({
            id: exceptions.id,
            assignmentId: exceptions.assignmentId,
            kind: exceptions.kind,
            extendedTo: exceptions.extendedTo,
            reason: sql<null>`null`,
          })
          .from(exceptions)
          .innerJoin(assignments, eq(assignments.id, exceptions.assignmentId))
          .where(and(holds, isHere))
          .orderBy(exceptions.assignmentId),
      ),
      /** The free passes of the term. */
      passes: jsonRows(
        over
          .select({ work: assignments.work })
          .from(exceptions)
          .innerJoin(assignments, eq(assignments.id, exceptions.assignmentId))
          .where(and(holds, eq(exceptions.kind, "pass")))
          .orderBy(exceptions.id),
      ),
      presentsHere: sql<boolean>`${exists(
        over
          .select({ id: seats.id })
          .from(seats)
          .where(and(eq(seats.enrolmentId, enrolments.id), eq(seats.meetingId, meetingId))),
      )}`,
      /** The late versions of the term, with what their deadlines follow from. */
      charged: jsonRows(
        over
          .select({
            assignmentId: submissions.assignmentId,
            work: assignments.work,
            submittedAt: submissions.submittedAt,
            creditsCharged: submissions.creditsCharged,
            date: meetings.date,
            dueAt: assignments.dueAt,
            extendedTo: exceptions.extendedTo,
          })
          .from(submissions)
          .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
          .innerJoin(meetings, eq(meetings.id, assignments.meetingId))
          .leftJoin(exceptions, and(eq(exceptions.assignmentId, assignments.id), holds))
          .where(
            and(eq(submissions.submitterId, enrolments.id), sql`${submissions.creditsCharged} > 0`),
          )
          .orderBy(submissions.submittedAt),
      ),
    })
    .from(enrolments)
    .where(and(eq(enrolments.id, viewer.enrolmentId), eq(enrolments.courseId, viewer.courseId)));
}

const lastOwnTexts = prepared((over, viewer) =>
  ownTexts(over, viewer, sql.placeholder("meetingId"), "last", {
    named: sql.placeholder("named"),
    numbered: sql.placeholder("numbered"),
  }).prepare("own texts"),
);

/**
 * The viewer's own texts, drafts and exceptions of one meeting, by assignment, in one query; with the free passes and
 * the late versions of the term.
 */
export async function findOwnTexts(
  viewer: EnrolledViewer,
  meetingId: string | SQL<string>,
  syllabus: Pick<Syllabus, "series">,
  wanted: VersionsWanted = "last",
  tx: Db | Tx = db,
) {
  const bylines = bylinesFor(viewer, syllabus);
  const isPrepared = tx === db && wanted === "last" && typeof meetingId === "string";
  const [found] = isPrepared
    ? await lastOwnTexts().execute({ ...viewer, meetingId, ...bylines })
    : await ownTexts(tx, viewer, meetingId, wanted, bylines);
  if (found === undefined) throw new NotFound();
  return {
    ...found,
    versions: found.versions.map(({ aboutId, aboutText, askedBy, ...version }) => ({
      ...version,
      about: aboutId === null ? null : { id: aboutId, text: aboutText ?? "", askedBy },
    })),
  };
}

/** What `findOwnTexts` finds. */
export type OwnTexts = Awaited<ReturnType<typeof findOwnTexts>>;

/** What policy needs to know to say where the student stands with the texts of the meeting. */
export function textFacts(meeting: MeetingFacts, rules: Rules, own: OwnTexts): TextFacts {
  const { syllabus, zone } = rules;
  return {
    meeting,
    syllabus,
    zone,
    presentsHere: own.presentsHere,
    exceptions: own.exceptions,
    passes: own.passes.map(({ work }) => work),
    charged: own.charged.flatMap(({ work, date, dueAt, extendedTo, ...version }) => {
      const series = findSeries(syllabus, work);
      if (series === undefined) return [];
      const due = dueAt ?? relativeDueAt({ date }, series.due, zone);
      return [{ ...version, dueAt: personalDueAt(due, extendedTo) }];
    }),
  };
}

/** How the student stands with every series of the course at the meeting, in the order of the syllabus. */
export function statusesOf(facts: TextFacts, now: Date): TextStatus[] {
  return facts.syllabus.series.map((series) => textStatusOf(facts, series, now));
}

/** The series whose texts the viewer may read at the meeting, of those that classmates read. */
export function readableSeries(
  viewer: Viewer,
  meeting: MeetingFacts,
  { syllabus, zone }: Rules,
  statuses: readonly TextStatus[],
  now: Date,
): Series[] {
  return syllabus.series.filter((series) => {
    if (series.classmatesRead.when === "never" || !carries(meeting, series)) return false;
    const own = statuses.find((status) => status.series.key === series.key) ?? null;
    return mayReadTexts(viewer, own, { meeting, zone }, now);
  });
}

/**
 * All that a meeting's page says to the viewer about its texts: a student's own, series by series, with where they
 * stand; and once they may be read, the class's of each series, and all their questions with the viewer's own.
 */
export async function readMeetingTexts(
  viewer: Viewer,
  meeting: MeetingFacts,
  rules: Rules,
  now: Date,
  wanted: VersionsWanted = "last",
) {
  demandEnrolled(viewer, "see the class");
  const own = may(viewer, "hand in assignments")
    ? await findOwnTexts(viewer, meeting.id, rules.syllabus, wanted)
    : null;
  const statuses = own === null ? [] : statusesOf(textFacts(meeting, rules, own), now);
  const readable = readableSeries(viewer, meeting, rules, statuses, now);
  const written = await listClassTexts(viewer, meeting, rules, readable);
  return {
    own: own === null ? null : statuses.flatMap((status) => ownTextOf(status, own)),
    classTexts: readable.map((series) => ({
      series,
      texts: written.filter(
        ({ assignmentId, isOwn }) => !isOwn && assignmentId === assignmentIdAt(meeting, series.key),
      ),
    })),
    asked: written.flatMap(({ author, questions }) =>
      questions.map((question) => ({ ...question, askedBy: author })),
    ),
  };
}

/** A question of the class as whoever may read it sees it. */
export type AskedQuestion = Awaited<ReturnType<typeof readMeetingTexts>>["asked"][number];

/** The texts of one series of a meeting that the viewer may read, in the order of their names or numbers. */
export type SeriesTexts = Awaited<ReturnType<typeof readMeetingTexts>>["classTexts"][number];

/** The student's side of one series at a meeting; none where it has no such assignment and nothing was ever written. */
function ownTextOf(status: TextStatus, own: OwnTexts) {
  const isOf = ({ assignmentId }: { assignmentId: string }) => assignmentId === status.assignmentId;
  const versions = own.versions.filter(isOf);
  const draft = own.drafts.find(isOf) ?? null;
  if (status.state === "none" && versions.length === 0 && draft === null) return [];
  return [{ status, versions, draft }];
}

/** A student's own text of one series at a meeting: where it stands, what was handed in, and what is begun. */
export type OwnText = ReturnType<typeof ownTextOf>[number];

/**
 * The last text of everybody in the class for those series of the meeting, each under the name, the number or nothing,
 * as the viewer reads them, and in that order. Whether they may be read is decided before.
 */
export async function listClassTexts(
  viewer: EnrolledViewer,
  meeting: MeetingFacts,
  { syllabus }: Pick<Rules, "syllabus">,
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
export type ClassText = Awaited<ReturnType<typeof listClassTexts>>[number];

/** The assignments for which the student has begun a text and not handed it in. */
export function ownDrafts(over: Db | Tx, viewer: Own) {
  return jsonRows(
    over
      .select({ assignmentId: drafts.assignmentId })
      .from(drafts)
      .where(eq(drafts.submitterId, viewer.enrolmentId))
      .orderBy(asc(drafts.assignmentId)),
  );
}
