import { expect, test } from "@playwright/test";
import { and, asc, eq } from "drizzle-orm";
import type { EnrolledViewer, Viewer } from "@/policy/access";
import { visitorOf } from "@/policy/access";
import { formatTotal } from "@/policy/grades";
import { versionsOf } from "@/policy/scoring";
import { NotFound, Refusal } from "@/policy/refusal";
import { gradeStandingOf } from "@/policy/standings";
import { db } from "./client";
import { readRules } from "./courses";
import { grantException, withdrawException } from "./exceptions";
import {
  countQueries,
  enrolCast,
  handIn,
  meetingIdOf,
  openCourse,
  takeSeats,
  tokenFor,
  type OpenCourse,
} from "./factory";
import { countStudents, listTextsToGrade, listUsedComments, readScoreFacts } from "./grades";
import {
  claimNextItem,
  claimOldestItem,
  listClaims,
  readQueue,
  scoreAndClaimNext,
} from "./grades-queue";
import { releaseGrades } from "./grades-release";
import { scorePresentation } from "./grades-presentation";
import { scoreSubmission, takeBackScore } from "./grades-score";
import { findMeeting, listMeetings } from "./meetings";
import { audit, grades } from "./schema";
import { findStanding } from "./sign-ins";

/** Class 6 of Thursday 1 February: its pre-assignment was due the evening before. */
const inTime = new Date("2024-01-31T20:00:00-05:00");
const minutes = (count: number, from: Date) => new Date(from.getTime() + count * 60_000);

/** A course in which these students have handed in the pre-assignment of class 6. */
async function handedIn(of: (course: OpenCourse) => EnrolledViewer[], classmates = 0) {
  const course = await openCourse({ classmates });
  for (const student of of(course)) await hand(student, `A summary by ${student.name}.`);
  return { ...course, meetingId: await meetingIdOf(course.courseId, 6) };
}
type Handed = Awaited<ReturnType<typeof handedIn>>;

const hand = (student: EnrolledViewer, text: string, at = inTime) =>
  handIn(student, { number: 6, assignment: "pre", text, at });

const work = (course: Handed, student: EnrolledViewer) => ({
  meetingId: course.meetingId,
  kind: "pre" as const,
  enrolmentId: student.enrolmentId,
});

function score(
  course: Handed,
  viewer: Viewer,
  student: EnrolledViewer,
  more: Partial<Parameters<typeof scoreSubmission>[1]> = {},
) {
  const scoring = { score: 100, comment: "", basedOn: 0, overrule: null, idempotencyKey: null };
  return scoreSubmission(viewer, { ...scoring, ...work(course, student), ...more }, course.now);
}

const release = (course: Handed, viewer: Viewer, now = course.now) =>
  releaseGrades(viewer, { meetingId: course.meetingId, kind: "pre", idempotencyKey: null }, now);

const versions = (course: Handed, student: EnrolledViewer) =>
  db
    .select({ version: grades.version, score: grades.score, comment: grades.comment })
    .from(grades)
    .where(and(eq(grades.meetingId, course.meetingId), eq(grades.enrolmentId, student.enrolmentId)))
    .orderBy(asc(grades.version));

const actions = async (course: OpenCourse) =>
  (
    await db
      .select({ action: audit.action, details: audit.details })
      .from(audit)
      .where(eq(audit.courseId, course.courseId))
      .orderBy(asc(audit.id))
  ).map(({ action }) => action);

/** The grades that the student's page may know. */
const toldTo = async (student: Viewer) => (await readScoreFacts(student))[0]?.grades ?? [];

async function standing(student: EnrolledViewer, now: Date) {
  const [facts] = await readScoreFacts(student);
  if (facts === undefined) throw new Error("No facts.");
  const rules = await readRules(db, student);
  const meetings = await listMeetings(student);
  return gradeStandingOf(facts, { ...rules, meetings, now }, "released");
}

test("every save is a new version, with its history and an audit row", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  await score(course, course.tara, course.ada, { score: 0, comment: "Where is the method?" });
  await score(course, course.tom, course.ada, { basedOn: 1 });
  expect(await versions(course, course.ada)).toEqual([
    { version: 1, score: 0, comment: "Where is the method?" },
    { version: 2, score: 100, comment: "" },
  ]);
  const [, second] = await db
    .select({ personId: audit.personId, details: audit.details, at: audit.at })
    .from(audit)
    .where(and(eq(audit.courseId, course.courseId), eq(audit.action, "scored")))
    .orderBy(asc(audit.id));
  expect(second).toEqual({
    personId: course.tom.personId,
    at: course.now,
    details: {
      ...work(course, course.ada),
      former: { score: 0, comment: "Where is the method?" },
      score: 100,
      comment: "",
    },
  });
});

