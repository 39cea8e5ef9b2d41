import { writeFileSync } from "node:fs";
import { lockFile, missingPlatforms, readLock } from "./lock";

// Run after each `npm install` that changed the lock.
const lock = readLock();
const missing = missingPlatforms(lock);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} entries for other platforms added to ${lockFile}.`);
