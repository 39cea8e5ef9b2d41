import { expect, test } from "@playwright/test";
import { NotFound } from "@/policy/refusal";
import { withdrawException } from "./exceptions";
import { actionsIn, except, openToGrade, seriesOf } from "@/e2e/factory-grades";
import { assignmentIdOf } from "@/e2e/factory";
import { readOwnScoreFacts, readScoreFacts } from "./grades";

test("a waiver takes the day out of the count and uses up no drop", async () => {
  const course = await openToGrade(() => []);
  const rowOf = async () => {
    const pre = await seriesOf(course.ada, course.now);
    return { counted: pre.counted, waived: pre.waived, state: pre.rows[5]?.state };
  };
  // Class 1 is waived for all: 23 − 1 − 3.
  expect(await rowOf()).toEqual({ counted: 19, waived: 1, state: "missing" });
  await except(course, course.tara);
  expect(await rowOf()).toEqual({ counted: 18, waived: 2, state: "waived" });
  const facts = await readOwnScoreFacts(course.ada);
  expect(facts.exceptions).toMatchObject([{ kind: "waived", reason: null }]);
  const [asStaff] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  const held = asStaff?.exceptions[0];
  expect(held).toMatchObject({ reason: "Ill." });
  await except(course, course.iris, { kind: "excused", reason: "A letter came." });
  const [replaced] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  expect(replaced?.exceptions).toMatchObject([{ kind: "excused", reason: "A letter came." }]);

  const withdraw = (exceptionId: string) =>
    withdrawException(
      course.tara,
      { exceptionId, submitterId: course.ada.enrolmentId, idempotencyKey: null },
      course.now,
    );
  await expect(withdraw(held?.id ?? "")).rejects.toThrow(NotFound);
  await withdraw(replaced?.exceptions[0]?.id ?? "");
  expect(await rowOf()).toEqual({ counted: 19, waived: 1, state: "missing" });
  expect((await actionsIn(course)).slice(-3)).toEqual([
    "exception-granted",
    "exception-granted",
    "exception-withdrawn",
  ]);
});

test("an extension ends with its minute, needs a reason, and gives more time than the class has", async () => {
  const course = await openToGrade(() => []);
  const extended = (extendedTo: string, extendedTime = "23:59", reason = "Travel.") =>
    except(course, course.tara, { kind: "extended", extendedTo, extendedTime, reason });
  await expect(extended("2024-01-31", "23:59")).rejects.toThrow(
    "An extension must end after the deadline, which is Wed 31 Jan, 23:59 EST.",
  );
  await expect(extended("")).rejects.toThrow(
    "No day is given. Choose the day of the new deadline.",
  );
  await expect(extended("2024-02-30")).rejects.toThrow(/30 February 2024 does not exist/);
  await expect(extended("2024-02-10", "24:10")).rejects.toThrow(/not a time/);
  await expect(extended("2024-03-10", "02:30")).rejects.toThrow(/clocks go forward/);
  await expect(extended("2024-02-10", "23:59", " ")).rejects.toThrow(/Say why/);
  await expect(extended("2024-02-05", "15:59")).rejects.toThrow(/has passed/);
  await extended("2024-02-10");
  const pre = await seriesOf(course.ada, course.now);
  expect(pre.rows[5]).toMatchObject({
    state: "upcoming",
    dueAt: new Date("2024-02-10T23:59:59.999-05:00"),
  });
});

test("a grant that is found by going back after its withdrawal is granted again, and a double click once", async () => {
  const course = await openToGrade(() => []);
  const heldNow = async () => (await readOwnScoreFacts(course.ada)).exceptions;
  const again = () => except(course, course.tara, { idempotencyKey: "one form" });
  await Promise.all([again(), again()]);
  const [first] = await heldNow();
  expect((await actionsIn(course)).slice(1)).toEqual(["exception-granted"]);
  const submitterId = course.ada.enrolmentId;
  const withdrawal = { exceptionId: first?.id ?? "", submitterId, idempotencyKey: null };
  await withdrawException(course.tara, withdrawal, course.now);
  await again();
  expect(await heldNow()).toMatchObject([{ kind: "waived" }]);
  await except(course, course.iris, { kind: "excused" });
  await again();
  expect(await heldNow()).toMatchObject([{ kind: "waived" }]);
});

test("two exceptions at once leave one that holds", async () => {
  const course = await openToGrade(() => []);
  await Promise.all([1, 2, 3, 4].map(() => except(course, course.tara)));
  const [facts] = await readScoreFacts(course.tara, { enrolmentId: course.ada.enrolmentId });
  expect(facts?.exceptions).toHaveLength(1);
});

test("there is nothing to waive where the meeting carries no such text, or the work hangs on no meeting", async () => {
  const course = await openToGrade(() => []);
  const { courseId } = course;
  const waive = async (work: string, number?: number) =>
    except(course, course.tara, { assignmentId: await assignmentIdOf(courseId, work, number) });
  await expect(waive("pre", 12)).rejects.toThrow("Nothing is due for this meeting");
  await expect(waive("presentation", 7)).rejects.toThrow("Nothing is due for this meeting");
  await expect(waive("report-1")).rejects.toThrow(NotFound);
});
