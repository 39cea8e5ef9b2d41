import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import postgres from "postgres";
import { startEmbedded } from "@/server/embedded";
import { preparedFolder } from "./prepared-data";

/** A PostgreSQL that is reached over the network, as the one that a DATABASE_URL names. */
async function startServer() {
  const parent = mkdtempSync(join(tmpdir(), "colloquy-own-"));
  const folder = preparedFolder(parent);
  const { env, stop } = await startEmbedded(folder);
  const { PGHOST: host = "", PGPORT: socket = "" } = env;
  // The embedded one listens on no network: what arrives here goes to its socket.
  const gate = createServer((client) => {
    const server = connect(join(host, `.s.PGSQL.${socket}`));
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy());
    server.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const { port } = gate.address() as AddressInfo;
  const url = (name: string) => `postgres://colloquy@127.0.0.1:${port}/${name}`;
  const sql = postgres(url("postgres"), { max: 1, onnotice: () => undefined });
  return {
    /** Makes a database, empty or a copy of one that nobody is connected to, and says its DATABASE_URL. */
    newDatabase: async ({ like }: { like?: string } = {}): Promise<string> => {
      const name = `own_${randomUUID().replaceAll("-", "")}`;
      const pattern = like === undefined ? "template1" : new URL(like).pathname.slice(1);
      await sql.unsafe(`create database ${name} template ${pattern}`);
      return url(name);
    },
    end: async () => {
      await sql.end();
      gate.close();
      await stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** Makes a database, as the tests are given it. */
export type NewDatabase = Server["newDatabase"];

/** Tests that start with an empty database of their own, or several. */
export const test = base.extend<Pick<Server, "newDatabase">, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.end();
    },
    { scope: "worker" },
  ],
  newDatabase: async ({ server }, use) => {
    await use(server.newDatabase);
  },
});

export { expect } from "@playwright/test";
