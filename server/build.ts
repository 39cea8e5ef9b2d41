import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotStart } from "@/db/cannot-start";
import { oneAtATime, read } from "./process-identity";

/** The folder of the checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders that the pages are made of. */
const sources = ["app", "components", "db", "policy", "public"];
/** Files beside them that Next does not read; of any other it may, whatever it is called. */
const unread =
  /^((eslint|playwright|drizzle)\.config\.[a-z]+|knip\.json|safe-versions\.json|next-env\.d\.ts)$/;

/** A fingerprint of everything that the build of a checkout is made of. */
export function fingerprint(checkout: string): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const full = join(checkout, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else if (!path.endsWith(".test.ts")) {
      hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    }
  };
  const beside = readdirSync(checkout).filter(
    (name) => /\.([cm]?[jt]sx?|json|css)$/.test(name) && !unread.test(name),
  );
  [...sources, ...beside.sort()].forEach(add);
  return hash.digest("hex");
}

/**
 * Builds the pages, unless the build in place was made of the very same sources. Two starters take turns, and
 * the second finds the build of the first. A signal through `ending` ends a build that is under way.
 */
export async function ensureBuild(say: (line: string) => void, ending: AbortSignal): Promise<void> {
  const mark = join(root, ".next", "made-of");
  const isCurrent = () => read(mark) === fingerprint(root);
  if (isCurrent()) return;
  const lock = join(root, "node_modules", ".cache", "colloquy-build.lock");
  await oneAtATime(
    lock,
    "building the pages",
    async () => {
      if (isCurrent()) return;
      say("Building the pages, which takes about half a minute and happens once.");
      const made = fingerprint(root);
      await build(ending);
      mkdirSync(join(root, ".next"), { recursive: true });
      writeFileSync(mark, made);
    },
    600_000,
  );
}

/** In a process of its own, which is not bound by the server's heap limit. */
async function build(ending: AbortSignal): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    signal: ending,
  });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0)
    throw new CannotStart(`${said.trim()}\nThe pages could not be built: see above.`);
}
