import { CannotStart } from "@/db/cannot-start";
import { disconnect } from "@/db/client";
import { startEmbedded } from "./embedded";
import { migrate } from "@/db/migrate";
import type { Environment } from "./environment";

/**
 * Opens the database that the environment names, or starts the embedded one (or joins it, where a portal
 * already runs on the same data folder), and brings its schema up to date. `forDemo` refuses one that the demo did not
 * make. The result closes it again.
 */
export async function openDatabase(
  environment: Pick<Environment, "databaseUrl" | "data">,
  options: { forDemo?: boolean } = {},
): Promise<() => Promise<void>> {
  if (environment.databaseUrl !== undefined) {
    process.env["DATABASE_URL"] = environment.databaseUrl;
    await migrate(options).catch((error: unknown) => {
      if (error instanceof CannotStart) throw error;
      const reason = error instanceof Error ? error.message : "unknown";
      const { hostname } = new URL(environment.databaseUrl ?? "");
      throw new CannotStart(
        `The database at ${hostname} cannot be used (${reason}): check DATABASE_URL.`,
      );
    });
    return disconnect;
  }
  const embedded = await startEmbedded(environment.data);
  Object.assign(process.env, embedded.env);
  const close = async () => {
    await disconnect();
    await embedded.stop();
  };
  try {
    await migrate(options);
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
