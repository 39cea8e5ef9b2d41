import next from "next";
import { CannotStart } from "@/db/cannot-start";
import { db } from "@/db/client";
import { hasDemoCourse } from "@/db/demo";
import { isMarkedAsDemo } from "@/db/demo-mark";
import { forgetExpired } from "@/db/sign-ins";
import { ensureBuild, root } from "./build";
import { openDatabase } from "./database";
import { readEnvironment, shareEnvironment, type Environment } from "./environment";
import { createFront } from "./front";
import { log, sendConsoleToLog } from "./log";

const ending = new AbortController();
let front: ReturnType<typeof createFront> | undefined;
let database: Promise<() => Promise<void>> | undefined;

/**
 * What `npm start` and `npm run dev` run: opens the port, the database and the pages, and ends when it is asked to. In
 * development Next compiles the pages as they are asked for, and again when a file changes.
 */
export async function runPortal({ isDev }: { isDev: boolean }): Promise<void> {
  await main(isDev).catch(async (error: unknown) => {
    if (ending.signal.aborted) return;
    if (error instanceof CannotStart) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, "Colloquy cannot start");
    await stop(1);
  });
}

async function main(isDev: boolean): Promise<void> {
  const environment = readEnvironment();
  shareEnvironment(environment, isDev);
  log.level = environment.logLevel;
  endOnSignals();
  warnOfOldNode(environment);
  front = createFront({ ...environment, root, isDev });
  await listen(environment);
  database = openDatabase(environment, { forDemo: environment.isDemo });
  await Promise.all([
    isDev ? undefined : ensureBuild(say, ending.signal),
    database.then(() => (environment.isDemo ? loadTheDemo(environment) : refuseDemoData())),
  ]);
  if (!isDev) sendConsoleToLog();
  const app = next({
    dev: isDev,
    dir: root,
    hostname: environment.host,
    port: environment.port,
    // Where browsers learn over a socket that a page has changed.
    ...(isDev ? { httpServer: front.server } : {}),
  });
  await app.prepare();
  await front.open(app.getRequestHandler());
  keepTidy();
  welcome(environment);
}

/** The demo's accounts have a published password and its course a clock of its own: neither is for a real portal. */
async function refuseDemoData(): Promise<void> {
  if ((await isMarkedAsDemo(db)) || (await hasDemoCourse(db))) {
    throw new CannotStart(
      "This database holds the demo course or was made for it, and the demo’s accounts have a published password: use another DATABASE_URL or COLLOQUY_DATA, or set COLLOQUY_DEMO=1.",
    );
  }
}

/** Forgets once an hour what has run out. */
function keepTidy(): void {
  setInterval(() => {
    forgetExpired(db, new Date()).catch((error: unknown) => {
      log.error({ err: error }, "What has run out could not be forgotten");
    });
  }, 3_600_000).unref();
}

/** Lines for the person at the terminal; the log is for machines. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Takes the port before anything that needs time. */
async function listen({ port, host }: Environment): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    front?.server.once("error", reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} on ${host} is taken by another program: stop it, or choose another with PORT.`,
      EACCES: `Port ${port} on ${host} is not allowed to this account: choose one above 1023 with PORT.`,
    };
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new CannotStart(
      reasons[code] ?? `HOST ${host} is no address of this machine (${code}): change HOST.`,
    );
  });
}

async function loadTheDemo({ demoStart }: Environment): Promise<void> {
  const { loadDemos } = await import("@/db/seed/demo");
  await loadDemos(demoStart, new Date(), say);
}

function welcome({ url, isDemo }: Environment): void {
  say(`\nColloquy is ready: ${url}`);
  if (!isDemo) return;
  say(`
This is a demo. Continue as one of these at ${url}/login; the password of all is colloquy-demo.

  student01@demo.test … student30@demo.test   students (01–18 at 12 units, 19–30 at 6)
  ta1@demo.test, ta2@demo.test                teaching assistants
  instructor1@demo.test, instructor2@demo.test

Ctrl-C stops it.`);
}

/** Node releases that get no security fixes any more, by the day on which that began. */
const endOfLife: Record<number, string> = { 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30" };

function warnOfOldNode({ isDemo }: Environment): void {
  const major = Number.parseInt(process.versions.node, 10);
  const end = endOfLife[major] ?? (major % 2 === 1 ? "2026-04-30" : undefined);
  if (!isDemo && end !== undefined && new Date(end) < new Date())
    say(`Node ${major} gets no security fixes any more: run Colloquy on Node 24 in production.`);
}

function endOnSignals(): void {
  let askedAt: number | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => {
      // Ctrl-C under npm arrives twice, from the terminal and from npm: that is still asking once.
      if (askedAt !== undefined && performance.now() - askedAt > 1_000) process.exit(1);
      askedAt ??= performance.now();
      void stop(0);
    });
  process.on("unhandledRejection", (error) => log.error({ err: error }, "Nobody caught an error"));
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "Nobody caught an error");
    // postgres.js throws this from a timer when the database goes away; its own reconnecting takes care of the rest.
    if (!error.stack?.includes("nextWrite")) void stop(1);
  });
}

/** Answers what is under way, for two seconds at most, then closes the database and ends the process. */
async function stop(status: number): Promise<void> {
  if (ending.signal.aborted) return;
  ending.abort();
  await closeFront();
  try {
    await (
      await database
    )?.();
  } catch (error) {
    if (!(error instanceof CannotStart)) log.error({ err: error }, "The database did not close");
  }
  process.exit(status);
}

async function closeFront(): Promise<void> {
  const server = front?.server;
  if (!server?.listening) return;
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, 2_000);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(patience);
}
