import { readFileSync } from "node:fs";
import { openCourse, tokenFor, type OpenCourse } from "@/db/factory";
import { actions, pages, roles, testedElsewhere, type Role } from "./authorization";
import { expect, test } from "./portal";

/*
 * Everything that the build lists, times every role: a page, route or action that is not in the table fails,
 * and so does one that answers somebody whom the table does not name.
 */

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>;
}

const built = (file: string) => JSON.parse(readFileSync(`.next/server/${file}`, "utf8")) as unknown;
const builtPages = Object.keys(built("app-paths-manifest.json") as Record<string, string>);
const builtActions = Object.entries((built("server-reference-manifest.json") as Manifest).node).map(
  ([id, { filename, exportedName }]) => ({ id, name: `${filename} ${exportedName}` }),
);

async function cookieOf(role: Role, course: OpenCourse, other: OpenCourse): Promise<string> {
  if (role === "visitor") return "";
  const who = {
    stranger: other.ada,
    dropped: course.dora,
    student: course.ada,
    ta: course.tara,
    instructor: course.iris,
  }[role];
  return `colloquy=${await tokenFor(who)}`;
}

/** A form as React sends it to an action: the fields, then the arguments that refer to them. */
function asSent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append("0", '[{},"$K1"]');
  return form;
}

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

for (const { id, name } of builtActions) {
  test(`${name} serves those whom it is for, and nobody else`, async ({ request, baseURL }) => {
    const action = actions[name];
    if (action === undefined) throw new Error(`${name} is not in the table.`);
    const other = await openCourse();
    for (const role of roles) {
      const course = await openCourse(action.when === undefined ? {} : { at: action.when });
      const fields = { course: course.slug, ...(await action.fields(course, role)) };
      const answer = await request.post(action.at(course), {
        headers: {
          cookie: await cookieOf(role, course, other),
          origin: baseURL ?? "",
          "next-action": id,
        },
        multipart: asSent(fields),
        maxRedirects: 0,
      });
      const text = await answer.text();
      const said = `${name} as ${role}: ${answer.status()} ${text.slice(0, 600)}`;
      if (action.for.includes(role)) {
        expect(answer.status(), said).toBeLessThan(404);
        expect(text, said).not.toContain("You are no longer signed in");
        expect(text, said).not.toMatch(/"errors":|"message":/);
      } else if (role === "visitor") {
        expect(text, said).toContain("You are no longer signed in");
      } else {
        expect(answer.status(), said).toBe(404);
      }
    }
  });

  test(`${name} refuses a form from another site, and one that does not say where it comes from`, async ({
    request,
    course,
  }) => {
    const action = actions[name];
    if (action === undefined) throw new Error(`${name} is not in the table.`);
    for (const origin of ["https://evil.test", undefined]) {
      const answer = await request.post(action.at(course), {
        headers: {
          cookie: `colloquy=${await tokenFor(course.iris)}`,
          "next-action": id,
          ...(origin === undefined ? {} : { origin }),
        },
        multipart: asSent({ course: course.slug }),
        maxRedirects: 0,
      });
      const text = await answer.text();
      expect(
        answer.status() >= 400 || text.includes("This form did not come from"),
        `${name} from ${String(origin)}: ${answer.status()} ${text.slice(0, 300)}`,
      ).toBe(true);
    }
  });
}
