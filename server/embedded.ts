import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { CannotStart } from "@/db/cannot-start";
import { openDataFolder } from "./data-folder";
import {
  ensureCluster,
  findBinaries,
  giveTo,
  ordinaryAccount,
  socketFolder,
} from "./embedded-cluster";
import { folderOf, identityOf, isAlive, me, oneAtATime, programOf, read } from "./process-identity";

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Where it is, as the PG… variables that every client of PostgreSQL knows. */
  env: Record<string, string>;
  /** This process needs it no longer. The last one to say so stops the server and waits for its end. */
  stop: () => Promise<void>;
}

/** What postmaster.pid says of a server that is alive. */
interface Server {
  pid: number;
  port: string;
  sockets: string;
  status: string;
}

/** Only a name: it listens on a socket, and on no network. */
const port = "5432";

/**
 * Starts PostgreSQL in `<dataFolder>/postgres`, or joins the one that runs there already, be it another
 * process's or left behind by one that was killed. Refuses a folder that cannot be written.
 */
export async function startEmbedded(dataFolder: string): Promise<Embedded> {
  const folder = resolve(dataFolder);
  const lock = join(folder, "postgres.lock");
  const users = join(folder, "users");
  const mine = join(users, String(process.pid));
  openDataFolder(folder, () => {
    mkdirSync(users, { recursive: true });
    writeFileSync(mine, me);
  });
  try {
    const server = await oneAtATime(lock, "starting PostgreSQL", () => joinOrStart(folder));
    return {
      env: {
        PGHOST: server.sockets,
        PGPORT: server.port,
        PGUSER: "colloquy",
        PGDATABASE: "postgres",
      },
      stop: () =>
        oneAtATime(lock, "stopping PostgreSQL", async () => {
          rmSync(mine, { force: true });
          if (!isUsed(users)) await end(join(folder, "postgres"));
        }),
    };
  } catch (error) {
    rmSync(mine, { force: true });
    throw error;
  }
}

/** Whether a living process still uses the server. */
function isUsed(users: string): boolean {
  return readdirSync(users).some((pid) => isAlive(read(join(users, pid)) ?? ""));
}

async function joinOrStart(folder: string): Promise<Server> {
  const data = join(folder, "postgres");
  for (let patience = 500; ; patience--) {
    const running = await settled(data);
    if (!running) return start(folder, data);
    if (await answers(running)) return running;
    // One that was killed is there for some moments more. One whose temporary folder was cleaned cannot be reached.
    if (!existsSync(socketOf(running)) || patience === 0) await end(data);
    else await sleep(20);
  }
}

/** Whether the server takes part in a conversation: a connection alone is the system's work, and may lead nowhere. */
async function answers({ sockets, port }: Server): Promise<boolean> {
  const options = { host: sockets, port: Number(port), user: "colloquy", database: "postgres" };
  const sql = postgres({ ...options, max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // Whoever refuses in words, or is slow, is alive.
    return !/^(ECONN|EPIPE|ENOENT|CONNECTION_)/.test(String((error as { code?: unknown }).code));
  } finally {
    await sql.end({ timeout: 0 });
  }
}

function socketOf(server: Server): string {
  return join(server.sockets, `.s.PGSQL.${server.port}`);
}

/** The server of this data, if one is alive; the file may be stale, and its number somebody else's by now. */
function findServer(data: string): Server | undefined {
  const lines = read(join(data, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || identityOf(pid) === undefined) return undefined;
  const program = programOf(pid);
  const works = folderOf(pid);
  if (program === undefined || basename(program) !== "postgres") return undefined;
  if (works !== undefined && works !== realpathSync(data)) return undefined;
  return {
    pid,
    port: lines[3] ?? "",
    sockets: lines[4] ?? "",
    status: (lines[7] ?? "").trim(),
  };
}

/** Waits while the server is on its way up or down. */
async function settled(data: string): Promise<Server | undefined> {
  for (;;) {
    const server = findServer(data);
    if (!server || server.status === "ready") return server;
    await sleep(20);
  }
}

async function start(folder: string, data: string): Promise<Server> {
  const binaries = await findBinaries();
  const account = ordinaryAccount();
  if (account.ids.uid !== undefined) chmodSync(folder, 0o711); // That account has to pass through it.
  ensureCluster(binaries, account, data);
  giveTo(account, data);
  const sockets = socketFolder(account, realpathSync(data));
  const log = join(folder, "postgres.log");
  for (let attempt = 0; ; attempt++) {
    // Whoever these name is dead, or is no PostgreSQL of this folder: PostgreSQL would believe them.
    for (const stale of [join(data, "postmaster.pid"), join(sockets, `.s.PGSQL.${port}.lock`)])
      rmSync(stale, { force: true });
    const output = openSync(log, "w", 0o600);
    const [command, args] = account.command(binaries.postgres, [
      ...["-D", data, "-p", port],
      ...Object.entries({
        listen_addresses: "",
        unix_socket_directories: sockets,
        unix_socket_permissions: "0700",
        // Refused statements are answered to whoever sent them; the file must not collect what people wrote.
        log_min_messages: "fatal",
        log_min_error_statement: "panic",
        log_error_verbosity: "terse",
      }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ]);
    // Detached: Ctrl-C in the terminal is for us, and we stop it when our work is done.
    const child = spawn(command, args, {
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, LC_ALL: "C" },
      ...account.ids,
    });
    closeSync(output);
    child.unref();
    let over: string | undefined;
    child.once("error", (error) => (over = error.message));
    child.once("exit", () => (over ??= read(log)?.trim() ?? ""));
    while (over === undefined) {
      const server = findServer(data);
      if (server?.pid === child.pid && server?.status === "ready") return server;
      await sleep(10);
    }
    // The last processes of a server that was killed are still on their way out.
    if (attempt < 100 && /is still in use/.test(over)) await sleep(100);
    else
      throw new CannotStart(`PostgreSQL does not start in ${data} (${over.split("\n").at(-1)}).`);
  }
}

/** Stops the server, with its connections, and waits until it is gone. */
async function end(data: string): Promise<void> {
  const server = findServer(data);
  if (!server) return;
  const identity = identityOf(server.pid) ?? "";
  // Four seconds to write everything down; after that it stops as if the power had gone, and recovers at the next start.
  for (const [signal, patienceMs] of [
    ["SIGINT", 4_000],
    ["SIGQUIT", 1_500],
  ] as const) {
    process.kill(server.pid, signal);
    for (let waited = 0; waited < patienceMs && isAlive(identity); waited += 10) await sleep(10);
    if (isAlive(identity)) continue;
    rmSync(server.sockets, { recursive: true, force: true });
    return;
  }
}
