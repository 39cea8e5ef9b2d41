import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { openCourse, type OpenCourse } from "./factory";
import {
  announcements,
  audit,
  claims,
  drafts,
  enrolments,
  exceptions,
  grades,
  meetings,
  seats,
  submissions,
} from "@/db/schema";
import { pages, roles, testedElsewhere } from "./authorization";
import { actions, openFor } from "./authorization-actions";
import { builtActions, builtPages, cookieOf, sendAction } from "./built";
import { expect, test } from "./portal";

/*
 * Everything that the build lists, times every role: a page, route or action that is not in the table fails,
 * and so does one that answers somebody whom the table does not name.
 */

/** All that the tables hold about a course. */
async function rowsOf({ courseId }: OpenCourse): Promise<unknown> {
  const tables = [audit, claims, drafts, seats, submissions, grades, exceptions, announcements];
  const own = [...tables, meetings, enrolments].map((table) =>
    db.select().from(table).where(eq(table.courseId, courseId)).orderBy(table.id),
  );
  return Promise.all(own);
}

/** What names nothing of a course by its id is done in the course, or with the account, of whoever asks. */
const doneInOwnCourse = [
  "signInAction",
  "signInAsCastAction",
  "signOutAction",
  "changePasswordAction",
  "signOutEverywhereAction",
  "chooseThemeAction",
  "moveClockAction",
  "announceAction",
  "reopenSignUpAction",
  "startGradingAction",
  "cancelMeetingAction",
  "meetingAction",
];
/** What is undone in one course has not been done in the other. */
const refusedInOwnCourse = ["undoChangeAction", "reinstateMeetingAction"];
/** What has no field that could be wrong. */
const withoutFields = ["signOutAction", "signOutEverywhereAction", "startGradingAction"];
const shortName = (name: string) => name.split(" ").at(-1) ?? "";
const isOfCourse = (name: string) => name.startsWith("app/[course]/");
/** What a form says beside its fields or above them. */
const refusal = /"errors":|"message":/;

test("every page and route of the build is in the table, and the other way round", () => {
  expect(builtPages.filter((page) => !page.startsWith("/_")).sort()).toEqual(
    [...Object.keys(pages), ...testedElsewhere].sort(),
  );
});

test("every server action of the build is in the table, and the other way round", () => {
  expect(builtActions.map(({ name }) => name).sort()).toEqual(Object.keys(actions).sort());
});

for (const [name, page] of Object.entries(pages)) {
  test(`${name} answers those whom it is for, and nobody else`, async ({ request }) => {
    const [course, other] = await Promise.all([openCourse(), openCourse()]);
    const at = page.at(course);
    for (const role of roles) {
      const answer = await request.get(at, {
        headers: { cookie: await cookieOf(role, course, other) },
        maxRedirects: 0,
      });
      const expected = page.for.includes(role) ? 200 : role === "visitor" ? 307 : 404;
      expect(answer.status(), `${at} as ${role}`).toBe(expected);
      if (expected === 307) {
        expect(answer.headers()["location"]).toContain(`/login?next=${encodeURIComponent(at)}`);
      }
    }
  });
}

for (const built of builtActions) {
  const { name } = built;
  test(`${name} serves those whom it is for, and nobody else`, async ({ request, baseURL }) => {
    const action = actions[name];
    if (action === undefined) throw new Error(`${name} is not in the table.`);
    const other = await openCourse();
    for (const role of roles) {
      const course = await openFor(action);
      const fields = { course: course.slug, ...(await action.fields(course, role)) };
      const before = await rowsOf(course);
      const answer = await sendAction(request, built, action.at(course), {
        cookie: await cookieOf(role, course, other),
        origin: baseURL,
        fields,
      });
      const text = await answer.text();
      const said = `${name} as ${role}: ${answer.status()} ${text.slice(0, 600)}`;
      if (action.for.includes(role)) {
        expect(answer.status(), said).toBe(200);
        expect(text, said).not.toContain("You are no longer signed in");
        expect(text, said).not.toMatch(refusal);
        if (isOfCourse(name)) expect(await rowsOf(course), said).not.toEqual(before);
      } else {
        if (role === "visitor") expect(text, said).toContain("You are no longer signed in");
        else expect(answer.status(), said).toBe(404);
        expect(await rowsOf(course), said).toEqual(before);
      }
    }
  });

  test(`${name} reaches nothing of a course from another one`, async ({ request, baseURL }) => {
    const action = actions[name];
    const role = action?.for.at(-1);
    if (action === undefined || role === undefined) throw new Error(`${name} is not in the table.`);
    const [course, other] = await Promise.all([openFor(action), openFor(action)]);
    const fields = { ...(await action.fields(course, role)), course: other.slug };
    const before = await rowsOf(course);
    const answer = await sendAction(request, built, action.at(other), {
      cookie: await cookieOf(role, other, other),
      origin: baseURL,
      fields,
    });
    const text = await answer.text();
    expect(await rowsOf(course)).toEqual(before);
    if (refusedInOwnCourse.includes(shortName(name))) expect(text).toContain("nothing was saved");
    else if (doneInOwnCourse.includes(shortName(name))) {
      expect(answer.status()).toBe(200);
      expect(text).not.toMatch(refusal);
    } else expect(answer.status()).toBe(404);
  });

  test(`${name} refuses a form from another site, and one that does not say where it comes from`, async ({
    request,
  }) => {
    const action = actions[name];
    const role = action?.for.at(-1);
    if (action === undefined || role === undefined) throw new Error(`${name} is not in the table.`);
    const course = await openFor(action);
    const fields = { course: course.slug, ...(await action.fields(course, role)) };
    const cookie = await cookieOf(role, course, course);
    const before = await rowsOf(course);
    for (const origin of ["https://evil.test", undefined]) {
      const form = { cookie, origin, fields };
      const answer = await sendAction(request, built, action.at(course), form);
      const text = await answer.text();
      const said = `${name} from ${String(origin)}: ${answer.status()} ${text.slice(0, 300)}`;
      if (origin !== undefined) expect(answer.status(), said).toBe(403);
      // A plain form has no place for the sentence.
      if (origin === undefined && name.endsWith(" signOutAction"))
        expect(answer.status(), said).toBe(404);
      else expect(text, said).toContain("This form did not come from");
      expect(await rowsOf(course), said).toEqual(before);
    }
  });

  test(`${name} answers arguments that no page of ours sends`, async ({
    request,
    course,
    baseURL,
  }) => {
    const action = actions[name];
    if (action === undefined) throw new Error(`${name} is not in the table.`);
    const cookie = await cookieOf("instructor", course, course);
    const sent = { cookie, origin: baseURL, fields: { course: course.slug } };
    const before = await rowsOf(course);
    for (const args of ['[null,"$K1"]', '[{"answer":{}},"$K1"]', "[]"]) {
      const answer = await sendAction(request, built, action.at(course), { ...sent, args });
      const text = await answer.text();
      const said = `${args}: ${answer.status()} ${text.slice(0, 300)}`;
      // Without a form there is nothing to answer; signing out asks for none.
      const isNothing = args === "[]" && !name.endsWith(" signOutAction");
      expect(answer.status(), said).toBe(isNothing ? 404 : 200);
      if (!withoutFields.includes(shortName(name))) {
        if (!isNothing) expect(text, said).toContain('"errors":{');
        expect(await rowsOf(course), said).toEqual(before);
      }
    }
  });
}
