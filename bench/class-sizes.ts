import type { Ground } from "./ground";
import { accountOf, layLargeCourse, slugOf } from "./large-course";
import { drive, median, type Round } from "./load";
import { columns, figure } from "./columns";

/** What a page costs in a course of so many students. */
export interface SizedPage {
  name: string;
  students: number;
  rounds: Round[];
  /** Bytes of the page, plain. */
  bytes: number;
}

interface Page {
  name: string;
  path: string;
  role: "student1" | "ta1" | "instructor1";
}

/** The pages that show a class, or somebody in it. */
const pages = (nextItem: string): Page[] => [
  { name: "TA's dashboard", path: "/dashboard", role: "ta1" },
  { name: "grading queue", path: "/grading", role: "ta1" },
  { name: "next item", path: nextItem, role: "ta1" },
  { name: "instructor's dashboard", path: "/dashboard", role: "instructor1" },
  { name: "discussions, staff", path: "/discussions", role: "ta1" },
  { name: "a past meeting, student", path: "/meetings/5", role: "student1" },
  { name: "student's dashboard", path: "/dashboard", role: "student1" },
  { name: "student's grades", path: "/grades", role: "student1" },
  { name: "forms, student", path: "/meetings/7", role: "student1" },
  { name: "roster", path: "/roster", role: "instructor1" },
  { name: "gradebook", path: "/grades", role: "instructor1" },
  { name: "announcements", path: "/announcements", role: "instructor1" },
];

/** Lays a course of each size and measures its pages, all sizes of a page in turn within each round. */
export async function measureClassSizes(
  ground: Ground,
  sizes: readonly number[],
  rounds: number,
  say: (line: string) => void,
): Promise<SizedPage[]> {
  const measured: SizedPage[] = [];
  const targets = new Map<SizedPage, Parameters<typeof drive>[0]>();
  for (const students of sizes) {
    const from = performance.now();
    await layLargeCourse(students);
    const seconds = (performance.now() - from) / 1000;
    say(`A course of ${students} students was laid in ${seconds.toFixed(1)} s.`);
    const base = `${ground.portal.url}/${slugOf(students)}`;
    const ta = await ground.cookieOf(accountOf("ta1", students));
    const queue = await (await fetch(`${base}/grading`, { headers: { cookie: ta } })).text();
    const item = /\/grading\/[a-z]+-\d+/.exec(queue)?.[0];
    if (item === undefined) throw new Error(`The queue of ${slugOf(students)} offers nothing.`);
    for (const { name, path, role } of pages(item)) {
      const cookie = await ground.cookieOf(accountOf(role, students));
      const answer = await fetch(base + path, { headers: { cookie } });
      const bytes = (await answer.arrayBuffer()).byteLength;
      const page: SizedPage = { name, students, rounds: [], bytes };
      measured.push(page);
      targets.set(page, { url: base + path, pid: ground.portal.pid, cookie });
    }
  }
  const inTurn = [...measured].sort((one, other) => placeOf(one) - placeOf(other));
  const paces = new Map<SizedPage, number>();
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? "Warming up." : `Round ${round} of ${rounds}.`);
    for (const page of inTurn) {
      const target = targets.get(page);
      if (target === undefined) continue;
      const amount = round === 0 ? 3 : Math.max(4, Math.round((paces.get(page) ?? 0) * 1.5));
      // One after the other: a page that reads a whole class would exhaust the server by four at once.
      const taken = await drive(target, ground.postgresPid, 1, amount);
      paces.set(page, taken.perSecond);
      if (round > 0) page.rounds.push(taken);
    }
  }
  return measured;
}

function placeOf({ name }: SizedPage): number {
  return pages("").findIndex((page) => page.name === name);
}

/** CPU of server and database for each request in ms, and the page in KB, by page and size of the class. */
export function printedSizes(measured: readonly SizedPage[]): string {
  const sizes = [...new Set(measured.map(({ students }) => students))];
  const names = [...new Set(measured.map(({ name }) => name))];
  const cost = (page: SizedPage) => median(page.rounds.map((one) => one.cpuMs + one.databaseCpuMs));
  const rows = names.map((name) => {
    const all = measured.filter((page) => page.name === name);
    const cells = all.flatMap((page) => [
      figure(median(page.rounds.map((one) => one.cpuMs))),
      figure(median(page.rounds.map((one) => one.databaseCpuMs))),
      figure(page.bytes / 1000),
    ]);
    const [first, last] = [all.at(0), all.at(-1)];
    const growth = first && last && first !== last ? [figure(cost(last) / cost(first))] : [];
    return [name, ...cells, ...growth];
  });
  const heads = sizes.flatMap((size) => [`${size}: CPU ms`, "PG ms", "KB"]);
  const growth = sizes.length > 1 ? ["× CPU of all"] : [];
  return columns([["a class of so many students", ...heads, ...growth], ...rows]);
}
