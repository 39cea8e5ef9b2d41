import { expect, test } from "@playwright/test";
import { paperWarnings } from "./meeting-papers";
import {
  blankAssignment,
  readMeetingText,
  textOf,
  type MeetingContext,
  type MeetingText,
} from "./meeting-text";
import type { MeetingValues } from "./meeting-values";
import { Refusal, refusalsIn } from "./refusal";
import { meeting, syllabus, zone } from "./test-course";
import { valuesOf } from "./test-edit";

const codex = {
  id: "codex",
  title: "Evaluating LLMs Trained on Code",
  url: "https://arxiv.org/abs/2107.03374",
};
const former: MeetingValues = {
  ...valuesOf(meeting(9)),
  assignments: {
    pre: { isWaived: false, dueAt: "2024-02-12T17:00:00.000Z" },
    post: { isWaived: true, dueAt: null },
  },
  themeId: "data",
  room: null,
  lecturers: ["Lea Lambda", "Max Monad"],
  guest: { name: "Gil Guest", page: "https://guest.test/" },
  notes: "# Text",
  seatsReason: null,
  readings: [{ list: "main", ...codex }],
  materials: [{ title: "Slides", url: "https://slides.test/1.pdf" }],
};
const context: MeetingContext = { syllabus, zone, former, papers: [codex], themeIds: ["data"] };
const text = textOf(former, syllabus, zone);

const read = (change: Partial<MeetingText>, more: Partial<MeetingContext> = {}) =>
  readMeetingText({ ...text, ...change }, { ...context, ...more });

/** The form with another deadline of a series. */
const dueText = (key: string, due: { dueDate?: string; dueTime?: string }) => ({
  assignments: {
    ...text.assignments,
    [key]: { ...(text.assignments[key] ?? blankAssignment), ...due },
  },
});

function refused(change: Partial<MeetingText>): string {
  try {
    read(change);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusalsIn(error)
      .map(({ field, message }) => `${field ?? ""}: ${message}`)
      .join("\n");
  }
  throw new Error("It was not refused.");
}

test("opening the form and saving it changes nothing, not even a millisecond of an agreed deadline", () => {
  expect(read({})).toEqual(former);
});

test("R28: 30 February is refused in words beside the date", () => {
  expect(refused({ date: "2024-02-30" })).toBe(
    "date: 30 February 2024 does not exist: February 2024 has 29 days. Choose another day.",
  );
  expect(refused(dueText("pre", { dueDate: "2024-02-30" }))).toContain(
    "due-pre-date: 30 February 2024 does not",
  );
});

test("R18: a deadline set by hand lasts to the end of its minute, and needs day and time", () => {
  expect(
    read(dueText("post", { dueDate: "2024-02-14", dueTime: "12:00" })).assignments.post?.dueAt,
  ).toBe("2024-02-14T17:00:59.999Z");
  expect(read(dueText("pre", { dueDate: "", dueTime: "" })).assignments.pre?.dueAt).toBeNull();
  expect(refused(dueText("post", { dueDate: "2024-02-14" }))).toBe(
    "due-post-time: There is a day but no time. Type the time too.",
  );
  expect(refused(dueText("post", { dueTime: "12:00" }))).toBe(
    "due-post-date: There is a time but no day. Type the day too.",
  );
  expect(refused(dueText("post", { dueDate: "2024-03-10", dueTime: "02:30" }))).toContain(
    "due-post-time: 02:30 on Sunday 10 March 2024 does not exist in America/New_York",
  );
});

test("R6: no number of seats is the course's own; another one needs a reason", () => {
  expect(text.seats).toBe("");
  expect(read({ kind: "lecture" }).seats).toBe(0);
  expect(read({}).seats).toBe(3);
  expect(refused({ seats: "4" })).toContain("seatsReason: A discussion has 3 seats");
  expect(read({ seats: "4", seatsReason: "More than 30 students" }).seats).toBe(4);
  expect(refused({ seats: "many" })).toContain("seats: A meeting has between 0 and 20 seats.");
});

test("R16: the bonus is typed in points", () => {
  expect(read({ bonus: "1.1" }).bonus).toBe(110);
  expect(refused({ bonus: "two" })).toContain(
    "bonus: The bonus lies between 0 and 20 points, with at most two decimals.",
  );
});

const row = (url: string, title: string, id = "") => ({ list: "main" as const, id, title, url });

