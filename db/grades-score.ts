import { randomUUID } from "node:crypto";
import { demandEnrolled, type EnrolledViewer, type Viewer } from "@/policy/access";
import { formatPoints } from "@/policy/grades";
import { gradingItems } from "@/policy/grading";
import { checkComment, checkGradable, checkScore } from "@/policy/scoring";
import { checkAll, Conflict, NotFound, Refusal } from "@/policy/refusal";
import type { GradeFacts } from "@/policy/score-facts";
import { formatInstant } from "@/policy/time";
import { alreadyDone, record } from "./audit";
import { db, type Tx } from "./client";
import { readScoreFacts } from "./grades";
import { lockAssignment, type Work } from "./grades-course";
import { lockStudent } from "./roster";
import { grades } from "./schema";

/** A grade as a form hands it in. `basedOn` is the version that the grader saw, 0 for none. */
export interface Scoring {
  score: number;
  comment: string;
  basedOn: number;
  /** The other grader's version that this one may replace, after both were shown; null otherwise. */
  overrule: number | null;
  idempotencyKey: string | null;
}

/**
 * What is graded and the student's facts of it, locked until the grade is written. A presentation is scored by another
 * form, so it does not exist here.
 */
async function lockWork(tx: Tx, viewer: EnrolledViewer, { assignmentId, submitterId }: Work) {
  const { gradable, zone } = await lockAssignment(tx, viewer, assignmentId, "shared");
  if (gradable === undefined || gradable.kind === "presentation") throw new NotFound();
  await lockStudent(tx, viewer, submitterId);
  const wanted = { enrolmentId: submitterId, assignmentId };
  const [student] = await readScoreFacts(viewer, wanted, tx);
  if (student === undefined || submitterId === viewer.enrolmentId) throw new NotFound();
  return { gradable, student, zone };
}

/**
 * Scores a student's text, or gives the points of a mark, as a new version of its grade (feature 30). Refuses a score
 * that the rules do not know, what was not handed in, and, showing both, a save over a version that the grader has not
 * seen (feature 31).
 */
export async function scoreSubmission(
  viewer: Viewer,
  scoring: Scoring & Work,
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "grade");
  await db.transaction(async (tx) => {
    const { gradable, student, zone } = await lockWork(tx, viewer, scoring);
    const isRepeated = await alreadyDone(tx, viewer, scoring.idempotencyKey);
    const [item] = gradingItems([student], gradable, { zone, now });
    if (item === undefined) throw new NotFound();
    checkGradable(item, zone);
    const { score, comment } = checkAll({
      score: () => checkScore(scoring.score, gradable),
      comment: () => checkComment(scoring.comment),
    });
    if (isRepeated && item.saved?.score === score && item.saved.comment === comment) return;
    checkSeen(scoring, item.saved, zone);
    const submissionId = item.text?.id ?? null;
    await saveGrade(
      tx,
      viewer,
      scoring,
      { score, comment, submissionId, aspects: null },
      item.saved,
      now,
    );
  });
}

/**
 * Takes back the score that was just saved: a new version with the value from before, or with none.
 * Refuses once anybody has saved another.
 */
export async function takeBackScore(
  viewer: Viewer,
  back: Work & { version: number; idempotencyKey: string | null },
  now: Date,
): Promise<void> {
  demandEnrolled(viewer, "grade");
  await db.transaction(async (tx) => {
    const { student } = await lockWork(tx, viewer, back);
    const isRepeated = await alreadyDone(tx, viewer, back.idempotencyKey);
    const [former, saved] = [student.grades.at(-2) ?? null, student.grades.at(-1)];
    if (isRepeated && saved?.version === back.version + 1) return;
    if (saved?.version !== back.version) {
      throw new Refusal(
        "This score has been changed since it was saved, so it cannot be taken back. Open it to see how it stands.",
      );
    }
    const values = {
      score: former?.score ?? null,
      comment: former?.comment ?? "",
      submissionId: former?.submissionId ?? saved.submissionId,
      aspects: former?.aspects ?? null,
    };
    await saveGrade(tx, viewer, back, values, saved, now, "score-taken-back");
  });
}

/** Refuses a save over a version that its grader has not seen, or has not chosen to replace. */
function checkSeen(scoring: Scoring, saved: GradeFacts | null, zone: string): void {
  const version = saved?.version ?? 0;
  if (version === scoring.basedOn || version === scoring.overrule) return;
  throw unseen(saved, String(version), zone);
}

/** The refusal of a save over a version that its grader has not seen; it says whose that is, and how it stands. */
export function unseen(saved: GradeFacts | null, version: string, zone: string): Conflict {
  const theirs =
    saved === null
      ? "This has changed"
      : `${saved.graderName} ${saved.score === null ? "took the score back" : `saved ${formatPoints(saved.score)}`}${
          saved.comment === "" ? "" : ` with “${saved.comment}”`
        } on ${formatInstant(saved.gradedAt, zone)}`;
  return new Conflict(
    `${theirs}, after you opened it. Yours is still below and is not saved. Leave it, or save yours over it.`,
    "overrule",
    { overrule: version },
  );
}

/** Writes a grade as a new version, with its audit row. */
export async function saveGrade(
  tx: Tx,
  viewer: EnrolledViewer,
  work: Work & { idempotencyKey: string | null },
  values: Pick<GradeFacts, "score" | "comment" | "submissionId" | "aspects">,
  former: GradeFacts | null,
  now: Date,
  action: "scored" | "score-taken-back" = "scored",
): Promise<void> {
  const { assignmentId, submitterId } = work;
  const id = randomUUID();
  await tx.insert(grades).values({
    id,
    courseId: viewer.courseId,
    assignmentId,
    submitterId,
    version: (former?.version ?? 0) + 1,
    ...values,
    gradedBy: viewer.enrolmentId,
    gradedAt: now,
  });
  const before = former === null ? null : { score: former.score, comment: former.comment };
  await record(
    tx,
    viewer,
    {
      action,
      subjectId: id,
      details: {
        assignmentId,
        submitterId,
        former: before,
        score: values.score,
        comment: values.comment,
      },
      idempotencyKey: work.idempotencyKey,
    },
    now,
  );
}
