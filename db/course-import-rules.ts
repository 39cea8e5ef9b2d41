import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { presentationKey, type RubricAspect, type Syllabus } from "@/policy/syllabus";
import { counted, listOf } from "@/policy/wording";
import type { Tx } from "./client";
import { assignments, enrolments, exceptions, progress, seats } from "./schema";

/**
 * What other rules would take from people or make untrue of them, in sentences: units that students take, free passes
 * that they have taken, seats beyond what each may hold, and scores that could not be given any more.
 */
export async function findBrokenByRules(
  tx: Tx,
  courseId: string,
  former: Syllabus,
  syllabus: Syllabus,
): Promise<string[]> {
  return [
    ...(await unitsTaken(tx, courseId, syllabus)),
    ...(await passesTaken(tx, courseId, syllabus)),
    ...(await seatsBeyond(tx, courseId, syllabus)),
    ...(await scoresGiven(tx, courseId, former, syllabus)),
  ];
}

async function unitsTaken(tx: Tx, courseId: string, { unitOptions }: Syllabus): Promise<string[]> {
  const taken = await tx
    .select({ units: enrolments.units, students: sql<number>`count(*)::int` })
    .from(enrolments)
    .where(and(eq(enrolments.courseId, courseId), eq(enrolments.role, "student")))
    .groupBy(enrolments.units)
    .orderBy(enrolments.units);
  return taken.flatMap(({ units, students }) =>
    units === null || unitOptions.includes(units)
      ? []
      : `${counted(students, "student takes", "students take")} the course with ${units} units, for which the file has no weights. Keep them, or change these students’ units first.`,
  );
}

async function passesTaken(tx: Tx, courseId: string, { series }: Syllabus): Promise<string[]> {
  const byStudent = tx
    .select({ work: assignments.work, passes: sql<number>`count(*)::int`.as("passes") })
    .from(exceptions)
    .innerJoin(assignments, eq(assignments.id, exceptions.assignmentId))
    .where(
      and(
        eq(exceptions.courseId, courseId),
        eq(exceptions.kind, "pass"),
        isNull(exceptions.withdrawnAt),
      ),
    )
    .groupBy(assignments.work, exceptions.submitterId)
    .as("by_student");
  const most = await tx
    .select({ work: byStudent.work, passes: sql<number>`max(${byStudent.passes})` })
    .from(byStudent)
    .groupBy(byStudent.work)
    .orderBy(byStudent.work);
  return most.flatMap(({ work, passes }) => {
    const one = series.find(({ key }) => key === work);
    return one === undefined || passes <= one.passes
      ? []
      : `“${one.name}” would have ${counted(one.passes, "free pass", "free passes")}, and a student has taken ${passes}. Write at least ${passes}.`;
  });
}

async function seatsBeyond(tx: Tx, courseId: string, { presentation }: Syllabus) {
  const most = presentation?.perStudent.most ?? 0;
  const beyond = await tx.$count(
    seats,
    and(eq(seats.courseId, courseId), sql`${seats.turn} > ${most}`),
  );
  return beyond === 0
    ? []
    : [
        `The file gives each student at most ${counted(most, "presentation")}, and ${counted(beyond, "seat is", "seats are")} held beyond that. Remove the presenters first.`,
      ];
}

/** Scores that were given, and that the file's scales, totals or rubric do not know. */
async function scoresGiven(tx: Tx, courseId: string, former: Syllabus, syllabus: Syllabus) {
  const given = await tx
    .selectDistinct({ work: assignments.work, score: progress.score })
    .from(progress)
    .innerJoin(assignments, eq(assignments.id, progress.assignmentId))
    .where(and(eq(progress.courseId, courseId), isNotNull(progress.score)))
    .orderBy(assignments.work, progress.score);
  const scoresOf = (work: string) =>
    given.flatMap((one) => (one.work === work && one.score !== null ? [one.score] : []));
  const written = (scores: readonly number[]) => listOf(scores.map((score) => `${score / 100}`));
  const problems: string[] = [];
  for (const { key, name, scale } of syllabus.series) {
    const lost = scoresOf(key).filter((score) => !scale.some(({ points }) => points === score));
    if (lost.length > 0) {
      problems.push(
        `“${name}”: scores of ${written(lost)} have been given, and the scale of the file has no such level. Keep the points of each level; its label may change.`,
      );
    }
  }
  for (const { key, name, outOf } of syllabus.marks) {
    const beyond = scoresOf(key).filter((score) => score > outOf);
    if (beyond.length > 0) {
      problems.push(
        `“${name}”: scores of ${written(beyond)} have been given, and the file has ${outOf / 100} at most. Keep the points.`,
      );
    }
  }
  const rubric = (one: Syllabus["presentation"]) =>
    JSON.stringify([one?.multiplier, one?.aspects.map(pointsOf)]);
  if (
    scoresOf(presentationKey).length > 0 &&
    syllabus.presentation !== null &&
    rubric(former.presentation) !== rubric(syllabus.presentation)
  ) {
    problems.push(
      "Presentations have been scored, and the rubric of the file has other points. Keep its points and its multiplier; the texts may change.",
    );
  }
  return problems;
}

function pointsOf({ levels }: RubricAspect): number[] {
  return levels.map(({ points }) => points);
}

/**
 * Whose seats the file's meetings would not have any more, a sentence for each: those of a meeting that it cancels, has
 * fewer seats for, or makes no discussion.
 */
export async function findLostSeats(
  tx: Tx,
  courseId: string,
  left: ReadonlyMap<number, number>,
): Promise<string[]> {
  const held = await tx.execute<{ number: number; title: string; highest: number }>(sql`
    select m.number, m.title, max(s.number)::int as highest from ${seats} s join meetings m on m.id = s.meeting_id
    where s.course_id = ${courseId} group by m.id order by m.number`);
  return held.flatMap(({ number, title, highest }) => {
    const seatsLeft = left.get(number);
    return seatsLeft === undefined || highest <= seatsLeft
      ? []
      : `meeting ${number}: the file leaves “${title}” ${seatsLeft === 0 ? "no seat" : counted(seatsLeft, "seat")}, and seat ${highest} is taken. Remove the presenter first, or change the class in the portal, which frees the seats.`;
  });
}
