import { readFileSync } from "node:fs";
import { gte } from "semver";
import { missingPlatforms, readLock } from "./lock";

// What `npm audit` would say if every registry answered it, and what `npm ci` needs.
const lock = readLock();
const safe = JSON.parse(readFileSync("safe-versions.json", "utf8")) as Record<
  string,
  [least: string, because: string]
>;

const wrong = missingPlatforms(lock).map(
  ([path]) => `${path} is missing in the lock: run npm run complete-lock.`,
);
for (const [path, { version, resolved }] of Object.entries(lock.packages)) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const [least, because] = safe[name] ?? [];
  if (path !== "" && version && least && !gte(version, least))
    wrong.push(`${path} is ${version}, and below ${least} there is ${because ?? "a known hole"}.`);
  if (resolved?.startsWith("http"))
    wrong.push(
      `${path} records a download address: set omit-lockfile-registry-resolved=true for npm.`,
    );
}
wrong.forEach((line) => console.error(line));
process.exit(wrong.length === 0 ? 0 : 1);
