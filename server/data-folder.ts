import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { CannotStart } from "@/db/cannot-start";

/**
 * Makes the data folder, where it is not there yet, and does what writes into it first. Refuses, in a sentence,
 * a folder that cannot be written.
 */
export function openDataFolder<T>(folder: string, write: () => T): T {
  try {
    makeFolder(folder);
    return write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotStart(
      `The data folder ${folder} cannot be written (${code}): name another in COLLOQUY_DATA, or change its permissions.`,
    );
  }
}

/** One after the other: Node's own `recursive` never returns where a file system makes no folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
