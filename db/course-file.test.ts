import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { visitorOf } from "@/policy/access";
import { Refusals, refusalsIn } from "@/policy/refusal";
import { db } from "./client";
import { exportCourse } from "./course-export";
import { CourseFileError, readCourseFile, writeCourseFile } from "./course-file";
import { importCourse } from "./course-import";
import { openCourse, realCourse, takeSeats } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import { listMeetings } from "./meetings";
import { listReadings } from "./readings";
import { courses, meetings } from "./schema";

test("the first course has 30 meetings, 70 reading entries, its guests with their pages, and 23 assessed days", async () => {
  const course = await openCourse();
  const visitor = visitorOf(course.courseId);
  const [all, entries] = await Promise.all([listMeetings(visitor), listReadings(visitor)]);
  expect(all.map((meeting) => meeting.number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  expect(entries).toHaveLength(70);
  expect(all.filter(({ guest }) => guest !== null).map(({ guest }) => guest)).toEqual([
    { name: "Claire Le Goues", page: "https://clairelegoues.com/" },
    { name: "Sherry Wu", page: "https://www.cs.cmu.edu/~sherryw/" },
    { name: "Zhangir Azerbayev", page: "https://zhangir-azerbayev.github.io/" },
  ]);
  const assessed = all.filter(({ kind }) => ["lecture", "discussion", "guest"].includes(kind));
  expect(assessed).toHaveLength(23);
});

test("what is exported is imported again to the same course, and changes nothing", async () => {
  const course = await openCourse();
  const yaml = (await exportCourse(db, course.slug)) ?? "";
  const again = readCourseFile(yaml);
  const { changes } = await importCourse(db, again, course.now);
  expect(changes).toEqual([`Course ${course.slug}: facts and syllabus as in the file.`]);
  expect(await exportCourse(db, course.slug)).toBe(yaml);
});

test("a changed file changes the meeting with its number, and keeps one that it lacks", async () => {
  const course = await openCourse();
  const file = readCourseFile((await exportCourse(db, course.slug)) ?? "");
  const seventh = file.meetings.find(({ number }) => number === 7);
  if (seventh === undefined) throw new Error("There is no meeting 7.");
  seventh.date = "2024-02-07";
  const meetingsWithout8 = file.meetings.filter(({ number }) => number !== 8);
  const { changes } = await importCourse(db, { ...file, meetings: meetingsWithout8 }, course.now);
  expect(changes).toContain("Meeting 7: date changed.");
  expect(changes).toContain("Meeting 8, 2024-02-08: not in the file, kept.");
  const rows = await db.select().from(meetings).where(eq(meetings.courseId, course.courseId));
  expect(rows).toHaveLength(30);
  expect(rows.find(({ number }) => number === 7)?.date).toBe("2024-02-07");
});

test("a renumbered file that would move people's work to another class is refused, dry or not", async () => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
  await takeSeats(course, 9, [course.ada, course.ben]);
  await handIn(course.ada, { number: 2, series: "pre", text: "A summary.", at: course.now });
  const yaml = (await exportCourse(db, course.slug)) ?? "";
  const before = await listMeetings(course.iris);
  const file = readCourseFile(yaml);
  // A class is put in after the first, and all that follow get the next number.
  const renumbered = readCourseFile(yaml);
  const added = { ...file.meetings[0], number: 2, title: "Put in", date: "2024-01-17" };
  renumbered.meetings = [
    file.meetings[0],
    added,
    ...file.meetings.slice(1).map((meeting) => ({ ...meeting, number: meeting.number + 1 })),
  ] as typeof file.meetings;
  for (const isDryRun of [true, false]) {
    const error: unknown = await importCourse(db, renumbered, course.now, { isDryRun }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Refusals);
    const problems = refusalsIn(error as Refusals).map(({ message }) => message);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(
      /^meeting 2: 1 version handed in would go from “.*” of Thu 18 Jan to “Put in” of Wed 17 Jan\./,
    );
    expect(problems[1]).toMatch(
      /^meeting 9: 2 presenters’ seats would go from “.*” of Tue 13 Feb to /,
    );
    expect(await listMeetings(course.iris)).toEqual(before);
  }
});

test("a meeting with work may change its date or its title, and one without both", async () => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
  await takeSeats(course, 9, [course.ada]);
  const file = readCourseFile((await exportCourse(db, course.slug)) ?? "");
  const change = (number: number, changes: { date?: string; title?: string }) => {
    file.meetings = file.meetings.map((meeting) =>
      meeting.number === number ? { ...meeting, ...changes } : meeting,
    );
  };
  change(9, { title: "Another title" });
  change(10, { title: "Yet another", date: "2024-02-16" });
  await importCourse(db, file, course.now);
  change(9, { date: "2024-02-14" });
  const { changes } = await importCourse(db, file, course.now);
  expect(changes).toContain("Meeting 9: date changed.");
});

