import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { demandEnrolled, may, type EnrolledViewer, type Viewer } from "@/policy/access";
import { dueAt, personalDueAt } from "@/policy/deadlines";
import { exceptionKinds } from "@/policy/exceptions";
import { mayReadSummaries, standingOf, type TextFacts } from "@/policy/hand-in";
import type { MeetingFacts } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import { assignmentKinds, type AssignmentKind } from "@/policy/syllabus";
import { asJson, db, type Db, type Own, type Tx } from "./client";
import { enrolments, people, readings, submissions } from "./schema";

/** The rules of a course, as far as its texts need them. */
type Rules = Pick<TextFacts, "syllabus" | "zone">;

const assignment = z.enum(assignmentKinds);
const instant = z.coerce.date();

const grant = z.object({
  meetingId: z.string(),
  assignment,
  kind: z.enum(exceptionKinds),
  extendedTo: instant.nullable(),
});

/** A text as it was handed in, the paper's title with it even where the paper has moved on. */
const ownVersion = z.object({
  assignment,
  version: z.number(),
  readingId: z.string().nullable(),
  readingTitle: z.string().nullable(),
  text: z.string(),
  questions: z.array(z.string()),
  /** The question that a post-assignment is about. */
  about: z.object({ id: z.string(), askedBy: z.string(), text: z.string() }).nullable(),
  submittedAt: instant,
  dueAtReceipt: instant,
  creditsCharged: z.number(),
});

const ownDraft = z.object({
  assignment,
  content: z.object({
    readingId: z.string().nullable(),
    about: z.string().nullable().default(null),
    text: z.string(),
    questions: z.array(z.string()),
  }),
  savedAt: instant,
});

const ownTexts = z.object({
  /** The newest first: of each text the last that was handed in, or all. */
  versions: z.array(ownVersion),
  drafts: z.array(ownDraft),
  grants: z.array(grant),
  presentsHere: z.boolean(),
  charged: z.array(
    z.object({
      meetingId: z.string(),
      assignment,
      submittedAt: instant,
      creditsCharged: z.number(),
      date: z.string(),
      preDueAt: instant.nullable(),
      postDueAt: instant.nullable(),
      extendedTo: instant.nullable(),
    }),
  ),
});

function granted(enrolment: SQL): SQL {
  return sql`select x.meeting_id as "meetingId", x.assignment, x.kind, x.extended_to as "extendedTo"
    from exceptions x where x.enrolment_id = ${enrolment} and x.withdrawn_at is null`;
}

/** Whether of each text the last version is wanted, or every one. */
export type VersionsWanted = "last" | "all";

/** The viewer's own texts, drafts and exceptions of one meeting, in one query; with the late versions of the term. */
export async function findOwnTexts(
  viewer: EnrolledViewer,
  meetingId: string,
  wanted: VersionsWanted = "last",
  tx: Db | Tx = db,
) {
  const [found] = await tx.execute(sql`
    select
      ${asJson(
        sql`select ${wanted === "last" ? sql`distinct on (s.assignment)` : sql``}
          s.assignment, s.version, s.reading_id as "readingId", r.title as "readingTitle", s.text,
          s.submitted_at as "submittedAt", s.due_at_receipt as "dueAtReceipt",
          s.credits_charged as "creditsCharged",
          array(select q.text from questions q where q.submission_id = s.id order by q.position) as questions,
          (select json_build_object('id', q.id, 'askedBy', p.name, 'text', q.text) from questions q
            join submissions a on a.id = q.submission_id join enrolments ae on ae.id = a.enrolment_id
            join people p on p.id = ae.person_id
            where q.submission_id = s.about_submission_id and q.position = s.about_position) as about
          from submissions s left join readings r on r.id = s.reading_id
          where s.enrolment_id = e.id and s.meeting_id = ${meetingId}
          order by s.assignment, s.version desc`,
        sql`x.version desc`,
      )} as versions,
      ${asJson(
        sql`select d.assignment, d.content, d.saved_at as "savedAt" from drafts d
          where d.enrolment_id = e.id and d.meeting_id = ${meetingId}`,
        sql`x.assignment`,
      )} as drafts,
      ${asJson(sql`${granted(sql`e.id`)} and x.meeting_id = ${meetingId}`, sql`x.assignment`)} as grants,
      exists(select 1 from seats where enrolment_id = e.id and meeting_id = ${meetingId}) as "presentsHere",
      ${asJson(
        sql`select s.meeting_id as "meetingId", s.assignment, s.submitted_at as "submittedAt",
          s.credits_charged as "creditsCharged", m.date,
          m.pre_due_at as "preDueAt", m.post_due_at as "postDueAt",
          (select max(x.extended_to) from exceptions x where x.enrolment_id = e.id
            and x.meeting_id = m.id and x.assignment = s.assignment and x.withdrawn_at is null) as "extendedTo"
          from submissions s join meetings m on m.id = s.meeting_id
          where s.enrolment_id = e.id and s.credits_charged > 0`,
        sql`x."submittedAt"`,
      )} as charged
    from ${enrolments} e where e.id = ${viewer.enrolmentId} and e.course_id = ${viewer.courseId}`);
  if (found === undefined) throw new NotFound();
  return ownTexts.parse(found);
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
    grants: own.grants,
    charged: own.charged.map((version) => ({
      ...version,
      dueAt: personalDueAt(dueAt(version, version.assignment, syllabus, zone), version.extendedTo),
    })),
  };
}

