import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { readMeetingTexts } from "./assignments";
import { submitAssignment } from "./submissions";
import { db } from "./client";
import { readRules } from "./courses";
import { openCourse, type OpenCourse } from "@/e2e/factory";
import { grantTo, handIn, ownTextsOf, textFor } from "@/e2e/factory-assignments";
import { openSeminar } from "@/e2e/factory-seminar";
import { findMeeting } from "./meetings";
import { enrolments } from "./schema";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its post-assignment a day later. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const hour = 3_600_000;

async function pageOf(course: OpenCourse) {
  const meeting = await findMeeting(course.ada, 7);
  if (meeting === undefined) throw new Error("There is no meeting 7.");
  return { meeting, rules: await readRules(db, course.ada) };
}

type MeetingTexts = Awaited<ReturnType<typeof readMeetingTexts>>;

const statusIn = ({ own }: MeetingTexts, key: string) =>
  own?.find(({ status }) => status.series.key === key)?.status;

/** The class's texts of a series; null where they may not be read. */
const textsIn = ({ classTexts }: MeetingTexts, key = "pre") =>
  classTexts.find(({ series }) => series.key === key)?.texts ?? null;

const withCredits = () =>
  openCourse({
    change: (file) => ({
      ...file,
      syllabus: {
        ...file.syllabus,
        lateCredits: { perStudent: 2, hoursEach: 24, series: ["pre", "post"] },
      },
    }),
  });

test("feature 23: a late credit is charged only when its cost was named before", async () => {
  const course = await withCredits();
  const form = await textFor(course);
  const late = after(lastMoment, hour);
  await expect(submitAssignment(course.ada, form, late)).rejects.toThrow(
    "Handing in now costs one late credit (you have 2 left). Load the page again to agree to that. What you typed is kept as a draft.",
  );
  const agreed = { ...form, creditsAgreed: 1 };
  await submitAssignment(course.ada, agreed, late);
  await submitAssignment(
    course.ada,
    { ...agreed, creditsAgreed: 0, idempotencyKey: randomUUID() },
    after(late, hour),
  );
  const { versions } = await ownTextsOf(course.ada, { wanted: "all" });
  expect(versions.map((version) => version.creditsCharged)).toEqual([1, 1]);
  const { meeting, rules } = await pageOf(course);
  const page = await readMeetingTexts(course.ada, meeting, rules, after(late, hour));
  expect(statusIn(page, "post")?.window.state).toBe("open");
  const nextDay = after(lastMoment, 25 * hour);
  const next = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(statusIn(next, "post")?.window).toMatchObject({
    state: "late",
    creditsNeeded: 1,
    creditsLeft: 1,
  });
  await grantTo(course, course.ada, { kind: "extended", extendedTo: after(late, 2 * hour) });
  const extended = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(statusIn(extended, "post")?.window).toMatchObject({ creditsLeft: 2 });
});

test("summaries: classmates read them after the deadline and never before, staff always, visitors never", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const { meeting, rules } = await pageOf(course);
  const seenBy = async (viewer: Viewer, now: Date) =>
    textsIn(await readMeetingTexts(viewer, meeting, rules, now))?.map(({ author }) => author) ??
    null;
  await submitAssignment(course.ada, form, course.now);
  await submitAssignment(course.ben, form, course.now);
  await submitAssignment(course.gus, { ...form, answers: ["Older."] }, course.now);
  const newer = { ...form, answers: ["Newer."], idempotencyKey: randomUUID() };
  await submitAssignment(course.gus, newer, course.now);
  expect(await seenBy(course.ada, lastMoment)).toBeNull();
  expect(await seenBy(course.ada, after(lastMoment, 1))).toEqual(["Ben Branch", "Gus Graph"]);
  expect(await seenBy(course.tara, course.now)).toEqual(["Ada Array", "Ben Branch", "Gus Graph"]);
  await expect(
    readMeetingTexts(visitorOf(course.courseId), meeting, rules, after(lastMoment, 1)),
  ).rejects.toBeInstanceOf(NotFound);
  const readByAda = await readMeetingTexts(course.ada, meeting, rules, after(lastMoment, 1));
  expect(textsIn(readByAda)?.at(-1)).toMatchObject({
    answers: ["Newer."],
    questions: form.questions.map((text) => ({ text })),
  });
  expect(readByAda.asked.map(({ askedBy }) => askedBy)).toEqual([
    "Ada Array",
    "Ben Branch",
    "Gus Graph",
  ]);
  expect((await readMeetingTexts(course.ada, meeting, rules, lastMoment)).asked).toEqual([]);

  const extendedTo = after(lastMoment, 5 * hour);
  await grantTo(course, course.fay, { kind: "extended", extendedTo });
  expect(await seenBy(course.fay, extendedTo)).toBeNull();
  expect(await seenBy(course.fay, after(extendedTo, 1))).toHaveLength(3);

  await db
    .update(enrolments)
    .set({ status: "dropped" })
    .where(eq(enrolments.id, course.gus.enrolmentId));
  expect(await seenBy(course.ada, after(lastMoment, 1))).toEqual(["Ben Branch"]);
});