test("feature 10: an arXiv id, a DOI and an OpenReview address become their pages; empty rows are dropped", () => {
  const { readings } = read({
    readings: [
      { ...row("arXiv:2310.06770v2", "SWE-bench"), list: "suggested" },
      row("", ""),
      row("10.1145/3597503.3639219", " A  title "),
      row("https://openreview.net/pdf?id=maRYffiUpI", "Style"),
    ],
  });
  expect(readings).toEqual([
    { list: "main", id: null, title: "A title", url: "https://doi.org/10.1145/3597503.3639219" },
    { list: "main", id: null, title: "Style", url: "https://openreview.net/forum?id=maRYffiUpI" },
    { list: "suggested", id: null, title: "SWE-bench", url: "https://arxiv.org/abs/2310.06770" },
  ]);
});

test("a row that keeps its address or its title is the same paper, corrected", () => {
  expect(read({ readings: [row(codex.url, "Codex", "codex")] }).readings).toEqual([
    { ...codex, list: "main", title: "Codex" },
  ]);
  expect(
    read({ readings: [row("https://openreview.net/forum?id=x", codex.title, "codex")] }).readings,
  ).toEqual([{ ...codex, list: "main", url: "https://openreview.net/forum?id=x" }]);
  expect(
    read({ readings: [row("https://openreview.net/forum?id=x", "Other", "codex")] }).readings,
  ).toEqual([{ list: "main", id: null, title: "Other", url: "https://openreview.net/forum?id=x" }]);
});

test("a paper that the course has already is that paper, under its own title", () => {
  expect(read({ readings: [row("2107.03374", "")] }).readings).toEqual([
    { list: "main", ...codex },
  ]);
  expect(read({ readings: [row("2107.03374", "Wrong")] }).readings[0]?.title).toBe(codex.title);
});

test("feature 10: a duplicate and a contradicting title are said before they are saved", () => {
  const warn = (...rows: ReturnType<typeof row>[]) => paperWarnings(rows, [codex]);
  expect(warn(row("2107.03374", ""))).toEqual([
    "“Evaluating LLMs Trained on Code” is already among the course's readings.",
  ]);
  expect(warn(row("2107.03374", "Wrong"))).toEqual([
    "arXiv 2107.03374 is “Evaluating LLMs Trained on Code” elsewhere in the course, not “Wrong”. One of the titles is wrong.",
  ]);
  expect(warn(row(codex.url, codex.title, "codex"), row("", "Half typed"))).toEqual([]);
});

test("a paper twice, without a title or address, and a bad address are refused beside their row", () => {
  const both = [
    row(codex.url, codex.title, "codex"),
    row("https://arxiv.org/pdf/2107.03374v2", ""),
  ];
  expect(refused({ readings: both })).toContain("reading-2-url: “Evaluating LLMs");
  expect(refused({ readings: [row("2310.06770", "")] })).toContain("reading-1-title: This paper");
  expect(refused({ readings: [row("", "No address")] })).toContain("reading-1-url: There is no");
  expect(refused({ readings: [row("javascript:alert(1)", "x")] })).toContain("reading-1-url: An");
  expect(refused({ materials: [{ title: "x", url: "file:///etc/passwd" }] })).toContain(
    "material-1-url: This is not an address",
  );
  expect(refused({ materials: [{ title: "", url: "https://x.test" }] })).toContain(
    "material-1-title: This material has no title.",
  );
});

test("everything that is wrong in the form is told at once", () => {
  const said = refused({
    title: "",
    themeId: "elsewhere",
    room: "x".repeat(201),
    guestName: "",
    guestPage: "nowhere",
    ...dueText("pre", { dueDate: "x", dueTime: "y" }),
    readings: [row("", "No address"), row("also none", "")],
    materials: [{ title: "", url: "nowhere" }],
    notes: "x".repeat(50_001),
  });
  expect(said.split("\n").map((line) => line.split(":")[0])).toEqual([
    "title",
    "themeId",
    "room",
    "guestName",
    "guestPage",
    "due-pre-date",
    "due-pre-time",
    "reading-1-url",
    "reading-2-url",
    "material-1-title",
    "material-1-url",
    "notes",
  ]);
});

test("a guest has a name before a page, and a theme is one of the course", () => {
  expect(refused({ guestName: "" })).toContain("guestName: There is a page but no name.");
  expect(read({ guestName: "", guestPage: "" }).guest).toBeNull();
  expect(refused({ themeId: "elsewhere" })).toContain("themeId: This theme is not one");
});
