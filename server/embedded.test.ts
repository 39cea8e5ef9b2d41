import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { preparedFolder } from "@/e2e/prepared-data";
import { startEmbedded, type Embedded } from "./embedded";
import { identityOf } from "./process-identity";

function newFolder(): string {
  return mkdtempSync(join(test.info().outputPath(), "data-"));
}

function connectTo({ env }: Embedded): postgres.Sql {
  return postgres({
    host: env["PGHOST"] ?? "",
    port: Number(env["PGPORT"]),
    user: env["PGUSER"] ?? "",
    database: env["PGDATABASE"] ?? "",
    max: 1,
  });
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

test("it answers over a socket that is closed to others, and is gone when it is stopped", async () => {
  const folder = newFolder();
  const embedded = await startEmbedded(folder);
  const sockets = embedded.env["PGHOST"] ?? "";
  expect(statSync(sockets).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "postgres")).mode & 0o777).toBe(0o700);
  const sql = connectTo(embedded);
  const [shown] = await sql`
    select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network,
      (select datlocale from pg_database where datname = current_database()) as locale`;
  expect(shown).toEqual({ encoding: "UTF8", network: "", locale: "C.UTF-8" });
  await sql.end();
  const pid = postmasterOf(folder);
  await embedded.stop();
  expect(isRunning(pid)).toBe(false);
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
});

test("a stale postmaster.pid that names somebody else's process is no obstacle", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const bystander = spawn("sleep", ["60"]);
  const file = join(folder, "postgres", "postmaster.pid");
  writeFileSync(
    file,
    `${bystander.pid}\n${join(folder, "postgres")}\n1700000000\n5432\n/tmp\n\n  1  1\nready   \n`,
  );
  const embedded = await startEmbedded(folder);
  expect(postmasterOf(folder)).not.toBe(bystander.pid);
  await embedded.stop();
  expect(isRunning(bystander.pid ?? 0)).toBe(true);
  bystander.kill();
});

test("a server that was killed has lost nothing that it acknowledged", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const first = await startEmbedded(folder);
  const sql = connectTo(first);
  await sql`create table kept (n int primary key)`;
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await sql`insert into kept values (${acknowledged + 1})`;
      acknowledged++;
    }
  })().catch(() => undefined);
  await expect.poll(() => acknowledged).toBeGreaterThan(50);
  process.kill(postmasterOf(folder), "SIGKILL");
  await sql.end({ timeout: 0 });
  await writing;
  const second = await startEmbedded(folder);
  const again = connectTo(second);
  const [row] = await again<{ count: number }[]>`select count(*)::int from kept`;
  expect(row?.count).toBeGreaterThanOrEqual(acknowledged);
  await again.end();
  await second.stop();
});

test("a server whose socket was cleaned away is started anew", async () => {
  const folder = preparedFolder(test.info().outputPath());
  const first = await startEmbedded(folder);
  rmSync(first.env["PGHOST"] ?? "", { recursive: true });
  const second = await startEmbedded(folder);
  const sql = connectTo(second);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await second.stop();
});

test("a start that was interrupted while the database was being made is made again", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "postgres.new"));
  writeFileSync(join(folder, "postgres.new", "PG_VERSION"), "18\n");
  const embedded = await startEmbedded(folder);
  await embedded.stop();
});

test("data of a newer PostgreSQL is refused and left alone", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "99\n");
  await expect(startEmbedded(folder)).rejects.toThrow(/belongs to a newer version, PostgreSQL 99/);
});

test("a folder that cannot be made, or a file in its place, is named in one sentence", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  for (const folder of [file, "/proc/colloquy"])
    await expect(startEmbedded(folder)).rejects.toThrow(
      new RegExp(
        `^The data folder ${folder} cannot be written \\(\\w+\\): name another in COLLOQUY_DATA`,
      ),
    );
});

test("the lock of a process that died is taken over", async () => {
  const folder = preparedFolder(test.info().outputPath());
  writeFileSync(join(folder, "postgres.lock"), "999999999 1");
  const embedded = await startEmbedded(folder);
  await embedded.stop();
  expect(existsSync(join(folder, "postgres.lock"))).toBe(false);
});
