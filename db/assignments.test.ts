import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { EnrolledViewer, Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { NotFound } from "@/policy/refusal";
import { syllabus } from "@/policy/first-course";
import { findOwnTexts, listOwnWork, readMeetingTexts } from "./assignments";
import { discardDraft, saveDraft } from "./assignments-drafts";
import { submitAssignment, type HandingIn } from "./assignments-hand-in";
import { db } from "./client";
import { openCourse, type OpenCourse } from "./factory";
import { findMeeting, listMeetings } from "./meetings";
import { listReadingsOf } from "./readings";
import { audit, courses, enrolments, exceptions, meetings, seats, submissions } from "./schema";

/** The pre-assignment of meeting 7 is due on Monday 5 February 2024 at 23:59, its post-assignment a day later. */
const lastMoment = new Date("2024-02-05T23:59:59.999-05:00");
const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const hour = 3_600_000;

async function meetingOf(course: OpenCourse, number = 7) {
  const meeting = await findMeeting(course.ada, number);
  if (meeting === undefined) throw new Error(`There is no meeting ${number}.`);
  return meeting;
}

async function pre(course: OpenCourse, more: Partial<HandingIn> = {}): Promise<HandingIn> {
  const meeting = await meetingOf(course);
  const [paper] = await listReadingsOf(course.ada, meeting.id);
  return {
    meetingId: meeting.id,
    assignment: "pre",
    readingId: paper?.id ?? null,
    text: "The paper asks whether execution results make better training data.",
    questions: ["What would change without the tests?"],
    creditsAgreed: 0,
    idempotencyKey: randomUUID(),
    ...more,
  };
}

async function post(course: OpenCourse, more: Partial<HandingIn> = {}): Promise<HandingIn> {
  return { ...(await pre(course)), assignment: "post", readingId: null, questions: [], ...more };
}

async function ownTexts(viewer: EnrolledViewer, meetingId: string) {
  return findOwnTexts(viewer, meetingId);
}

async function rulesOf(course: OpenCourse) {
  const [rules] = await db.select().from(courses).where(eq(courses.id, course.courseId));
  if (rules === undefined) throw new Error("There is no course.");
  return rules;
}

async function grant(
  course: OpenCourse,
  to: EnrolledViewer,
  exception: { kind: "waived" | "excused" | "extended"; extendedTo?: Date; number?: number },
) {
  await db.insert(exceptions).values({
    id: randomUUID(),
    courseId: course.courseId,
    meetingId: (await meetingOf(course, exception.number)).id,
    enrolmentId: to.enrolmentId,
    assignment: "pre",
    kind: exception.kind,
    extendedTo: exception.extendedTo ?? null,
    reason: "Was ill.",
    grantedBy: course.tara.enrolmentId,
    grantedAt: course.now,
  });
}

async function seat(course: OpenCourse, who: EnrolledViewer, number = 7) {
  const meeting = await meetingOf(course, number);
  await db.insert(seats).values({
    id: randomUUID(),
    courseId: course.courseId,
    meetingId: meeting.id,
    number: 1,
    capacity: meeting.seats,
    enrolmentId: who.enrolmentId,
    takenAt: course.now,
  });
}

const withCredits = () =>
  openCourse({
    change: (file) => ({
      ...file,
      syllabus: { ...file.syllabus, lateCredits: { perStudent: 2, hoursEach: 24 } },
    }),
  });

test("R17, feature 22: a hand-in is a version with its questions, its receipt and its line in the log", async () => {
  const course = await openCourse();
  const form = await pre(course, { text: "  First.\r\n", questions: ["", " Why? ", "How?"] });
  expect(await submitAssignment(course.ada, form, course.now)).toEqual({
    meetingNumber: 7,
    version: 1,
  });
  const again = { ...form, text: "Second.", idempotencyKey: randomUUID() };
  expect(await submitAssignment(course.ada, again, after(course.now, hour))).toMatchObject({
    version: 2,
  });
  const { versions } = await ownTexts(course.ada, form.meetingId);
  expect(versions).toMatchObject([
    { version: 2, text: "Second.", submittedAt: after(course.now, hour) },
    {
      version: 1,
      text: "First.",
      questions: ["Why?", "How?"],
      dueAtReceipt: lastMoment,
      creditsCharged: 0,
    },
  ]);
  expect(versions[0]?.readingTitle).toBeTruthy();
  const log = await db
    .select({ action: audit.action, details: audit.details, at: audit.at })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.personId, course.ada.personId)))
    .orderBy(asc(audit.id));
  expect(log.map((row) => [row.action, row.details["version"]])).toEqual([
    ["handed in a pre-assignment", 1],
    ["handed in a pre-assignment", 2],
  ]);
  expect(log[0]?.at).toEqual(course.now);
});

