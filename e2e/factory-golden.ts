import { readFileSync } from "node:fs";
import { and, asc, eq, isNull } from "drizzle-orm";
import { portalIn, type Viewer } from "@/policy/access";
import { fraction } from "@/policy/fractions";
import { type Outlook } from "@/policy/grade-parts";
import {
  gradeSummaryOf,
  seriesIn,
  type GradeSummary,
  type SeriesSummary,
} from "@/policy/grade-summary";
import type { Seen } from "@/policy/score-facts";
import type { Fraction } from "@/policy/syllabus";
import { db } from "@/db/client";
import { readRules } from "@/db/courses";
import { readScoreFacts } from "@/db/grades";
import { listMeetings } from "@/db/meetings";
import { assignments, enrolments, people } from "@/db/schema";

/** What 0.1.0 computed for one student, as db/fixtures/README.md says it. */
type Numbers = Record<"pre" | "post" | "presentation" | "course", (string | number | null)[]>;

/** By e-mail; `saved` has those for whom the graders see something else than the students. */
type AtInstant = Record<"released" | "saved", Record<string, Numbers>>;

/** What 0.1.0 computed, by instant: of the demo, and of each course of the fixture. */
export const golden = JSON.parse(readFileSync("db/fixtures/grades-0.1.0.json", "utf8")) as {
  demo: Record<string, AtInstant>;
  fixture: Record<string, Record<string, AtInstant>>;
};

/** What 0.1.0 computed for everybody at that instant. */
export function expectedNumbers({ released, saved }: AtInstant, seen: Seen) {
  return seen === "released" ? released : { ...released, ...saved };
}

/** The same numbers of every student of a course, dropped ones too, as they are computed now. */
export async function numbersOf(courseId: string, now: Date, seen: Seen) {
  const viewer: Viewer = { ...portalIn(courseId), role: "instructor" };
  const [rules, meetings, byHand, students] = await Promise.all([
    readRules(db, viewer),
    listMeetings(viewer),
    db
      .select()
      .from(assignments)
      .where(and(eq(assignments.courseId, courseId), isNull(assignments.meetingId))),
    db
      .select({ enrolmentId: enrolments.id, email: people.email, role: enrolments.role })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(eq(enrolments.courseId, courseId))
      .orderBy(asc(people.email)),
  ]);
  const numbers: Record<string, Numbers> = {};
  for (const { enrolmentId, email, role } of students) {
    if (role !== "student") continue;
    const [facts] = await readScoreFacts(viewer, { enrolmentId });
    if (facts === undefined) throw new Error(`There is no ${email}.`);
    const course = { ...rules, meetings, assignments: byHand, now };
    numbers[email.replace(/\.[^@]+@/, "@")] = written(gradeSummaryOf(facts, course, seen));
  }
  return numbers;
}

function written(summary: GradeSummary): Numbers {
  const { soFar, floor, ceiling } = summary.course;
  const presentation = summary.parts.find(({ key }) => key === "presentation");
  return {
    pre: series(seriesIn(summary, "pre")),
    post: series(seriesIn(summary, "post")),
    presentation: presentation === undefined ? [] : three(presentation.points),
    course: [soFar, floor, ceiling].map((sum) => exactly(sum?.total ?? null)),
  };
}

function series(one: SeriesSummary | undefined) {
  if (one === undefined) return [];
  const { total, assessed, waived, counted, known, dropped } = one;
  return [...three(one), exactly(total), assessed, waived, counted, known, dropped];
}

function three({ soFar, floor, ceiling }: Outlook) {
  return [soFar, floor, ceiling].map(exactly);
}

function exactly(value: Fraction | null): string | null {
  if (value === null) return null;
  const { numerator, denominator } = fraction(value.numerator, value.denominator);
  return `${numerator}/${denominator}`;
}
