import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { visitorOf, type Viewer } from "@/policy/access";
import { formatTotal } from "@/policy/grades";
import { NotFound } from "@/policy/refusal";
import { gradeSummaryOf, seriesIn } from "@/policy/grade-summary";
import { db } from "./client";
import { readRules } from "./courses";
import { assignmentIdOf, countQueries, openCourse, tokenFor } from "@/e2e/factory";
import { handIn } from "@/e2e/factory-assignments";
import {
  actionsIn,
  except,
  fullPoint,
  handInSixth,
  inTime,
  minutesAfter,
  openToGrade,
  queueOf,
  release,
  score,
  seriesOf,
  workOf,
} from "@/e2e/factory-grades";
import {
  countStudents,
  listTextsToGrade,
  listUsedComments,
  readOwnScoreFacts,
  readScoreFacts,
} from "./grades";
import { readGradedCourse } from "./grades-course";
import { scorePresentation } from "./grades-presentation";
import { claimNextItem, listClaims, scoreAndClaimNext } from "./grades-queue";
import { takeBackScore } from "./grades-score";
import { findMeeting } from "./meetings";
import { grades } from "./schema";
import { releaseGrades } from "./grades-release";
import { findCourseAndAsker } from "./sign-ins";

/** The grades that the student's page may know. */
const releasedTo = async (student: Viewer) => (await readOwnScoreFacts(student)).grades;

test("feature 34: what is not released is absent from all that a student is given", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  await score(course, course.tara, course.ada, { comment: "Good." });
  expect(await releasedTo(course.ada)).toEqual([]);
  expect((await seriesOf(course.ada, course.now)).rows[5]).toMatchObject({
    state: "awaiting",
    points: null,
    grade: null,
  });

  await release(course, course.tara);
  expect(await releasedTo(course.ada)).toMatchObject([{ score: 100, comment: "Good." }]);
  expect((await readOwnScoreFacts(course.ben)).name).toBe("Ben Branch");
  expect(await releasedTo(course.ben)).toEqual([]);

  await score(course, course.tom, course.ada, { score: 0, comment: "No.", basedOn: 1 });
  expect(await releasedTo(course.ada)).toMatchObject([
    { version: 1, score: 100, comment: "Good." },
  ]);
  const line = (await queueOf(course.tara, course.now)).find(
    ({ gradable }) => gradable.assignmentId === course.assignmentId,
  );
  expect(line).toMatchObject({
    handedIn: 2,
    graded: 1,
    waiting: 1,
    released: 1,
    unreleased: 0,
    corrected: 1,
  });
  await release(course, course.iris, minutesAfter(course.now, 1));
  expect((await releasedTo(course.ada)).at(-1)).toMatchObject({ version: 2, score: 0 });
  await expect(release(course, course.iris)).rejects.toThrow(/nothing new to release/);
  expect((await actionsIn(course)).filter((action) => action === "grades-released")).toHaveLength(
    2,
  );
});

test("the last version is graded, and the grader sees the earlier ones with paper and questions", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await handInSixth(course.ada, "A second thought.", minutesAfter(inTime, 5));
  const texts = await listTextsToGrade(course.tara, workOf(course, course.ada));
  expect(texts).toMatchObject([
    { version: 2, answers: ["A second thought."], questions: ["What would change our minds?"] },
    { version: 1, answers: ["A summary by Ada Array."] },
  ]);
  expect(texts[0]?.paper?.url).toMatch(/^https:/);
  await score(course, course.tara, course.ada);
  const [saved] = await db
    .select({ submissionId: grades.submissionId })
    .from(grades)
    .where(eq(grades.assignmentId, course.assignmentId));
  expect(saved?.submissionId).toBe(texts[0]?.id);
});

test("a TA's next item takes six queries, the sign-in's included", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  const token = await tokenFor(course.tara);
  const of = workOf(course, course.ada);
  const queries = countQueries(async () => {
    await findCourseAndAsker(course.slug, token, new Date());
    await findMeeting(course.tara, 6);
    await Promise.all([
      readScoreFacts(course.tara, { assignmentId: of.assignmentId }),
      listClaims(course.tara, of, course.now),
      listTextsToGrade(course.tara, of),
      listUsedComments(course.tara, of),
    ]);
  });
  expect(await queries).toBe(6);
});

