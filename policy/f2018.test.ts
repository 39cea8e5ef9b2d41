import { expect, test } from "@playwright/test";
import { dutiesOf, exemptionInWords, seriesLackingPaper, readableFrom } from "./assignments";
import { checkSyllabus, termWarnings } from "./courses";
import { dueAt, isDueBeforeClass, relativeDueAt, slidesDueAt } from "./deadlines";
import { checkGiveUp, seatFor, signUpState, signUpWindow, type OwnSeat } from "./discussions";
import { checkPlacement } from "./discussions-placing";
import { mayReadTexts, textStatusOf, type TextFacts } from "./hand-in";
import { checkMeeting } from "./meeting-check";
import { carriedCount, carries, placesOnBreak } from "./meetings";
import { checkUnits } from "./roster";
import { announcementOf } from "./schedule-announcement";
import { changeOf } from "./schedule-change";
import { checkSubmission } from "./submissions";
import { meeting, meetings, presentation, response, syllabus, zone } from "./test-course-f2018";
import { ada, facts as scheduleFacts, valuesOf } from "./test-edit";
import { formatInstant } from "./time";

const after = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const due8 = dueAt(meeting(8), response, zone);

function status(more: Partial<TextFacts> = {}, now = due8, number = 8) {
  return textStatusOf(
    {
      meeting: meeting(number),
      syllabus,
      zone,
      presentsHere: false,
      exceptions: [],
      charged: [],
      passes: [],
      ...more,
    },
    response,
    now,
  );
}

test("the second course's rules hold together, and nothing in its term is odd", () => {
  checkSyllabus(syllabus);
  expect(termWarnings(syllabus, meetings)).toEqual([]);
  expect(() => checkUnits(6, 5, syllabus)).toThrow("This course is taken with 5 units.");
});

test("a response for every reading that is discussed in class: meetings with a main reading", () => {
  expect(carriedCount(meetings, response)).toBe(25);
  expect([1, 29, 32].map((number) => carries(meeting(number), response))).toEqual([
    false,
    false,
    false,
  ]);
  expect(status({}, due8, 29)).toMatchObject({
    state: "none",
    window: { reason: "This meeting has no response." },
  });
  expect(seriesLackingPaper(meeting(29), syllabus, false)).toEqual([]);
  expect(seriesLackingPaper(meeting(8), syllabus, true)).toEqual([]);
  const everywhere = {
    ...response,
    meetings: { ...response.meetings, onlyWithMainReading: false },
  };
  const withoutMain = { ...meeting(8), hasMainReading: false };
  expect(seriesLackingPaper(withoutMain, { series: [everywhere] }, true)).toEqual([everywhere]);
});

test("due at 11:00 on the day of the meeting; late responses are not accepted", () => {
  expect(due8).toEqual(new Date("2018-10-15T11:00:59.999-07:00"));
  expect(isDueBeforeClass(meeting(8), response)).toBe(true);
  // The last class starts at ten: nobody owes anything for it, but the rule would be after its start.
  expect(isDueBeforeClass(meeting(32), response)).toBe(false);
  expect(status().window).toEqual({ state: "open", dueAt: due8 });
  expect(status({}, after(due8, 1)).window).toMatchObject({
    state: "closed",
    reason: "This response was due Mon 15 Oct, 11:00 PDT, and nothing can be handed in after that.",
  });
});

test("R34: daylight saving ends on 4 November 2018, and 11:00 stays 11:00", () => {
  const [before, later] = [16, 17].map((number) => dueAt(meeting(number), response, zone));
  expect(before && formatInstant(before, zone)).toBe("Fri 2 Nov, 11:00 PDT");
  expect(later && formatInstant(later, zone)).toBe("Mon 5 Nov, 11:00 PST");
  expect((later?.getTime() ?? 0) - (before?.getTime() ?? 0)).toBe(73 * 3_600_000);
});

test("about 500 words in five prompts: each has a field of its own", () => {
  const answers = response.prompts.map((_, index) => `Answer ${index + 1}.`);
  const input = { readingId: "elsewhere", about: "q1", answers, questions: ["Ignored?"] };
  const subjects = { papers: ["brewer"], questions: ["q1"] };
  // The reading is given, there is no question to bring, and the text is tied to nothing.
  expect(checkSubmission(input, response, subjects)).toEqual({
    readingId: null,
    questionId: null,
    answers,
    questions: [],
  });
  const twoMissing = { ...input, answers: answers.with(1, " ").with(4, "?") };
  expect(() => checkSubmission(twoMissing, response, subjects)).toThrow(
    "“One thing that you learned” is empty. Write a few sentences. “A step towards answering it” is empty.",
  );
});

test("nobody responds to a reading that he or she presents; it is neither counted nor graded", () => {
  const duties = dutiesOf({ meetings, syllabus, zone, presentsAt: ["m8", "m14"], exceptions: [] });
  expect(duties).toHaveLength(25);
  expect(duties.filter(({ state }) => state === "waived").map((duty) => duty.exemption)).toEqual([
    "presents",
    "presents",
  ]);
  expect(exemptionInWords("presents", response)).toBe(
    "You present here: no response is due, and the day does not count.",
  );
  expect(status({ presentsHere: true }).state).toBe("waived");
});

