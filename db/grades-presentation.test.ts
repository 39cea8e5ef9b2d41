import { expect, test } from "@playwright/test";
import { versionsOf } from "@/policy/scoring";
import { assignmentIdOf, meetingIdOf, openCourse, takeSeats } from "@/e2e/factory";
import { openSeminar } from "@/e2e/factory-seminar";
import { placePresenter } from "./discussions-placing";
import { summaryOf } from "@/e2e/factory-grades";
import { scorePresentation } from "./grades-presentation";
import { releaseGrades } from "./grades-release";

test("R16, R23: a presentation is scored for the whole team, and the bonus comes on top", async () => {
  const course = await openCourse();
  const team = [course.ada, course.ben, course.cleo];
  const signUp = new Date("2024-01-17T12:00:00-05:00");
  await takeSeats(course, 4, team, signUp);
  await takeSeats(course, 7, [course.eli], signUp);
  const assignmentId = await assignmentIdOf(course.courseId, "presentation", 4);
  const scoring = {
    assignmentId,
    aspects: [2, 2, 2, 2, 2],
    comment: "Clear.",
    overrule: null,
    idempotencyKey: null,
  };
  const none = versionsOf(
    team.map(({ enrolmentId }) => ({ submitterId: enrolmentId, saved: null })),
  );
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
  expect((await summaryOf(course.ada, course.now)).presentations).toMatchObject([{ total: null }]);
  await releaseGrades(course.tara, { assignmentId, idempotencyKey: null }, course.now);
  for (const presenter of team) {
    const { presentations, parts } = await summaryOf(presenter, course.now);
    expect(presentations).toMatchObject([
      { total: 2200, bonus: 200, grade: { comment: "Clear." } },
    ]);
    const part = parts.find(({ key }) => key === "presentation");
    expect(part?.shares.soFar).toEqual({ numerator: 11, denominator: 10 });
  }
  await expect(
    scorePresentation(
      course.tara,
      {
        ...scoring,
        assignmentId: await assignmentIdOf(course.courseId, "presentation", 7),
        basedOn: "",
      },
      course.now,
    ),
  ).rejects.toThrow(/begins Tue 6 Feb, 15:30 EST/);
});

test("a presentation's form that is found by going back says whose scores replaced its own, and a double click saves once", async () => {
  const course = await openCourse();
  await takeSeats(course, 4, [course.ada], new Date("2024-01-17T12:00:00-05:00"));
  const scoring = {
    assignmentId: await assignmentIdOf(course.courseId, "presentation", 4),
    aspects: [2, 2, 2, 2, 2],
    comment: "Clear.",
    basedOn: versionsOf([{ submitterId: course.ada.enrolmentId, saved: null }]),
    overrule: null,
    idempotencyKey: "one form",
  };
  const save = () => scorePresentation(course.tara, scoring, course.now);
  expect(await Promise.all([save(), save()])).toEqual([1, 1]);
  const first = versionsOf([{ submitterId: course.ada.enrolmentId, saved: { version: 1 } }]);
  const others = { ...scoring, aspects: [1, 1, 1, 1, 1], basedOn: first, idempotencyKey: null };
  await scorePresentation(course.tom, others, course.now);
  await expect(save()).rejects.toThrow(/^Tom Token saved 10 with “Clear\.”/);
});

test("R13: of a student's two presentations each has its score, and their mean counts", async () => {
  const course = await openSeminar();
  for (const [number, points] of [
    [4, 10],
    [7, 0],
  ] as const) {
    const meetingId = await meetingIdOf(course.courseId, number);
    const placing = { meetingId, enrolmentId: course.ada.enrolmentId, reason: "Assigned." };
    await placePresenter(course.iris, { ...placing, idempotencyKey: null }, course.now);
    const assignmentId = await assignmentIdOf(course.courseId, "presentation", number);
    const scoring = {
      assignmentId,
      aspects: [points],
      comment: "",
      basedOn: versionsOf([{ submitterId: course.ada.enrolmentId, saved: null }]),
      overrule: null,
      idempotencyKey: null,
    };
    const afterClass = new Date("2024-02-06T17:00:00-05:00");
    await scorePresentation(course.tara, scoring, afterClass);
    await releaseGrades(course.tara, { assignmentId, idempotencyKey: null }, afterClass);
  }
  const { presentations, parts } = await summaryOf(course.ada, course.now);
  expect(presentations.map(({ meeting, total }) => [meeting.number, total])).toEqual([
    [4, 2200],
    [7, 0],
  ]);
  const part = parts.find(({ key }) => key === "presentation");
  expect(part?.shares.soFar).toEqual({ numerator: 11, denominator: 20 });
});
