import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { importCourse } from "@/db/course-import";
import { courses } from "@/db/schema";
import { openCourse, realCourse, type OpenCourse } from "./factory";
import { pages } from "./authorization";
import { actions, openFor } from "./authorization-actions";
import { builtActions, cookieOf, sendAction } from "./built";
import { expect, test } from "./portal";

/*
 * Visitors get pages that are cached until the course's revision is raised. Here every action of the build is carried
 * out once, and whatever it changed, visitors must see at their next request: what a page rendered anew shows. An
 * action that forgets to raise the revision fails, and so does a new one that changes what visitors see.
 */

/** The actions after which visitors see something else. */
const visible = [
  "app/[course]/announcements/actions.ts announceAction",
  "app/[course]/clock-actions.ts moveClockAction",
  "app/[course]/discussions/actions.ts reopenSignUpAction",
  "app/[course]/meetings/actions.ts cancelMeetingAction",
  "app/[course]/meetings/actions.ts meetingAction",
  "app/[course]/meetings/actions.ts reinstateMeetingAction",
  "app/[course]/meetings/actions.ts undoChangeAction",
];

/** Every page for visitors, the schedule by each of its filters, and the meeting that the actions change. */
function addressesOf(course: OpenCourse): string[] {
  const forVisitors = Object.values(pages).filter((page) => page.for.includes("visitor"));
  return [
    ...forVisitors.map((page) => page.at(course)),
    ...["part=Foundations", "theme=Data", "kind=discussion"].map(
      (filter) => `/${course.slug}/schedule?${filter}`,
    ),
    `/${course.slug}/meetings/9`,
  ];
}

/** A course that the front page lists before those of the tests beside this one, which begin in 2024. */
async function listedFirst(course: OpenCourse): Promise<OpenCourse> {
  const createdAt = new Date();
  await db.update(courses).set({ createdAt, revision: 2 }).where(eq(courses.id, course.courseId));
  return course;
}

/** What the pages show to somebody with this cookie, of the list of courses the own one alone. */
async function readAll(
  origin: string | undefined,
  course: OpenCourse,
  cookie: string,
): Promise<Record<string, string>> {
  const read = async (at: string) => {
    const answer = await fetch(`${origin}${at}`, { headers: { cookie } });
    expect(answer.status, at).toBe(200);
    const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? "";
    const shown = main.replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "");
    const listed = new RegExp(`<a [^>]*href="/${course.slug}"[^>]*>[\\s\\S]*?</li>`).exec(
      shown,
    )?.[0];
    return [at, at === "/" ? (listed ?? "") : shown] as const;
  };
  return Object.fromEntries(await Promise.all(addressesOf(course).map(read)));
}

/** What visitors are given, and what they would be given were nothing cached: what a cookie asks for is not. */
const cached = (origin: string | undefined, course: OpenCourse) => readAll(origin, course, "");
const anew = (origin: string | undefined, course: OpenCourse) =>
  readAll(origin, course, "colloquy=nobody");

for (const built of builtActions) {
  const { name } = built;
  test(`after ${name} visitors see what is`, async ({ request, baseURL }) => {
    const action = actions[name];
    const role = action?.for.at(-1);
    if (action === undefined || role === undefined) throw new Error(`${name} is not in the table.`);
    const course = await listedFirst(await openFor(action));
    const fields = { course: course.slug, ...(await action.fields(course, role)) };
    const before = await cached(baseURL, course);
    const cookie = await cookieOf(role, course, course);
    const sent = { cookie, origin: baseURL, fields };
    const answer = await sendAction(request, built, action.at(course), sent);
    const said = await answer.text();
    expect(answer.status(), said).toBeLessThan(404);
    expect(said).not.toMatch(/"errors":|"message":/);
    const after = await cached(baseURL, course);
    expect(after).toEqual(await anew(baseURL, course));
    const changed = Object.keys(after).filter((at) => after[at] !== before[at]);
    expect(changed.length > 0, changed.join(" ")).toBe(visible.includes(name));
  });
}

test("after an import visitors see what is, on every page", async ({ baseURL }) => {
  const course = await listedFirst(await openCourse());
  const before = await cached(baseURL, course);
  const file = realCourse();
  Object.assign(file.course, { slug: course.slug, title: "Another title" });
  for (const meeting of file.meetings) {
    meeting.title += ", anew";
    meeting.main = [...meeting.suggested, ...meeting.main];
    meeting.suggested = [];
  }
  for (const series of file.syllabus.series) series.asksFor = "A text of another kind.";
  await importCourse(db, file, course.now);
  const after = await cached(baseURL, course);
  expect(after).toEqual(await anew(baseURL, course));
  for (const [at, shown] of Object.entries(after)) expect(shown, at).not.toBe(before[at]);
});
