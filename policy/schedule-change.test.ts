import { expect, test } from "@playwright/test";
import { meetings } from "./test-course";
import { ada, ben, edit, facts, valuesOf } from "./test-edit";
import type { MeetingValues } from "./meeting-values";
import type { MeetingFacts } from "./meetings";
import { Refusal } from "./refusal";
import { changeOf } from "./schedule-change";
import { checkEdit, seatsReturned, type Edit, type ScheduleFacts } from "./schedule-edit";

const now = new Date("2024-02-05T16:00:00-05:00");

function refusalOf(change: Edit, known: ScheduleFacts, isForced = false): Refusal {
  try {
    checkEdit(change, known, isForced);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

const sentences = (change: Edit, known: ScheduleFacts, at = now) =>
  changeOf(change, known, at).consequences.map(({ sentence, people }) =>
    [sentence, ...people].join(" | "),
  );

test("feature 3: move a class and the deadlines follow", () => {
  const { deadlines } = changeOf(edit(7, { date: "2024-02-13" }), facts(), now);
  expect(deadlines).toEqual([
    {
      what: "Pre-assignment",
      whose: null,
      before: new Date("2024-02-05T23:59:59.999-05:00"),
      after: new Date("2024-02-12T23:59:59.999-05:00"),
      isSetByHand: false,
    },
    {
      what: "Post-assignment",
      whose: null,
      before: new Date("2024-02-06T23:59:59.999-05:00"),
      after: new Date("2024-02-13T23:59:59.999-05:00"),
      isSetByHand: false,
    },
    {
      what: "Slides",
      whose: null,
      before: new Date("2024-02-05T23:59:59.999-05:00"),
      after: new Date("2024-02-12T23:59:59.999-05:00"),
      isSetByHand: false,
    },
  ]);
});

test("R34: a move across 10 March 2024 keeps 23:59 local", () => {
  const { deadlines } = changeOf(edit(14, { date: "2024-03-14" }), facts(), now);
  expect(deadlines[0]?.before).toEqual(new Date("2024-02-28T23:59:59.999-05:00"));
  expect(deadlines[0]?.after).toEqual(new Date("2024-03-13T23:59:59.999-04:00"));
});

test("feature 3: a deadline set by hand keeps its agreed instant, an extension is never shortened", () => {
  const agreed = new Date("2024-02-09T12:00:59.999-05:00");
  const extended = new Date("2024-02-08T12:00:00-05:00");
  const change = edit(7, { date: "2024-02-13" });
  const post = { isWaived: false, dueAt: agreed.toISOString() };
  const before = { ...change.before, assignments: { post } } as unknown as MeetingValues;
  const moved = { ...change, before, after: { ...before, date: "2024-02-13" } };
  const { deadlines } = changeOf(
    moved,
    facts({ extensions: [{ ...ada, work: "pre", extendedTo: extended }] }),
    now,
  );
  expect(deadlines).toContainEqual({
    what: "Post-assignment",
    whose: null,
    before: agreed,
    after: agreed,
    isSetByHand: true,
  });
  const own = deadlines.find((deadline) => deadline.whose === "Ada Array");
  expect(own?.before).toEqual(extended);
  expect(own?.after).toEqual(new Date("2024-02-12T23:59:59.999-05:00"));
  const sooner = changeOf(
    edit(8, { date: "2024-02-06" }),
    facts({ extensions: [{ ...ada, work: "pre", extendedTo: extended }] }),
    now,
  ).deadlines.find((deadline) => deadline.whose === "Ada Array");
  expect(sooner?.after).toEqual(extended);
});

test("feature 3: a draft is due with the class, or with its student's extension", () => {
  const known = facts({
    extensions: [{ ...ada, work: "pre", extendedTo: new Date("2024-02-08T12:00:00-05:00") }],
    drafts: [ada, ben].map((one) => ({ ...one, work: "pre", readingId: null })),
  });
  const drafts = (date: string) =>
    sentences(edit(7, { date }), known).filter((sentence) => sentence.startsWith("Drafts"));
  expect(drafts("2024-02-07")).toEqual([
    "Drafts of the pre-assignment: kept, and still due Thu 8 Feb, 12:00 EST. | Ada Array",
    "Drafts of the pre-assignment: kept, and now due Tue 6 Feb, 23:59 EST. | Ben Branch",
  ]);
  expect(drafts("2024-02-13")).toEqual([
    "Drafts of the pre-assignment: kept, and now due Mon 12 Feb, 23:59 EST. | Ada Array | Ben Branch",
  ]);
});

test("feature 4: a due date inside a break is refused unless forced", () => {
  const change = edit(8, { date: "2024-03-08" });
  const refusal = refusalOf(change, facts());
  expect(refusal.message).toBe(
    "The deadline would fall on Thursday 7 March 2024, inside “Spring break”. Choose another day, or confirm that you mean it.",
  );
  expect(refusal.field).toBe("force");
  expect(() => {
    checkEdit(change, facts(), true);
  }).not.toThrow();
});

test("feature 4: a new day without class under another meeting's deadline is refused too", () => {
  const after = {
    ...valuesOf(meetings[0] as MeetingFacts),
    kind: "no-class",
    title: "Snow",
    date: "2024-02-12",
  };
  const refusal = refusalOf(
    { id: "new", number: 31, before: null, after: after as MeetingValues },
    facts(),
  );
  expect(refusal.message).toContain(
    "The pre-assignment of “Synthetic data” would fall on Monday 12 February 2024",
  );
});

test("R6: seats are not lowered below their holders, and a kind without seats is refused while they are held", () => {
  const seats = [
    { ...ada, number: 1 },
    { ...ben, number: 3 },
  ];
  expect(refusalOf(edit(7, { seats: 1 }), facts({ seats })).message).toBe(
    "There would be fewer seats (1) than presenters (2): Ada Array, Ben Branch. Remove somebody from a seat first, or keep at least 2.",
  );
  const kind = refusalOf(edit(7, { kind: "lecture", seats: 0 }), facts({ seats }));
  expect(kind.field).toBe("kind");
  expect(kind.message).toContain("Seats are held here by Ada Array, Ben Branch");
});

test("R13: a cancelled discussion frees its presenters, and nothing is due for it", () => {
  const known = facts({
    seats: [{ ...ada, number: 1 }],
    drafts: [{ ...ben, work: "pre", readingId: "p1" }],
    submissions: [{ ...ada, work: "pre", submittedAt: now, dueAtReceipt: null }],
    grades: [{ work: "pre", count: 1 }],
  });
  const cancelled = edit(7, { isCancelled: true });
  expect(() => {
    checkEdit(cancelled, known, false);
  }).not.toThrow();
  const { deadlines, classNumbers, warnings } = changeOf(cancelled, known, now);
  expect(deadlines.map((deadline) => deadline.after)).toEqual([null, null, null]);
  expect(classNumbers.slice(0, 2).map(({ before, after }) => [before, after])).toEqual([
    [7, null],
    [8, 7],
  ]);
  expect(warnings).toEqual(["The rules announce 23 assessed days, but the schedule has 22."]);
  expect(sentences(cancelled, known)).toEqual([
    "Handed in for the pre-assignment: kept, but no longer assessed. | Ada Array",
    "Drafts of the pre-assignment: kept, but nothing is due any more. | Ben Branch",
    "1 grade for the pre-assignment is kept, but no longer counts.",
    "The presenters lose their seats here and can be placed in another discussion. | Ada Array",
  ]);
});

test("texts that become late or early by a move are named, and a text that was in time stays so", () => {
  const at = (text: string) => new Date(text);
  const sooner = edit(8, { date: "2024-02-06" });
  const handed = { work: "pre", submittedAt: at("2024-02-06T10:00:00-05:00") } as const;
  const known = (dueAtReceipt: Date | null) =>
    facts({ submissions: [{ ...ada, ...handed, dueAtReceipt }] });
  const day = at("2024-02-06T12:00:00-05:00");
  expect(sentences(sooner, known(null), day)).toContain(
    "Handed in for the pre-assignment in time, and late by the new deadline. | Ada Array",
  );
  expect(sentences(sooner, known(at("2024-02-07T23:59:59.999-05:00")), day)).toContain(
    "Handed in for the pre-assignment after the new deadline, and still on time, because it was on time when it arrived. | Ada Array",
  );
  expect(sentences(sooner, known(null), day)).toContain(
    "The new deadline of the pre-assignment has passed already, and these students have not handed it in. | Ben Branch",
  );
  const later = edit(7, { date: "2024-02-13" });
  const tooLate = at("2024-02-06T00:00:00-05:00");
  expect(
    sentences(later, facts({ submissions: [{ ...ada, work: "pre", submittedAt: tooLate }] }), day),
  ).toEqual([
    "Handed in late for the pre-assignment, and in time by the new deadline. | Ada Array",
    "The pre-assignment had closed and opens again until Mon 12 Feb, 23:59 EST.",
  ]);
});

test("feature 3: a text that stays in time is listed too, and one that stays late", () => {
  const handed = (who: typeof ada, day: string) => ({
    ...who,
    work: "pre",
    submittedAt: new Date(`${day}T10:00:00-05:00`),
  });
  const known = facts({ submissions: [handed(ada, "2024-02-04"), handed(ben, "2024-02-05")] });
  expect(sentences(edit(7, { date: "2024-02-13" }), known)).toEqual([
    "Handed in for the pre-assignment, and in time as before: 2 texts. | Ada Array | Ben Branch",
  ]);
  expect(sentences(edit(7, { title: "Data again" }), known)).toEqual([]);
  const late = facts({ submissions: [handed(ada, "2024-02-06")] });
  expect(sentences(edit(7, { date: "2024-02-05" }), late)).toContain(
    "Handed in late for the pre-assignment, and late as before: 1 text. | Ada Array",
  );
});

test("R14: the sign-up window moves with the meeting that it depends on", () => {
  expect(sentences(edit(1, { ends: "17:20" }), facts())).toEqual([
    "Sign-up for seats opens Tue 16 Jan, 17:20 EST instead of Tue 16 Jan, 16:50 EST.",
  ]);
});

test("feature 12: a paper that leaves takes nobody's work with it; who wrote about it is named", () => {
  const known = facts({
    writers: [{ ...ada, readingId: "p1", meetingId: edit(7, {}).id }],
    drafts: [{ ...ben, work: "pre", readingId: "p1" }],
  });
  expect(sentences(edit(7, { readings: [] }), known)).toEqual([
    "“A paper” leaves the list. 1 person wrote about it here; their texts stay as they are. | Ada Array",
    "Drafts about “A paper” need another paper. | Ben Branch",
  ]);
  const there = edit(8, {});
  expect(
    sentences({ ...there, before: { ...(there.before as MeetingValues), readings: [] } }, known),
  ).toEqual([
    "1 person wrote about “A paper” for another meeting; their texts stay there. | Ada Array",
  ]);
});

test("feature 5: weekend, weekday, a taken day, a break and the past are warnings", () => {
  const warn = (date: string) => changeOf(edit(8, { date }), facts(), now).warnings;
  expect(warn("2024-02-10")).toEqual(["Saturday 10 February 2024 is at the weekend."]);
  expect(warn("2024-02-14")).toEqual([
    "Wednesday 14 February 2024 is another weekday than usual: the course meets on Tue and Thu.",
  ]);
  expect(warn("2024-02-13")).toEqual([
    "There is already a meeting on Tuesday 13 February 2024: “Synthetic data”.",
  ]);
  expect(warn("2024-03-07")).toEqual([
    "Thursday 7 March 2024 falls into “Spring break”, when there is no class.",
  ]);
  expect(warn("2024-02-01").at(-1)).toBe("Thursday 1 February 2024 is in the past.");
});

test("feature 6: the numbers that people read follow the order by date", () => {
  const { classNumbers } = changeOf(edit(7, { date: "2024-02-09" }), facts(), now);
  expect(classNumbers.map(({ before, after }) => `${before} ${after}`)).toEqual(["8 7", "7 8"]);
});

test("a class that takes place after all gives seats back as long as there are any, the own number first", () => {
  const seat = (name: string, number: number, canReturn = true) => ({
    ...{ enrolmentId: name.toLowerCase(), name, number, canReturn },
  });
  const freed = [seat("Ada", 1), seat("Ben", 2, false), seat("Cleo", 3)];
  const numbersAt = (seats: number) =>
    seatsReturned({ freed }, seats).map(({ name, number }) => `${name} ${number}`);
  expect(numbersAt(3)).toEqual(["Ada 1", "Cleo 3"]);
  expect(numbersAt(2)).toEqual(["Ada 1", "Cleo 2"]);
  expect(numbersAt(1)).toEqual(["Ada 1"]);
});
