import { spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "@/db/cannot-start";

/*
 * Which processes are alive. A number alone does not say: after a restart (of a container, most of all) the
 * same number belongs to somebody else, so where the system tells it, a process is its number and its start.
 */

/** A process's number and, on Linux, its start; undefined when no such process is alive. */
export function identityOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    const stat = read(`/proc/${pid}/stat`);
    // The name, in brackets, may hold spaces: count the fields after it. The first is the state, the 20th the start.
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields && fields[0] !== "Z" ? `${pid} ${fields[19] ?? ""}` : undefined;
  }
  try {
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? String(pid) : undefined;
  }
}

/** This very process, as `isAlive` understands it. */
export const me = identityOf(process.pid) ?? String(process.pid);

/** Whether the process that wrote this identity is still alive. */
export function isAlive(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && identityOf(pid) === identity;
}

/** The program that a process runs, by its path or at least its name; undefined when the system does not say. */
export function programOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return undefined;
  return spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout.trim();
}

/** The folder that a process works in, where the system says. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The text of a file, or undefined when it is not there or not ours to read. */
export function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Does the work while no other living process does it under the same lock file. A lock whose holder died is
 * taken over. `what` names the work for the person who waits more than two minutes.
 */
export async function oneAtATime<T>(
  lock: string,
  what: string,
  work: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  const until = performance.now() + patienceMs;
  while (!take(lock)) {
    if (performance.now() > until)
      throw new CannotStart(
        `Another process has been ${what} for too long (process ${read(lock) ?? "unknown"}): end it, or delete ${lock}.`,
      );
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, me);
  try {
    linkSync(mine, lock); // Unlike opening and writing, it never shows a lock without its holder's name.
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  const holder = read(lock);
  if (holder === undefined || isAlive(holder)) return false;
  // Of two that find the same dead holder only one renames its file; whoever has renamed a fresh one puts it back.
  try {
    renameSync(lock, mine);
    if (read(mine) === holder) rmSync(mine);
    else renameSync(mine, lock);
  } catch {
    // Somebody else was quicker.
  }
  return false;
}
