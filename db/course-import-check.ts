import { count, eq } from "drizzle-orm";
import { formatDate } from "@/policy/time";
import { counted, listOf } from "@/policy/wording";
import type { Tx } from "./client";
import type { CourseFile } from "./course-file";
import { assignments, drafts, exceptions, grades, meetings, seats, submissions } from "./schema";

/**
 * What an import would move to another class, a sentence for each meeting. Meetings are recognised by their number: one
 * that has people's work and would change both its date and its title is another class under the same number.
 */
export async function findMovedWork(tx: Tx, courseId: string, file: CourseFile): Promise<string[]> {
  const existing = await tx
    .select({
      id: meetings.id,
      number: meetings.number,
      date: meetings.date,
      title: meetings.title,
    })
    .from(meetings)
    .where(eq(meetings.courseId, courseId));
  const moved = existing.flatMap((row) => {
    const entry = file.meetings.find(({ number }) => number === row.number);
    return entry === undefined || entry.date === row.date || entry.title === row.title
      ? []
      : [{ row, entry }];
  });
  if (moved.length === 0) return [];
  const work = await countWork(tx, courseId);
  return moved
    .toSorted((a, b) => a.row.number - b.row.number)
    .flatMap(({ row, entry }) => {
      const found = work.flatMap(({ one, many, of }) => {
        const times = of.get(row.id) ?? 0;
        return times === 0 ? [] : [counted(times, one, many)];
      });
      if (found.length === 0) return [];
      return `meeting ${row.number}: ${listOf(found)} would go from “${row.title}” of ${formatDate(row.date)} to “${entry.title}” of ${formatDate(entry.date)}. Leave each class the number that it has, and give a new class one that is free.`;
    });
}

/** How much of each kind of work the meetings have, by meeting. */
async function countWork(tx: Tx, courseId: string) {
  const kinds = [
    { table: submissions, one: "version handed in", many: "versions handed in" },
    { table: drafts, one: "draft", many: "drafts" },
    { table: grades, one: "saved grade", many: "saved grades" },
    { table: exceptions, one: "exception", many: "exceptions" },
  ];
  const counts = [];
  for (const { table, one, many } of kinds) {
    const rows = await tx
      .select({ meetingId: assignments.meetingId, times: count() })
      .from(table)
      .innerJoin(assignments, eq(assignments.id, table.assignmentId))
      .where(eq(table.courseId, courseId))
      .groupBy(assignments.meetingId);
    counts.push({ one, many, of: new Map(rows.map((row) => [row.meetingId, row.times])) });
  }
  const held = await tx
    .select({ meetingId: seats.meetingId, times: count() })
    .from(seats)
    .where(eq(seats.courseId, courseId))
    .groupBy(seats.meetingId);
  const of = new Map<string | null, number>(held.map((row) => [row.meetingId, row.times]));
  return [{ one: "presenter’s seat", many: "presenters’ seats", of }, ...counts];
}
