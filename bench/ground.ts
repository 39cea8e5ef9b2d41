import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "@/server/build";
import { freePort, startPortal, type PortalProcess } from "@/e2e/portal-process";
import { startEmbedded } from "@/server/embedded";
import { startSignIn } from "@/db/sign-ins";
import { db, disconnect, sql } from "@/db/client";
import { read } from "@/server/process-identity";
import type { Recorded } from "./floor";

/** The afternoon of a class: its post-assignment is open, and so is the pre-assignment of the next. */
const now = "2024-02-06T17:00:00-05:00";

/** What the benchmark stands on. */
export interface Ground {
  portal: PortalProcess;
  /** The empty page. */
  empty: PortalProcess;
  postgresPid: number;
  /** Seconds that `npm start` of a built checkout took until it answered. */
  startSeconds: { new: number; existing: number };
  /** The cookie of one of the cast, as a header has it. */
  cookieOf: (account: string) => Promise<string>;
  /** Starts the floors for these pages, as the portal answers them now. */
  startFloors: (targets: { url: string; cookie: string | undefined }[]) => Promise<PortalProcess>;
  /** Starts one portal more on the same database, which reaches it by this address. */
  startBeside: (databaseUrl: string) => Promise<PortalProcess>;
  socket: { folder: string; port: string };
  end: () => Promise<void>;
}

const node = (script: string): [string, ...string[]] => [
  process.execPath,
  ...["--max-old-space-size=256", "--import", "tsx", script],
];

/** Brings up a portal with the demo course on a data folder of its own, and the empty page on its database. */
export async function layGround(say: (line: string) => void): Promise<Ground> {
  await ensureBuild(say, new AbortController().signal);
  const folder = mkdtempSync(join(tmpdir(), "colloquy-bench-"));
  const undoing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const undo of undoing.splice(0).reverse()) await undo();
  };
  const start = async (
    variables: Record<string, string>,
    program?: [string, ...string[]],
  ): Promise<PortalProcess> => {
    const portal = startPortal(
      { PORT: await freePort(), NODE_ENV: "production", LOG_LEVEL: "warn", ...variables },
      program,
    );
    undoing.push(() => portal.end());
    await portal.ready();
    return portal;
  };
  try {
    const onFolder = { COLLOQUY_DATA: folder, COLLOQUY_NOW: now };
    const timed = async () => {
      const from = performance.now();
      const portal = await start(onFolder, ["npm", "start", "--silent"]);
      const seconds = (performance.now() - from) / 1000;
      await portal.end();
      return seconds;
    };
    say("Starting with a new database, and with an existing one.");
    const startSeconds = { new: await timed(), existing: await timed() };

    const embedded = await startEmbedded(folder);
    undoing.push(embedded.stop, disconnect);
    Object.assign(process.env, embedded.env);
    const portal = await start(onFolder);
    const empty = await start(embedded.env, node("bench/empty/serve.ts"));
    return {
      portal,
      empty,
      startSeconds,
      postgresPid: Number(read(join(folder, "postgres", "postmaster.pid"))?.split("\n")[0]),
      cookieOf: async (account) => {
        const [person] = await sql<{ id: string }[]>`
          select id from people where email = ${`${account}@demo.test`}`;
        return `colloquy=${await startSignIn(db, person?.id ?? "", new Date())}`;
      },
      startFloors: async (targets) => {
        const file = join(folder, "pages.json");
        writeFileSync(file, JSON.stringify(await Promise.all(targets.map(recorded))));
        return start(embedded.env, [...node("bench/floor.ts"), file]);
      },
      startBeside: (databaseUrl) =>
        start({
          ...onFolder,
          DATABASE_URL: databaseUrl,
          COLLOQUY_DEMO: "1",
        }),
      socket: { folder: embedded.env["PGHOST"] ?? "", port: embedded.env["PGPORT"] ?? "" },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Headers of the connection rather than the page. */
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"];

/** A page with its headers, as it came over the wire. */
async function recorded({
  url,
  cookie,
}: {
  url: string;
  cookie: string | undefined;
}): Promise<Recorded> {
  const headers = { "accept-encoding": "br, gzip", ...(cookie === undefined ? {} : { cookie }) };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers }, resolve).once("error", reject);
  });
  const body = Buffer.concat((await answer.toArray()) as Buffer[]);
  const kept = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name));
  return {
    headers: {
      ...Object.fromEntries(kept),
      "content-length": String(body.length),
    },
    base64: body.toString("base64"),
  };
}
