import { randomBytes } from "node:crypto";
import { db, type Db, type Tx } from "@/db/client";
import { enrolPerson } from "@/db/enrolments";
import { createPerson, disablePerson } from "@/db/people";
import { runCommand, textOf, WrongUse } from "./command";

const roles = ["student", "ta", "instructor"] as const;

await runCommand(
  [
    "npm run admin -- create-user --email EMAIL --name NAME [--course SLUG --role instructor|ta|student [--units N]]",
    "       npm run admin -- enrol --email EMAIL --course SLUG --role ROLE [--units N]",
    "       npm run admin -- disable --email EMAIL | enable --email EMAIL",
  ].join("\n"),
  {
    email: { type: "string" },
    name: { type: "string" },
    course: { type: "string" },
    role: { type: "string" },
    units: { type: "string" },
  },
  async ([action], values) => {
    const now = new Date();
    const email = textOf(values, "email");
    if (email === undefined) throw new WrongUse("Say whose account with --email.");
    const enrol = async (tx: Db | Tx) => {
      const slug = textOf(values, "course");
      const role = roles.find((one) => one === values["role"]);
      if (slug === undefined || role === undefined) {
        throw new WrongUse("Say which course with --course, and the role with --role.");
      }
      const units = textOf(values, "units");
      await enrolPerson(
        tx,
        { email, slug, role, units: units === undefined ? null : Number(units) },
        now,
      );
      return `${email} is ${role} of ${slug}.`;
    };
    switch (action) {
      case "create-user": {
        const name = textOf(values, "name");
        if (name === undefined) throw new WrongUse("Say the person's name with --name.");
        const password = process.env["COLLOQUY_PASSWORD"] ?? randomBytes(12).toString("base64url");
        const enrolled = await db.transaction(async (tx) => {
          await createPerson(tx, { email, name, password }, now);
          return values["course"] === undefined ? null : enrol(tx);
        });
        console.log(`There is now an account for ${email}.`);
        if (process.env["COLLOQUY_PASSWORD"] === undefined) {
          console.log(
            `Its password is ${password} and can be changed after signing in, at /account.`,
          );
        }
        if (enrolled !== null) console.log(enrolled);
        return true;
      }
      case "enrol":
        console.log(await enrol(db));
        return true;
      case "disable":
      case "enable":
        await disablePerson(db, { email, isDisabled: action === "disable" }, now);
        console.log(
          `${email} ${action === "disable" ? "cannot sign in any more" : "can sign in again"}.`,
        );
        return true;
      default:
        throw new WrongUse(`There is no “${action ?? ""}”.`);
    }
  },
);