test("a score that the rules do not know, and work that was not handed in, are refused", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  await expect(score(course, course.tara, course.ada, { score: 50 })).rejects.toThrow(
    /0 or 1\. Choose/,
  );
  await expect(
    score(course, course.tara, course.ada, { comment: "x".repeat(5001) }),
  ).rejects.toThrow(/limit is 5,000/);
  await expect(score(course, course.tara, course.ben)).rejects.toThrow(/Ben Branch has not handed/);
  expect(await versions(course, course.ada)).toEqual([]);
});

test("feature 31: a save against an old version is refused, shows theirs, and can be chosen", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  await score(course, course.tara, course.ada, { score: 0, comment: "No method." });
  const late = score(course, course.tom, course.ada, { comment: "Fine." });
  await expect(late).rejects.toThrow(
    "Tara Trace saved 0 with “No method.” on Mon 5 Feb, 16:00 EST, after you opened it. Yours is still below and is not saved.",
  );
  await expect(late).rejects.toMatchObject({ field: "overrule", values: { overrule: "1" } });
  expect(await versions(course, course.ada)).toHaveLength(1);
  await score(course, course.tom, course.ada, { comment: "Fine.", overrule: 1 });
  expect((await versions(course, course.ada)).at(-1)).toMatchObject({ version: 2, score: 100 });
  // What was shown was version 1: a choice for it does not reach a third version.
  await expect(score(course, course.tara, course.ada, { overrule: 1 })).rejects.toThrow(
    /Tom Token/,
  );
});

test("of two graders who save the same text at once, one is refused", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  const saves = await Promise.allSettled(
    [course.tara, course.tom, course.iris, course.tara, course.tom, course.iris].map((grader) =>
      score(course, grader, course.ada),
    ),
  );
  expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const save of saves) {
    if (save.status === "rejected") expect(save.reason).toBeInstanceOf(Refusal);
  }
  expect(await versions(course, course.ada)).toHaveLength(1);
});

test("a double click saves once and opens one next text", async () => {
  const course = await handedIn(({ ada, ben, cleo }) => [ada, ben, cleo]);
  const idempotencyKey = "one form";
  const scoring = { score: 100, comment: "", basedOn: 0, overrule: null, idempotencyKey };
  const both = await Promise.all(
    [1, 2].map(() =>
      scoreAndClaimNext(course.tara, { ...scoring, ...work(course, course.ada) }, course.now),
    ),
  );
  expect(await versions(course, course.ada)).toHaveLength(1);
  expect(both[0]).not.toBeNull();
  expect(both[1]).toBe(both[0]);
});

test("eight graders who ask at once get eight different texts", async () => {
  const course = await handedIn(({ classmates }) => classmates, 8);
  const graders = await enrolCast(
    course.courseId,
    Array.from({ length: 9 }, (_, index) => ({
      name: `Grader${index + 1} Gamma`,
      email: `grader${index + 1}.${course.slug}@demo.test`,
      role: "ta" as const,
    })),
    course.now,
  );
  const claim = { meetingId: course.meetingId, kind: "pre" as const, after: null };
  const items = await Promise.all(
    graders.slice(0, 8).map((grader) => claimNextItem(grader, claim, course.now)),
  );
  expect(new Set(items).size).toBe(8);
  expect(items).not.toContain(null);
  const [first] = graders;
  const ninth = graders.at(-1);
  if (first === undefined || ninth === undefined) throw new Error("No graders.");
  // Whoever asks again has the same one open; nobody else gets one until ten minutes have passed.
  expect(await claimNextItem(first, claim, course.now)).toBe(items[0]);
  expect(await claimNextItem(ninth, claim, minutes(9, course.now))).toBeNull();
  expect(await claimNextItem(ninth, claim, minutes(10, course.now))).not.toBeNull();
});

