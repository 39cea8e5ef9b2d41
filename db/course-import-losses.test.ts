import { expect, test } from "@playwright/test";
import { refusalsIn, Refusals } from "@/policy/refusal";
import { assignmentIdOf, openCourse, takeSeats, type OpenCourse } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import { openToGrade, score } from "@/e2e/factory-grades";
import { openSeminar } from "@/e2e/factory-seminar";
import { db } from "./client";
import { exportCourse } from "./course-export";
import { readCourseFile, type CourseFile } from "./course-file";
import { importCourse } from "./course-import";
import { findBroken } from "./invariants";
import { findMeetingValues } from "./meetings-facts";
import { takePass } from "./passes";

/** What the import of the course's own file, changed, says against it. */
async function problemsOf(
  { slug, now }: Pick<OpenCourse, "slug" | "now">,
  change: (file: CourseFile) => void,
): Promise<string[]> {
  const file = readCourseFile((await exportCourse(db, slug)) ?? "");
  change(file);
  try {
    await importCourse(db, file, now);
    return [];
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    return refusalsIn(error).map(({ message }) => message);
  }
}

function meetingOf(file: CourseFile, number: number) {
  const found = file.meetings.find((one) => one.number === number);
  if (found === undefined) throw new Error(`The file has no meeting ${number}.`);
  return found;
}

test("a class whose seats are taken is neither cancelled nor made smaller by a file", async () => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
  await takeSeats(course, 9, [course.ada, course.ben]);
  const end =
    "and seat 2 is taken. Remove the presenter first, or change the class in the portal, which frees the seats.";
  for (const [change, left] of [
    [{ isCancelled: true }, "no seat"],
    [{ seats: 1, seatsReason: "One paper." }, "1 seat"],
    [{ kind: "lecture" }, "no seat"],
  ] as const) {
    expect(await problemsOf(course, (file) => Object.assign(meetingOf(file, 9), change))).toEqual([
      `meeting 9: the file leaves “Synthetic data” ${left}, ${end}`,
    ]);
  }
  const smaller = (file: CourseFile) =>
    Object.assign(meetingOf(file, 9), { seats: 2, seatsReason: "Two papers." });
  expect(await problemsOf(course, smaller)).toEqual([]);
  expect(await findBroken(db)).toEqual([]);
});

test("units that students take stay, and so do scores that were given", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await score(course, course.tara, course.ada);
  const problems = await problemsOf(course, ({ syllabus }) => {
    syllabus.unitOptions = [6];
    syllabus.weights = syllabus.weights.filter(({ units }) => units === 6);
    const [pre] = syllabus.series;
    if (pre !== undefined) {
      pre.presenterGets = 200;
      pre.scale = [
        { label: "0", points: 0 },
        { label: "2", points: 200 },
      ];
    }
  });
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(
    /^\d+ students take the course with 12 units, for which the file has no weights\./,
  );
  expect(problems[1]).toMatch(/^“Pre-assignment”: scores of 1 have been given, and the scale/);
});

test("a student keeps the free passes that were taken", async () => {
  const course = await openSeminar();
  const assignmentId = await assignmentIdOf(course.courseId, "response", 8);
  await takePass(course.ada, { assignmentId, idempotencyKey: null }, course.now);
  expect(
    await problemsOf(course, ({ syllabus }) => {
      for (const one of syllabus.series) one.passes = 0;
    }),
  ).toEqual(["“Response” would have 0 free passes, and a student has taken 1. Write at least 1."]);
});

test("papers follow the file, which says what changed, and an older form is not saved over them", async () => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
  const before = await findMeetingValues(course.iris, 9);
  const file = readCourseFile((await exportCourse(db, course.slug)) ?? "");
  const ninth = meetingOf(file, 9);
  const [paper] = ninth.main;
  if (paper === undefined) throw new Error("Meeting 9 has no paper.");
  paper.title = "The title as it is printed";
  const elsewhere = file.meetings
    .flatMap(({ main }) => main)
    .find(({ url }) => url.startsWith("https:") && !/arxiv|openreview|doi/.test(url));
  if (elsewhere === undefined) throw new Error("Every address has one form only.");
  elsewhere.url = elsewhere.url.replace("https:", "http:");
  ninth.materials = [{ title: "Slides", url: "https://example.org/slides.pdf" }];
  file.parts = file.parts.map((part, index) => (index === 0 ? { ...part, name: "First" } : part));
  const { changes } = await importCourse(db, file, course.now);
  expect(changes).toContain("Paper “The title as it is printed”: title changed.");
  expect(changes).toContain(`Paper “${elsewhere.title}”: url changed.`);
  expect(changes).toContain("Meeting 9: papers or materials changed.");
  expect(changes.filter((change) => change.startsWith("Part "))).toHaveLength(1);
  const after = await findMeetingValues(course.iris, 9);
  expect(after?.version).toBe((before?.version ?? 0) + 1);
  const again = readCourseFile((await exportCourse(db, course.slug)) ?? "");
  expect(again).toEqual(file);
  const { changes: none } = await importCourse(db, again, course.now);
  expect(none).toEqual([`Course ${course.slug}: facts and syllabus as in the file.`]);
});

test("an import waits for nobody who hands in, and nobody for it", async () => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00", classmates: 8 });
  const file = readCourseFile((await exportCourse(db, course.slug)) ?? "");
  const second = meetingOf(file, 2);
  const at = course.now;
  const outcomes = await Promise.allSettled([
    ...[1, 2, 3].map((round) => {
      second.notes = `Bring a laptop, ${round}.`;
      return importCourse(db, structuredClone(file), at);
    }),
    ...[course.ada, course.ben, course.cleo, course.eli].flatMap((student) => [
      handIn(student, { number: 2, at }),
      handIn(student, { number: 3, at }),
    ]),
  ]);
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await findBroken(db)).toEqual([]);
});
