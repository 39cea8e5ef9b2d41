import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { portalIn, visitorOf, type Viewer } from "@/policy/access";
import { blankMeeting, type MeetingText } from "@/policy/meeting-text";
import { NotFound } from "@/policy/refusal";
import type { RecordedEdit } from "@/policy/schedule-edit";
import { saveDraft } from "./drafts";
import { db } from "./client";
import { openCourse, takeSeats, type OpenCourse } from "@/e2e/factory";
import { grantTo, handIn, textFor } from "@/e2e/factory-assignments";
import { formOf, logOf, meetingOf, saveForm } from "@/e2e/factory-meetings";
import { findMeeting, listMeetings } from "./meetings";
import {
  addMeeting,
  cancelMeeting,
  findOvertaking,
  findUndoableEdit,
  MeetingChanged,
  previewMeeting,
  reinstateMeeting,
  saveMeeting,
  undoChange,
} from "./meetings-edit";
import { findMeetingValues } from "./meetings-facts";
import { findReading, listReadingsOf } from "./readings";
import { courses } from "./schema";

const idempotencyKey = null;

const newText: MeetingText = {
  ...blankMeeting,
  date: "2024-02-09",
  starts: "10:00",
  ends: "11:00",
  title: "A new lecture",
};

async function revision(course: OpenCourse): Promise<number> {
  const [row] = await db
    .select({ revision: courses.revision })
    .from(courses)
    .where(eq(courses.id, course.courseId));
  return row?.revision ?? 0;
}

test("a save moves the class, raises version and revision, and records before and after", async () => {
  const course = await openCourse();
  const before = await revision(course);
  await saveForm(course, 8, {
    date: "2024-02-16",
    title: " Data,  again ",
    notes: "Line 1\r\nLine 2",
  });
  const now = await meetingOf(course, 8);
  expect(now).toMatchObject({
    date: "2024-02-16",
    title: "Data, again",
    notes: "Line 1\nLine 2",
    version: 2,
    number: 8,
  });
  expect(await revision(course)).toBe(before + 1);
  const [entry] = await logOf(course, now.id);
  expect(entry).toMatchObject({
    action: "meeting-changed",
    personId: course.iris.personId,
    at: course.now,
    details: {
      number: 8,
      version: 2,
      before: { date: "2024-02-08", title: "Data" },
      after: { date: "2024-02-16", title: "Data, again" },
      freed: [],
      restored: [],
    },
  });
});

test("the preview writes nothing and refuses what the save refuses", async () => {
  const course = await openCourse();
  const { text, version } = await formOf(course, 8);
  const wish = { what: "save", number: 8, version, isForced: false } as const;
  const preview = await previewMeeting(
    course.iris,
    { ...wish, text: { ...text, date: "2024-02-13" } },
    course.now,
  );
  expect(preview.change.deadlines[0]?.after).toEqual(new Date("2024-02-12T23:59:59.999-05:00"));
  expect((await meetingOf(course, 8)).version).toBe(1);
  for (const [change, message] of [
    [{ date: "2024-02-30" }, "30 February 2024 does not exist"],
    [{ date: "2024-03-08" }, "inside “Spring break”"],
    [{ title: " " }, "has no title"],
    [{}, "Nothing would change"],
  ] as const) {
    const changed = { ...text, ...change };
    const previewed = previewMeeting(course.iris, { ...wish, text: changed }, course.now);
    await expect(previewed).rejects.toThrow(message);
    await expect(saveForm(course, 8, change)).rejects.toThrow(message);
  }
  await saveForm(course, 8, { date: "2024-03-08" }, { isForced: true });
  expect((await meetingOf(course, 8)).date).toBe("2024-03-08");
});

test("feature 31's rule for the schedule: of two saves at once one wins, and the other sees both", async () => {
  const course = await openCourse();
  const { text, version, id } = await formOf(course, 8);
  const attempts = ["First", "Second", "Third", "Fourth"].map((title) =>
    saveMeeting(
      course.iris,
      { number: 8, version, text: { ...text, title }, isForced: false, idempotencyKey },
      course.now,
    ).then(
      () => title,
      (error: unknown) => error,
    ),
  );
  const outcomes = await Promise.all(attempts);
  const won = outcomes.filter((outcome) => typeof outcome === "string");
  expect(won).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome instanceof MeetingChanged)).toHaveLength(3);
  expect((await meetingOf(course, 8)).title).toBe(won[0]);
  expect(await logOf(course, id)).toHaveLength(1);
  const both = await findOvertaking(course.iris, { number: 8, text: { ...text, title: "Mine" } });
  expect(both).toMatchObject({
    by: "Iris Index",
    version: 2,
    current: { title: won[0] },
    yours: { title: "Mine" },
  });
});

test("a double click on the save is one change, and on the new meeting one meeting", async () => {
  const course = await openCourse();
  const { text, version, id } = await formOf(course, 8);
  const wish = { number: 8, version, text: { ...text, room: "GHC 1" }, isForced: false };
  await Promise.all(
    [1, 2].map(() => saveMeeting(course.iris, { ...wish, idempotencyKey: "k1" }, course.now)),
  );
  expect(await logOf(course, id)).toHaveLength(1);
  const again = { ...wish, version: 2, text: { ...text, room: "GHC 2" }, idempotencyKey: "k1" };
  await saveMeeting(course.iris, again, course.now);
  expect((await meetingOf(course, 8)).room).toBe("GHC 2");
  const added = await Promise.all(
    [1, 2].map(() =>
      addMeeting(course.iris, { text: newText, isForced: false, idempotencyKey: "k2" }, course.now),
    ),
  );
  expect(added).toEqual([{ number: 31 }, { number: 31 }]);
});

