import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { db, disconnect, sql } from "@/db/client";
import { startEmbedded } from "@/server/embedded";
import { findBroken } from "@/db/invariants";
import { migrate } from "@/db/migrate";
import { findBrowser } from "./browser";
import { ensureBuild } from "@/server/build";
import { startPortal } from "./portal-process";
import { prepareData } from "./prepared-data";

/**
 * Brings up what the chosen tests need, and no more: a database for db and e2e, a portal in demo mode on the
 * same database and a browser for e2e, a build for bin and e2e, a data folder to be copied for bin. The result takes it all down again.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const chosen = chosenProjects(process.argv.slice(2));
  const undoing: (() => Promise<unknown>)[] = [];
  const tearDown = async () => {
    const failures: unknown[] = [];
    for (const undo of undoing.reverse())
      await undo().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    if (chosen.has("bin")) {
      await build();
      const folder = mkdtempSync(join(tmpdir(), "colloquy-prepared-"));
      undoing.push(() => rm(folder, { recursive: true, force: true }));
      await prepareData(folder);
    }
    if (chosen.has("db") || chosen.has("e2e")) {
      const folder = mkdtempSync(join(tmpdir(), "colloquy-test-"));
      undoing.push(() => rm(folder, { recursive: true, force: true }));
      const embedded = await startEmbedded(folder);
      undoing.push(embedded.stop);
      delete process.env["DATABASE_URL"];
      Object.assign(process.env, embedded.env);
      await forgetDurability();
      await migrate();
      undoing.push(expectInvariants);
      if (chosen.has("e2e")) {
        process.env["CHROMIUM_PATH"] = await findBrowser();
        await build();
        const portal = startPortal({
          PORT: process.env["COLLOQUY_TEST_PORT"] ?? "",
          COLLOQUY_DATA: folder,
          LOG_LEVEL: "error",
        });
        undoing.push(async () => {
          const status = await portal.end();
          if (status !== 0) throw new Error(`The portal ended with ${status}.\n${portal.said()}`);
        });
        await portal.ready();
      }
    }
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Nobody needs these rows after a power cut: the database does not wait for the disk. */
async function forgetDurability(): Promise<void> {
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
    await sql.unsafe(`alter system set ${setting} = off`);
  await sql`select pg_reload_conf()`;
}

/** After all tests: whatever they did to the database through verbs, nothing in it may be what must never be. */
async function expectInvariants(): Promise<void> {
  const broken = await findBroken(db).finally(disconnect);
  const lines = broken.flatMap(({ name, rows }) =>
    rows.slice(0, 5).map((row) => `${name}: ${JSON.stringify(row)}`),
  );
  if (lines.length > 0) throw new Error(`The tests left a broken database.\n${lines.join("\n")}`);
}

async function build(): Promise<void> {
  await ensureBuild((line) => {
    console.log(line);
  }, new AbortController().signal);
}

/** The projects named by `--project`; without it those whose folder a file argument names; else all. */
function chosenProjects(args: string[]): Set<string> {
  const all = ["bin", "policy", "db", "e2e"];
  const named = args.flatMap((arg, at) =>
    arg.startsWith("--project=")
      ? [arg.slice("--project=".length)]
      : args[at - 1] === "--project"
        ? [arg]
        : [],
  );
  if (named.length > 0) return new Set(named);
  const folders = args.flatMap(
    (arg) => /^(?:\.\/)?(bin|server|policy|db|e2e)(?:\/|$)/.exec(arg)?.[1] ?? [],
  );
  return new Set(folders.length > 0 ? folders.map((one) => (one === "server" ? "bin" : one)) : all);
}