/**
 * All that a meeting's page says to the viewer about its texts: a student's own with where they stand, and the
 * class's summaries once they may be read (null until then), and all questions with the viewer's own.
 */
export async function readMeetingTexts(
  viewer: Viewer,
  meeting: MeetingFacts,
  rules: Rules,
  now: Date,
  wanted: VersionsWanted = "last",
) {
  demandEnrolled(viewer, "see the class");
  const isStudent = may(viewer, "hand in assignments");
  const own = isStudent ? await ownStanding(viewer, meeting, rules, now, wanted) : null;
  const written = mayReadSummaries(viewer, own?.pre ?? null, now)
    ? await listSummaries(viewer, meeting.id)
    : null;
  return {
    own,
    summaries: written?.filter(({ enrolmentId }) => enrolmentId !== viewer.enrolmentId) ?? null,
    asked: (written ?? []).flatMap(({ name, questions }) =>
      questions.map((question) => ({ ...question, askedBy: name })),
    ),
  };
}

/** A question of the class as whoever may read it sees it. */
export type AskedQuestion = Awaited<ReturnType<typeof readMeetingTexts>>["asked"][number];

async function ownStanding(
  viewer: EnrolledViewer,
  meeting: MeetingFacts,
  rules: Rules,
  now: Date,
  wanted: VersionsWanted,
) {
  const own = await findOwnTexts(viewer, meeting.id, wanted);
  const facts = textFacts(meeting, rules, own);
  return { ...own, pre: standingOf(facts, "pre", now), post: standingOf(facts, "post", now) };
}

/** A student's own side of a meeting. */
export type OwnStanding = Awaited<ReturnType<typeof ownStanding>>;

/** The last pre-assignment of everybody in the class, by name. Whether it may be read is decided before. */
export async function listSummaries(viewer: EnrolledViewer, meetingId: string, tx: Db | Tx = db) {
  const latest = tx
    .selectDistinctOn([submissions.enrolmentId], {
      enrolmentId: submissions.enrolmentId,
      name: people.name,
      paper: readings.title,
      text: submissions.text,
      questions: sql<
        { id: string; text: string }[]
      >`coalesce((select json_agg(json_build_object('id', q.id, 'text', q.text) order by q.position)
        from questions q where q.submission_id = ${submissions.id}), '[]')`.as("questions"),
    })
    .from(submissions)
    .innerJoin(
      enrolments,
      and(eq(enrolments.id, submissions.enrolmentId), eq(enrolments.status, "active")),
    )
    .innerJoin(people, eq(people.id, enrolments.personId))
    .leftJoin(readings, eq(readings.id, submissions.readingId))
    .where(
      and(
        eq(submissions.courseId, viewer.courseId),
        eq(submissions.meetingId, meetingId),
        eq(submissions.assignment, "pre"),
      ),
    )
    .orderBy(submissions.enrolmentId, desc(submissions.version))
    .as("latest");
  return tx.select().from(latest).orderBy(latest.name);
}

/** The texts that the student has begun and not handed in. */
export function ownDrafts(viewer: Own) {
  return sql<{ meetingId: string; assignment: AssignmentKind }[]>`${asJson(
    sql`select d.meeting_id as "meetingId", d.assignment from drafts d
      where d.enrolment_id = ${viewer.enrolmentId}`,
    sql`x."meetingId", x.assignment`,
  )}`;
}
