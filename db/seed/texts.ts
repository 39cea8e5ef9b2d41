import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/*
 * What the cast writes, as data: `texts/<course>/*.yml`. A file is read when it is first asked for, which is when a
 * demo is loaded or its clock moves.
 */

/** The courses that have texts. */
export type CourseWithTexts = "s2024" | "f2018";

const folder = "db/seed/texts";
const loaded = new Map<string, unknown>();

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
const aboutPapers = z.array(z.strictObject({ paper: z.url(), text })).min(1);
const localMinute = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "Write a local day and time as 2024-02-05T23:59.");

const announcementSchema = z.strictObject({
  /** Account of the author in the cast. */
  author: text,
  publishedAt: localMinute,
  title: text,
  /** Markdown. */
  body: text,
});

const exceptionSchema = z.strictObject({
  /** Accounts in the cast. */
  by: text,
  student: text,
  /** The meeting's number. */
  meeting: z.int().min(1),
  /** The keys of the series that it concerns. */
  series: texts,
  kind: z.enum(["waived", "excused", "extended"]),
  grantedAt: localMinute,
  /** The last local minute of an extension. */
  extendedTo: localMinute.optional(),
  reason: text,
});

/** What is decided for single people; accounts in the cast, meetings by number, work by key. */
const termSchema = z.strictObject({
  /** Who presents, where staff assign the seats. */
  seats: z.array(z.strictObject({ meeting: z.int(), student: text })),
  passes: z.array(
    z.strictObject({ student: text, meeting: z.int(), series: text, takenAt: localMinute }),
  ),
  marks: z.array(
    z.strictObject({
      by: text,
      student: text,
      work: text,
      points: z.int(),
      comment: text,
      givenAt: localMinute,
    }),
  ),
  releases: z.array(z.strictObject({ by: text, work: text, releasedAt: localMinute })),
});

const commentsSchema = z.strictObject({
  /** On texts with the full score, and on those without any, by series. */
  fullPoints: z.record(text, texts),
  noPoints: z.record(text, texts),
  /** By aspect of the rubric. */
  presentation: z.record(text, texts),
});

const meetingSchema = z.strictObject({
  /** Summaries of the meeting's readings; `paper` is the reading's address in the course file. */
  summaries: aboutPapers,
  /** Open discussion questions, each about one reading. */
  questions: aboutPapers,
  /** Post-assignments of two sentences, so that one sentence from `postClosings` still fits the limit. */
  posts: texts,
  /** One sentence that can precede any summary of the meeting; one that can follow it. */
  openings: texts,
  closings: texts,
  /** One sentence that can follow any post of the meeting. */
  postClosings: texts,
});

/** One sentence each of the first four make a summary; each question asks about this paper alone. */
const sentences = {
  motivation: texts,
  contribution: texts,
  method: texts,
  result: texts,
  questions: texts,
};
const papersSchema = z.record(z.url(), z.strictObject(sentences));
const topicsSchema = z.array(z.strictObject({ meeting: z.int(), ...sentences }));
const postsSchema = z.strictObject({
  reflections: z.record(text, texts),
  meetings: z.array(z.strictObject({ meeting: z.int(), reflections: text, first: texts })),
});
const responsesSchema = z.strictObject({
  /** Each has one answer to each prompt of the series, in the order of the prompts. */
  responses: z.array(texts).min(1),
  thin: z.array(texts),
});
const thinSchema = z.strictObject({ summaries: texts, questions: texts, posts: texts });

/** What the invented class writes around one meeting; whole texts, and sentences to set beside them. */
export type MeetingTexts = z.output<typeof meetingSchema>;

/** Sentences about one paper, or about the announced topic of a meeting without papers. */
export type PaperTexts = Omit<z.output<typeof topicsSchema>[number], "meeting">;

/** What the fictional staff of a demo grant one of its students for one assignment. */
export type GrantedException = Omit<z.output<typeof exceptionSchema>, "series"> & {
  series: string;
};