test("with late credits nobody reads the class's summaries while handing in is still possible", async () => {
  const course = await withCredits();
  const { meeting, rules } = await pageOf(course);
  const classStart = new Date("2024-02-06T15:30:00-05:00");
  const before = await readMeetingTexts(course.ada, meeting, rules, after(classStart, -1));
  expect(textsIn(before)).toBeNull();
  expect(textsIn(await readMeetingTexts(course.ada, meeting, rules, classStart))).toEqual([]);
});

test("nobody's post-assignments are on the meeting's page but the own, not even for staff", async () => {
  const course = await openCourse();
  const { meeting, rules } = await pageOf(course);
  await handIn(course.ada, { series: "post", at: course.now });
  const seen = await readMeetingTexts(course.tara, meeting, rules, after(lastMoment, 48 * hour));
  expect(seen.classTexts.map(({ series }) => series.key)).toEqual(["pre"]);
  expect(seen.own).toBeNull();
});

for (const as of ["number", "nobody"] as const) {
  test(`classmates read a text under ${as === "number" ? "its writer's number" : "nothing"}, and no name reaches their page`, async () => {
    const course = await openSeminar((rules) => ({
      ...rules,
      series: rules.series.map((series) => ({
        ...series,
        questions: { least: 1, most: 3 },
        isTiedToDiscussion: true,
        classmatesRead: { when: "after-deadline", as },
      })),
    }));
    const { meeting, rules } = await pageOf(course);
    const eleven = new Date("2024-02-06T11:00:59.999-05:00");
    const text = (student: typeof course.ada) =>
      handIn(student, { series: "response", text: `By number ${student.units}.`, at: course.now });
    for (const student of [course.ada, course.ben, course.cleo]) await text(student);
    const numbers = await db
      .select({ id: enrolments.id, alias: enrolments.alias })
      .from(enrolments)
      .where(eq(enrolments.courseId, course.courseId));
    const numberOf = (id: string) => numbers.find((row) => row.id === id)?.alias ?? 0;

    const early = await readMeetingTexts(course.ada, meeting, rules, eleven);
    expect(textsIn(early, "response")).toBeNull();
    const seen = await readMeetingTexts(course.ada, meeting, rules, after(eleven, 1));
    const authors = [course.ben, course.cleo]
      .map(({ enrolmentId }) => (as === "number" ? `No. ${numberOf(enrolmentId)}` : null))
      .sort();
    expect(textsIn(seen, "response")?.map(({ author }) => author)).toEqual(authors);
    expect(seen.asked).toHaveLength(3);
    const sent = JSON.stringify(seen);
    for (const { name, enrolmentId, personId } of [course.ben, course.cleo]) {
      for (const secret of [name, ...name.split(" "), enrolmentId, personId]) {
        expect(sent).not.toContain(secret);
      }
      if (as === "nobody") expect(sent).not.toContain(String(numberOf(enrolmentId)));
    }

    // Nor by the question that a text is about: neither when it is chosen nor on the own page.
    const about = seen.asked.find(({ askedBy }) => askedBy === authors[0])?.id ?? "";
    await grantTo(course, course.fay, {
      ...{ series: "response", kind: "extended" as const, extendedTo: after(eleven, hour) },
    });
    const fays = await readMeetingTexts(course.fay, meeting, rules, after(eleven, 2));
    expect(textsIn(fays, "response")).toBeNull();
    const form = await textFor(course, { series: "response", about });
    await expect(submitAssignment(course.fay, form, after(eleven, 2))).rejects.toMatchObject({
      field: "about",
    });

    const staff = await readMeetingTexts(course.tara, meeting, rules, course.now);
    expect(textsIn(staff, "response")?.map(({ author }) => author)).toEqual([
      "Ada Array",
      "Ben Branch",
      "Cleo Closure",
    ]);
  });
}

test("a text about a question names its asker only under what the asker's text is read", async () => {
  const course = await openSeminar((rules) => ({
    ...rules,
    series: rules.series.flatMap((series) => [
      { ...series, questions: { least: 1, most: 3 } },
      {
        ...series,
        key: "reply",
        name: "Reply",
        isTiedToDiscussion: true,
        due: { daysAfter: 1, time: "11:00" as const },
        passes: 0,
      },
    ]),
  }));
  const { meeting, rules } = await pageOf(course);
  await handIn(course.ben, { series: "response", at: course.now });
  const later = new Date("2024-02-06T18:00:00-05:00");
  const [asked] = (await readMeetingTexts(course.ada, meeting, rules, later)).asked;
  await handIn(course.ada, { series: "reply", about: asked?.id ?? "", at: later });
  const { versions } = await ownTextsOf(course.ada);
  expect(versions).toMatchObject([{ about: { id: asked?.id, askedBy: asked?.askedBy } }]);
  expect(asked?.askedBy).toMatch(/^No\. [1-9]\d{3}$/);
  const pages = [versions, await readMeetingTexts(course.ada, meeting, rules, later)];
  expect(JSON.stringify(pages)).not.toContain("Ben");
});