test("three graders empty a queue together, and every text is scored once", async () => {
  const course = await handedIn(({ classmates }) => classmates, 12);
  const lines = async (grader: EnrolledViewer) => {
    let item = await claimNextItem(
      grader,
      { meetingId: course.meetingId, kind: "pre", after: null },
      course.now,
    );
    while (item !== null) {
      const scoring = { score: 100, comment: "", basedOn: 0, overrule: null, idempotencyKey: null };
      const of = { meetingId: course.meetingId, kind: "pre" as const, enrolmentId: item };
      item = await scoreAndClaimNext(grader, { ...scoring, ...of }, course.now);
    }
  };
  await Promise.all([course.tara, course.tom, course.iris].map(lines));
  const saved = await db
    .select({ enrolmentId: grades.enrolmentId })
    .from(grades)
    .where(eq(grades.courseId, course.courseId));
  expect(saved).toHaveLength(12);
  expect(new Set(saved.map((row) => row.enrolmentId)).size).toBe(12);
});

test("skipping gives the text to the others and opens another", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  const claim = { meetingId: course.meetingId, kind: "pre" as const };
  const first = await claimNextItem(course.tara, { ...claim, after: null }, course.now);
  const second = await claimNextItem(course.tara, { ...claim, after: first }, course.now);
  expect([first, second].sort()).toEqual([course.ada.enrolmentId, course.ben.enrolmentId].sort());
  expect(await claimNextItem(course.tom, { ...claim, after: null }, course.now)).toBe(first);
  const open = await listClaims(course.tom, claim, minutes(9, course.now));
  expect(new Map(open.map((one) => [one.enrolmentId, one.graderName]))).toEqual(
    new Map([
      [second, "Tara Trace"],
      [first, "Tom Token"],
    ]),
  );
  expect(await listClaims(course.tom, claim, minutes(10, course.now))).toEqual([]);
});

test("taking back restores the value from before, and nothing once somebody else has saved", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  const back = (version: number) =>
    takeBackScore(
      course.tara,
      { ...work(course, course.ada), version, idempotencyKey: null },
      course.now,
    );
  await score(course, course.tara, course.ada, { comment: "Good." });
  await back(1);
  await score(course, course.tara, course.ada, { score: 0, basedOn: 2 });
  await score(course, course.tara, course.ada, { score: 100, basedOn: 3 });
  await back(4);
  await score(course, course.tom, course.ada, { score: 100, basedOn: 5 });
  await expect(back(5)).rejects.toThrow(/changed since/);
  expect((await versions(course, course.ada)).map((version) => version.score)).toEqual([
    100,
    null,
    0,
    100,
    0,
    100,
  ]);
  expect(await actions(course)).toContain("took back a score");
});

test("feature 34: what is not released is absent from all that a student is given", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  await score(course, course.tara, course.ada, { comment: "Good." });
  expect(await toldTo(course.ada)).toEqual([]);
  expect((await standing(course.ada, course.now)).pre.rows[5]).toMatchObject({
    state: "awaiting",
    points: null,
    grade: null,
  });

  await release(course, course.tara);
  expect(await toldTo(course.ada)).toMatchObject([{ score: 100, comment: "Good." }]);
  expect((await readScoreFacts(course.ben)).map(({ name }) => name)).toEqual(["Ben Branch"]);
  expect(await toldTo(course.ben)).toEqual([]);

  await score(course, course.tom, course.ada, { score: 0, comment: "No.", basedOn: 1 });
  expect(await toldTo(course.ada)).toMatchObject([{ version: 1, score: 100, comment: "Good." }]);
  const line = (await readQueue(course.tara, course.now)).find(
    ({ kind, meeting }) => kind === "pre" && meeting.number === 6,
  );
  expect(line).toMatchObject({
    handedIn: 2,
    graded: 1,
    waiting: 1,
    told: 1,
    toTell: 0,
    changed: 1,
  });
  await release(course, course.iris, minutes(1, course.now));
  expect((await toldTo(course.ada)).at(-1)).toMatchObject({ version: 2, score: 0 });
  await expect(release(course, course.iris)).rejects.toThrow(/no score that students have not/);
  expect((await actions(course)).filter((action) => action === "released grades")).toHaveLength(2);
});

