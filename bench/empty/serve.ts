import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { createFront } from "@/server/front";

/*
 * The unit of the benchmark: an empty page with one query, from an application of its own that nobody can reach
 * in a portal, behind the portal's front and under its conditions.
 */

const root = fileURLToPath(new URL(".", import.meta.url));
const port = Number(process.env["PORT"]);

const built = join(root, ".next", "BUILD_ID");
const sources = ["app/layout.js", "app/page.js", "app/not-found.js", "next.config.js"];
const madeAt = existsSync(built) ? statSync(built).mtimeMs : 0;
if (
  [...sources, "../../node_modules/next/package.json"].some(
    (path) => statSync(join(root, path)).mtimeMs > madeAt,
  )
) {
  const program = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [program, "build", root], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (status !== 0) throw new Error("The empty page could not be built.");
}

const front = createFront({ url: `http://localhost:${port}`, root });
await new Promise<void>((resolve) => front.server.listen(port, "127.0.0.1", resolve));
const app = next({ dev: false, dir: root, hostname: "127.0.0.1", port });
await app.prepare();
await front.open(app.getRequestHandler());