test("a dry run says what would change and writes nothing", async () => {
  const real = realCourse();
  const slug = `dry-${crypto.randomUUID().slice(0, 8)}`;
  const file = { ...real, course: { ...real.course, slug } };
  const { changes } = await importCourse(db, file, new Date(), { isDryRun: true });
  expect(changes[0]).toBe(`New course ${slug}: Neural Code Generation.`);
  expect(await db.select().from(courses).where(eq(courses.slug, slug))).toEqual([]);
});

/** Every mistake with the line that it is put in for, and what is said about the line. */
const broken: [mistake: string, from: string, to: string, at: string, message: RegExp][] = [
  [
    "R28: an impossible date",
    "date: 2024-02-29",
    "date: 2024-02-30",
    "2024-02-30",
    /30 February 2024 does not exist: February 2024 has 29 days/,
  ],
  [
    "R31: project parts that do not sum to 100",
    "percent: 30 %",
    "percent: 31 %",
    "parts:\n      - key",
    /sum to 101 %/,
  ],
  ["R24: weights that do not sum to 1", "pre: 1/3", "pre: 1/4", '"6":', /weights at 6 units/],
  ["a weight that is none", "pre: 1/3", "pre: a third", "a third", /“a third” is not a weight/],
  [
    "more points than anybody gives",
    "outOf: 20\n",
    "outOf: 99999999\n",
    "99999999",
    /is more than 10,000 points/,
  ],
  [
    "what cannot be kept",
    "title: Data\n",
    'title: "Da\\0ta"\n',
    '"Da',
    /a character that cannot be kept/,
  ],
  [
    "an instant that does not exist",
    "    deadlines: {}\n",
    "    deadlines: { pre: 2024-02-30T10:00:00Z }\n",
    "2024-02-30T",
    /30 February 2024 does not exist/,
  ],
  [
    "texts on days without class",
    "        - lecture\n",
    "        - no-class\n",
    "meetings:\n        - no-class",
    /on days without class nothing is due/,
  ],
  ["a meeting without a title", "title: Data\n", 'title: ""\n', '""', /“title” is empty/],
  [
    "a theme that is in no part",
    "theme: Data\n",
    "theme: Dada\n",
    "Dada",
    /The theme “Dada” is in no part/,
  ],
  ["a number that is given twice", "- number: 8\n", "- number: 7\n", "", /7 is given twice/],
  [
    "a link that is not http",
    "https://arxiv.org/abs/2211.15533",
    "javascript:alert(1)",
    "javascript:alert(1)",
    /https?:/,
  ],
  [
    "an unknown time zone",
    "America/New_York",
    "America/Pittsburgh",
    "America/Pittsburgh",
    /not a time zone/,
  ],
  [
    "a key that is spelled otherwise",
    "dropLowest:",
    "droplowest:",
    "droplowest:",
    /“droplowest” is not known here\. Did you mean “dropLowest”\?/,
  ],
  ["a kind that there is not", "kind: guest", "kind: talk", "talk", /“kind” should be lecture, /],
  ["a number as text", "least: 2\n", "least: two\n", "two", /“least” should be a/],
  [
    "a missing colon",
    "  term: Spring 2024",
    "  term Spring 2024",
    "",
    /Write a colon and a space after the key/,
  ],
  [
    "a list where a group is wanted",
    "  meets:\n    days:\n      - Tue\n      - Thu\n    starts: 15:30\n    ends: 16:50\n",
    "  meets:\n    - Tue\n",
    "meets:\n    - Tue",
    /“meets” should be a group of keys/,
  ],
  ["a key that is written twice", "  room:", "  slug: other\n  room:", "slug: other", /twice/],
  ["a wrong indentation", "  slug:", "    slug:", "", /[Ii]ndent/],
  [
    "a deadline of a series that there is not",
    "waives:\n      - pre",
    "waives:\n      - prae",
    "prae",
    /No series has the key “prae”\. The course has: pre, post/,
  ],
  [
    "the former format",
    "format: colloquy-course/2",
    "format: colloquy-course/1",
    "colloquy-course/1",
    /format of version 0\.1/,
  ],
];

/** Words of the machine, which no instructor should meet. */
const jargon =
  /zod|schema|record|union|invalid|undefined|NaN|\bnull\b|\bobject\b|\barray\b|expected/i;

for (const [mistake, from, to, at, message] of broken) {
  test(`${mistake} is answered with its line, its column and what to do`, () => {
    const yaml = writeCourseFile(realCourse());
    const changed = yaml.replace(from, to);
    expect(changed).not.toBe(yaml);
    let refused: unknown;
    try {
      readCourseFile(changed, "mine.yml");
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(CourseFileError);
    const { problems, message: all } = refused as CourseFileError;
    const found = problems.find((problem) => message.test(problem.message));
    expect(found, all).toBeDefined();
    expect(all).toMatch(/^mine\.yml:\d+:\d+: /);
    expect(all).not.toMatch(jargon);
    if (at === "" || found === undefined) return;
    const near = changed.indexOf(at, yaml.indexOf(from));
    const offset = near === -1 ? changed.indexOf(at) : near;
    const lines = changed.slice(0, offset).split("\n");
    expect(found).toMatchObject({ line: lines.length, column: (lines.at(-1) ?? "").length + 1 });
  });
}
