import { findForm, send, type OpenForm } from "@/e2e/forms";
import { sql } from "@/db/client";
import { castPassword } from "@/db/seed/enrol-cast";
import type { Ground } from "./ground";

/** A page, as one of the people of the course asks for it. */
export interface PageJourney {
  name: string;
  url: string;
  cookie: string | undefined;
  /** Whose page it is: what it may cost, in multiples of the empty page's CPU; null for visitors' pages. */
  mostUnits: number | null;
  mostQueries: number | null;
}

/** Something that people do in more than one step. */
export interface DeedJourney {
  run: (number: number) => Promise<void>;
}

const course = "/s2024";

/** The pages that are measured, for visitors first. */
export async function pageJourneys({ portal, cookieOf }: Ground): Promise<PageJourney[]> {
  const [student, ta, instructor] = await Promise.all(
    ["student05", "ta1", "instructor1"].map(cookieOf),
  );
  const next = await meetingOn("2024-02-08");
  const page = (
    name: string,
    path: string,
    cookie: string | undefined,
    mostUnits: number | null,
    mostQueries: number | null = null,
  ): PageJourney => ({ name, url: portal.url + course + path, cookie, mostUnits, mostQueries });
  return [
    page("schedule, visitor", "/schedule", undefined, null),
    page("home, visitor", "", undefined, null),
    page("dashboard, student", "/dashboard", student, 2.5, 6),
    page("meeting with its forms, student", `/meetings/${next}`, student, 2.5, 6),
    page("schedule, student", "/schedule", student, 4),
    page("next item to grade, TA", await nextItem(`${portal.url}${course}`, ta), ta, 2.5, 6),
    page("editing a meeting, instructor", `/meetings/${next}/edit`, instructor, null),
  ];
}

/** The number in the address of the class on that day. */
async function meetingOn(date: string): Promise<number> {
  const [found] = await sql<{ number: number }[]>`
    select number from meetings where date = ${date} order by number limit 1`;
  return found?.number ?? 0;
}

/** The item that the queue offers first, below the course's address. */
async function nextItem(at: string, cookie: string | undefined): Promise<string> {
  const queue = await read(`${at}/grading`, cookie);
  return /\/grading\/[a-z]+-\d+/.exec(queue)?.[0] ?? "/grading";
}

/** A page of the portal as text, for whoever has the cookie. */
async function read(url: string, cookie: string | undefined): Promise<string> {
  const headers = { "accept-encoding": "br, gzip", ...(cookie === undefined ? {} : { cookie }) };
  return (await fetch(url, { headers })).text();
}

const accounts = Array.from(
  { length: 30 },
  (_, index) => `student${String(index + 1).padStart(2, "0")}`,
);

/** Sends a form; the address of the page that follows. Anything else throws. */
async function sendOn(form: OpenForm, cookie: string | undefined): Promise<string> {
  const answer = await send(form, cookie);
  const next = answer.headers.get("location");
  const said = await answer.text();
  if (answer.status !== 303 || next === null) {
    const alert = /role="alert"[\s\S]{0,400}/.exec(said)?.[0] ?? "";
    throw new Error(`${form.url} answered a form with ${answer.status}. ${alert}`);
  }
  return new URL(next, form.url).href;
}

/**
 * Handing in the post-assignment of today's class, and reading the page that confirms it, by all students in turn.
 * Each time the form is the one of the page before, with its own key.
 */
export async function handIn({ portal, cookieOf }: Ground): Promise<DeedJourney> {
  const url = `${portal.url}${course}/meetings/${await meetingOn("2024-02-06")}`;
  const formOf = (html: string) =>
    findForm(html, url, "Submit post-assignment", { "answer-1": text });
  const found = await Promise.all(
    accounts.map(async (account) => {
      const cookie = await cookieOf(account);
      return { cookie, form: formOf(await read(url, cookie)) };
    }),
  );
  // Whoever presented today has no form.
  const writers = found.filter(({ form }) => form !== undefined);
  return {
    run: async (number) => {
      const writer = writers[number % writers.length];
      if (writer?.form === undefined) throw new Error("Nobody can hand in.");
      const confirmation = await read(await sendOn(writer.form, writer.cookie), writer.cookie);
      if (!confirmation.includes("Received")) throw new Error(`${url} confirms nothing.`);
      writer.form = formOf(confirmation);
    },
  };
}

const text =
  "The ablation in section 5.2 surprised me: without the retrieved signatures the model still finds the right " +
  "call in half of the cases. I wonder whether the names in the tests gave it away.";

/** Signing in with e-mail and password, by all students in turn; up to the answer that sets the cookie. */
export async function signIn({ portal }: Ground): Promise<DeedJourney> {
  const url = `${portal.url}/login`;
  const page = await read(url, undefined);
  return {
    run: async (number) => {
      const typed: Record<string, string> = {
        email: `${accounts[number % accounts.length] ?? ""}@demo.test`,
        password: castPassword,
      };
      const form = findForm(page, url, "Sign in", typed);
      if (form === undefined) throw new Error("There is no form for signing in.");
      await sendOn(form, undefined);
    },
  };
}
