import { sql } from "@/db/client";
import { openForm, send } from "./forms";
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
  name: string;
  carryOut: (number: number) => Promise<void>;
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
  const queue = await fetch(`${at}/grading`, { headers: { cookie: cookie ?? "" } });
  return /\/grading\/(?:pre|post)-\d+/.exec(await queue.text())?.[0] ?? "/grading";
}

/** Handing in the post-assignment of today's class, and reading the page that confirms it; by all students in turn. */
export async function handIn({ portal, cookieOf }: Ground): Promise<DeedJourney> {
  const url = `${portal.url}${course}/meetings/${await meetingOn("2024-02-06")}`;
  const accounts = Array.from(
    { length: 30 },
    (_, index) => `student${String(index + 1).padStart(2, "0")}`,
  );
  const found = await Promise.all(
    accounts.map(async (account) => {
      const cookie = await cookieOf(account);
      const form = await openForm(url, cookie, "Submit post-assignment", ({ tag }) =>
        tag === "textarea" ? "typed" : undefined,
      );
      return form && { cookie, form };
    }),
  );
  const writers = found.filter((one) => one !== undefined);
  return {
    name: "handing in, and the page that confirms it",
    carryOut: async (number) => {
      const writer = writers[number % writers.length];
      if (writer === undefined) throw new Error("Nobody can hand in.");
      const key = crypto.randomUUID();
      const confirmed = await send(writer.form, writer.cookie, (name, value) =>
        name === "key" ? key : value === "typed" ? `${text} ${key}` : value,
      );
      const page = await fetch(confirmed, { headers: { cookie: writer.cookie } });
      if (!(await page.text()).includes("Received"))
        throw new Error(`${confirmed} confirms nothing.`);
    },
  };
}

const text =
  "The ablation in section 5.2 surprised me: without the retrieved signatures the model still finds the right " +
  "call in half of the cases. I wonder whether the names in the tests gave it away.";

/** Signing in with e-mail and password, by all students in turn; up to the answer that sets the cookie. */
export async function signIn({ portal }: Ground): Promise<DeedJourney> {
  const form = await openForm(
    `${portal.url}/login`,
    undefined,
    "Sign in",
    ({ name }) => `<${name}>`,
  );
  if (form === undefined) throw new Error("There is no form for signing in.");
  return {
    name: "signing in",
    carryOut: async (number) => {
      const account = `student${String((number % 30) + 1).padStart(2, "0")}`;
      await send(form, undefined, (_, value) =>
        value === "<email>"
          ? `${account}@demo.test`
          : value === "<password>"
            ? "colloquy-demo"
            : value,
      );
    },
  };
}