test("R18: 23:59 means until 23:59:59.999; the next instant is refused in words and kept as a draft", async () => {
  const course = await openCourse();
  const form = await pre(course);
  await submitAssignment(course.ada, form, lastMoment);
  await expect(submitAssignment(course.ben, form, after(lastMoment, 1))).rejects.toThrow(
    "This pre-assignment was due Mon 5 Feb, 23:59 EST, and nothing can be handed in after that. What you typed is kept as a draft.",
  );
  const { versions, drafts } = await ownTexts(course.ben, form.meetingId);
  expect(versions).toEqual([]);
  expect(drafts).toMatchObject([
    { assignment: "pre", content: { text: form.text, questions: form.questions } },
  ]);
});

test("R20: a post-assignment is due on the day of the class", async () => {
  const course = await openCourse();
  const form = await post(course);
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
    const meetingId = (await meetingOf(course, number)).id;
    const [paper] = await listReadingsOf(course.ada, meetingId);
    const form = await pre(course, { meetingId, readingId: paper?.id ?? null });
    await submitAssignment(course.ada, form, new Date(due));
    const late = submitAssignment(course.ben, form, after(new Date(due), 1));
    await expect(late).rejects.toThrow("was due");
  }
});

test("what is missing, too long or about another paper is refused beside its field, and leaves nothing", async () => {
  const course = await openCourse();
  const other = await listReadingsOf(course.ada, (await meetingOf(course, 9)).id);
  const wrong: [Partial<HandingIn>, string, string][] = [
    [{ readingId: null }, "reading", "No paper is chosen"],
    [{ readingId: other[0]?.id ?? "" }, "reading", "not among the readings of this meeting"],
    [{ readingId: "no such thing" }, "reading", "not among the readings of this meeting"],
    [{ text: " \n " }, "summary", "The summary is empty"],
    [{ text: "x".repeat(1_000_000) }, "summary", "has 1,000,000 characters"],
    [{ questions: [" ", ""] }, "question-1", "There is no discussion question"],
  ];
  for (const [input, field, message] of wrong) {
    const form = await pre(course, input);
    const refused = submitAssignment(course.ada, form, course.now);
    await expect(refused).rejects.toMatchObject({ field });
    await expect(refused).rejects.toThrow(message);
  }
  const empty = submitAssignment(course.ada, await post(course, { text: "" }), course.now);
  await expect(empty).rejects.toMatchObject({ field: "text" });
  const { versions, drafts } = await ownTexts(course.ada, (await meetingOf(course)).id);
  expect([versions, drafts]).toEqual([[], []]);
});

test("a text too long to be kept is still refused for the deadline", async () => {
  const course = await openCourse();
  const form = await pre(course, { text: "x".repeat(1_000_000) });
  await expect(submitAssignment(course.ada, form, after(lastMoment, 1))).rejects.toThrow(
    /^This pre-assignment was due .* The draft has 1,000,\d+ characters/,
  );
});

test("a double click, twenty times at once, is one version", async () => {
  const course = await openCourse();
  const form = await pre(course);
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => submitAssignment(course.ada, form, course.now)),
  );
  expect(receipts).toEqual(Array.from({ length: 20 }, () => ({ meetingNumber: 7, version: 1 })));
  const { versions } = await ownTexts(course.ada, form.meetingId);
  expect(versions).toHaveLength(1);
});

test("twenty different forms at once are versions 1 to 20", async () => {
  const course = await openCourse();
  const form = await pre(course);
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
  const form = await pre(course);
  let submitted: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.select().from(meetings).where(eq(meetings.id, form.meetingId)).for("update");
    submitted = submitAssignment(course.ada, form, after(lastMoment, 1));
    await tx.update(meetings).set({ date: "2024-02-08" }).where(eq(meetings.id, form.meetingId));
  });
  expect(await submitted).toMatchObject({ version: 1 });
});

