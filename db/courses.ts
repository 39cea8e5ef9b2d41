import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import {
  meetingKinds,
  readableAs,
  readableWhen,
  type Fraction,
  type PresentationRule,
  type Project,
  type Series,
  type Syllabus,
} from "@/policy/syllabus";
import type { Db, Tx } from "./client";
import { courses, enrolments } from "./schema";

const localDate = z.iso.date("Write the day as 2024-02-05.");
/** A minute of the day as files and syllabuses write it. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 15:30.");
const count = z.int().min(0);

const fraction = z.strictObject({
  numerator: z.int().min(0),
  denominator: z.int().min(1),
}) satisfies z.ZodType<Fraction>;

const relativeDue = z.strictObject({ daysAfter: z.int().min(-60).max(60), time: localTime });

const series = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  shortName: z.string().min(1),
  meetings: z.strictObject({
    kinds: z.array(z.enum(meetingKinds)),
    onlyWithMainReading: z.boolean(),
  }),
  declared: count.nullable(),
  due: relativeDue,
  asksFor: z.string().min(1),
  paper: z.enum(["none", "choose", "given"]),
  prompts: z.array(z.strictObject({ label: z.string().min(1), hint: z.string() })).min(1),
  questions: z.strictObject({ least: count, most: z.int().min(1) }).nullable(),
  length: z
    .strictObject({ unit: z.enum(["sentences", "words"]), least: count, most: count })
    .nullable(),
  isTiedToDiscussion: z.boolean(),
  scale: z.array(z.strictObject({ label: z.string().min(1), points: count })).min(2),
  outOf: z.int().min(1),
  dropLowest: count,
  presenterGets: z.union([count, z.enum(["exemption", "nothing"])]),
  passes: count,
  classmatesRead: z.strictObject({ when: z.enum(readableWhen), as: z.enum(readableAs) }),
}) satisfies z.ZodType<Series>;

const presentation = z.strictObject({
  seats: z.int().min(1).max(20),
  perStudent: z.strictObject({ least: z.int().min(1), most: z.int().min(1) }),
  aspects: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        guideMinutes: z.int().min(1).nullable(),
        levels: z.array(z.strictObject({ points: count, text: z.string().min(1) })).min(2),
      }),
    )
    .min(1),
  multiplier: z.int().min(1),
  outOf: z.int().min(1),
  slidesDue: relativeDue,
  finalSlidesDue: relativeDue.nullable(),
  signUp: z
    .strictObject({
      opensAfterMeeting: z.int().min(1),
      closes: z.strictObject({ date: localDate, time: localTime }),
    })
    .nullable(),
}) satisfies z.ZodType<PresentationRule>;

const project = z.strictObject({
  name: z.string().min(1),
  team: z
    .strictObject({ least: z.int().min(1), most: z.int().min(1), formedBy: localDate })
    .nullable(),
  parts: z.array(
    z.strictObject({
      key: z.string().min(1),
      name: z.string().min(1),
      percent: z.int().min(0).max(100),
      dates: z.array(localDate),
      draftDue: localDate.nullable(),
      due: localDate.nullable(),
      note: z.string(),
    }),
  ),
  lateDays: count.nullable(),
}) satisfies z.ZodType<Project>;

/** The form of a syllabus where it enters; the sums are checked by `checkSyllabus`. */
export const syllabusSchema = z.strictObject({
  unitOptions: z.array(z.int().min(1)).min(1),
  series: z.array(series),
  presentation: presentation.nullable(),
  marks: z.array(
    z.strictObject({
      key: z.string().min(1),
      name: z.string().min(1),
      asksFor: z.string(),
      outOf: z.int().min(1),
    }),
  ),
  project: project.nullable(),
  lateCredits: z
    .strictObject({ perStudent: count, hoursEach: z.int().min(1), series: z.array(z.string()) })
    .nullable(),
  weights: z
    .array(z.strictObject({ units: z.int().min(1), of: z.record(z.string(), fraction) }))
    .min(1),
}) satisfies z.ZodType<Syllabus>;

/** How many courses the portal's front page lists at a time. */
export const coursesPageSize = 40;

/** The courses of the portal on one page of its list, newest first, and how many there are in all. */
export async function listCourses(tx: Db | Tx, page: number) {
  const rows = tx
    .select({
      slug: courses.slug,
      number: courses.number,
      title: courses.title,
      institution: courses.institution,
      term: courses.term,
    })
    .from(courses)
    .orderBy(desc(courses.createdAt), courses.slug)
    .limit(coursesPageSize)
    .offset((page - 1) * coursesPageSize);
  const [listed, total] = await Promise.all([rows, tx.$count(courses)]);
  return { listed, total };
}

/** The courses in which somebody takes part, with the role, for the page after signing in. */
export async function listCoursesOf(tx: Db | Tx, personId: string) {
  return tx
    .select({ slug: courses.slug, title: courses.title, role: enrolments.role })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(and(eq(enrolments.personId, personId), eq(enrolments.status, "active")))
    .orderBy(desc(enrolments.enrolledAt), courses.slug);
}

/** The rules by which the viewer's course is run, and the zone of its clocks, for whatever policy decides. */
export async function readRules(tx: Db | Tx, viewer: Viewer) {
  const [rules] = await tx
    .select({
      syllabus: courses.syllabus,
      zone: courses.timeZone,
      meets: courses.meets,
      signUpReopenedUntil: courses.signUpReopenedUntil,
    })
    .from(courses)
    .where(eq(courses.id, viewer.courseId));
  if (rules === undefined) throw new NotFound();
  return rules;
}

/** Says that what everybody sees of the course has changed; the last statement of a verb that changes it. */
export async function raiseRevision(tx: Tx, viewer: Viewer): Promise<void> {
  await tx
    .update(courses)
    .set({ revision: sql`${courses.revision} + 1` })
    .where(eq(courses.id, viewer.courseId));
}

/** The viewer's course, locked until the transaction ends: for verbs that concern the course as a whole. */
export async function lockCourse(tx: Tx, viewer: Viewer) {
  const [course] = await tx
    .select()
    .from(courses)
    .where(eq(courses.id, viewer.courseId))
    // Not "update": every row written elsewhere refers to the course and would wait, and two verbs for each other.
    .for("no key update");
  if (course === undefined) throw new NotFound();
  return course;
}
