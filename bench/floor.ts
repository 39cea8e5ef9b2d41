import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import postgres from "postgres";

/*
 * The floors of the benchmark: a bare server that answers with the same bytes as a page of the portal, at
 * /bytes/0 at once and at /query/0 after one indexed query. argv[2] names the file that holds the pages.
 */

/** A page as it went over the wire. */
export interface Recorded {
  headers: Record<string, string>;
  base64: string;
}

const pages = (JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Recorded[]).map(
  ({ headers, base64 }) => ({ headers, body: Buffer.from(base64, "base64") }),
);
const sql = postgres({ max: 10 });

createServer((req, res) => {
  const [, kind, number] = (req.url ?? "").split("/");
  const page = pages[Number(number)];
  const send = () => res.writeHead(200, page?.headers).end(page?.body);
  if (kind === "query")
    void sql`select revision, clock_offset_ms from courses where slug = 's2024'`.then(send);
  else send();
}).listen(Number(process.env["PORT"]), "127.0.0.1");