test("feature 6: a new meeting gets the next number, and the other numbers stay", async () => {
  const course = await openCourse();
  const former = await listMeetings(course.iris);
  const numbers = await Promise.all(
    [1, 2, 3].map(() =>
      addMeeting(course.iris, { text: newText, isForced: false, idempotencyKey }, course.now),
    ),
  );
  expect(numbers.map(({ number }) => number).sort()).toEqual([31, 32, 33]);
  const now = await listMeetings(course.iris);
  expect(now.filter(({ number }) => number <= 30).map(({ id, number }) => [id, number])).toEqual(
    former.map(({ id, number }) => [id, number]),
  );
  await undoChange(course.iris, { number: 33, version: 1, idempotencyKey }, course.now);
  expect((await meetingOf(course, 33)).isCancelled).toBe(true);
});

test("readings: a new paper, a corrected one and one that leaves; its page stays", async () => {
  const course = await openCourse();
  const { text, id } = await formOf(course, 8);
  const [first, second] = text.readings;
  if (first === undefined || second === undefined) throw new Error("Meeting 8 has papers.");
  const [stack] = await listReadingsOf(course.iris, id);
  await saveForm(course, 8, {
    readings: [
      { ...second, title: "StarCoder, corrected" },
      { list: "suggested", id: "", title: "A new paper", url: "2402.01234" },
    ],
    materials: [{ title: "Slides", url: "https://slides.test/8.pdf" }],
  });
  const listed = await listReadingsOf(course.iris, id);
  expect(listed.map(({ title, list, year }) => [title, list, year])).toEqual([
    ["StarCoder, corrected", "main", 2023],
    ["A new paper", "suggested", 2024],
  ]);
  expect(listed[0]?.id).toBe(second.id);
  expect((await findMeeting(course.iris, 8))?.materials).toEqual([
    { title: "Slides", url: "https://slides.test/8.pdf" },
  ]);
  expect(await findReading(course.iris, stack?.slug ?? "")).toMatchObject({ title: first.title });
  const recorded = (await logOf(course, id))[0]?.details as unknown as RecordedEdit;
  expect(recorded.after.readings.map((paper) => paper.id)).toEqual(listed.map((paper) => paper.id));
});

test("the preview names who wrote, who has a draft, who has more time and who presents", async () => {
  const course = await openCourse();
  const { now } = course;
  await takeSeats(course, 7, [course.cleo], new Date("2024-01-17T12:00:00-05:00"));
  await handIn(course.ada, { at: now });
  const draft = await textFor(course);
  await saveDraft(course.ben, { ...draft, basedOn: 0 }, now);
  const extendedTo = new Date("2024-02-20T12:00:59.999-05:00");
  await grantTo(course, course.eli, { kind: "extended", extendedTo });
  const { text, version } = await formOf(course, 7);
  const rest = text.readings.filter((row) => row.id !== draft.readingId);
  const { change } = await previewMeeting(
    course.iris,
    {
      what: "save",
      number: 7,
      version,
      text: { ...text, date: "2024-02-16", readings: rest },
      isForced: false,
    },
    now,
  );
  expect(change.deadlines.map(({ what, whose, after }) => [what, whose, after])).toEqual([
    ["Pre-assignment", null, new Date("2024-02-15T23:59:59.999-05:00")],
    ["Pre-assignment", "Eli Enum", extendedTo],
    ["Post-assignment", null, new Date("2024-02-16T23:59:59.999-05:00")],
    ["Slides", null, new Date("2024-02-15T23:59:59.999-05:00")],
  ]);
  expect(change.consequences.map(({ about, people }) => [about, people])).toEqual([
    ["work", ["Ben Branch"]],
    ["work", ["Ada Array"]],
    ["seats", ["Cleo Closure"]],
    ["readings", ["Ada Array"]],
    ["readings", ["Ben Branch"]],
  ]);
});

test("only instructors of the course edit its schedule", async () => {
  const [course, other] = await Promise.all([openCourse(), openCourse()]);
  const { text } = await formOf(course, 8);
  const seen = { number: 8, version: 1 };
  const typed = { text: { ...text, title: "Changed" }, isForced: false };
  const verbs = (viewer: Viewer) => [
    previewMeeting(viewer, { what: "save", ...seen, ...typed }, course.now),
    saveMeeting(viewer, { ...seen, ...typed, idempotencyKey }, course.now),
    addMeeting(viewer, { ...typed, idempotencyKey }, course.now),
    cancelMeeting(viewer, { ...seen, idempotencyKey }, course.now),
    reinstateMeeting(viewer, { ...seen, idempotencyKey }, course.now),
    undoChange(viewer, { ...seen, idempotencyKey }, course.now),
    findMeetingValues(viewer, 8),
    findOvertaking(viewer, { number: 8, text }),
    findUndoableEdit(viewer, { id: "none", version: 1 }),
  ];
  for (const viewer of [
    course.ada,
    course.tara,
    visitorOf(course.courseId),
    portalIn(course.courseId),
  ]) {
    for (const outcome of await Promise.allSettled(verbs(viewer))) {
      expect(outcome.status === "rejected" && outcome.reason).toBeInstanceOf(NotFound);
    }
  }
  await saveForm(other, 8, { title: "Changed" });
  expect((await meetingOf(course, 8)).title).toBe("Data");
  expect((await meetingOf(other, 8)).title).toBe("Changed");
});
