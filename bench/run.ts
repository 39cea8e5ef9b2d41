import { verify } from "@node-rs/argon2";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "@/server/build";
import { castPassword } from "@/db/seed/enrol-cast";
import { hashPassword } from "@/db/people";
import { openBrowser, visitFirst, weightOf } from "./first-visit";
import { layGround, type Ground } from "./ground";
import { handIn, pageJourneys, signIn, type DeedJourney, type PageJourney } from "./journeys";
import { measureClassSizes, printedSizes } from "./class-sizes";
import { arrive, drive, percentile, repeat, together, type Round, type Target } from "./load";
import { usageOf, usageOfTree } from "./processes";
import { openCountingDoor } from "./queries";
import { judge, printed, type Measured, type PageRounds } from "./table";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 2 : 3;
/** How often within a round the empty page and what is compared with it take turns. */
const turns = 4;
const option = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
/** `--only=schedule` measures the pages whose names hold the word, and nothing that takes a form. */
const only = option("only");
/** `--students=30,3000` measures the pages of courses with so many students, and nothing else. */
const sizes = (option("students")?.split(",") ?? []).map(Number);
if (sizes.some((size) => !(Number.isInteger(size) && size >= 1 && size <= 20_000))) {
  console.error("Write --students=3000, or several numbers from 1 to 20000 with commas.");
  process.exit(1);
}
const connectionCounts = [1, 8, 32];
const say = (line: string) => {
  console.log(line);
};

const ground = await layGround(say);
try {
  if (sizes.length > 0) {
    const measured = await measureClassSizes(ground, sizes, rounds, say);
    say(`\n${printedSizes(measured)}`);
    writeResults("class-sizes.json", { measured });
  } else {
    const measured = await measure(ground);
    const judged = judge(measured);
    say(printed(measured, judged));
    writeResults("latest.json", { judged, measured });
  }
} finally {
  await ground.end();
}

function writeResults(name: string, results: object): void {
  const folder = join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  const shares = (timesMs: number[]) =>
    Object.fromEntries(
      [50, 95, 99].map((share) => [`p${share}`, percentile(timesMs, share / 100)]),
    );
  writeFileSync(
    join(folder, name),
    JSON.stringify(
      results,
      (key, value: unknown) => (key === "timesMs" ? shares(value as number[]) : value),
      2,
    ),
  );
}

