import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "./client";
import { assignmentIdOf, meetingIdOf, openCourse, takeSeats } from "@/e2e/factory";
import { grantTo, handIn, ownTextsOf, textFor, type TextWanted } from "@/e2e/factory-assignments";
import { listReadingsOf } from "./readings";
import {
  assignments,
  audit,
  enrolments,
  exceptions,
  meetings,
  questions,
  submissions,
} from "./schema";
import { submitAssignment } from "./submissions";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its post-assignment a day later. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const hour = 3_600_000;
const firstPaper = "CoEditor: Leveraging Contextual Changes for Multi-Round Code Auto-Editing";
const signUpDay = new Date("2024-01-17T12:00:00-05:00");

test("R17, feature 22: a hand-in is a version with its questions, its receipt and its line in the log", async () => {
  const course = await openCourse();
  const form = await textFor(course, { text: "  First.\r\n", questions: ["", " Why? ", "How?"] });
  expect(await submitAssignment(course.ada, form, course.now)).toEqual({
    meetingNumber: 7,
    series: "pre",
    version: 1,
  });
  const again = { ...form, answers: ["Second."], idempotencyKey: randomUUID() };
  expect(await submitAssignment(course.ada, again, after(course.now, hour))).toMatchObject({
    version: 2,
  });
  const { versions } = await ownTextsOf(course.ada, { wanted: "all" });
  expect(versions).toMatchObject([
    {
      version: 2,
      answers: ["Second."],
      readingTitle: firstPaper,
      submittedAt: after(course.now, hour),
    },
    {
      version: 1,
      answers: ["First."],
      questions: ["Why?", "How?"],
      dueAtReceipt: lastMoment,
      creditsCharged: 0,
    },
  ]);
  const log = await db
    .select({ action: audit.action, details: audit.details, at: audit.at })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.personId, course.ada.personId)))
    .orderBy(asc(audit.id));
  const work = { assignmentId: form.assignmentId, submitterId: course.ada.enrolmentId };
  expect(log.map(({ action, details }) => [action, details])).toEqual([
    ["submitted", { ...work, version: 1 }],
    ["submitted", { ...work, version: 2 }],
  ]);
  expect(log[0]?.at).toEqual(course.now);
});

test("R18: 23:59 means until 23:59:59.999; the next instant is refused in words and kept as a draft", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  await submitAssignment(course.ada, form, lastMoment);
  await expect(submitAssignment(course.ben, form, after(lastMoment, 1))).rejects.toThrow(
    "This pre-assignment was due Mon 5 Feb, 23:59 EST, and nothing can be handed in after that. What you typed is kept as a draft.",
  );
  const { versions, drafts } = await ownTextsOf(course.ben);
  expect(versions).toEqual([]);
  expect(drafts).toMatchObject([
    {
      assignmentId: form.assignmentId,
      content: { answers: form.answers, questions: form.questions },
    },
  ]);
});

test("R20: a post-assignment is due on the day of the class", async () => {
  const course = await openCourse();
  const form = await textFor(course, { series: "post" });
  await submitAssignment(course.ada, form, after(lastMoment, 24 * hour));
  await expect(
    submitAssignment(course.ben, form, after(lastMoment, 24 * hour + 1)),
  ).rejects.toThrow("This post-assignment was due Tue 6 Feb, 23:59 EST");
});

test("both sides of 10 March 2024, when the clocks go forward, 23:59 is the course's 23:59", async () => {
  const course = await openCourse();
  for (const [number, due] of [
    [14, "2024-02-28T23:59:59.999-05:00"],
    [19, "2024-03-18T23:59:59.999-04:00"],
  ] as const) {
    const form = await textFor(course, { number });
    await submitAssignment(course.ada, form, new Date(due));
    const late = submitAssignment(course.ben, form, after(new Date(due), 1));
    await expect(late).rejects.toThrow("was due");
  }
});

test("what is missing, too long or about another paper is refused beside its field, and leaves nothing", async () => {
  const course = await openCourse();
  const other = await listReadingsOf(course.ada, await meetingIdOf(course.courseId, 9));
  const wrong: [TextWanted, string, string][] = [
    [{ readingId: null }, "reading", "No paper is chosen"],
    [{ readingId: other[0]?.id ?? "" }, "reading", "not among the readings of this meeting"],
    [{ readingId: "no such thing" }, "reading", "not among the readings of this meeting"],
    [{ text: " \n " }, "answer-1", "The summary is empty"],
    [{ text: "x".repeat(1_000_000) }, "answer-1", "has 1,000,000 characters"],
    [{ questions: [" ", ""] }, "question-1", "There is no discussion question"],
  ];
  for (const [input, field, message] of wrong) {
    const form = await textFor(course, input);
    const refused = submitAssignment(course.ada, form, course.now);
    await expect(refused).rejects.toMatchObject({ field });
    await expect(refused).rejects.toThrow(message);
  }
  const empty = submitAssignment(
    course.ada,
    await textFor(course, { series: "post", text: "" }),
    course.now,
  );
  await expect(empty).rejects.toMatchObject({ field: "answer-1" });
  const { versions, drafts } = await ownTextsOf(course.ada);
  expect([versions, drafts]).toEqual([[], []]);
});

