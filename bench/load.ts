import autocannon from "autocannon";
import { setTimeout as sleep } from "node:timers/promises";
import { usageOf, usageOfTree } from "./processes";

/** What one round of load has shown. CPU is per request, in ms; times are in ms. */
export interface Round {
  perSecond: number;
  cpuMs: number;
  databaseCpuMs: number;
  timesMs: number[];
}

/** Where the load goes, and whose CPU is counted. */
export interface Target {
  url: string;
  pid: number;
  cookie: string | undefined;
}

/** Runs `work` and tells what the server's process and PostgreSQL used for each of the requests it made. */
async function counted(
  pid: number,
  postgresPid: number,
  work: () => Promise<{ timesMs: number[]; tookMs: number }>,
): Promise<Round> {
  const [before, databaseBefore] = [usageOf(pid), usageOfTree(postgresPid)];
  const { timesMs, tookMs } = await work();
  const [after, databaseAfter] = [usageOf(pid), usageOfTree(postgresPid)];
  return {
    perSecond: (timesMs.length * 1000) / tookMs,
    cpuMs: (after.cpuMs - before.cpuMs) / timesMs.length,
    databaseCpuMs: (databaseAfter.cpuMs - databaseBefore.cpuMs) / timesMs.length,
    timesMs,
  };
}

/** Asks for a page `amount` times over so many connections, each waiting for its answer before it asks again. */
export async function drive(
  { url, pid, cookie }: Target,
  postgresPid: number,
  connections: number,
  amount: number,
): Promise<Round> {
  const headers = {
    "accept-encoding": "br, gzip",
    accept: "text/html",
    ...(cookie === undefined ? {} : { cookie }),
  };
  // A page that is held for a minute is rendered by whoever comes first: that is not what is measured.
  await (await fetch(url, { headers })).arrayBuffer();
  return counted(pid, postgresPid, async () => {
    const timesMs: number[] = [];
    const startedAt = performance.now();
    let endedAt = startedAt;
    const options = {
      url,
      connections,
      amount: Math.max(amount, connections),
      timeout: 60,
      // How often it looks whether all has been answered, in ms.
      sampleInt: 20,
      headers,
    };
    const wrong = new Map<number, number>();
    const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
      autocannon(options, (error, result) => {
        if (error) reject(error as Error);
        else resolve(result);
      }).on("response", (_client, status, _bytes, timeMs) => {
        if (status !== 200) wrong.set(status, (wrong.get(status) ?? 0) + 1);
        timesMs.push(timeMs);
        endedAt = performance.now();
      });
    });
    if (errors > 0 || wrong.size > 0)
      throw new Error(
        `${url} failed ${errors} times and answered ${[...wrong.keys()].join(", ")}.`,
      );
    return { timesMs, tookMs: endedAt - startedAt };
  });
}

/** Carries out a journey `amount` times, `connections` at once; its number is passed to it. */
export async function repeat(
  pid: number,
  postgresPid: number,
  connections: number,
  amount: number,
  journey: (number: number) => Promise<void>,
): Promise<Round> {
  return counted(pid, postgresPid, async () => {
    const timesMs: number[] = [];
    const startedAt = performance.now();
    let next = 0;
    const worker = async () => {
      while (next < amount) {
        const from = performance.now();
        await journey(next++);
        timesMs.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return { timesMs, tookMs: performance.now() - startedAt };
  });
}

/** Begins a journey `perSecond` times a second for so many seconds, whether or not the former ones have ended. */
export async function arrive(
  pid: number,
  postgresPid: number,
  perSecond: number,
  seconds: number,
  journey: (number: number) => Promise<void>,
): Promise<Round> {
  return counted(pid, postgresPid, async () => {
    const startedAt = performance.now();
    const timesMs = await Promise.all(
      Array.from({ length: perSecond * seconds }, async (_, number) => {
        const due = startedAt + (number * 1000) / perSecond;
        await sleep(due - performance.now());
        await journey(number);
        // From the moment at which it was due: a late start of ours is waiting, too.
        return performance.now() - due;
      }),
    );
    return { timesMs, tookMs: performance.now() - startedAt };
  });
}

/** Rounds of the same thing as one: what each request took of the whole. */
export function together(rounds: readonly Round[]): Round {
  const count = rounds.reduce((sum, { timesMs }) => sum + timesMs.length, 0);
  const per = (figure: (round: Round) => number) =>
    rounds.reduce((sum, round) => sum + figure(round) * round.timesMs.length, 0) / count;
  return {
    perSecond: 1 / per(({ perSecond }) => 1 / perSecond),
    cpuMs: per(({ cpuMs }) => cpuMs),
    databaseCpuMs: per(({ databaseCpuMs }) => databaseCpuMs),
    timesMs: rounds.flatMap(({ timesMs }) => timesMs),
  };
}

/** The time that this share of the requests did not exceed. */
export function percentile(timesMs: readonly number[], share: number): number {
  const sorted = [...timesMs].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
