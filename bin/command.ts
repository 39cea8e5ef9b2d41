import { parseArgs, type ParseArgsConfig } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";
import { CannotStart } from "@/db/cannot-start";
import { CourseFileError } from "@/db/course-file";
import { Refusal, refusalsIn } from "@/policy/refusal";
import { openDatabase } from "@/server/database";
import { readEnvironment } from "@/server/environment";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * A command of the terminal: reads its words, opens the database that the environment names, carries it out and
 * closes again. Says what went wrong in sentences; the exit code is 1 when it returns false or fails.
 */
export async function runCommand(
  usage: string,
  options: Options,
  execute: (words: string[], values: Values) => Promise<boolean>,
): Promise<void> {
  let close: (() => Promise<void>) | undefined;
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    close = await openDatabase(readEnvironment());
    if (!(await execute(positionals, values))) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    console.error(sentenceFor(error, usage));
  } finally {
    await close?.();
  }
}

/** The command was called with other words than it takes. */
export class WrongUse extends Error {}

/** An option's text, or undefined. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

function sentenceFor(error: unknown, usage: string): string {
  if (error instanceof WrongUse) return `${error.message}\nUsage: ${usage}`;
  if (error instanceof CourseFileError) {
    return `${error.message}\nNothing was written.`;
  }
  if (error instanceof Refusal) {
    return refusalsIn(error)
      .map(({ message }) => message)
      .join("\n");
  }
  if (error instanceof CannotStart) return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${(error as Error).message}\nUsage: ${usage}`;
  if (code === "ENOENT")
    return `There is no such file: ${(error as NodeJS.ErrnoException).path ?? ""}`;
  if (code === "EISDIR") return "This is a folder. Name a file in it.";
  // Its own words would repeat all that was to be written, passwords included.
  if (error instanceof DrizzleQueryError) {
    const { message = "" } = (error.cause ?? {}) as Partial<Error>;
    return `The database did not take this, and nothing was written: ${message}.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
