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
import { arrive, carryOut, drive, percentile, type Round, type Target } from "./load";
import { usageOf, usageOfTree } from "./processes";
import { openCountingDoor } from "./queries";
import { judge, printed, type Measured, type PageRounds } from "./table";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 3 : 5;
/** `--only=schedule` measures the pages whose names hold the word, and nothing that takes a form. */
const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const connectionCounts = [1, 8, 32];
const say = (line: string) => {
  console.log(line);
};

const ground = await layGround(say);
try {
  const measured = await measure(ground);
  const judged = judge(measured);
  say(printed(measured, judged));
  const folder = join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  const shares = (timesMs: number[]) =>
    Object.fromEntries(
      [50, 95, 99].map((share) => [`p${share}`, percentile(timesMs, share / 100)]),
    );
  writeFileSync(
    join(folder, "latest.json"),
    JSON.stringify(
      { judged, measured },
      (key, value: unknown) => (key === "timesMs" ? shares(value as number[]) : value),
      2,
    ),
  );
} finally {
  await ground.end();
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
    carryOut(on.portal.pid, on.postgresPid, connections, amount, journey.carryOut);
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
      taken.push({
        bytes: await load(floorOf("bytes", index), connections, 0.25),
        query: await load(floorOf("query", index), connections, 0.25),
        unit: await load(unit, connections, 0.4),
        page: await load(portal(page), connections, 0.7),
      });
    }
    if (deedJourneys)
      deeds.push({
        unit: await load(unit, 8, 0.4),
        handIn: await deed(8, 30, deedJourneys.handIn),
        arrivals: await arrive(
          on.portal.pid,
          on.postgresPid,
          20,
          1.5,
          deedJourneys.handIn.carryOut,
        ),
        signIn: await deed(4, 24, deedJourneys.signIn),
        argonMs: await argonCpu(24),
      });
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
