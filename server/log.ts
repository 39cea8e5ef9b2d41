import type { IncomingMessage, ServerResponse } from "node:http";
import { format } from "node:util";
import pino from "pino";

/**
 * The log: one JSON object a line, on standard output. What people wrote, and what identifies them to the
 * portal, never gets in: no bodies, cookies or query strings, and errors without the values of their statement.
 */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: describeError },
});

/** Writes a line when a request has been answered, or whoever asked has left. */
export function logAnswer(req: IncomingMessage, res: ServerResponse, path: string): void {
  if (!log.isLevelEnabled("info")) return;
  const startedAt = performance.now();
  res.once("close", () => {
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    log.info(
      { method: req.method, path, status: res.statusCode, ms },
      res.writableFinished ? "answered" : "left before the answer",
    );
  });
}

interface Described {
  name: string;
  message: string;
  stack: string | undefined;
  code: unknown;
  constraint: unknown;
  cause: Described | undefined;
}

/** An error as the log keeps it. Drizzle puts the values of a failed statement behind "params:". */
export function describeError(error: unknown, depth = 0): Described {
  const { name, message, stack, code, constraint_name, cause } = (
    error instanceof Error ? error : { name: "Error", message: format(error) }
  ) as Error & { code?: unknown; constraint_name?: unknown };
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name,
    message: withoutValues(message),
    stack: frames?.join("\n"),
    code,
    constraint: constraint_name,
    cause: cause === undefined || depth > 3 ? undefined : describeError(cause, depth + 1),
  };
}

function withoutValues(message: string): string {
  return message.replace(/\bparams: [\s\S]*/, "params: …").slice(0, 2_000);
}

/** Next reports what goes wrong in a page to the console: from here on that goes to the log instead. */
export function sendConsoleToLog(): void {
  console.error = (...said: unknown[]) => {
    const error = said.find((one) => one instanceof Error);
    if (error) log.error({ err: error }, "A page failed");
    else log.error(withoutValues(format(...said)));
  };
  console.warn = (...said: unknown[]) => log.warn(withoutValues(format(...said)));
  console.log = console.info = (...said: unknown[]) => log.debug(withoutValues(format(...said)));
}
