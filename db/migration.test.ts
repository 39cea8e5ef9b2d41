import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { portalIn, type EnrolledViewer } from "@/policy/access";
import { instantAt } from "@/policy/time";
import { realCourse } from "@/e2e/factory";
import { openFormerDatabase } from "@/e2e/factory-former";
import { expectedNumbers, golden, numbersOf } from "@/e2e/factory-golden";
import { db, sql } from "./client";
import { readRules } from "./courses";
import { moveClock } from "./demo";
import { findBroken } from "./invariants";
import { reinstateMeeting, undoChange } from "./meetings-edit";
import { findMeetingValues } from "./meetings-facts";
import { migrate } from "./migrate";
import { restoreStudent } from "./roster-changes";
import { courses } from "./schema";
import { readStage } from "./seed/stage";

// One database for all, in which each goes on where the one before has ended.
test.describe.configure({ mode: "serial" });

let former: Awaited<ReturnType<typeof openFormerDatabase>>;
test.beforeAll(async () => {
  former = await openFormerDatabase();
  await migrate();
});
test.afterAll(() => former.close());

const courseOf = async (slug: string) => {
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug));
  if (course === undefined) throw new Error(`There is no ${slug}.`);
  return course;
};

test("the rules of the demo are those of its file, and a course with other rules keeps its own", async () => {
  const { id } = await courseOf("s2024");
  const { syllabus } = await readRules(db, portalIn(id));
  expect(syllabus).toEqual(realCourse().syllabus);

  const other = await readRules(db, portalIn((await courseOf("late-w2024")).id));
  const [pre, post] = other.syllabus.series;
  expect(pre).toMatchObject({
    key: "pre",
    meetings: { kinds: ["discussion", "guest"], onlyWithMainReading: false },
    declared: 5,
    due: { daysAfter: 0, time: "12:00" },
    outOf: 1000,
    dropLowest: 1,
    presenterGets: "nothing",
  });
  expect(pre?.scale.map(({ points }) => points)).toEqual([0, 300]);
  expect(post).toMatchObject({
    key: "post",
    due: { daysAfter: 2, time: "18:30" },
    outOf: 700,
    dropLowest: 0,
    presenterGets: 25,
  });
  expect(post?.scale.map(({ points }) => points)).toEqual([0, 50]);
  expect(other.syllabus).toMatchObject({
    unitOptions: [3, 5],
    presentation: { seats: 2, perStudent: { least: 1, most: 1 }, multiplier: 3, outOf: 1800 },
    project: null,
    marks: [],
    lateCredits: { perStudent: 3, hoursEach: 24, series: ["pre", "post"] },
  });
  expect(other.syllabus.weights).toContainEqual({
    units: 5,
    of: {
      pre: { numerator: 1, denominator: 5 },
      post: { numerator: 2, denominator: 7 },
      presentation: { numerator: 18, denominator: 35 },
    },
  });
});

test("every student’s numbers are what they were", async () => {
  for (const [slug, instants] of Object.entries(golden.fixture)) {
    const { id } = await courseOf(slug);
    for (const [at, expected] of Object.entries(instants)) {
      for (const seen of ["released", "saved"] as const) {
        expect(await numbersOf(id, new Date(at), seen), `${slug}, ${at}, ${seen}`).toEqual(
          expectedNumbers(expected, seen),
        );
      }
    }
  }
});

test("nothing is in the database that must not be", async () => {
  expect(await findBroken(db)).toEqual([]);
});

test("what was done before can be undone: a deadline, a cancelled class, a student who dropped", async () => {
  const { id } = await courseOf("s2024");
  const { cast } = await readStage(id);
  const ines = cast.get("instructor1") as EnrolledViewer;
  const now = instantAt("2024-02-05", "18:30", "America/New_York");
  const seen = async (number: number) => {
    const found = await findMeetingValues(ines, number);
    if (found === undefined) throw new Error(`There is no meeting ${number}.`);
    return { number, version: found.version, idempotencyKey: null };
  };
  const holders = (number: number) => sql<{ email: string; number: number }[]>`
    select p.email, s.number from seats s join meetings m on m.id = s.meeting_id
    join enrolments e on e.id = s.enrolment_id join people p on p.id = e.person_id
    where m.course_id = ${id} and m.number = ${number} order by s.number`;

  await undoChange(ines, await seen(9), now);
  const [deadline] = await sql`select a.due_at from assignments a
    join meetings m on m.id = a.meeting_id where m.course_id = ${id} and m.number = 9 and a.work = 'pre'`;
  expect(deadline).toEqual({ due_at: null });

  await reinstateMeeting(ines, await seen(25), now);
  // The two others have a seat elsewhere by now.
  expect(await holders(25)).toEqual([{ email: "student01@demo.test", number: 1 }]);

  const [ciara] = await sql<{ id: string }[]>`select e.id from enrolments e
    join people p on p.id = e.person_id where e.course_id = ${id} and p.email = 'student29@demo.test'`;
  await restoreStudent(ines, { enrolmentId: ciara?.id ?? "", idempotencyKey: null }, now);
  expect(await holders(11)).toContainEqual({ email: "student29@demo.test", number: 3 });
  expect(await findBroken(db)).toEqual([]);
});

test("the cast goes on where it was", async () => {
  const { id } = await courseOf("s2024");
  const ines = (await readStage(id)).cast.get("instructor1") as EnrolledViewer;
  const handedIn = async () =>
    (await sql`select id from submissions where course_id = ${id}`).length;
  const had = await handedIn();
  const move = { to: "typed" as const, date: "2024-02-07", time: "12:00", isConfirmed: false };
  const now = instantAt("2024-02-05", "18:40", "America/New_York");
  await moveClock(ines, { ...move, idempotencyKey: null }, now);
  expect(await handedIn()).toBeGreaterThan(had + 10);
  expect(await findBroken(db)).toEqual([]);
});
