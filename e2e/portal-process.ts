import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "@/server/build";

/** A portal in a process of its own, for tests and measurements. */
export interface PortalProcess {
  url: string;
  pid: number;
  /** What it has printed so far. */
  said: () => string;
  /** Sends a signal and waits for the end of the process; the status, or null after a kill. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Waits for the end of the process without asking for it. */
  ended: Promise<number | null>;
  /** Waits until it answers; throws what it printed when it ended instead. */
  ready: () => Promise<void>;
}

/** What `npm start` runs. */
const itself: [string, ...string[]] = [
  process.execPath,
  "--max-old-space-size=256",
  "--import",
  "tsx",
  "bin/start.ts",
];

/** These variables, and of this process's own none that a portal reads. */
export function inherited(variables: Record<string, string>): NodeJS.ProcessEnv {
  const ours = /^(PORT|HOST|DATABASE_URL|AUTH_SECRET|LOG_LEVEL|NODE_ENV|COLLOQUY_.*|PG[A-Z]+)$/;
  const others = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(others), ...variables } as NodeJS.ProcessEnv;
}

/** Starts a portal with these variables, and none that this process was given for its own, in a checkout. */
export function startPortal(
  variables: Record<string, string>,
  [program, ...args]: [string, ...string[]] = itself,
  folder = root,
): PortalProcess {
  const child: ChildProcess = spawn(program, args, {
    cwd: folder,
    env: inherited(variables),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = `http://localhost:${variables["PORT"] ?? "3000"}`;
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    end: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
    ready: async () => {
      for (;;) {
        const { ok } = await fetch(`${url}/api/health`).catch(() => ({ ok: false }));
        if (ok) return;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The portal ended instead of starting.\n${said}`);
        await sleep(50);
      }
    },
  };
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
