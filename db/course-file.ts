import { parse, stringify } from "yaml";
import { z } from "zod";
import { checkSyllabus } from "@/policy/courses";
import { checkMeeting } from "@/policy/meeting-check";
import { parseReadingUrl } from "@/policy/readings";
import { Refusal, refusalsIn } from "@/policy/refusal";
import { wholeSlug } from "@/policy/slug";
import { assignmentKinds, meetingKinds } from "@/policy/syllabus";
import { findTimeZone } from "@/policy/time";
import { localTime as time, syllabusSchema } from "./courses";

/** The first line of the portal's own format; a later format has another number. */
export const courseFormat = "colloquy-course/1";

const text = z.string().trim().min(1);
const url = z.url({
  protocol: /^https?$/,
  error: "Write a whole address that begins with https://.",
});
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "Write the day as 2024-02-05.");
const personLink = z.strictObject({ name: text, page: url.nullable().default(null) });

const reading = z.strictObject({
  title: text,
  url: text,
  slug: text.optional(),
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
  notes: z.string().default(""),
  isCancelled: z.boolean().default(false),
  seats: z.int().min(1).max(20).optional(),
  seatsReason: text.optional(),
  /** Points, not hundredths: 2 is "+2 of 20". */
  bonus: z.number().min(0).max(20).default(0),
  /** Assignments that count for nobody. */
  waives: z.array(z.enum(assignmentKinds)).default([]),
  /** Deadlines set by hand, as instants. */
  preDueAt: z.iso.datetime({ offset: true }).optional(),
  postDueAt: z.iso.datetime({ offset: true }).optional(),
  main: z.array(reading).default([]),
  suggested: z.array(reading).default([]),
  materials: z.array(z.strictObject({ title: text, url })).default([]),
});

const courseFileSchema = z.strictObject({
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
    audience: z.string().default(""),
    overview: z.string().default(""),
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
  syllabus: syllabusSchema,
  meetings: z.array(meeting),
});

/** First words of the portal's own addresses, which no course can have. */
const reservedSlugs = ["api", "login", "logout", "account"];

/** A course as a file holds it. */
export type CourseFile = z.output<typeof courseFileSchema>;

/** What is wrong with a file, each in a sentence that says where. Nothing was written. */
export class CourseFileError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
    this.name = "CourseFileError";
  }
}

/** Reads the portal's YAML format, or throws a `CourseFileError` that lists everything that is wrong. */
export function readCourseFile(yaml: string): CourseFile {
  let raw: unknown;
  try {
    raw = parse(yaml, { maxAliasCount: 100 });
  } catch (error) {
    throw new CourseFileError([
      `This is not YAML: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const read = courseFileSchema.safeParse(raw);
  if (!read.success) {
    throw new CourseFileError(
      read.error.issues.map((issue) => `${issue.path.join(".") || "file"}: ${issue.message}`),
    );
  }
  const problems = problemsOf(read.data);
  if (problems.length > 0) throw new CourseFileError(problems);
  return read.data;
}

/** Writes a course in the portal's YAML format; `readCourseFile` reads it back to the same value. */
export function writeCourseFile(file: z.input<typeof courseFileSchema>): string {
  return stringify(file, { lineWidth: 100 });
}

function problemsOf(file: CourseFile): string[] {
  const problems: string[] = [];
  const attempt = (where: string, check: () => unknown) => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...refusalsIn(error).map(({ message }) => `${where}: ${message}`));
    }
  };
  attempt("syllabus", () => {
    checkSyllabus(file.syllabus);
  });
  const themes = [...file.parts.flatMap((part) => part.themes), ...file.otherThemes];
  for (const [index, theme] of themes.entries()) {
    if (themes.indexOf(theme) !== index) problems.push(`The theme “${theme}” is named twice.`);
  }
  const numbers = new Set<number>();
  for (const entry of file.meetings) {
    const where = `meeting ${entry.number}`;
    if (numbers.has(entry.number)) problems.push(`${where}: the number is given twice.`);
    numbers.add(entry.number);
    if (entry.theme !== undefined && !themes.includes(entry.theme)) {
      problems.push(`${where}: the theme “${entry.theme}” is in no part. Add it there.`);
    }
    attempt(where, () =>
      checkMeeting(
        {
          ...entry,
          starts: entry.starts ?? file.course.meets.starts,
          ends: entry.ends ?? file.course.meets.ends,
          seats: seatsOf(entry, file),
          seatsReason: entry.seatsReason ?? "",
          bonus: bonusOf(entry),
        },
        file.syllabus,
        file.course.timeZone,
      ),
    );
    const urls = new Set<string>();
    for (const item of [...entry.main, ...entry.suggested]) {
      attempt(`${where}, “${item.title}”`, () => {
        const parsed = parseReadingUrl(item.url);
        if (urls.has(parsed.url)) throw new Refusal("the paper is on the list twice.");
        urls.add(parsed.url);
      });
    }
  }
  return problems;
}

/** The presenters' seats that a meeting of the file gets. */
export function seatsOf(entry: CourseFile["meetings"][number], file: CourseFile): number {
  if (entry.kind !== "discussion") return 0;
  return entry.seats ?? file.syllabus.presentation.seats;
}

/** The bonus of a meeting of the file, in hundredths of a point. */
export function bonusOf(entry: CourseFile["meetings"][number]): number {
  return Math.round(entry.bonus * 100);
}
