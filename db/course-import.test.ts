import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { instantAt } from "@/policy/time";
import { db } from "./client";
import { exportCourse } from "./course-export";
import { readCourseFile, type CourseFile } from "./course-file";
import { importCourse } from "./course-import";
import { openCourse, takeSeats } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import { assignments, meetings } from "./schema";
import { seedCourse } from "./seed/course-files";

const noon = "2024-01-17T12:00:00-05:00";

async function fileOf(slug: string): Promise<CourseFile> {
  return readCourseFile((await exportCourse(db, slug)) ?? "");
}

/** What is set for some work of a meeting, or of none. */
async function rowsOf(courseId: string, work: string, number?: number) {
  const rows = await db
    .select({
      number: meetings.number,
      isWaived: assignments.isWaived,
      dueAt: assignments.dueAt,
    })
    .from(assignments)
    .leftJoin(meetings, eq(meetings.id, assignments.meetingId))
    .where(and(eq(assignments.courseId, courseId), eq(assignments.work, work)));
  return number === undefined ? rows : rows.filter((row) => row.number === number);
}

test("an import gives every meeting the work of every series, also new meetings and new series", async () => {
  const course = await openCourse({ at: noon });
  const file = await fileOf(course.slug);
  const [first] = file.syllabus.series;
  const [meeting] = file.meetings;
  if (first === undefined || meeting === undefined) throw new Error("The course is empty.");
  file.meetings.push({
    ...meeting,
    number: 31,
    date: "2024-05-02",
    title: "One more",
    waives: ["post"],
  });
  file.syllabus.series.push({ ...first, key: "memo", name: "Memo", shortName: "Memo" });
  file.syllabus.marks.push({ key: "presence", name: "Presence", asksFor: "", outOf: 1000 });
  const [weights] = file.syllabus.weights;
  for (const { of } of file.syllabus.weights) {
    of["memo"] = { numerator: 0, denominator: 1 };
    of["presence"] = { numerator: 0, denominator: 1 };
  }
  expect(weights).toBeDefined();
  const { changes } = await importCourse(db, file, course.now);
  expect(changes).toContain("Meeting 31, 2024-05-02: new, “One more”.");
  expect(await rowsOf(course.courseId, "memo")).toHaveLength(31);
  expect(await rowsOf(course.courseId, "post", 31)).toEqual([
    { number: 31, isWaived: true, dueAt: null },
  ]);
  expect(await rowsOf(course.courseId, "presence")).toEqual([
    { number: null, isWaived: false, dueAt: null },
  ]);
  expect(await importCourse(db, file, course.now)).toMatchObject({
    changes: [`Course ${course.slug}: facts and syllabus as in the file.`],
  });
});

test("what is waived and what is due by hand follow the file, and the change is told", async () => {
  const course = await openCourse({ at: noon });
  const file = await fileOf(course.slug);
  const seventh = file.meetings.find(({ number }) => number === 7);
  if (seventh === undefined) throw new Error("There is no meeting 7.");
  seventh.waives = ["post"];
  seventh.deadlines = { pre: "2024-02-06 12:00" };
  const { changes } = await importCourse(db, file, course.now);
  expect(changes).toContain("Meeting 7: what is waived for everybody, or due by hand, changed.");
  expect(await rowsOf(course.courseId, "post", 7)).toMatchObject([{ isWaived: true }]);
  const dueAt = new Date(instantAt("2024-02-06", "12:00", "America/New_York").getTime() + 59_999);
  expect(await rowsOf(course.courseId, "pre", 7)).toMatchObject([{ isWaived: false, dueAt }]);
  const exported = (await fileOf(course.slug)).meetings.find(({ number }) => number === 7);
  expect(exported).toMatchObject({ waives: ["post"], deadlines: { pre: "2024-02-06 12:00" } });

  seventh.waives = [];
  seventh.deadlines = {};
  await importCourse(db, file, course.now);
  expect(await rowsOf(course.courseId, "post", 7)).toMatchObject([{ isWaived: false }]);
  expect(await rowsOf(course.courseId, "pre", 7)).toMatchObject([{ dueAt: null }]);
});

/** The file without one of its series. */
function without(file: CourseFile, key: string): CourseFile {
  const { syllabus } = file;
  const third = { numerator: 1, denominator: 2 };
  return {
    ...file,
    syllabus: {
      ...syllabus,
      series: syllabus.series.filter((series) => series.key !== key),
      weights: syllabus.weights.map(({ units }) => ({
        units,
        of: { pre: third, presentation: third },
      })),
    },
    meetings: file.meetings.map((meeting) => ({
      ...meeting,
      waives: meeting.waives.filter((one) => one !== key),
    })),
  };
}

test("a series that nobody has worked on can be taken out, and one with people's work cannot", async () => {
  const course = await openCourse({ at: noon });
  const file = await fileOf(course.slug);
  await importCourse(db, without(file, "post"), course.now);
  expect(await rowsOf(course.courseId, "post")).toEqual([]);
  await importCourse(db, file, course.now);

  await handIn(course.ada, {
    number: 1,
    series: "post",
    text: "A thought.",
    at: new Date("2024-01-16T18:00:00-05:00"),
  });
  await expect(importCourse(db, without(file, "post"), course.now)).rejects.toThrow(
    "People have worked on “post”, which the file no longer has. Keep the key; the name may change.",
  );
  expect(await rowsOf(course.courseId, "post")).toHaveLength(30);
  expect(await fileOf(course.slug)).toEqual(file);
});

test("nobody loses a second presentation to a file that gives each student one", async () => {
  const course = await openCourse({
    at: noon,
    change: (file) => {
      if (file.syllabus.presentation !== null) file.syllabus.presentation.perStudent.most = 2;
      return file;
    },
  });
  await takeSeats(course, 9, [course.ada]);
  await takeSeats(course, 7, [course.ada]);
  const file = await fileOf(course.slug);
  if (file.syllabus.presentation !== null) file.syllabus.presentation.perStudent.most = 1;
  await expect(importCourse(db, file, course.now)).rejects.toThrow(
    "The file gives each student at most 1 presentation, and 1 seat is held beyond that. Remove the presenters first.",
  );
  expect((await fileOf(course.slug)).syllabus.presentation?.perStudent.most).toBe(2);
});

test("the second course comes out of the portal as it went in", async () => {
  const file = seedCourse("languages-and-abstractions-f2018");
  file.course.slug = `f-${crypto.randomUUID().slice(0, 8)}`;
  await importCourse(db, file, new Date());
  const exported = await fileOf(file.course.slug);
  expect(exported.syllabus).toEqual(file.syllabus);
  expect(exported.course).toEqual(file.course);
  expect(exported.meetings.map(({ number, date, title }) => ({ number, date, title }))).toEqual(
    file.meetings.map(({ number, date, title }) => ({ number, date, title })),
  );
  const { changes } = await importCourse(db, exported, new Date());
  expect(changes).toEqual([`Course ${file.course.slug}: facts and syllabus as in the file.`]);
});