test("classmates see responses after the deadline, and not while a pass could still be taken back", () => {
  const student = { role: "student" } as const;
  const here = { meeting: meeting(8), zone };
  expect(readableFrom(meeting(8), response, zone)).toEqual(due8);
  expect(mayReadTexts(student, status(), here, due8)).toBe(false);
  const late = after(due8, 1);
  expect(mayReadTexts(student, status({}, late), here, late)).toBe(true);
  const pass = {
    id: "x",
    assignmentId: "m8 response",
    kind: "pass",
    extendedTo: null,
    reason: null,
  } as const;
  const used = { exceptions: [pass], passes: ["response"] };
  expect(mayReadTexts(student, status(used), here, due8)).toBe(false);
  expect(mayReadTexts(student, status(used, late), here, late)).toBe(true);
});

test("slides at least 24 hours before the meeting, and as they were shown by the end of its day", () => {
  expect(slidesDueAt(meeting(8), presentation, zone)).toEqual(
    new Date("2018-10-14T13:20:59.999-07:00"),
  );
  expect(relativeDueAt(meeting(8), { daysAfter: 0, time: "23:59" }, zone)).toEqual(
    new Date("2018-10-15T23:59:59.999-07:00"),
  );
});

test("the instructor assigns the seats: nobody signs up, or gives a seat up", () => {
  const window = signUpWindow(syllabus, meetings, zone);
  expect(window).toBeNull();
  expect(signUpState(window, due8)).toBe("assigned");
  const claim = () =>
    seatFor({ enrolmentId: "ada" }, meeting(9), [], window, [], [], presentation, due8);
  expect(claim).toThrow("is not a discussion");
  expect(() =>
    seatFor({ enrolmentId: "ada" }, meeting(10), [], window, [], [], presentation, due8),
  ).toThrow("The staff assign the seats of this course. Ask them for one.");
  expect(() => {
    checkGiveUp(meeting(10), window, zone, due8);
  }).toThrow("The staff assign the seats of this course, so a seat cannot be given up here.");
});

test("each student presents two or three readings, one presenter a reading", () => {
  const place = (elsewhere: OwnSeat[], number = 10) =>
    checkPlacement(ada, meeting(number), [], elsewhere, [], presentation, "Assigned.");
  const [first, third] = [
    { turn: 1, title: "Linearizability" },
    { turn: 3, title: "MixT" },
  ];
  expect(place([])).toMatchObject({ number: 1, turn: 1 });
  expect(place([first])).toMatchObject({ turn: 2 });
  expect(place([first, third])).toMatchObject({ turn: 2 });
  expect(() => place([first, { turn: 2, title: "Orleans" }, third])).toThrow(
    "This student already has seats in “Linearizability”, “Orleans” and “MixT”, and each student presents at most 3 times. Remove one of them first.",
  );
  const taken = [{ seatNumber: 1, enrolmentId: "ben" }];
  expect(() => checkPlacement(ada, meeting(10), taken, [], [], presentation, "Assigned.")).toThrow(
    "The only seat of “Conflict-free replicated data types” is taken.",
  );
});

test("two presenters on 7 December need a reason in the form, since one is the rule", () => {
  const last = { ...meeting(31), seatsReason: "" };
  expect(() => checkMeeting(last, syllabus, zone)).toThrow(
    "A discussion has 1 seat in this course. Say why this one has 2.",
  );
  expect(checkMeeting({ ...last, seatsReason: "Two papers" }, syllabus, zone).seats).toBe(2);
});

test("R32: days without class of different names are no break together", () => {
  expect(placesOnBreak("2018-11-07", meetings)).toBe("Pause for breath");
  expect(placesOnBreak("2018-11-10", meetings)).toBeNull();
});

test("feature 3: a moved class moves its response and both deadlines of the slides", () => {
  const before = valuesOf(meeting(10));
  const move = {
    id: "m10",
    number: 10,
    before,
    after: { ...before, date: "2018-10-24" },
  };
  const known = scheduleFacts({
    meetings,
    syllabus,
    zone,
    meetsDays: ["Mon", "Wed", "Fri"],
    seats: [{ ...ada, number: 1 }],
  });
  const now = new Date("2018-10-15T10:00:00-07:00");
  const { deadlines, consequences } = changeOf(move, known, now);
  expect(deadlines.map(({ what, after: due }) => [what, due?.toISOString()])).toEqual([
    ["Response", "2018-10-24T18:00:59.999Z"],
    ["Slides", "2018-10-23T20:20:59.999Z"],
    ["Final slides", "2018-10-25T06:59:59.999Z"],
  ]);
  expect(consequences.map(({ sentence }) => sentence)).toEqual([
    "The presenters keep their seats and present on the new day.",
  ]);
  expect(announcementOf(move, known)?.body).toContain(
    "their slides are due Tue 23 Oct, 13:20 PDT, and as they were shown Wed 24 Oct, 23:59 PDT.",
  );
});

test("without its paper a class carries no response, which the preview says", () => {
  const before = valuesOf(meeting(10));
  const edit = { id: "m10", number: 10, before, after: { ...before, readings: [] } };
  const known = scheduleFacts({
    meetings,
    syllabus,
    zone,
    drafts: [{ ...ada, work: "response", readingId: null }],
  });
  const { deadlines, consequences, warnings } = changeOf(edit, known, due8);
  expect(deadlines).toMatchObject([{ what: "Response", after: null }]);
  expect(consequences.map(({ sentence }) => sentence)).toContain(
    "Drafts of the response: kept, but nothing is due any more.",
  );
  expect(warnings).toEqual([]);
});
