import { db } from "@/db/client";
import { findBroken } from "@/db/invariants";
import { runCommand } from "./command";

await runCommand("npm run check-invariants", {}, async () => {
  const broken = await findBroken(db);
  for (const { name, rows } of broken) {
    for (const row of rows) console.log(`${name}: ${JSON.stringify(row)}`);
  }
  if (broken.length === 0) console.log("Every invariant holds.");
  return broken.length === 0;
});
