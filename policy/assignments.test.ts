import { expect, test } from "@playwright/test";
import type { DutyException, PreText } from "./assignments";
import { checkAbout, checkPost, checkPre, dutiesOf, summariesVisible } from "./assignments";
import { meeting, meetings, syllabus, zone } from "./test-course";
import { countSentences, sentenceHint } from "./sentences";

function duties(otherwise: Partial<Parameters<typeof dutiesOf>[0]> = {}) {
  return dutiesOf({ meetings, syllabus, zone, presentsAt: null, exceptions: [], ...otherwise });
}

const states = (found: ReturnType<typeof duties>, meetingId: string) =>
  Object.fromEntries(
    found
      .filter((duty) => duty.meetingId === meetingId)
      .map((duty) => [duty.assignment, duty.state]),
  );

test("feature 20: duties are generated from one rule, 46 per student here", () => {
  const found = duties();
  expect(found).toHaveLength(46);
  expect(found.filter((duty) => duty.assignment === "pre")).toHaveLength(23);
  expect(found.every((duty) => duty.state === "due")).toBe(true);
  const times = found.map((duty) => duty.dueAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(found[0]).toMatchObject({ meetingNumber: 1, assignment: "pre" });
  expect(found.at(-1)).toMatchObject({ meetingNumber: 28, assignment: "post" });
  expect(found.some((duty) => [12, 15, 22, 26, 29].includes(duty.meetingNumber))).toBe(false);
});

test("duties due at the same instant come in the order of their meetings", () => {
  const sameDay = meetings.map((each) =>
    each.number === 8 ? { ...each, date: "2024-02-07" } : each,
  );
  const night = duties({ meetings: sameDay }).filter(
    (duty) => duty.dueAt.toISOString() === "2024-02-07T04:59:59.999Z",
  );
  expect(night.map((duty) => `${duty.assignment}-${duty.meetingNumber}`)).toEqual([
    "post-7",
    "pre-8",
  ]);
});

test("R22: the day you present counts as done, and it moves with a swap", () => {
  expect(states(duties({ presentsAt: "m7" }), "m7")).toEqual({
    pre: "automatic",
    post: "automatic",
  });
  const swapped = duties({ presentsAt: "m9" });
  expect(states(swapped, "m7")).toEqual({ pre: "due", post: "due" });
  expect(states(swapped, "m9")).toEqual({ pre: "automatic", post: "automatic" });
  expect(swapped).toHaveLength(46);
});

test("R22 is a switch: without it the presenter writes like everybody", () => {
  const off = { ...syllabus, pre: { ...syllabus.pre, presenterGets: null } };
  expect(states(duties({ syllabus: off, presentsAt: "m7" }), "m7")).toEqual({
    pre: "due",
    post: "automatic",
  });
});

test("day 1's pre-assignment is waived for all; an excused absence is a waiver", () => {
  const first = meetings.map((each) => (each.number === 1 ? { ...each, preWaived: true } : each));
  const excused: DutyException = {
    meetingId: "m5",
    assignment: "post",
    waived: true,
    extendedTo: null,
  };
  const found = duties({ meetings: first, exceptions: [excused] });
  expect(states(found, "m1")).toEqual({ pre: "waived", post: "due" });
  expect(states(found, "m5")).toEqual({ pre: "due", post: "waived" });
  expect(found).toHaveLength(46);
});

test("who presents on a waived day keeps the automatic point", () => {
  const waived = meetings.map((each) => (each.number === 7 ? { ...each, preWaived: true } : each));
  expect(states(duties({ meetings: waived, presentsAt: "m7" }), "m7").pre).toBe("automatic");
});

test("an extension is the student's own deadline, and changes the order", () => {
  const extendedTo = new Date("2024-02-20T00:00:00.000Z");
  const found = duties({
    exceptions: [{ meetingId: "m7", assignment: "pre", waived: false, extendedTo }],
  });
  const own = found.find((duty) => duty.meetingId === "m7" && duty.assignment === "pre");
  expect(own).toMatchObject({ dueAt: extendedTo, state: "due" });
  expect(found.indexOf(own ?? fail())).toBeGreaterThan(
    found.findIndex((duty) => duty.meetingId === "m9"),
  );
});

function fail(): never {
  throw new Error("The duty is missing.");
}

test("a cancelled class leaves no duties", () => {
  const cancelled = meetings.map((each) =>
    each.number === 7 ? { ...each, isCancelled: true } : each,
  );
  expect(duties({ meetings: cancelled })).toHaveLength(44);
});

test("classmates see summaries after the deadline, not at it", () => {
  const due = duties().find((duty) => duty.meetingId === meeting(7).id)?.dueAt ?? fail();
  expect(summariesVisible(due, due)).toBe(false);
  expect(summariesVisible(due, new Date(due.getTime() + 1))).toBe(true);
});

const readings = ["coeditor", "swe-bench"];
const good: PreText = {
  readingId: "swe-bench",
  summary: " A benchmark of real issues.\r\nIt is hard. ",
  questions: ["", " How would one cheat? ", "  "],
};

test("R17: choose one of its papers, short summary, at least 1 discussion question", () => {
  expect(checkPre(good, readings)).toEqual({
    readingId: "swe-bench",
    summary: "A benchmark of real issues.\nIt is hard.",
    questions: ["How would one cheat?"],
  });
});

test("R17: a meeting without readings takes a summary of its announced topic", () => {
  expect(checkPre({ ...good, readingId: null }, []).readingId).toBeNull();
  expect(checkPre({ ...good, readingId: "" }, []).readingId).toBeNull();
});

test("R17: a pre-assignment with no question is refused, and so is all else that is missing", () => {
  const cases: [Partial<PreText>, string, string][] = [
    [{ readingId: null }, "reading", "No paper is chosen"],
    [{ readingId: "llemma" }, "reading", "not among the readings of this meeting"],
    [{ summary: " \n " }, "summary", "The summary is empty"],
    [{ summary: "\u200b\u2060" }, "summary", "The summary is empty"],
    [{ questions: [] }, "question-1", "There is no discussion question"],
    [{ questions: [" ", "\u0000", "?"] }, "question-1", "There is no discussion question"],
    [{ summary: "x".repeat(10_001) }, "summary", "10,001 characters; the limit is 10,000"],
    [{ summary: "x".repeat(1_048_576) }, "summary", "1,048,576 characters"],
    [
      { questions: ["Why?", "", "x".repeat(1_001)] },
      "question-3",
      "1,001 characters; the limit is 1,000",
    ],
    [{ questions: Array<string>(11).fill("Why?") }, "question-11", "more than 10 questions"],
  ];
  for (const [change, field, words] of cases) {
    const attempt = () => checkPre({ ...good, ...change }, readings);
    expect(attempt, words).toThrow(words);
    expect(attempt, words).toThrow(expect.objectContaining({ field }));
  }
  expect(() => checkPre(good, [])).toThrow("not among the readings of this meeting");
});

test("the limits themselves are allowed, and characters are counted as people see them", () => {
  const longest = {
    readingId: "coeditor",
    summary: "𝛼".repeat(9_999) + "x",
    questions: Array<string>(10).fill("x".repeat(1_000)),
  };
  expect(checkPre(longest, readings)).toEqual(longest);
});

test("what the database cannot hold is taken out of a text", () => {
  expect(checkPost("One\u0000 thing.")).toBe("One thing.");
});

test("R19: a post-assignment is a text of at most 5,000 characters", () => {
  expect(checkPost(" The ablation surprised me.\r\n")).toBe("The ablation surprised me.");
  expect(checkPost("x".repeat(5_000))).toHaveLength(5_000);
  expect(() => checkPost("  ")).toThrow("The text is empty");
  expect(() => checkPost("x".repeat(5_001))).toThrow("5,001 characters; the limit is 5,000");
});

test("R19: text with a sentence count, and soft limits of 2 to 3", () => {
  expect(countSentences("")).toBe(0);
  expect(countSentences("One thing. Another thing! A third?")).toBe(3);
  expect(countSentences("A line that was\nwrapped by hand. And more")).toBe(2);
  expect(countSentences("No full stop\n\nNor here")).toBe(2);
  expect(countSentences("It reached 3.5 points, i.e. more than before.")).toBe(1);
  expect(countSentences("...")).toBe(0);
  expect(sentenceHint("")).toBeNull();
  expect(sentenceHint("One. Two.")).toBeNull();
  expect(sentenceHint("One. Two. Three.")).toBeNull();
  expect(sentenceHint("One.")).toBe("This is 1 sentence; 2 to 3 are asked for. You may add to it.");
  expect(sentenceHint("One. Two. Three. Four.")).toBe(
    "This is 4 sentences; 2 to 3 are asked for. You may shorten it.",
  );
});

test("R19: optionally tied to a question or a paper of this meeting, and to nothing else", () => {
  expect(checkAbout("q1", ["q1", "swe-bench"])).toBe("q1");
  const another = () => checkAbout("q2", ["q1", "swe-bench"]);
  expect(another).toThrow(
    "neither a question of this class that you can read nor one of its papers",
  );
  expect(another).toThrow(expect.objectContaining({ field: "about" }));
});
