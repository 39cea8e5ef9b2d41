import { and, asc, eq, isNull } from "drizzle-orm";
import { demand, type EnrolledViewer, type Viewer } from "@/policy/access";
import { gradablesAt, gradablesByHand, workByHand, type Gradable } from "@/policy/grading";
import type { AssignmentFacts } from "@/policy/meetings";
import { NotFound } from "@/policy/refusal";
import type { GradedCourse } from "@/policy/score-facts";
import { db, type Tx } from "./client";
import { readRules } from "./courses";
import { holdMeeting, listMeetings, lockMeeting } from "./meetings";
import { assignments } from "./schema";

/** The rules by which a course is graded. */
export type GradingRules = Pick<GradedCourse, "syllabus" | "zone">;

const columns = {
  id: assignments.id,
  work: assignments.work,
  isWaived: assignments.isWaived,
  dueAt: assignments.dueAt,
};

/**
 * The assignments that staff grade by hand and that hang on no meeting: marks, and parts that each student does alone.
 * A course without any is not asked for them.
 */
export async function listCourseAssignments(
  viewer: Viewer,
  { syllabus }: Pick<GradingRules, "syllabus">,
): Promise<AssignmentFacts[]> {
  demand(viewer, "read the course");
  if (workByHand(syllabus).length === 0) return [];
  return db
    .select(columns)
    .from(assignments)
    .where(and(eq(assignments.courseId, viewer.courseId), isNull(assignments.meetingId)))
    .orderBy(asc(assignments.work));
}

/** The course as grades are computed in it: the term's meetings, and what hangs on none. */
export async function readGradedCourse(viewer: Viewer, rules: GradingRules, now: Date) {
  const [meetings, byHand] = await Promise.all([
    listMeetings(viewer),
    listCourseAssignments(viewer, rules),
  ]);
  return { meetings, assignments: byHand, syllabus: rules.syllabus, zone: rules.zone, now };
}

/** What a grade is for: one submitter's assignment. */
export interface Work {
  assignmentId: string;
  submitterId: string;
}

/** An assignment of the viewer's course as it is graded, with its meeting and the rules. */
export interface LockedAssignment extends GradingRules {
  id: string;
  work: string;
  /** Undefined for what nobody grades now: a series that the meeting does not carry, a team's part. */
  gradable: Gradable | undefined;
  /** Null for what hangs on no meeting. */
  meeting: Awaited<ReturnType<typeof lockMeeting>> | null;
}

/**
 * The viewer's assignment until the transaction ends, by the lock on its meeting, or on itself where it hangs on none:
 * for one who competes with others for it, or shared by all who rely on it. One of another course does not exist.
 */
export async function lockAssignment(
  tx: Tx,
  viewer: EnrolledViewer,
  assignmentId: string,
  lock: "alone" | "shared",
): Promise<LockedAssignment> {
  const own = and(eq(assignments.id, assignmentId), eq(assignments.courseId, viewer.courseId));
  const [found] = await tx
    .select({ ...columns, meetingId: assignments.meetingId })
    .from(assignments)
    .where(own);
  if (found === undefined) throw new NotFound();
  const { id, work, meetingId } = found;
  if (meetingId === null) {
    await tx
      .select({ id: assignments.id })
      .from(assignments)
      .where(own)
      // Not "update": grades refer to the row and need not wait.
      .for(lock === "alone" ? "no key update" : "share");
    const { syllabus, zone } = await readRules(tx, viewer);
    const [gradable] = gradablesByHand({ syllabus, assignments: [found] });
    return { id, work, gradable, meeting: null, syllabus, zone };
  }
  const take = lock === "alone" ? lockMeeting : holdMeeting;
  const [meeting, { syllabus, zone }] = await Promise.all([
    take(tx, viewer, meetingId),
    readRules(tx, viewer),
  ]);
  const gradable = gradablesAt(meeting, syllabus, zone).find((one) => one.assignmentId === id);
  return { id, work, gradable, meeting, syllabus, zone };
}