test("a text that is handed in again after it was graded waits again", async () => {
  const course = await openCourse();
  const meetingId = await meetingIdOf(course.courseId, 7);
  const text = { number: 7, assignment: "pre" as const, at: course.now };
  await handIn(course.ada, { ...text, text: "First." });
  const of = { meetingId, kind: "pre" as const, enrolmentId: course.ada.enrolmentId };
  const scoring = { comment: "", overrule: null, idempotencyKey: null };
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 0, basedOn: 0 }, course.now);
  const stateOfAda = async () =>
    (await readQueue(course.tara, course.now))
      .find(({ meeting, kind }) => meeting.number === 7 && kind === "pre")
      ?.items.find((item) => item.name === "Ada Array")?.state;
  expect(await stateOfAda()).toBe("graded");
  await handIn(course.ada, { ...text, text: "Second.", at: minutes(1, course.now) });
  expect(await stateOfAda()).toBe("changed");
  await scoreSubmission(course.tara, { ...of, ...scoring, score: 100, basedOn: 1 }, course.now);
  expect(await stateOfAda()).toBe("graded");
  const [, saved] = await db
    .select({ submissionId: grades.submissionId })
    .from(grades)
    .where(eq(grades.meetingId, meetingId))
    .orderBy(asc(grades.version));
  const [second] = await listTextsToGrade(course.tara, of);
  expect(saved?.submissionId).toBe(second?.id);
});

test("the last version is graded, and the grader sees the earlier ones with paper and questions", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  await hand(course.ada, "A second thought.", minutes(5, inTime));
  const texts = await listTextsToGrade(course.tara, work(course, course.ada));
  expect(texts).toMatchObject([
    { version: 2, text: "A second thought.", questions: ["What would change our minds?"] },
    { version: 1, text: "A summary by Ada Array." },
  ]);
  expect(texts[0]?.paper?.url).toMatch(/^https:/);
  await score(course, course.tara, course.ada);
  const [saved] = await db
    .select({ submissionId: grades.submissionId })
    .from(grades)
    .where(eq(grades.meetingId, course.meetingId));
  expect(saved?.submissionId).toBe(texts[0]?.id);
});

const exception = (
  course: Handed,
  viewer: Viewer,
  more: Partial<Parameters<typeof grantException>[1]> = {},
) =>
  grantException(
    viewer,
    {
      kind: "waived",
      extendedTo: "",
      extendedTime: "",
      reason: "Ill.",
      meetingId: course.meetingId,
      enrolmentId: course.ada.enrolmentId,
      assignment: "pre",
      idempotencyKey: null,
      ...more,
    },
    course.now,
  );

test("a waiver takes the day out of the count and uses up no drop", async () => {
  const course = await handedIn(() => []);
  const rowOf = async () => {
    const { pre } = await standing(course.ada, course.now);
    return { counted: pre.counted, waived: pre.waived, state: pre.rows[5]?.state };
  };
  // Class 1 is waived for all: 23 − 1 − 3.
  expect(await rowOf()).toEqual({ counted: 19, waived: 1, state: "missing" });
  await exception(course, course.tara);
  expect(await rowOf()).toEqual({ counted: 18, waived: 2, state: "waived" });
  const [facts] = await readScoreFacts(course.ada);
  expect(facts?.exceptions).toMatchObject([{ kind: "waived", reason: null }]);
  const [asStaff] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  const held = asStaff?.exceptions[0];
  expect(held).toMatchObject({ reason: "Ill." });
  await exception(course, course.iris, { kind: "excused", reason: "A letter came." });
  const [replaced] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  expect(replaced?.exceptions).toMatchObject([{ kind: "excused", reason: "A letter came." }]);

  const withdraw = (exceptionId: string) =>
    withdrawException(
      course.tara,
      { exceptionId, enrolmentId: course.ada.enrolmentId, idempotencyKey: null },
      course.now,
    );
  await expect(withdraw(held?.id ?? "")).rejects.toThrow(NotFound);
  await withdraw(replaced?.exceptions[0]?.id ?? "");
  expect(await rowOf()).toEqual({ counted: 19, waived: 1, state: "missing" });
  expect((await actions(course)).slice(-3)).toEqual([
    "granted an exception",
    "granted an exception",
    "withdrew an exception",
  ]);
});

