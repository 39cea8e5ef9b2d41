import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { visitorOf, type EnrolledViewer } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { db } from "./client";
import { withdrawException } from "./exceptions";
import { findBroken } from "./invariants";
import { cancelMeeting, reinstateMeeting } from "./meetings-edit";
import { takeBackPass, takePass } from "./passes";
import { audit, exceptions } from "./schema";
import { submitAssignment } from "./submissions";
import { assignmentIdOf, openCourse, type OpenCourse } from "@/e2e/factory";
import { grantTo, ownTextsOf, textFor } from "@/e2e/factory-assignments";
import { seriesOf } from "@/e2e/factory-grades";
import { openSeminar } from "@/e2e/factory-seminar";

/** The response of meeting 7 is due on Tuesday 6 February 2024 at 11:00; each student has two passes. */
const eleven = new Date("2024-02-06T11:00:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

const passFor = async (course: OpenCourse, number = 7, idempotencyKey: string | null = null) => ({
  assignmentId: await assignmentIdOf(course.courseId, "response", number),
  idempotencyKey,
});

const heldBy = (student: EnrolledViewer) =>
  db
    .select({ kind: exceptions.kind, withdrawnAt: exceptions.withdrawnAt })
    .from(exceptions)
    .where(eq(exceptions.submitterId, student.enrolmentId))
    .orderBy(asc(exceptions.grantedAt), asc(exceptions.id));

const passEvents = async (student: EnrolledViewer) => {
  const rows = await db
    .select({ action: audit.action, details: audit.details })
    .from(audit)
    .where(and(eq(audit.courseId, student.courseId), eq(audit.personId, student.personId)))
    .orderBy(asc(audit.id));
  return rows.filter(({ action }) => action.startsWith("pass"));
};

test("a pass is taken up to the last millisecond before the deadline, without a reason, and exempts", async () => {
  const course = await openSeminar();
  const pass = await passFor(course);
  await takePass(course.ada, pass, eleven);
  const late = takePass(course.ben, pass, after(eleven, 1));
  await expect(late).rejects.toThrow(
    "This response was due Tue 6 Feb, 11:00 EST, and a free pass is taken before that.",
  );
  const { rows, waived } = await seriesOf(course.ada, after(eleven, 1), "response");
  expect(rows.find(({ meeting }) => meeting.number === 7)).toMatchObject({
    state: "waived",
    exemption: "pass",
  });
  expect(waived).toBe(1);
  const work = { assignmentId: pass.assignmentId, submitterId: course.ada.enrolmentId };
  expect(await passEvents(course.ada)).toEqual([{ action: "pass-taken", details: work }]);
  // What was written instead is refused in words, and kept.
  const form = await textFor(course, { series: "response" });
  await expect(submitAssignment(course.ada, form, eleven)).rejects.toThrow("You use a free pass");
  expect((await ownTextsOf(course.ada)).drafts).toHaveLength(1);
});

test("a pass is taken back until the deadline, and then the response is due again", async () => {
  const course = await openSeminar();
  const pass = await passFor(course);
  await takePass(course.ada, pass, course.now);
  await takeBackPass(course.ada, pass, eleven);
  expect(await heldBy(course.ada)).toEqual([{ kind: "pass", withdrawnAt: eleven }]);
  await submitAssignment(course.ada, await textFor(course, { series: "response" }), eleven);
  await takePass(course.ben, pass, eleven);
  await expect(takeBackPass(course.ben, pass, after(eleven, 1))).rejects.toThrow(
    "so the free pass stays taken",
  );
  await expect(takeBackPass(course.cleo, pass, eleven)).rejects.toThrow("You use no free pass");
  expect((await passEvents(course.ada)).map(({ action }) => action)).toEqual([
    "pass-taken",
    "pass-taken-back",
  ]);
});

test("each student has as many passes as the series says; one that is taken back can be used elsewhere", async () => {
  const course = await openSeminar();
  for (const number of [7, 8])
    await takePass(course.ada, await passFor(course, number), course.now);
  const third = await passFor(course, 9);
  await expect(takePass(course.ada, third, course.now)).rejects.toThrow(
    "You have used 2 free passes, which is all of them.",
  );
  await takeBackPass(course.ada, await passFor(course, 8), course.now);
  await takePass(course.ada, third, course.now);
  await takePass(course.ben, third, course.now);
  expect((await ownTextsOf(course.ada, { number: 9 })).passes).toHaveLength(2);
});

test("two passes at once for the last one left: one is taken", async () => {
  const course = await openSeminar((rules) => ({
    ...rules,
    series: rules.series.map((series) => ({ ...series, passes: 1 })),
  }));
  const tries = await Promise.allSettled(
    [7, 8, 9, 10, 11].map(async (number) =>
      takePass(course.ada, await passFor(course, number), course.now),
    ),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await heldBy(course.ada)).toHaveLength(1);
  expect(await passEvents(course.ada)).toHaveLength(1);
});

test("a double click takes one pass and takes it back once; a form found by going back takes it again", async () => {
  const course = await openSeminar();
  const pass = await passFor(course, 7, randomUUID());
  const twice = (verb: typeof takePass, input: typeof pass) =>
    Promise.all([1, 2].map(() => verb(course.ada, input, course.now)));
  await twice(takePass, pass);
  expect(await heldBy(course.ada)).toEqual([{ kind: "pass", withdrawnAt: null }]);
  await twice(takeBackPass, { ...pass, idempotencyKey: randomUUID() });
  expect(await passEvents(course.ada)).toHaveLength(2);
  await takePass(course.ada, pass, course.now);
  const held = await heldBy(course.ada);
  expect(held.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
});

test("no pass is lost where nothing is due, and none is taken beside an extension", async () => {
  const course = await openSeminar();
  const pass = await passFor(course);
  await grantTo(course, course.ada, { series: "response", kind: "excused" });
  const extendedTo = after(eleven, 3_600_000);
  await grantTo(course, course.ben, { series: "response", kind: "extended", extendedTo });
  await expect(takePass(course.ada, pass, course.now)).rejects.toThrow("a free pass would be lost");
  await expect(takePass(course.ben, pass, course.now)).rejects.toThrow("You have an extension");
});

test("an exception of the staff takes a pass's place, and the student has the pass again", async () => {
  const course = await openSeminar();
  const pass = await passFor(course);
  await takePass(course.ada, pass, course.now);
  await grantTo(course, course.ada, { series: "response", kind: "excused" });
  const { passes, exceptions: held } = await ownTextsOf(course.ada);
  expect(passes).toEqual([]);
  expect(held).toMatchObject([{ kind: "excused" }]);
  // Staff withdraw a pass as they withdraw what they granted.
  await takePass(course.ben, pass, course.now);
  const [taken] = (await ownTextsOf(course.ben)).exceptions;
  await withdrawException(
    course.tara,
    {
      exceptionId: taken?.id ?? "",
      submitterId: course.ben.enrolmentId,
      idempotencyKey: null,
    },
    course.now,
  );
  expect((await ownTextsOf(course.ben)).passes).toEqual([]);
});

test("a class that is cancelled gives its free passes back, and takes them again when it is held", async () => {
  const course = await openSeminar();
  await takePass(course.ada, await passFor(course, 8), course.now);
  await takePass(course.ada, await passFor(course, 9), course.now);
  const third = await passFor(course, 10);
  await expect(takePass(course.ada, third, course.now)).rejects.toThrow("free passes");
  const edit = { number: 9, idempotencyKey: null };
  await cancelMeeting(course.iris, { ...edit, version: 1 }, course.now);
  await takePass(course.ada, third, course.now);
  await reinstateMeeting(course.iris, { ...edit, version: 2 }, course.now);
  expect((await ownTextsOf(course.ada)).passes).toHaveLength(3);
  expect(await findBroken(db)).toEqual([]);
});

test("passes are for students of the course, where a series has them", async () => {
  const [course, elsewhere] = await Promise.all([openSeminar(), openSeminar()]);
  const pass = await passFor(course);
  for (const verb of [takePass, takeBackPass]) {
    for (const viewer of [
      course.tara,
      course.iris,
      course.dora,
      elsewhere.ada,
      visitorOf(course.courseId),
    ]) {
      await expect(verb(viewer, pass, course.now)).rejects.toBeInstanceOf(NotFound);
    }
    const mark = await assignmentIdOf(course.courseId, "participation");
    const ofMark = { assignmentId: mark, idempotencyKey: null };
    await expect(verb(course.ada, ofMark, course.now)).rejects.toBeInstanceOf(NotFound);
  }
  const first = await openCourse();
  const { assignmentId } = await textFor(first);
  const input = { assignmentId, idempotencyKey: null };
  await expect(takePass(first.ada, input, first.now)).rejects.toThrow(
    "“Pre-assignment” has no free passes.",
  );
});