test("who may hand in and draft: students of the course, and nobody else", async () => {
  const [course, elsewhere] = await Promise.all([openCourse(), openCourse()]);
  const form = await pre(course);
  const draft = { ...form, basedOn: 0 };
  const others: Viewer[] = [
    course.tara,
    course.iris,
    course.dora,
    elsewhere.ada,
    visitorOf(course.courseId),
  ];
  for (const viewer of others) {
    for (const attempt of [
      submitAssignment(viewer, form, course.now),
      saveDraft(viewer, draft, course.now),
    ]) {
      await expect(attempt).rejects.toBeInstanceOf(NotFound);
    }
  }
  for (const viewer of [course.tara, course.iris, course.dora, visitorOf(course.courseId)]) {
    await expect(discardDraft(viewer, form)).rejects.toBeInstanceOf(NotFound);
  }
  expect(
    await db.select().from(submissions).where(eq(submissions.courseId, course.courseId)),
  ).toEqual([]);
});

test("an extension moves one student's deadline; taken back, it no longer does", async () => {
  const course = await openCourse();
  const form = await pre(course);
  const extendedTo = after(lastMoment, 5 * hour);
  await grant(course, course.ada, { kind: "extended", extendedTo });
  await submitAssignment(course.ada, form, extendedTo);
  await db
    .update(exceptions)
    .set({ withdrawnAt: course.now })
    .where(eq(exceptions.enrolmentId, course.ada.enrolmentId));
  const again = { ...form, idempotencyKey: randomUUID() };
  await expect(submitAssignment(course.ada, again, extendedTo)).rejects.toThrow("was due");
});

