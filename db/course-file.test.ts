import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { visitorOf } from "@/policy/access";
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
  await handIn(course.ada, { number: 2, assignment: "pre", text: "A summary.", at: course.now });
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
    expect(error).toBeInstanceOf(CourseFileError);
    const { problems } = error as CourseFileError;
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

const broken: [rule: string, change: (yaml: string) => string, problem: RegExp][] = [
  [
    "R28: an impossible date is refused with an explanation",
    (yaml) => yaml.replace("date: 2024-02-29", "date: 2024-02-30"),
    /meeting 14: 30 February 2024 does not exist: February 2024 has 29 days/,
  ],
  [
    "R31: project parts that do not sum to 100 are refused",
    (yaml) => yaml.replace("percent: 30", "percent: 31"),
    /sum|101/,
  ],
  [
    "R24: weights that do not sum to 1 are refused",
    (yaml) => yaml.replace("denominator: 3", "denominator: 4"),
    /weights/i,
  ],
  [
    "rules with two mistakes are told both, a line each",
    (yaml) =>
      yaml.replace("percent: 30", "percent: 31").replace("denominator: 3", "denominator: 4"),
    /^syllabus: The weights at .+\nsyllabus: The parts of the project sum to 101 %/m,
  ],
  [
    "a meeting without a title is refused",
    (yaml) => yaml.replace("title: Data\n", 'title: ""\n'),
    /title/,
  ],
  [
    "a theme that is in no part is refused",
    (yaml) => yaml.replace("theme: Data\n", "theme: Dada\n"),
    /the theme “Dada” is in no part/,
  ],
  [
    "a number that is given twice is refused",
    (yaml) => yaml.replace("- number: 8\n", "- number: 7\n"),
    /meeting 7: the number is given twice/,
  ],
  [
    "a link that is not http is refused",
    (yaml) => yaml.replace("https://arxiv.org/abs/2211.15533", "javascript:alert(1)"),
    /The Stack/,
  ],
  ["a file that is not YAML is refused", () => "a: [", /This is not YAML/],
  [
    "an unknown time zone is refused",
    (yaml) => yaml.replace("America/New_York", "America/Pittsburgh"),
    /time zone/,
  ],
];

for (const [rule, change, problem] of broken) {
  test(rule, () => {
    const yaml = writeCourseFile(realCourse());
    const changed = change(yaml);
    expect(changed).not.toBe(yaml);
    let refused: unknown;
    try {
      readCourseFile(changed);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(CourseFileError);
    expect((refused as CourseFileError).problems.join("\n")).toMatch(problem);
  });
}
