import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { CannotStart } from "./cannot-start";
import { connect } from "./client";
import { markAsDemo, refuseForeignDatabase } from "./demo-mark";

const migrationsFolder = fileURLToPath(new URL("../drizzle", import.meta.url));

/** Any number will do, as long as every Colloquy takes the same one. */
const migrationLock = 11_891;

/**
 * Brings the schema up to date. Processes that start together take turns under an advisory lock. Refuses a
 * database that a newer Colloquy has migrated, and for the demo one that the demo did not make.
 */
export async function migrate({ forDemo = false } = {}): Promise<void> {
  const own = connect(1);
  try {
    await own`select pg_advisory_lock(${migrationLock})`;
    const known = readMigrationFiles({ migrationsFolder });
    const hashes = new Set(known.map((migration) => migration.hash));
    const unknown = (await appliedHashes(own)).filter((hash) => !hashes.has(hash));
    if (unknown.length > 0)
      throw new CannotStart(
        `The database belongs to a newer Colloquy, for it has ${unknown.length} migrations that this version does not know: start that version, or restore a backup from before the upgrade.`,
      );
    if (forDemo) await refuseForeignDatabase(own);
    await applyMigrations(drizzle(own), { migrationsFolder });
    if (forDemo) {
      await markAsDemo(own);
      // Whoever wrote without this lock meanwhile was first.
      await refuseForeignDatabase(own);
    }
  } finally {
    await own.end({ timeout: 5 });
  }
}

async function appliedHashes(own: ReturnType<typeof connect>): Promise<string[]> {
  const [table] = await own<{ name: string | null }[]>`
    select to_regclass('drizzle.__drizzle_migrations')::text as name`;
  if (!table?.name) return [];
  const rows = await own<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map((row) => row.hash);
}