test("a double click, twenty times at once, is one version", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => submitAssignment(course.ada, form, course.now)),
  );
  expect(receipts).toEqual(
    Array.from({ length: 20 }, () => ({ meetingNumber: 7, series: "pre", version: 1 })),
  );
  const { versions } = await ownTextsOf(course.ada, { wanted: "all" });
  expect(versions).toHaveLength(1);
});

test("a form found again by going back is a new version unless its text is the last", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  await submitAssignment(course.ada, form, course.now);
  const changed = { ...form, answers: ["Changed after going back."] };
  expect(await submitAssignment(course.ada, changed, course.now)).toMatchObject({ version: 2 });
  expect(await submitAssignment(course.ada, changed, course.now)).toMatchObject({ version: 2 });
  expect(await submitAssignment(course.ada, form, course.now)).toMatchObject({ version: 3 });
});

test("twenty different forms at once are versions 1 to 20", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () =>
      submitAssignment(course.ada, { ...form, idempotencyKey: randomUUID() }, course.now),
    ),
  );
  const numbers = receipts.map(({ version }) => version).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("handing in while the class is being moved waits, and is decided by the new date", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const isSeventh = eq(meetings.id, await meetingIdOf(course.courseId, 7));
  let submitted: Promise<unknown> = Promise.resolve();
  let isAnswered = false;
  await db.transaction(async (tx) => {
    await tx.select().from(meetings).where(isSeventh).for("update");
    submitted = submitAssignment(course.ada, form, after(lastMoment, 1));
    const answered = () => (isAnswered = true);
    submitted.then(answered, answered);
    const [mover] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const waiting = sql`select pid from pg_stat_activity where ${mover?.pid ?? 0}::int = any(pg_blocking_pids(pid))`;
    while (!isAnswered && (await db.execute(waiting)).length === 0);
    await tx.update(meetings).set({ date: "2024-02-08" }).where(isSeventh);
  });
  expect(await submitted).toMatchObject({ version: 1 });
});

test("an extension moves one student's deadline; taken back, it no longer does", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const extendedTo = after(lastMoment, 5 * hour);
  await grantTo(course, course.ada, { kind: "extended", extendedTo });
  await submitAssignment(course.ada, form, extendedTo);
  await db
    .update(exceptions)
    .set({ withdrawnAt: course.now })
    .where(eq(exceptions.submitterId, course.ada.enrolmentId));
  const again = { ...form, idempotencyKey: randomUUID() };
  await expect(submitAssignment(course.ada, again, extendedTo)).rejects.toThrow("was due");
});

test("R22: the presenter's day is automatic, a waiver and an excuse say so; the text is kept as a draft", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  await takeSeats(course, 7, [course.ada], signUpDay);
  await grantTo(course, course.ben, { kind: "excused" });
  await grantTo(course, course.cleo, { kind: "waived" });
  for (const [viewer, words] of [
    [course.ada, "You present here, which gives 1 point automatically"],
    [course.ben, "You are excused"],
    [course.cleo, "This is waived for you"],
  ] as const) {
    await expect(submitAssignment(viewer, form, course.now)).rejects.toThrow(words);
    expect((await ownTextsOf(viewer)).drafts).toHaveLength(1);
  }
});

test("a meeting without readings takes a summary of its announced topic", async () => {
  const course = await openCourse({
    change: (file) => ({
      ...file,
      meetings: file.meetings.map((each) =>
        each.number === 7 ? { ...each, main: [], suggested: [] } : each,
      ),
    }),
  });
  const form = await textFor(course);
  expect(form.readingId).toBeNull();
  await submitAssignment(course.ada, form, course.now);
  expect((await ownTextsOf(course.ada)).versions).toMatchObject([
    { readingId: null, readingTitle: null },
  ]);
});

test("feature 12: a paper that leaves the meeting's list takes no one's work with it", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  await submitAssignment(course.ada, form, course.now);
  await db.execute(
    `delete from meeting_readings where reading_id = '${form.readingId ?? ""}' and meeting_id = '${await meetingIdOf(course.courseId, 7)}'`,
  );
  const again = { ...form, idempotencyKey: randomUUID() };
  expect(await submitAssignment(course.ada, again, course.now)).toMatchObject({ version: 2 });
  const { versions } = await ownTextsOf(course.ada, { wanted: "all" });
  expect(versions.map(({ readingTitle }) => readingTitle)).toEqual([firstPaper, firstPaper]);
  await expect(submitAssignment(course.ben, form, course.now)).rejects.toThrow("not among");
});

