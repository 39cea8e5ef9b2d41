import { readFileSync } from "node:fs";
import { db } from "@/db/client";
import { exportCourse } from "@/db/course-export";
import { readCourseFile } from "@/db/course-file";
import { importCourse } from "@/db/course-import";
import { Refusal } from "@/policy/refusal";
import { runCommand, WrongUse } from "./command";

await runCommand(
  "npm run course -- import FILE [--dry-run] | export SLUG",
  { "dry-run": { type: "boolean" } },
  async ([action, name], values) => {
    if (name === undefined) throw new WrongUse("Say what to import or export.");
    if (action === "import") {
      const isDryRun = values["dry-run"] === true;
      const file = readCourseFile(readFileSync(name, "utf8"), name);
      const { changes } = await importCourse(db, file, new Date(), { isDryRun });
      for (const change of changes) console.log(change);
      console.log(isDryRun ? "Nothing was written: this was a dry run." : "Imported.");
      return true;
    }
    if (action === "export") {
      const yaml = await exportCourse(db, name);
      if (yaml === undefined) throw new Refusal(`There is no course “${name}”.`);
      process.stdout.write(yaml);
      return true;
    }
    throw new WrongUse(`There is no “${action ?? ""}”.`);
  },
);