/** What people of the course do by hand in the term, in the order of the file; nothing where a course has no such file. */
export function loadTerm(course: CourseWithTexts): z.output<typeof termSchema> {
  const name = `${course}/term.yml`;
  return existsSync(`${folder}/${name}`)
    ? load(name, termSchema)
    : { seats: [], passes: [], marks: [], releases: [] };
}

/** What is announced in the term, oldest first. */
export function loadAnnouncements(course: CourseWithTexts) {
  return load(`${course}/announcements.yml`, z.array(announcementSchema));
}

/** Waivers, excused absences and extensions of the term, oldest first, one for each assignment. */
export function loadExceptions(course: CourseWithTexts): GrantedException[] {
  return load(`${course}/exceptions.yml`, z.array(exceptionSchema)).flatMap(
    ({ series, ...exception }) => series.map((key) => ({ ...exception, series: key })),
  );
}

/** Comments of graders. */
export function loadComments(course: CourseWithTexts) {
  return load(`${course}/comments.yml`, commentsSchema);
}

/** The whole texts around a meeting of s2024; undefined for the later ones, which have single sentences only. */
export function loadMeetingTexts(meeting: number): MeetingTexts | undefined {
  const name = `s2024/${meetingFile(meeting)}`;
  return existsSync(`${folder}/${name}`) ? load(name, meetingSchema) : undefined;
}

/** Sentences about every paper of the later meetings of s2024, by the paper's address. */
export function loadPapers(): Record<string, PaperTexts> {
  const files = readdirSync(`${folder}/s2024`).filter((name) => name.startsWith("papers-"));
  return Object.assign({}, ...files.map((name) => load(`s2024/${name}`, papersSchema))) as Record<
    string,
    PaperTexts
  >;
}

/** Sentences on the announced topic of a meeting of s2024 without papers (R17). */
export function loadTopic(meeting: number): PaperTexts | undefined {
  return load("s2024/topics.yml", topicsSchema).find((topic) => topic.meeting === meeting);
}

/** First and second sentences of the posts after a later meeting of s2024; each first one goes with each second. */
export function loadPosts(meeting: number): { first: string[]; second: string[] } | undefined {
  const { meetings, reflections } = load("s2024/posts.yml", postsSchema);
  const found = meetings.find((posts) => posts.meeting === meeting);
  return found && { first: found.first, second: reflections[found.reflections] ?? [] };
}

/** The responses to the reading of a meeting of f2018, the thin ones last; none where none were written. */
export function loadResponses(meeting: number): { answers: string[]; isThin: boolean }[] {
  const name = `f2018/${meetingFile(meeting)}`;
  if (!existsSync(`${folder}/${name}`)) return [];
  const { responses, thin } = load(name, responsesSchema);
  return [
    ...responses.map((answers) => ({ answers, isThin: false })),
    ...thin.map((answers) => ({ answers, isThin: true })),
  ];
}

/** Texts that are too thin for the point: generic, in one line. */
export function loadThinTexts() {
  return load("s2024/thin.yml", thinSchema);
}

function meetingFile(meeting: number): string {
  return `meeting-${String(meeting).padStart(2, "0")}.yml`;
}

function load<T>(name: string, schema: z.ZodType<T>): T {
  const found = loaded.get(name) ?? readTexts(`${folder}/${name}`, schema);
  loaded.set(name, found);
  return found as T;
}

/** Reads a file of texts. Throws a sentence for each mistake in it, which names the file and the entry. */
export function readTexts<T>(path: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path} is not YAML: ${error instanceof Error ? error.message : ""}`);
  }
  const read = schema.safeParse(raw, { error: wordsFor });
  if (read.success) return read.data;
  const sentence = ({ path: where, message }: z.core.$ZodIssue) => {
    const entry = where.map((step) => (typeof step === "number" ? `entry ${step + 1}` : step));
    return `${path}: ${[entry.join(", "), message].filter((part) => part !== "").join(": ")}`;
  };
  throw new Error(read.error.issues.map(sentence).join("\n"));
}

function wordsFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return `There is no “${issue.keys.join("”, “")}” here.`;
  if (issue.code === "too_small") return "It is empty.";
  if (issue.code !== "invalid_type") return undefined;
  return issue.input == null ? "It is missing." : `A ${issue.expected} belongs here.`;
}
