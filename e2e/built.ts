import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { tokenFor, type OpenCourse } from "./factory";
import type { Role } from "./authorization";

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>;
}

const built = (file: string) => JSON.parse(readFileSync(`.next/server/${file}`, "utf8")) as unknown;

/** Every page and route that the build lists. */
export const builtPages = Object.keys(built("app-paths-manifest.json") as Record<string, string>);

/** A server action of the build, by file and name. */
interface BuiltAction {
  id: string;
  name: string;
}

/** Every server action that the build lists. */
export const builtActions: BuiltAction[] = Object.entries(
  (built("server-reference-manifest.json") as Manifest).node,
).map(([id, { filename, exportedName }]) => ({ id, name: `${filename} ${exportedName}` }));

/** The cookie of somebody in that role; a stranger takes part in the other course. */
export async function cookieOf(role: Role, course: OpenCourse, other: OpenCourse): Promise<string> {
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

/** Sends a form to an action as React does: the fields, then the arguments that refer to them. */
export async function sendAction(
  request: APIRequestContext,
  { id }: BuiltAction,
  at: string,
  sent: {
    cookie: string;
    origin: string | undefined;
    fields: Record<string, string>;
    /** The form's former state and the form itself, which React calls K1. */
    args?: string;
  },
): Promise<APIResponse> {
  const form = new FormData();
  for (const [name, value] of Object.entries(sent.fields)) form.append(`_1_${name}`, value);
  form.append("0", sent.args ?? '[{},"$K1"]');
  const { cookie, origin } = sent;
  return request.post(at, {
    headers: { cookie, "next-action": id, ...(origin === undefined ? {} : { origin }) },
    multipart: form,
    maxRedirects: 0,
  });
}
