import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";
import type postgres from "postgres";
import { connect, disconnect, sql } from "@/db/client";

/** A row as PostgreSQL writes it in JSON, by its columns. */
export type FormerRow = Record<string, unknown>;

/** Every row of a database of 0.1.0, in an order in which they can be inserted. */
export function formerRows(): { table: string; row: FormerRow }[] {
  const packed = readFileSync("db/fixtures/colloquy-0.1.0.jsonl.gz");
  const lines = gunzipSync(packed).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [table, row] = JSON.parse(line) as [string, FormerRow];
    return { table, row };
  });
}

/** How many migrations 0.1.0 had. */
const formerMigrations = 3;

/**
 * A database as 0.1.0 left it, with all the rows of the fixture, which this process then works on instead of that of
 * the other tests, until it is closed.
 */
export async function openFormerDatabase() {
  const name = `former_${randomUUID().replaceAll("-", "")}`;
  const own = connect(1);
  const among = process.env["PGDATABASE"] ?? "";
  const use = async (database: string) => {
    await disconnect();
    process.env["PGDATABASE"] = database;
  };
  await own.unsafe(`create database ${name}`);
  await use(name);
  const close = async () => {
    await use(among);
    await own.unsafe(`drop database ${name}`);
    await own.end();
  };
  try {
    await sql.begin(async (tx) => {
      const files = readMigrationFiles({ migrationsFolder: "drizzle" });
      await applyByHand(tx, files.slice(0, formerMigrations));
      await insertFormerRows(tx);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

/** As the migrator would, which applies all that there are. */
async function applyByHand(tx: postgres.TransactionSql, files: MigrationMeta[]): Promise<void> {
  await tx`create schema drizzle`;
  await tx`create table drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  for (const { sql: statements, hash, folderMillis } of files) {
    for (const statement of statements) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

async function insertFormerRows(tx: postgres.TransactionSql): Promise<void> {
  const batches: { table: string; rows: FormerRow[] }[] = [];
  for (const { table, row } of formerRows()) {
    const last = batches.at(-1);
    if (last?.table === table) last.rows.push(row);
    else batches.push({ table, rows: [row] });
  }
  for (const { table, rows } of batches) {
    await tx`insert into ${tx(table)} overriding system value
      select * from json_populate_recordset(null::${tx(table)}, ${JSON.stringify(rows)}::text::json)`;
  }
  await tx`select setval(pg_get_serial_sequence('audit', 'id'), (select max(id) from audit))`;
}
