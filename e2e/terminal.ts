import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/build";
import { inherited } from "./portal-process";

/** The command of the README that begins so, without what it says about it. */
export function readmeCommand(beginning: string): string {
  const lines = readFileSync(join(root, "README.md"), "utf8").split("\n");
  const found = lines.map((line) => line.trim()).find((line) => line.startsWith(beginning));
  if (found === undefined) throw new Error(`The README has no command “${beginning} …”.`);
  return found.replace(/\s+#.*$/, "");
}

/** Runs a line as somebody types it into a terminal, in the checkout unless told otherwise. */
export async function runLine(
  line: string,
  variables: Record<string, string>,
  folder = root,
): Promise<{ status: number | null; out: string; error: string }> {
  const shell = spawn("sh", ["-c", line], { cwd: folder, env: inherited(variables) });
  const said = { out: "", error: "" };
  shell.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  shell.stderr.on("data", (chunk: Buffer) => (said.error += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => shell.once("close", resolve));
  return { status, ...said };
}
