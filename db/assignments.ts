import { asc, eq } from "drizzle-orm";
import { demandEnrolled, may, type Viewer } from "@/policy/access";
import { mayReadTexts, type TextStatus } from "@/policy/hand-in";
import { assignmentIdAt, carries, type MeetingFacts } from "@/policy/meetings";
import type { Series } from "@/policy/syllabus";
import { classTextsPageSize, listClassTexts } from "./assignments-class";
import {
  findOwnTexts,
  statusesOf,
  textFacts,
  type OwnTexts,
  type Rules,
  type VersionsWanted,
} from "./assignments-own";
import type { Db, Own, Tx } from "./client";
import { jsonRows } from "./json-rows";
import { drafts } from "./schema";

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
 * stand; and once they may be read, a page of the class's of each series, and the questions of that page with the
 * viewer's own.
 */
export async function readMeetingTexts(
  viewer: Viewer,
  meeting: MeetingFacts,
  rules: Rules,
  now: Date,
  wanted: VersionsWanted = "last",
  page = 1,
) {
  demandEnrolled(viewer, "see the class");
  const own = may(viewer, "hand in assignments")
    ? await findOwnTexts(viewer, { meetingId: meeting.id }, rules.syllabus, wanted)
    : null;
  const statuses = own === null ? [] : statusesOf(textFacts(meeting, rules, own), now);
  const readable = readableSeries(viewer, meeting, rules, statuses, now);
  const written = await listClassTexts(viewer, meeting, rules, readable, page);
  return {
    own: own === null ? null : statuses.flatMap((status) => ownTextOf(status, own)),
    /** The number under which classmates read the viewer's texts, where they read no names; null for staff. */
    alias: own?.alias ?? null,
    classTexts: readable.map((series) => {
      const id = assignmentIdAt(meeting, series.key);
      const texts = written.filter(({ assignmentId }) => assignmentId === id);
      const pages = Math.ceil((texts[0]?.total ?? 0) / classTextsPageSize);
      return { series, texts: texts.filter(({ isOwn }) => !isOwn), pages };
    }),
    asked: written.flatMap(({ author, questions }) =>
      questions.map((question) => ({ ...question, askedBy: author })),
    ),
  };
}

/** A question of the class as whoever may read it sees it. */
export type AskedQuestion = Awaited<ReturnType<typeof readMeetingTexts>>["asked"][number];

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
