import { createConnection, createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** A door to a PostgreSQL that listens on a socket, which counts the statements that go through it. */
export interface CountingDoor {
  databaseUrl: string;
  /** Statements since it was opened, those that begin and end transactions among them. */
  count: () => number;
  close: () => void;
}

/** Client messages that run something: "Execute" of a prepared statement, and a simple "Query". */
const runs = new Set(["E".charCodeAt(0), "Q".charCodeAt(0)]);

/**
 * Opens the door on a free port of this machine. A portal of the benchmark connects through it, so that the
 * queries of a page are counted where they pass, and nothing has to be added to the portal.
 */
export async function openCountingDoor(socketFolder: string, port: string): Promise<CountingDoor> {
  let counted = 0;
  const server = createServer((client) => {
    const upstream = createConnection(`${socketFolder}/.s.PGSQL.${port}`);
    // The first message of a connection has no letter before its length.
    let isGreeted = false;
    let rest = Buffer.alloc(0);
    client.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const letter = isGreeted ? 1 : 0;
        if (rest.length < letter + 4) break;
        const length = letter + rest.readInt32BE(letter);
        if (rest.length < length) break;
        if (isGreeted && runs.has(rest[0] ?? 0)) counted++;
        isGreeted = true;
        rest = rest.subarray(length);
      }
    });
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    databaseUrl: `postgres://colloquy@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    count: () => counted,
    close: () => server.close(),
  };
}
