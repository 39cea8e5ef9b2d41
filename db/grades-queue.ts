import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, lte, sql, type SQL } from "drizzle-orm";
import { demand, demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { isExempting } from "@/policy/assignments";
import { dueAt } from "@/policy/deadlines";
import { claimMinutes, gradingAddress, type Gradable } from "@/policy/grading";
import { longestWaitingFirst, type QueueLine } from "@/policy/grading-counts";
import { isWaivedForAll } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import type { GradedCourse } from "@/policy/score-facts";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { lockOwnEnrolment } from "./drafts";
import { countQueue, facts, idsOf } from "./grades-counts";
import { lockAssignment, readGradedCourse, type GradingRules, type Work } from "./grades-course";
import { scoreSubmission, type Scoring } from "./grades-score";
import { claims, enrolments, people, submitters } from "./schema";

/** The graders' queue over the whole course, oldest first; last what is given by hand. */
export async function readQueue(
  viewer: Viewer,
  rules: GradingRules,
  now: Date,
): Promise<QueueLine[]> {
  demand(viewer, "grade");
  return countQueue(viewer, await readGradedCourse(viewer, rules, now));
}

/** Who has which item of an assignment open at the moment. */
export async function listClaims(viewer: Viewer, of: Pick<Work, "assignmentId">, now: Date) {
  demand(viewer, "grade");
  return db
    .select({
      submitterId: claims.submitterId,
      graderId: claims.graderId,
      graderName: people.name,
      until: claims.until,
    })
    .from(claims)
    .innerJoin(enrolments, eq(enrolments.id, claims.graderId))
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(
      and(
        eq(claims.courseId, viewer.courseId),
        eq(claims.assignmentId, of.assignmentId),
        gt(claims.until, now),
      ),
    )
    .orderBy(asc(claims.until), asc(claims.id));
}

/** The items that wait of an assignment, as rows of `candidate` in the order in which the viewer is given them. */
function candidates(
  viewer: EnrolledViewer,
  gradable: Gradable,
  after: string | null,
  { zone, now }: Pick<GradedCourse, "zone" | "now">,
): SQL {
  const { assignmentId, meeting, series } = gradable;
  const due = meeting === null || series === null ? null : dueAt(meeting, series, zone);
  const at = (instant: Date | null) => sql`${instant?.toISOString() ?? null}::timestamptz`;
  const isWaived = meeting !== null && series !== null && isWaivedForAll(meeting, series.key);
  const isOwed =
    series === null
      ? sql`true`
      : sql`not ${isWaived}::boolean and f.text_id is not null
          and coalesce(f.exception, 'extended') = 'extended'
          and not (${isExempting(series)}::boolean and coalesce(f.presents, false))`;
  return sql`
    with ${facts(viewer.courseId, idsOf([gradable]))}, item as (
      select e.id, ${isOwed} and (f.score is null or f.graded_text_id <> f.text_id) as waits,
        coalesce(greatest(${at(due)}, f.extended_to) >= ${at(now)}, true) as may_change
      from ${enrolments} e left join facts f on f.submitter_id = e.id
      where e.course_id = ${viewer.courseId} and e.role = 'student' and e.status = 'active'
    ), candidate as (
      select item.id, item.id = ${after}::uuid is true as comes_last, c.grader_id is null as is_free,
        item.id < ${viewer.enrolmentId}::uuid as comes_late
      from item left join ${claims} c
        on c.assignment_id = ${assignmentId} and c.submitter_id = item.id and c.until > ${at(now)}
      where waits and (c.grader_id is null or c.grader_id = ${viewer.enrolmentId})
        and (may_change is false or not exists (
          select from item where may_change is false and (waits or id = ${after}::uuid)))
    )`;
}

const inTurn = sql`order by comes_last, is_free, comes_late, candidate.id limit 1`;

/** The item that the viewer would be given next, by the rule of `nextItem`; undefined when there is none. */
export async function findNextItem(
  viewer: Viewer,
  gradable: Gradable,
  course: Pick<GradedCourse, "zone" | "now">,
): Promise<string | undefined> {
  demandEnrolled(viewer, "grade");
  const [next] = await db.execute<{ id: string }>(
    sql`${candidates(viewer, gradable, null, course)} select id from candidate ${inTurn}`,
  );
  return next?.id;
}

/**
 * Opens the next item of an assignment that waits and that nobody else has open, by the rule of `nextItem`, and keeps it
 * for the viewer for ten minutes; null when there is none. `after` is the one that the viewer has done or skips. Whoever
 * asks at the same moment skips the locked row and gets another. A claim lapses by itself and is not recorded.
 */
export async function claimNextItem(
  viewer: Viewer,
  claim: { assignmentId: string; after: string | null },
  now: Date,
): Promise<string | null> {
  demandEnrolled(viewer, "grade");
  const { assignmentId, after } = claim;
  return db.transaction(async (tx) => {
    const { gradable, zone } = await lockAssignment(tx, viewer, assignmentId, "shared");
    // The presenters of a meeting are scored together, on one page.
    if (gradable === undefined || gradable.kind === "presentation") throw new NotFound();
    // A double click asks twice: the second is to find the claim of the first.
    await lockOwnEnrolment(tx, viewer);
    const waiting = candidates(viewer, gradable, after, { zone, now });
    let next: string | undefined;
    do {
      const [found] = await tx.execute<{ id: string }>(
        sql`${waiting} select candidate.id from candidate join ${submitters} s on s.id = candidate.id
          ${inTurn} for no key update of s skip locked`,
      );
      if (found === undefined) break;
      next = await keepOpen(tx, viewer, { assignmentId, submitterId: found.id }, now);
      // Another's claim was written after this statement had begun: the next one sees it.
    } while (next === undefined);
    if (after !== null && after !== next) {
      await tx
        .delete(claims)
        .where(
          and(
            eq(claims.assignmentId, assignmentId),
            eq(claims.submitterId, after),
            eq(claims.graderId, viewer.enrolmentId),
          ),
        );
    }
    return next ?? null;
  });
}

/** Claims an item whose submitter is locked; undefined when another grader has it open. */
async function keepOpen(
  tx: Tx,
  viewer: EnrolledViewer,
  { assignmentId, submitterId }: Work,
  now: Date,
): Promise<string | undefined> {
  const { courseId, enrolmentId: graderId } = viewer;
  const until = new Date(now.getTime() + claimMinutes * 60_000);
  const [kept] = await tx
    .insert(claims)
    .values({ id: randomUUID(), courseId, assignmentId, submitterId, graderId, until })
    .onConflictDoUpdate({
      target: [claims.assignmentId, claims.submitterId],
      set: { graderId, until },
      setWhere: sql`${lte(claims.until, now)} or ${eq(claims.graderId, graderId)}`,
    })
    .returning({ submitterId: claims.submitterId });
  return kept?.submitterId;
}

/** Opens the oldest text of the whole queue that is due and that nobody else has open; null when there is none. */
export async function claimOldestItem(
  viewer: Viewer,
  _: object,
  now: Date,
): Promise<{ assignment: string; item: string } | null> {
  demandEnrolled(viewer, "grade");
  const rules = await readRules(db, viewer);
  for (const { line } of longestWaitingFirst(await readQueue(viewer, rules, now))) {
    const { gradable } = line;
    if (gradable.kind !== "series") continue;
    const { assignmentId } = gradable;
    const item = await claimNextItem(viewer, { assignmentId, after: null }, now);
    if (item !== null) return { assignment: gradingAddress(gradable), item };
  }
  return null;
}

/** Saves a score and opens the next item, as the button says. */
export async function scoreAndClaimNext(viewer: Viewer, scoring: Scoring & Work, now: Date) {
  await scoreSubmission(viewer, scoring, now);
  const { assignmentId, submitterId } = scoring;
  return claimNextItem(viewer, { assignmentId, after: submitterId }, now);
}