test("R19: a post-assignment is about a question that the student may read, a paper of the meeting, or nothing", async () => {
  const [course, elsewhere] = await Promise.all([openCourse(), openCourse()]);
  const dayAfter = after(lastMoment, hour);
  await handIn(course.ben, { questions: ["Replaced?"], at: course.now });
  await handIn(course.ben, { questions: ["Is it fair?"], at: course.now });
  await handIn(course.fay, { questions: ["Gone?"], at: course.now });
  await db
    .update(enrolments)
    .set({ status: "dropped" })
    .where(eq(enrolments.id, course.fay.enrolmentId));
  await handIn(elsewhere.ben, { questions: ["Elsewhere?"], at: course.now });
  await handIn(course.ben, {
    number: 6,
    questions: ["Before?"],
    at: new Date("2024-01-31T12:00:00-05:00"),
  });
  const idOf = async (text: string, of = course) => {
    const [question] = await db
      .select({ id: questions.id })
      .from(questions)
      .innerJoin(submissions, eq(submissions.id, questions.submissionId))
      .where(and(eq(questions.text, text), eq(submissions.courseId, of.courseId)));
    return question?.id ?? "";
  };
  const fair = await idOf("Is it fair?");
  const paper = (await textFor(course)).readingId;
  const otherPapers = await listReadingsOf(course.ada, await meetingIdOf(course.courseId, 9));
  const post = async (about: string | null) => ({
    ...(await textFor(course, { series: "post" })),
    about,
  });

  await expect(submitAssignment(course.ada, await post(fair), lastMoment)).rejects.toMatchObject({
    field: "about",
  });
  for (const about of [
    await idOf("Replaced?"),
    await idOf("Gone?"),
    await idOf("Before?"),
    await idOf("Elsewhere?", elsewhere),
    otherPapers[0]?.id ?? "",
    "no such thing",
  ]) {
    expect(about).not.toBe("");
    await expect(submitAssignment(course.ada, await post(about), dayAfter)).rejects.toThrow(
      "neither a question of this class that you can read nor one of its papers",
    );
  }
  expect((await ownTextsOf(course.ada, { wanted: "all" })).versions).toEqual([]);

  const form = await post(fair);
  await submitAssignment(course.ada, form, dayAfter);
  expect(await submitAssignment(course.ada, form, dayAfter)).toMatchObject({ version: 1 });
  expect(await submitAssignment(course.ada, { ...form, about: paper }, dayAfter)).toMatchObject({
    version: 2,
  });
  await submitAssignment(course.ada, await post(""), dayAfter);
  expect((await ownTextsOf(course.ada, { wanted: "all" })).versions).toMatchObject([
    { version: 3, readingId: null, about: null },
    { version: 2, readingId: paper, about: null },
    { version: 1, readingId: null, about: { askedBy: "Ben Branch", text: "Is it fair?" } },
  ]);
});

test("R19: a question that was chosen stays open to whoever chose it, and is in no other meeting", async () => {
  const course = await openCourse();
  await handIn(course.ben, { at: course.now });
  const [asked] = await db
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(submissions, eq(submissions.id, questions.submissionId))
    .where(eq(submissions.courseId, course.courseId));
  const form = { ...(await textFor(course, { series: "post" })), about: asked?.id ?? "" };
  await submitAssignment(course.ada, form, after(lastMoment, hour));
  await db
    .update(enrolments)
    .set({ status: "dropped" })
    .where(eq(enrolments.id, course.ben.enrolmentId));
  const again = { ...form, answers: ["More."], idempotencyKey: randomUUID() };
  await submitAssignment(course.ada, again, after(lastMoment, hour));
  const elsewhere = { ...form, assignmentId: await assignmentIdOf(course.courseId, "post", 6) };
  await grantTo(course, course.ada, {
    ...{ number: 6, series: "post", kind: "extended" as const },
    ...{ extendedTo: after(lastMoment, 5 * hour), at: new Date("2024-01-31T12:00:00-05:00") },
  });
  await expect(
    submitAssignment(course.ada, elsewhere, after(lastMoment, hour)),
  ).rejects.toMatchObject({ field: "about" });
});

test("a class that is waived for all while a text is on its way is waived for it, too", async () => {
  const course = await openCourse();
  const form = await textFor(course);
  const isSeventh = eq(meetings.id, await meetingIdOf(course.courseId, 7));
  let submitted: Promise<unknown> = Promise.resolve();
  let isAnswered = false;
  await db.transaction(async (tx) => {
    await tx.select().from(meetings).where(isSeventh).for("update");
    submitted = submitAssignment(course.ada, form, course.now);
    const answered = () => (isAnswered = true);
    submitted.then(answered, answered);
    const [mover] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    const waiting = sql`select pid from pg_stat_activity where ${mover?.pid ?? 0}::int = any(pg_blocking_pids(pid))`;
    while (!isAnswered && (await db.execute(waiting)).length === 0);
    const isForm = eq(assignments.id, form.assignmentId);
    await tx.update(assignments).set({ isWaived: true }).where(isForm);
  });
  await expect(submitted).rejects.toThrow("waived for everybody");
});
