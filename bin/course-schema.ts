import { writeFileSync } from "node:fs";
import { jsonSchemaOfCourse } from "@/db/course-file";

writeFileSync("docs/course.schema.json", JSON.stringify(jsonSchemaOfCourse(), null, 2));