test("comments that were used come back, those of the same assignment first", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  await score(course, course.tara, course.ada, { comment: "Here." });
  const elsewhere = await assignmentIdOf(course.courseId, "pre", 5);
  for (const student of [course.ada, course.ben]) {
    await handIn(student, { number: 5, text: "A.", at: new Date("2024-01-29") });
    await score(course, course.tara, student, { assignmentId: elsewhere, comment: "There." });
  }
  expect(await listUsedComments(course.tom, course)).toEqual(["Here.", "There."]);
  const post = { assignmentId: await assignmentIdOf(course.courseId, "post", 6) };
  expect(await listUsedComments(course.tom, post)).toEqual([]);
});

test("releasing by a form that is found again tells what has changed since, and a double click tells once", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  const { assignmentId } = course;
  const again = (minutes: number) => {
    const form = { assignmentId, idempotencyKey: "one form" };
    return releaseGrades(course.tara, form, minutesAfter(course.now, minutes));
  };
  await score(course, course.tara, course.ada);
  await Promise.all([again(1), again(1)]);
  await score(course, course.tara, course.ada, { score: 0, basedOn: 1 });
  expect((await releasedTo(course.ada)).map((grade) => grade.score)).toEqual([100]);
  await again(2);
  expect((await releasedTo(course.ada)).map((grade) => grade.score).at(-1)).toBe(0);
  expect((await actionsIn(course)).filter((action) => action === "grades-released")).toHaveLength(
    2,
  );
});

test("nobody but the staff of this course grades, releases, excepts, or sees others' grades", async () => {
  const course = await openToGrade(({ ada, ben }) => [ada, ben]);
  const elsewhere = await openCourse();
  const verbs: Record<string, (viewer: Viewer) => Promise<unknown>> = {
    score: (viewer) => score(course, viewer, course.ada),
    "score and next": (viewer) =>
      scoreAndClaimNext(viewer, { ...fullPoint, ...workOf(course, course.ada) }, course.now),
    "score a presentation": (viewer) =>
      scorePresentation(
        viewer,
        {
          assignmentId: course.assignmentId,
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
        { ...workOf(course, course.ada), version: 1, idempotencyKey: null },
        course.now,
      ),
    claim: (viewer) =>
      claimNextItem(viewer, { assignmentId: course.assignmentId, after: null }, course.now),
    release: (viewer) => release(course, viewer),
    except: (viewer) => except(course, viewer),
    "read a text": async (viewer) => {
      const texts = await listTextsToGrade(viewer, workOf(course, course.ada));
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
  for (const reader of [queueOf, (viewer: Viewer) => countStudents(viewer)]) {
    await expect(reader(course.ada, course.now)).rejects.toThrow(NotFound);
  }
  // A student who has dropped has no work to grade, nor has a grader.
  for (const nobody of [course.dora, course.tara]) {
    await expect(score(course, course.tara, nobody)).rejects.toThrow(NotFound);
  }
  await expect(readScoreFacts(visitorOf(course.courseId))).rejects.toThrow(NotFound);
  expect(await countStudents(course.tara)).toBe(6);
  await expect(verbs["score"]?.(course.iris)).resolves.toBeUndefined();
});

test("the sum that the student sees is the sum that the staff see", async () => {
  const course = await openToGrade(({ ada }) => [ada]);
  await score(course, course.tara, course.ada);
  await release(course, course.tara);
  const own = await readOwnScoreFacts(course.ada);
  const seen = (await readScoreFacts(course.tara)).find(({ name }) => name === "Ada Array");
  const rules = await readRules(db, course.tara);
  const graded = await readGradedCourse(course.tara, rules, course.now);
  const totals = [own, seen].map((facts) =>
    facts === undefined
      ? null
      : (seriesIn(gradeSummaryOf(facts, graded, "released"), "pre")?.soFar ?? null),
  );
  expect(totals[0]).toEqual(totals[1]);
  // Classes 2 to 5 are missing and class 6 is scored; three of the four zeros are dropped.
  expect(totals[0] && formatTotal(totals[0])).toBe("10");
});