async function measure(on: Ground): Promise<Measured> {
  const pages = (await pageJourneys(on)).filter(({ name }) => name.includes(only ?? ""));
  const deedJourneys =
    only === undefined ? { handIn: await handIn(on), signIn: await signIn(on) } : undefined;
  const queries = await countQueries(on, pages);
  const floors = await on.startFloors(pages);

  const load = async (target: Target, connections: number, seconds: number): Promise<Round> => {
    const perSecond = paces.get(target.url) ?? 50;
    const amount = Math.max(connections * 2, Math.round(perSecond * seconds));
    const round = await drive(target, on.postgresPid, connections, amount);
    paces.set(target.url, round.perSecond);
    return round;
  };
  const paces = new Map<string, number>();
  const unit = { url: `${on.empty.url}/`, pid: on.empty.pid, cookie: "colloquy=nobody" };
  const floorOf = (kind: string, index: number) => ({
    url: `${floors.url}/${kind}/${index}`,
    pid: floors.pid,
    cookie: undefined,
  });
  const portal = (page: PageJourney) => ({ ...page, pid: on.portal.pid });

  say("Warming up.");
  for (const target of [unit, ...pages.map(portal)]) await load(target, 8, 2);
  for (const target of [floorOf("bytes", 0), floorOf("query", 0), unit, ...pages.map(portal)])
    await load(target, 8, 1);
  const deed = (connections: number, amount: number, journey: DeedJourney) =>
    repeat(on.portal.pid, on.postgresPid, connections, amount, journey.run);
  if (deedJourneys) {
    await deed(8, 30, deedJourneys.handIn);
    await deed(4, 10, deedJourneys.signIn);
  }

  const pageRounds: PageRounds[] = pages.flatMap((page) =>
    connectionCounts.map((connections) => ({ page, connections, rounds: [] })),
  );
  const deeds: Measured["deeds"] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds}.`);
    for (const { page, connections, rounds: taken } of pageRounds) {
      const index = pages.indexOf(page);
      const slices: PageRounds["rounds"] = [];
      for (let turn = 0; turn < turns; turn++)
        slices.push({
          bytes: await load(floorOf("bytes", index), connections, 0.1),
          query: await load(floorOf("query", index), connections, 0.1),
          unit: await load(unit, connections, 0.3),
          page: await load(portal(page), connections, 0.5),
        });
      const over = (kind: keyof (typeof slices)[number]) =>
        together(slices.map((slice) => slice[kind]));
      taken.push({
        bytes: over("bytes"),
        query: over("query"),
        unit: over("unit"),
        page: over("page"),
      });
    }
    if (deedJourneys) deeds.push(await measureDeeds(deedJourneys));
  }
  async function measureDeeds(journeys: Record<"handIn" | "signIn", DeedJourney>) {
    const { pid } = on.portal;
    const [units, handIns, signIns, argons]: [Round[], Round[], Round[], number[]] = [
      [],
      [],
      [],
      [],
    ];
    for (let turn = 0; turn < turns; turn++) {
      units.push(await load(unit, 8, 0.6));
      handIns.push(await deed(8, 40, journeys.handIn));
      units.push(await load(unit, 8, 0.6));
      signIns.push(await deed(4, 24, journeys.signIn));
      argons.push(await argonCpu(24));
    }
    return {
      unit: together(units),
      handIn: together(handIns),
      arrivals: await arrive(pid, on.postgresPid, 20, 3, journeys.handIn.run),
      signIn: together(signIns),
      argonMs: argons.reduce((sum, ms) => sum + ms, 0) / argons.length,
    };
  }

  const memory = {
    server: usageOf(on.portal.pid).rssMb,
    database: usageOfTree(on.postgresPid).rssMb,
  };
  say("Visiting with a browser.");
  const browser = await openBrowser();
  try {
    const weigh = async (url: string, cookie: string | undefined) =>
      weightOf(
        browser,
        url,
        cookie === undefined
          ? undefined
          : { name: "colloquy", value: cookie.replace("colloquy=", ""), url: new URL(url).origin },
      );
    const weights: Measured["weights"] = [];
    for (const page of pages) weights.push(await weigh(page.url, page.cookie));
    return {
      machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`,
      startSeconds: on.startSeconds,
      pages: pageRounds,
      deeds,
      queries,
      memory,
      weights,
      emptyWeight: await weigh(unit.url, unit.cookie),
      schedule: await sizesOf(`${on.portal.url}/s2024/schedule`),
      firstVisit: await visitFirst(browser, `${on.portal.url}/s2024/schedule`),
    };
  } finally {
    await browser.close();
  }
}

/** CPU of one verification of a password, four at a time as in signing in. */
async function argonCpu(amount: number): Promise<number> {
  const known = await hashPassword(castPassword);
  const before = process.cpuUsage();
  let left = amount;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left-- > 0) await verify(known, castPassword);
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / amount;
}

/** How many statements each page runs, once its portal has been asked for it before. */
async function countQueries(on: Ground, pages: PageJourney[]): Promise<number[]> {
  const door = await openCountingDoor(on.socket.folder, on.socket.port);
  const beside = await on.startBeside(door.databaseUrl);
  const ask = async ({ url, cookie }: PageJourney) => {
    const { pathname } = new URL(url);
    const answer = await fetch(beside.url + pathname, {
      headers: cookie === undefined ? {} : { cookie },
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${pathname} answered ${answer.status}.`);
  };
  try {
    const counted: number[] = [];
    for (const page of pages) {
      // Connections learn the database's types when they open: the least of several tries is the page's own.
      const tries: number[] = [];
      for (let one = 0; one < 8; one++) {
        const before = door.count();
        await ask(page);
        tries.push(door.count() - before);
      }
      counted.push(Math.min(...tries));
    }
    return counted;
  } finally {
    await beside.end();
    door.close();
  }
}

/** Bytes of a page, plain and as browsers get it. */
async function sizesOf(
  url: string,
): Promise<{ plain: number; compressed: number; scripts: number }> {
  const plain = await (await fetch(url, { headers: { "accept-encoding": "identity" } })).text();
  const packed = await fetch(url, { method: "HEAD", headers: { "accept-encoding": "br, gzip" } });
  return {
    plain: Buffer.byteLength(plain),
    compressed: Number(packed.headers.get("content-length")),
    scripts: plain.split("<script").length - 1,
  };
}
