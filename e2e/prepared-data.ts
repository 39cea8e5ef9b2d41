import { constants, cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { disconnect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { startEmbedded } from "@/server/embedded";

/** Makes a data folder whose database has all tables and no row, for tests that begin where others would wait. */
export async function prepareData(folder: string): Promise<void> {
  const embedded = await startEmbedded(folder);
  Object.assign(process.env, embedded.env);
  try {
    await migrate();
  } finally {
    await disconnect();
    await embedded.stop();
  }
  process.env["COLLOQUY_TEST_PREPARED"] = join(folder, "postgres");
}

/** A data folder of a test's own within `parent`: its database has been made already, and is empty. */
export function preparedFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, "data-"));
  const prepared = process.env["COLLOQUY_TEST_PREPARED"] ?? "";
  const mode = constants.COPYFILE_FICLONE;
  cpSync(prepared, join(folder, "postgres"), { recursive: true, mode });
  return folder;
}
