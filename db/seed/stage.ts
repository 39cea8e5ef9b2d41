import { and, eq, isNull, like, ne } from "drizzle-orm";
import { portalIn, type EnrolledViewer } from "@/policy/access";
import { assignmentAt } from "@/policy/meetings";
import { db } from "../client";
import { readRules } from "../courses";
import { listMeetings } from "../meetings";
import {
  assignments,
  audit,
  courses,
  drafts,
  enrolments,
  exceptions,
  meetingReadings,
  people,
  readings,
  seats,
  submissions,
} from "../schema";
import { accountOf } from "./cast";
import { demoOf } from "./demo-courses";
import type { TermFacts, TermMeeting } from "./events";
import { textOf } from "./written";

/** A demo course as its cast finds it; what the cast does is noted here as well. */
export interface Stage {
  facts: TermFacts;
  /** Who of the cast takes part, by account. */
  cast: Map<string, EnrolledViewer>;
  /** By number; their papers' ids by address, and by the name before the colon in a title. */
  meetings: Map<
    number,
    TermMeeting & { readingIds: Map<string, string>; named: [name: string, readingId: string][] }
  >;
  /** The assignments that hang on no meeting, by the key of their work. */
  alone: Map<string, string>;
  /** Keys of the events that were carried out. */
  done: Set<string>;
  /** Who presents, by meeting. */
  presenters: Map<string, string[]>;
  /** Texts that were handed in, and texts that are not owed, as `textName` says them. */
  handedIn: Set<string>;
  excused: Set<string>;
  /** What was last typed, by `textName`. */
  drafts: Map<string, string>;
}

/** What one student's text for one assignment is called in a stage. */
export function textName(assignmentId: string, submitterId: string): string {
  return [assignmentId, submitterId].join(" ");
}

/** The assignment of some work at a meeting, or at none, as the cast names them; undefined where there is none. */
export function assignmentOf(
  { meetings, alone }: Pick<Stage, "meetings" | "alone">,
  meeting: number | null,
  work: string,
): string | undefined {
  if (meeting === null) return alone.get(work);
  const found = meetings.get(meeting);
  return found && assignmentAt(found, work)?.id;
}

/** Reads a demo course for its cast. */
export async function readStage(courseId: string): Promise<Stage> {
  const [{ syllabus, zone }, slugs, alone, members, meetingRows, papers, doneRows] =
    await Promise.all([
      readRules(db, portalIn(courseId)),
      db.select({ slug: courses.slug }).from(courses).where(eq(courses.id, courseId)),
      db
        .select({ work: assignments.work, id: assignments.id })
        .from(assignments)
        .where(and(eq(assignments.courseId, courseId), isNull(assignments.meetingId))),
      db
        .select({ enrolment: enrolments, name: people.name, email: people.email })
        .from(enrolments)
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(and(eq(enrolments.courseId, courseId), eq(enrolments.status, "active"))),
      listMeetings(portalIn(courseId)),
      db
        .select({
          meetingId: meetingReadings.meetingId,
          list: meetingReadings.list,
          readingId: readings.id,
          url: readings.url,
          title: readings.title,
        })
        .from(meetingReadings)
        .innerJoin(readings, eq(readings.id, meetingReadings.readingId))
        .where(eq(meetingReadings.courseId, courseId))
        .orderBy(meetingReadings.list, meetingReadings.position),
      db
        .select({ key: audit.idempotencyKey })
        .from(audit)
        .where(and(eq(audit.courseId, courseId), like(audit.idempotencyKey, "cast %"))),
    ]);
  const staged = meetingRows.map((meeting) => {
    const own = papers.filter(({ meetingId }) => meetingId === meeting.id);
    const readingIds = new Map(own.map(({ url, readingId }) => [url, readingId]));
    const named = own.flatMap(({ title, readingId }): [string, string][] => {
      const [name = "", rest] = title.split(": ", 2);
      return rest === undefined ? [] : [[name, readingId]];
    });
    return { ...meeting, papers: own.map(({ url, list }) => ({ url, list })), readingIds, named };
  });
  return {
    facts: { demo: demoOf(slugs[0]?.slug ?? ""), syllabus, zone, meetings: staged },
    alone: new Map(alone.map(({ work, id }) => [work, id])),
    cast: new Map(
      members.flatMap(({ enrolment: { id, role, personId, units }, name, email }) => {
        const account = accountOf(email);
        const viewer = { role, courseId, personId, enrolmentId: id, name, units };
        return account === undefined ? [] : [[account, viewer] as const];
      }),
    ),
    meetings: new Map(staged.map((meeting) => [meeting.number, meeting])),
    done: new Set(doneRows.flatMap(({ key }) => key ?? [])),
    ...(await readWork(courseId)),
  };
}

/** What may have changed since the cast was last here. */
async function readWork(courseId: string) {
  const of = (table: typeof submissions | typeof drafts | typeof exceptions) => ({
    assignmentId: table.assignmentId,
    submitterId: table.submitterId,
  });
  const [seatRows, texts, kept, excused] = await Promise.all([
    db
      .select({ meetingId: seats.meetingId, enrolmentId: seats.enrolmentId })
      .from(seats)
      .where(eq(seats.courseId, courseId)),
    db.selectDistinct(of(submissions)).from(submissions).where(eq(submissions.courseId, courseId)),
    db
      .select({ ...of(drafts), content: drafts.content })
      .from(drafts)
      .where(eq(drafts.courseId, courseId)),
    db
      .select(of(exceptions))
      .from(exceptions)
      .where(
        and(
          eq(exceptions.courseId, courseId),
          isNull(exceptions.withdrawnAt),
          ne(exceptions.kind, "extended"),
        ),
      ),
  ]);
  const nameOf = (row: (typeof texts)[number]) => textName(row.assignmentId, row.submitterId);
  const presenters = new Map<string, string[]>();
  for (const { meetingId, enrolmentId } of seatRows) {
    presenters.set(meetingId, [...(presenters.get(meetingId) ?? []), enrolmentId]);
  }
  return {
    presenters,
    handedIn: new Set(texts.map(nameOf)),
    excused: new Set(excused.map(nameOf)),
    drafts: new Map(kept.map((row) => [nameOf(row), textOf(row.content.answers)])),
  };
}
