import { stringify } from "yaml";
import { z } from "zod";
import { wholeSlug } from "@/policy/slug";
import { meetingKinds } from "@/policy/syllabus";
import { findTimeZone } from "@/policy/time";
import { problemsOf } from "./course-file-check";
import { problemsIn, readYaml, type FileProblem, type ReadYaml } from "./course-file-problems";
import { syllabusFile } from "./course-file-syllabus";
import { writeSyllabus } from "./course-file-syllabus-write";
import { day, points, prose, text, writePoints } from "./course-file-values";
import { localTime as time } from "./courses";

/** The first line of the portal's own format; a later format has another number. */
export const courseFormat = "colloquy-course/2";

const url = z.url({
  protocol: /^https?$/,
  error: "Write a whole address that begins with https://.",
});
const personLink = z.strictObject({ name: text, page: url.nullable().default(null) });

const deadline = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d|T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))$/,
    "Write the deadline as 2024-02-05 23:59.",
  );

const reading = z.strictObject({
  title: text,
  url: text,
  slug: z.string().regex(wholeSlug, "Use lower-case letters, digits and hyphens.").optional(),
  authors: text.optional(),
  year: z.int().min(1900).max(2200).optional(),
});

const meeting = z.strictObject({
  number: z.int().min(1).max(999),
  date: day,
  starts: time.optional(),
  ends: time.optional(),
  kind: z.enum(meetingKinds),
  theme: text.optional(),
  title: text,
  room: text.optional(),
  lecturers: z.array(text).default([]),
  guest: personLink.optional(),
  notes: prose.default(""),
  isCancelled: z.boolean().default(false),
  seats: z.int().min(1).max(20).optional(),
  seatsReason: text.optional(),
  bonus: points.default(0).describe("Extra points for whoever presents."),
  waives: z.array(text).default([]).describe("Keys of series that count for nobody here."),
  deadlines: z
    .record(z.string(), deadline)
    .default({})
    .describe(
      "Deadlines set by hand, by the key of the series: 2024-02-05 23:59 in the course's time zone.",
    ),
  main: z.array(reading).default([]),
  suggested: z.array(reading).default([]),
  materials: z.array(z.strictObject({ title: text, url })).default([]),
});

export const courseFileSchema = z.strictObject({
  format: z.literal(courseFormat),
  course: z.strictObject({
    slug: z
      .string()
      .regex(wholeSlug, "Use lower-case letters, digits and hyphens.")
      .refine((slug) => !reservedSlugs.includes(slug), "That word is an address of the portal."),
    number: text,
    department: text,
    title: text,
    institution: text,
    term: text,
    timeZone: text.refine(
      (zone) => findTimeZone(zone) !== undefined,
      "That is not a time zone. Write one like America/New_York.",
    ),
    room: text,
    site: url.nullable().default(null),
    audience: prose.default(""),
    overview: prose.default(""),
    meets: z.strictObject({
      days: z.array(z.enum(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])).min(1),
      starts: time,
      ends: time,
    }),
    links: z.array(z.strictObject({ name: text, url })).default([]),
  }),
  staff: z.array(personLink.extend({ role: z.enum(["instructor", "ta"]) })).default([]),
  parts: z.array(z.strictObject({ name: text, themes: z.array(text).min(1) })).default([]),
  /** Themes outside every part: project, breaks. */
  otherThemes: z.array(text).default([]),
  syllabus: syllabusFile,
  meetings: z.array(meeting),
});

/** First words of the portal's own addresses, which no course can have. */
const reservedSlugs = ["api", "login", "logout", "account"];

/** A course as a file holds it. */
export type CourseFile = z.output<typeof courseFileSchema>;

/** What is wrong with a file, each with its place and a sentence, in the order of the lines. Nothing was written. */
export class CourseFileError extends Error {
  constructor(
    readonly problems: readonly FileProblem[],
    readonly file: string,
  ) {
    super(
      problems
        .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
        .join("\n"),
    );
    this.name = "CourseFileError";
  }
}

/**
 * Reads the portal's YAML format, or throws a `CourseFileError` that lists everything that is wrong; `name` is what the
 * file is called there.
 */
export function readCourseFile(yaml: string, name = "course.yml"): CourseFile {
  const read = readYaml(yaml);
  if (read.problems.length > 0) throw new CourseFileError(read.problems, name);
  const former = formerFormat(read);
  if (former !== null) throw new CourseFileError([former], name);
  const parsed = courseFileSchema.safeParse(read.value);
  const problems = parsed.success
    ? problemsOf(parsed.data, read)
    : problemsIn(parsed.error, read, keysIn(jsonSchemaOfCourse()));
  if (problems.length > 0) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new CourseFileError(inOrder, name);
  }
  return parsed.data as CourseFile;
}

/** The JSON Schema of a file as it is written, with which editors complete and check it. */
export function jsonSchemaOfCourse() {
  return {
    title: "A course of Colloquy",
    ...z.toJSONSchema(courseFileSchema, { io: "input", unrepresentable: "any" }),
  };
}

/** Every key that the format has anywhere. */
function keysIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysIn)];
}

function formerFormat(read: ReadYaml): FileProblem | null {
  const { format } = (read.value ?? {}) as { format?: unknown };
  if (format !== "colloquy-course/1") return null;
  return {
    ...read.placeOf(["format"]),
    message: `This is the format of version 0.1, in which only “syllabus” and the meetings’ deadlines were written otherwise. Write them as docs/course-format.md shows, and the format as ${courseFormat}; or start this version on the database that has the course and export it again.`,
  };
}

/** What a file is written from: the rules, and points, as they are computed with, all else as a file has it. */
export type WrittenCourse = Omit<z.input<typeof courseFileSchema>, "syllabus" | "meetings"> &
  Pick<CourseFile, "syllabus"> & {
    meetings: (z.input<typeof meeting> & { bonus: number })[];
  };

/** Writes a course in the portal's YAML format; `readCourseFile` reads it back to the same value. */
export function writeCourseFile(course: WrittenCourse): string {
  const { syllabus, ...rest } = course;
  const { format, course: facts, staff, parts, otherThemes, meetings } = rest;
  const file: z.input<typeof courseFileSchema> = {
    format,
    course: facts,
    ...(staff === undefined ? {} : { staff }),
    ...(parts === undefined ? {} : { parts }),
    ...(otherThemes === undefined ? {} : { otherThemes }),
    syllabus: writeSyllabus(syllabus),
    meetings: meetings.map(({ bonus, ...entry }) => ({ ...entry, bonus: writePoints(bonus) })),
  };
  return stringify(file, { lineWidth: 100 });
}