test("R22: the presenter's day is automatic, a waiver and an excuse say so; the text is kept as a draft", async () => {
  const course = await openCourse();
  const form = await pre(course);
  await seat(course, course.ada);
  await grant(course, course.ben, { kind: "excused" });
  await grant(course, course.cleo, { kind: "waived" });
  for (const [viewer, words] of [
    [course.ada, "You present here, which gives 1 point automatically"],
    [course.ben, "You are excused"],
    [course.cleo, "This is waived for you"],
  ] as const) {
    await expect(submitAssignment(viewer, form, course.now)).rejects.toThrow(words);
    expect((await ownTexts(viewer, form.meetingId)).drafts).toHaveLength(1);
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
  const form = await pre(course);
  expect(form.readingId).toBeNull();
  await submitAssignment(course.ada, form, course.now);
  expect((await ownTexts(course.ada, form.meetingId)).versions).toMatchObject([
    { readingId: null, readingTitle: null },
  ]);
});

test("feature 12: a paper that leaves the meeting's list takes no one's work with it", async () => {
  const course = await openCourse();
  const form = await pre(course);
  await submitAssignment(course.ada, form, course.now);
  await db.execute(
    `delete from meeting_readings where reading_id = '${form.readingId ?? ""}' and meeting_id = '${form.meetingId}'`,
  );
  const again = { ...form, idempotencyKey: randomUUID() };
  expect(await submitAssignment(course.ada, again, course.now)).toMatchObject({ version: 2 });
  expect((await ownTexts(course.ada, form.meetingId)).versions[0]?.readingTitle).toBeTruthy();
  await expect(submitAssignment(course.ben, form, course.now)).rejects.toThrow("not among");
});

test("feature 23: a late credit is charged only when its cost was named before", async () => {
  const course = await withCredits();
  const form = await pre(course);
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
  const { versions } = await ownTexts(course.ada, form.meetingId);
  expect(versions.map((version) => version.creditsCharged)).toEqual([1, 1]);
  const meeting = await meetingOf(course);
  const rules = await rulesOf(course);
  const page = await readMeetingTexts(course.ada, meeting, rules, after(late, hour));
  expect(page.own?.post.window.state).toBe("open");
  const nextDay = after(lastMoment, 25 * hour);
  const { own } = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(own?.post.window).toMatchObject({ state: "late", creditsNeeded: 1, creditsLeft: 1 });
  await grant(course, course.ada, { kind: "extended", extendedTo: after(late, 2 * hour) });
  const { own: extended } = await readMeetingTexts(course.ada, meeting, rules, nextDay);
  expect(extended?.post.window).toMatchObject({ creditsLeft: 2 });
});

test("drafts: the last one stands, handing in removes it, and a stale one cannot come back", async () => {
  const course = await openCourse();
  const form = await pre(course);
  const draft = { ...form, text: "Half a", basedOn: 0 };
  await saveDraft(course.ada, draft, course.now);
  await saveDraft(course.ada, { ...draft, text: "Half a \u0000sentence" }, after(course.now, 2000));
  expect((await ownTexts(course.ada, form.meetingId)).drafts).toMatchObject([
    { content: { text: "Half a sentence" }, savedAt: after(course.now, 2000) },
  ]);
  await submitAssignment(course.ada, form, course.now);
  expect((await ownTexts(course.ada, form.meetingId)).drafts).toEqual([]);
  await expect(saveDraft(course.ada, draft, course.now)).rejects.toThrow(
    "Another version was handed in meanwhile",
  );
  await saveDraft(course.ada, { ...draft, basedOn: 1 }, course.now);
  await discardDraft(course.ada, form);
  expect((await ownTexts(course.ada, form.meetingId)).drafts).toEqual([]);
  await expect(
    saveDraft(course.ada, { ...draft, basedOn: 1, text: "x".repeat(200_000) }, course.now),
  ).rejects.toThrow("The draft has 200,0");
});

test("summaries: classmates read them after the deadline and never before, staff always, visitors never", async () => {
  const course = await openCourse();
  const form = await pre(course);
  const [meeting, rules] = await Promise.all([meetingOf(course), rulesOf(course)]);
  const seenBy = async (viewer: Viewer, now: Date) =>
    (await readMeetingTexts(viewer, meeting, rules, now)).summaries?.map(({ name }) => name) ??
    null;
  await submitAssignment(course.ada, form, course.now);
  await submitAssignment(course.ben, form, course.now);
  await submitAssignment(course.gus, { ...form, text: "Older." }, course.now);
  const newer = { ...form, text: "Newer.", idempotencyKey: randomUUID() };
  await submitAssignment(course.gus, newer, course.now);
  expect(await seenBy(course.ada, lastMoment)).toBeNull();
  expect(await seenBy(course.ada, after(lastMoment, 1))).toEqual(["Ben Branch", "Gus Graph"]);
  expect(await seenBy(course.tara, course.now)).toEqual(["Ada Array", "Ben Branch", "Gus Graph"]);
  await expect(
    readMeetingTexts(visitorOf(course.courseId), meeting, rules, after(lastMoment, 1)),
  ).rejects.toBeInstanceOf(NotFound);
  const { summaries } = await readMeetingTexts(course.ada, meeting, rules, after(lastMoment, 1));
  expect(summaries?.at(-1)).toMatchObject({ text: "Newer.", questions: form.questions });

  const extendedTo = after(lastMoment, 5 * hour);
  await grant(course, course.fay, { kind: "extended", extendedTo });
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
  const [meeting, rules] = await Promise.all([meetingOf(course), rulesOf(course)]);
  const classStart = new Date("2024-02-06T15:30:00-05:00");
  const before = await readMeetingTexts(course.ada, meeting, rules, after(classStart, -1));
  expect(before.summaries).toBeNull();
  expect((await readMeetingTexts(course.ada, meeting, rules, classStart)).summaries).toEqual([]);
});

test("feature 20: a student's work is every duty with its last version, in one list", async () => {
  const course = await openCourse();
  const form = await pre(course);
  await submitAssignment(course.ada, form, course.now);
  await submitAssignment(course.ada, { ...form, idempotencyKey: randomUUID() }, course.now);
  await saveDraft(course.ada, { ...(await post(course)), basedOn: 0 }, course.now);
  await seat(course, course.ada, 9);
  await grant(course, course.ada, { kind: "excused", number: 8 });
  const rules = await rulesOf(course);
  const work = await listOwnWork(course.ada, await listMeetings(course.ada), rules);
  expect(work).toHaveLength(2 * syllabus.declaredAssessedDays);
  const of = (number: number, assignment: "pre" | "post") =>
    work.find((each) => each.meetingNumber === number && each.assignment === assignment);
  expect(of(7, "pre")).toMatchObject({ state: "due", dueAt: lastMoment, handedIn: { version: 2 } });
  expect(of(7, "post")).toMatchObject({ handedIn: null, draft: { savedAt: course.now } });
  expect(of(8, "pre")).toMatchObject({ state: "waived" });
  expect(of(9, "post")).toMatchObject({ state: "automatic" });
  expect(of(1, "pre")).toMatchObject({ state: "waived" });
  await expect(listOwnWork(course.tara, [], rules)).rejects.toBeInstanceOf(NotFound);
});
