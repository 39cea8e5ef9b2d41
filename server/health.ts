import type { ServerResponse } from "node:http";
import { sql } from "@/db/client";
import { markAsPersonal } from "./headers";

/** Whether the portal has started, and its database answers within two seconds. */
export async function health(res: ServerResponse, isOpen: boolean): Promise<void> {
  markAsPersonal(res);
  const answers =
    isOpen &&
    (await Promise.race([
      sql`select 1`.then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref()),
    ]));
  const status = answers ? "ok" : isOpen ? "the database does not answer" : "starting";
  res.writeHead(answers ? 200 : 503, { "content-type": "application/json" });
  res.end(JSON.stringify({ status }));
}