test("an extension ends with its minute, needs a reason, and gives more time than the class has", async () => {
  const course = await handedIn(() => []);
  const extended = (extendedTo: string, extendedTime = "23:59", reason = "Travel.") =>
    exception(course, course.tara, { kind: "extended", extendedTo, extendedTime, reason });
  await expect(extended("2024-01-31", "23:59")).rejects.toThrow(
    "An extension must end after the deadline, which is Wed 31 Jan, 23:59 EST.",
  );
  await expect(extended("2024-02-30")).rejects.toThrow(/30 February 2024 does not exist/);
  await expect(extended("2024-02-10", "24:10")).rejects.toThrow(/not a time/);
  await expect(extended("2024-03-10", "02:30")).rejects.toThrow(/clocks go forward/);
  await expect(extended("2024-02-10", "23:59", " ")).rejects.toThrow(/Say why/);
  await expect(extended("2024-02-05", "15:59")).rejects.toThrow(/has passed/);
  await extended("2024-02-10");
  const { pre } = await standing(course.ada, course.now);
  expect(pre.rows[5]).toMatchObject({
    state: "upcoming",
    dueAt: new Date("2024-02-10T23:59:59.999-05:00"),
  });
});

test("two exceptions at once leave one that holds", async () => {
  const course = await handedIn(() => []);
  await Promise.all([1, 2, 3, 4].map(() => exception(course, course.tara)));
  const [facts] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  expect(facts?.exceptions).toHaveLength(1);
});

test("R16, R23: a presentation is scored for the whole team, and the bonus comes on top", async () => {
  const course = await openCourse();
  const team = [course.ada, course.ben, course.cleo];
  const signUp = new Date("2024-01-17T12:00:00-05:00");
  await takeSeats(course, 4, team, signUp);
  await takeSeats(course, 7, [course.eli], signUp);
  const meetingId = await meetingIdOf(course.courseId, 4);
  const scoring = {
    meetingId,
    aspects: [2, 2, 2, 2, 2],
    comment: "Clear.",
    overrule: null,
    idempotencyKey: null,
  };
  const none = versionsOf(team.map(({ enrolmentId }) => ({ enrolmentId, saved: null })));
  await expect(
    scorePresentation(
      course.tara,
      { ...scoring, basedOn: none, aspects: [2, 2, 3, 2, 2] },
      course.now,
    ),
  ).rejects.toMatchObject({ field: "aspect-3" });
  await scorePresentation(course.tara, { ...scoring, basedOn: none }, course.now);
  await expect(
    scorePresentation(course.tom, { ...scoring, basedOn: none }, course.now),
  ).rejects.toThrow(/Tara Trace saved 20 with “Clear\.”/);
  expect((await standing(course.ada, course.now)).presentation).toMatchObject({ total: null });
  await releaseGrades(
    course.tara,
    { meetingId, kind: "presentation", idempotencyKey: null },
    course.now,
  );
  for (const presenter of team) {
    const { presentation, shares } = await standing(presenter, course.now);
    expect(presentation).toMatchObject({ total: 2200, bonus: 200, grade: { comment: "Clear." } });
    expect(shares.presentation.soFar).toEqual({ numerator: 11, denominator: 10 });
  }
  await expect(
    scorePresentation(
      course.tara,
      { ...scoring, meetingId: await meetingIdOf(course.courseId, 7), basedOn: "" },
      course.now,
    ),
  ).rejects.toThrow(/begins Tue 6 Feb, 15:30 EST/);
});

test("the whole queue is oldest first, and one button opens its oldest text", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  await handIn(course.cleo, {
    number: 3,
    assignment: "post",
    text: "Interesting.",
    at: new Date("2024-01-23T21:00:00-05:00"),
  });
  const queue = await readQueue(course.tara, course.now);
  expect(
    queue
      .filter(({ waiting }) => waiting > 0)
      .map(({ kind, meeting, waiting }) => [kind, meeting.number, waiting]),
  ).toEqual([
    ["post", 3, 1],
    ["pre", 6, 2],
  ]);
  expect(queue[0]?.meeting.number).toBe(1);
  expect(queue.find(({ kind, meeting }) => kind === "pre" && meeting.number === 6)).toMatchObject({
    handedIn: 2,
    missing: 4,
    oldest: inTime,
  });
  expect(await claimOldestItem(course.tara, {}, course.now)).toEqual({
    assignment: "post-3",
    item: course.cleo.enrolmentId,
  });
  expect(await claimOldestItem(course.tom, {}, course.now)).toMatchObject({ assignment: "pre-6" });
});

test("a TA's next item takes six queries, the sign-in's included", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  const token = await tokenFor(course.tara);
  const of = work(course, course.ada);
  const queries = countQueries(async () => {
    await findStanding(db, course.slug, token, new Date());
    await findMeeting(course.tara, 6);
    await Promise.all([
      readScoreFacts(course.tara, { meetingId: of.meetingId }),
      listClaims(course.tara, of, course.now),
      listTextsToGrade(course.tara, of),
      listUsedComments(course.tara, of),
    ]);
  });
  expect(await queries).toBe(6);
});

