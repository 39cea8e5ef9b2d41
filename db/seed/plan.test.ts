import { expect, test } from "@playwright/test";
import { countSentences } from "@/policy/sentences";
import { addDays, instantAt } from "@/policy/time";
import { openCourse } from "@/e2e/factory";
import { castStudents } from "./cast";
import { eventsBetween, type HandIn, type PlannedEvent } from "./events";
import { planOfTheTerm } from "./plan";
import { readStage } from "./stage";
import { textOf } from "./written";

const zone = "America/New_York";

async function factsOf(courseId: string) {
  return (await readStage(courseId)).facts;
}

function handIns(plan: readonly PlannedEvent[]): (PlannedEvent & { deed: HandIn })[] {
  return plan.flatMap((event) =>
    event.deed.kind === "hand in" ? [{ ...event, deed: event.deed }] : [],
  );
}

test("the same facts give the same plan, in the order of time, and every event its own id", async () => {
  const course = await openCourse();
  const plan = planOfTheTerm(await factsOf(course.courseId), castStudents);
  expect(planOfTheTerm(await factsOf(course.courseId), castStudents)).toEqual(plan);
  expect(plan.length).toBeGreaterThan(2500);
  expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
  const times = plan.map(({ at }) => at.getTime());
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});

test("no two students hand in the same text for a meeting, over the whole term", async () => {
  const course = await openCourse();
  const plan = handIns(planOfTheTerm(await factsOf(course.courseId), castStudents));
  const texts = new Map<string, string[]>();
  for (const { deed } of plan) {
    const name = `${deed.series}-${deed.meeting}`;
    texts.set(name, [...(texts.get(name) ?? []), textOf(deed.written.answers)]);
  }
  expect(texts.size).toBe(45); // 23 days, two texts each; the first day's pre-assignment is waived.
  for (const [name, all] of texts) {
    expect(all.length, name).toBeGreaterThan(20);
    expect(new Set(all).size, name).toBe(all.length);
  }
});

test("a text is about a paper of its meeting, has a question, and is as long as asked for", async () => {
  const course = await openCourse();
  const facts = await factsOf(course.courseId);
  const wrong = handIns(planOfTheTerm(facts, castStudents)).filter(({ deed }) => {
    const { written } = deed;
    if (deed.series === "post")
      return !written.isThin && countSentences(textOf(written.answers)) > 4;
    const papers = facts.meetings.find(({ number }) => number === deed.meeting)?.papers ?? [];
    const isAbout =
      papers.length === 0
        ? written.paper === null
        : papers.some(({ url }) => url === written.paper);
    return !isAbout || written.questions.length === 0;
  });
  expect(wrong).toEqual([]);
});

test("texts come between their opening and their deadline, also when the class has moved", async () => {
  const course = await openCourse({
    change: (file) => ({
      ...file,
      meetings: file.meetings.map((meeting) =>
        meeting.number === 9
          ? { ...meeting, date: "2024-02-16", starts: "08:30", ends: "09:50" }
          : meeting,
      ),
    }),
  });
  const facts = await factsOf(course.courseId);
  const wrong = handIns(planOfTheTerm(facts, castStudents)).filter(({ id, at, deed }) => {
    const meeting = facts.meetings.find(({ number }) => number === deed.meeting);
    if (meeting === undefined) return true;
    const day = deed.series === "pre" ? addDays(meeting.date, -1) : meeting.date;
    const isExtended = ["post-5 student17", "pre-7 student13"].includes(id);
    const due = instantAt(isExtended ? addDays(day, 2) : day, "23:59", zone);
    const opens =
      deed.series === "pre"
        ? instantAt("2024-01-16", "16:50", zone)
        : instantAt(meeting.date, meeting.ends, zone);
    return at.getTime() <= opens.getTime() || at.getTime() >= due.getTime() + 60_000;
  });
  expect(wrong).toEqual([]);
});

test("nothing is scored before it is due, and nothing released before it is scored", async () => {
  const course = await openCourse();
  const plan = planOfTheTerm(await factsOf(course.courseId), castStudents);
  const when = new Map(plan.map(({ id, at }) => [id, at.getTime()]));
  const wrong = plan.filter(({ id, at, deed }) => {
    if (deed.kind !== "score") return false;
    const handedIn = when.get(id.replace("score ", "")) ?? Infinity;
    const released = when.get(`release ${deed.series}-${deed.meeting}`) ?? 0;
    const isExplained = deed.score === 100 || deed.comment !== "";
    return at.getTime() <= handedIn || at.getTime() >= released || !isExplained;
  });
  expect(wrong).toEqual([]);
});

test("student01 hands in last, so that a newcomer finds something to do", async () => {
  const course = await openCourse();
  const plan = handIns(planOfTheTerm(await factsOf(course.courseId), castStudents));
  const own = plan.filter(({ who }) => who === "student01");
  expect(own).toHaveLength(45);
  const times = own.map(({ at }) => at.toLocaleTimeString("en-GB", { timeZone: zone }));
  expect(times.filter((time) => time < "23:40:00")).toEqual([]);
});

test("events between two instants are those after the first, up to and including the second", () => {
  const event = (id: string, at: number): PlannedEvent => ({
    id,
    at: new Date(at),
    who: "ta1",
    deed: { kind: "release", meeting: 1, work: "pre" },
  });
  const plan = [event("a", 1), event("b", 2), event("c", 3)];
  expect(eventsBetween(plan, new Date(1), new Date(3)).map(({ id }) => id)).toEqual(["b", "c"]);
});
