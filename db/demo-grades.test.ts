import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { localDateOf, localTimeOf } from "@/policy/time";
import { expectedNumbers, golden, numbersOf } from "@/e2e/factory-golden";
import { db } from "./client";
import { moveClock } from "./demo";
import { courses } from "./schema";
import { loadDemo } from "./seed/demo";
import { readStage } from "./seed/stage";

// The whole term of a course takes half a minute, and more where the machine has other work.
test.setTimeout(180_000);

const zone = "America/New_York";

test("the demo’s students have at four instants of the term the numbers that 0.1.0 gave them", async () => {
  const mark = randomUUID().slice(0, 8);
  const slug = `d-${mark}`;
  const [first, ...later] = Object.keys(golden.demo).map((at) => new Date(at));
  if (first === undefined) throw new Error("There are no numbers.");
  await loadDemo(first, new Date("2026-06-01T12:00:00Z"), () => undefined, { slug, mark });
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug));
  const ta = (await readStage(course?.id ?? "")).cast.get("ta1");
  if (course === undefined || ta === undefined) throw new Error(`There is no ${slug}.`);

  const check = async (now: Date, expected: (typeof golden.demo)[string]) => {
    for (const seen of ["released", "saved"] as const) {
      expect(await numbersOf(course.id, now, seen), `${now.toISOString()}, ${seen}`).toEqual(
        expectedNumbers(expected, seen),
      );
    }
  };
  const recorded = Object.values(golden.demo);
  let now = first;
  for (const [index, expected] of recorded.entries()) {
    const next = later[index - 1];
    if (next !== undefined) {
      const [date, time] = [localDateOf(next, zone), localTimeOf(next, zone)];
      const move = { to: "typed" as const, date, time, isConfirmed: false, idempotencyKey: null };
      await moveClock(ta, move, now);
      now = next;
    }
    await check(now, expected);
  }
});
