import { and, desc, eq, exists, isNull, sql, type Placeholder, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { EnrolledViewer } from "@/policy/access";
import { personalDueAt, relativeDueAt } from "@/policy/deadlines";
import { textStatusOf, type TextFacts, type TextStatus } from "@/policy/hand-in";
import { carries, type MeetingFacts } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import { findSeries, type Syllabus } from "@/policy/syllabus";
import { byline, bylinesFor, type Bylines } from "./assignments-class";
import { db, prepared, type Db, type Own, type Scope, type Tx } from "./client";
import { jsonRows } from "./json-rows";
import { carryingFacts, meetingOf } from "./meetings";
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
          .innerJoin(meetings, eq(meetings.id, assignments.meetingId))
          // A class that does not take place uses up no pass.
          .where(and(holds, eq(exceptions.kind, "pass"), eq(meetings.isCancelled, false)))
          .orderBy(exceptions.id),
      ),
      /** The number under which classmates read what the student writes, where they read no names. */
      alias: enrolments.alias,
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
            ...carryingFacts,
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

const lastOf = (meetingId: SQL | Placeholder) =>
  prepared((over, viewer) =>
    ownTexts(over, viewer, meetingId, "last", {
      named: sql.placeholder("named"),
      numbered: sql.placeholder("numbered"),
    }).prepare("own texts"),
  );

const lastOfMeeting = lastOf(sql.placeholder("meetingId"));
const lastBesideAssignment = lastOf(meetingOf(sql.placeholder("assignmentId")));

/**
 * The viewer's own texts, drafts and exceptions of one meeting, which one of its assignments may stand for, by
 * assignment, in one query; with the free passes and the late versions of the term.
 */
export async function findOwnTexts(
  viewer: EnrolledViewer,
  at: { meetingId: string } | { assignmentId: string },
  syllabus: Pick<Syllabus, "series">,
  wanted: VersionsWanted = "last",
  tx: Db | Tx = db,
) {
  const bylines = bylinesFor(viewer, syllabus);
  const values = { ...viewer, ...bylines, ...at };
  const [found] =
    wanted === "last"
      ? await ("meetingId" in at ? lastOfMeeting : lastBesideAssignment)(tx).execute(values)
      : await ownTexts(
          tx,
          viewer,
          "meetingId" in at ? at.meetingId : meetingOf(at.assignmentId),
          wanted,
          bylines,
        );
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
      if (series === undefined || !carries(version, series)) return [];
      const due = dueAt ?? relativeDueAt({ date }, series.due, zone);
      return [{ ...version, dueAt: personalDueAt(due, extendedTo) }];
    }),
  };
}

/** How the student stands with every series of the course at the meeting, in the order of the syllabus. */
export function statusesOf(facts: TextFacts, now: Date): TextStatus[] {
  return facts.syllabus.series.map((series) => textStatusOf(facts, series, now));
}
