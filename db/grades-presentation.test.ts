import { expect, test } from "@playwright/test";
import { versionsOf } from "@/policy/scoring";
import { meetingIdOf, openCourse, takeSeats } from "@/e2e/factory";
import { standingOf } from "@/e2e/factory-grades";
import { scorePresentation } from "./grades-presentation";
import { releaseGrades } from "./grades-release";

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
  expect((await standingOf(course.ada, course.now)).presentation).toMatchObject({ total: null });
  await releaseGrades(
    course.tara,
    { meetingId, kind: "presentation", idempotencyKey: null },
    course.now,
  );
  for (const presenter of team) {
    const { presentation, shares } = await standingOf(presenter, course.now);
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

test("a presentation's form that is found by going back says whose scores replaced its own, and a double click saves once", async () => {
  const course = await openCourse();
  await takeSeats(course, 4, [course.ada], new Date("2024-01-17T12:00:00-05:00"));
  const scoring = {
    meetingId: await meetingIdOf(course.courseId, 4),
    aspects: [2, 2, 2, 2, 2],
    comment: "Clear.",
    basedOn: versionsOf([{ enrolmentId: course.ada.enrolmentId, saved: null }]),
    overrule: null,
    idempotencyKey: "one form",
  };
  const save = () => scorePresentation(course.tara, scoring, course.now);
  expect(await Promise.all([save(), save()])).toEqual([1, 1]);
  const first = versionsOf([{ enrolmentId: course.ada.enrolmentId, saved: { version: 1 } }]);
  const others = { ...scoring, aspects: [1, 1, 1, 1, 1], basedOn: first, idempotencyKey: null };
  await scorePresentation(course.tom, others, course.now);
  await expect(save()).rejects.toThrow(/^Tom Token saved 10 with “Clear\.”/);
});