test("comments that were used come back, those of the same assignment first", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  await score(course, course.tara, course.ada, { comment: "Here." });
  const elsewhere = await meetingIdOf(course.courseId, 5);
  for (const student of [course.ada, course.ben]) {
    await handIn(student, { number: 5, assignment: "pre", text: "A.", at: new Date("2024-01-29") });
    await score(course, course.tara, student, { meetingId: elsewhere, comment: "There." });
  }
  const of = { meetingId: course.meetingId, kind: "pre" as const };
  expect(await listUsedComments(course.tom, of)).toEqual(["Here.", "There."]);
  expect(await listUsedComments(course.tom, { ...of, kind: "post" })).toEqual([]);
});

test("nobody but the staff of this course grades, releases, excepts, or sees others' grades", async () => {
  const course = await handedIn(({ ada, ben }) => [ada, ben]);
  const elsewhere = await openCourse();
  const verbs: Record<string, (viewer: Viewer) => Promise<unknown>> = {
    score: (viewer) => score(course, viewer, course.ada),
    "score and next": (viewer) =>
      scoreAndClaimNext(
        viewer,
        {
          ...work(course, course.ada),
          score: 100,
          comment: "",
          basedOn: 0,
          overrule: null,
          idempotencyKey: null,
        },
        course.now,
      ),
    "score a presentation": (viewer) =>
      scorePresentation(
        viewer,
        {
          meetingId: course.meetingId,
          aspects: [],
          comment: "",
          basedOn: "",
          overrule: null,
          idempotencyKey: null,
        },
        course.now,
      ),
    "take back": (viewer) =>
      takeBackScore(
        viewer,
        { ...work(course, course.ada), version: 1, idempotencyKey: null },
        course.now,
      ),
    claim: (viewer) =>
      claimNextItem(viewer, { meetingId: course.meetingId, kind: "pre", after: null }, course.now),
    release: (viewer) => release(course, viewer),
    except: (viewer) => exception(course, viewer),
    "read a text": async (viewer) => {
      const texts = await listTextsToGrade(viewer, work(course, course.ada));
      if (texts.length === 0) throw new NotFound();
    },
    "read the facts": async (viewer) => {
      const [found] = await readScoreFacts(viewer, { enrolmentId: course.ada.enrolmentId });
      if (found === undefined) throw new NotFound();
    },
  };
  const strangers = [
    course.ben,
    elsewhere.ada,
    elsewhere.tara,
    elsewhere.iris,
    visitorOf(course.courseId),
  ];
  for (const [name, verb] of Object.entries(verbs)) {
    for (const viewer of strangers) {
      await expect(verb(viewer), `${name} as ${viewer.name}`).rejects.toThrow(NotFound);
    }
  }
  for (const reader of [readQueue, (viewer: Viewer) => countStudents(viewer)]) {
    await expect(reader(course.ada, course.now)).rejects.toThrow(NotFound);
  }
  // A student who has dropped has no work to grade, nor has a grader.
  for (const nobody of [course.dora, course.tara]) {
    await expect(score(course, course.tara, nobody)).rejects.toThrow(NotFound);
  }
  expect(await countStudents(course.tara)).toBe(6);
  await expect(verbs["score"]?.(course.iris)).resolves.toBeUndefined();
});

test("the sum that the student sees is the sum that the staff see", async () => {
  const course = await handedIn(({ ada }) => [ada]);
  await score(course, course.tara, course.ada);
  await release(course, course.tara);
  const own = (await readScoreFacts(course.ada))[0];
  const seen = (await readScoreFacts(course.tara)).find(({ name }) => name === "Ada Array");
  const meetings = await listMeetings(course.tara);
  const rules = await readRules(db, course.tara);
  const totals = [own, seen].map((facts) =>
    facts === undefined
      ? null
      : gradeStandingOf(facts, { ...rules, meetings, now: course.now }, "released").pre.soFar,
  );
  expect(totals[0]).toEqual(totals[1]);
  // Classes 2 to 5 are missing and class 6 is scored; three of the four zeros are dropped.
  expect(totals[0] && formatTotal(totals[0])).toBe("10");
});
