import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { CannotStart } from "@/db/cannot-start";
import { openDataFolder } from "./data-folder";
import { trustIn } from "./headers";

/** A text that is a URL of one of the protocols, with a host. */
function urlWith(protocols: string[], message: string) {
  return z.string().refine(
    (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url !== undefined && protocols.includes(url.protocol) && url.hostname !== "";
    },
    { message, abort: true },
  );
}

function isRange(text: string): boolean {
  try {
    trustIn([text]);
    return true;
  } catch {
    return false;
  }
}

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port, a number from 1 to 65535")
    .transform(Number)
    .refine((port) => port > 0 && port < 65_536, "must be a port, a number from 1 to 65535")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or an address, such as 127.0.0.1")
    .default("127.0.0.1"),
  DATABASE_URL: urlWith(
    ["postgres:", "postgresql:"],
    "must be the URL of a PostgreSQL database, such as postgres://user:password@host:5432/name",
  ).optional(),
  COLLOQUY_DATA: z.string().default(".data"),
  COLLOQUY_URL: urlWith(
    ["http:", "https:"],
    "must be the portal's public address, such as https://colloquy.example.edu",
  )
    .refine((text) => {
      const url = new URL(text);
      return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
    }, "must be an address without a path, such as https://colloquy.example.edu")
    .transform((text) => new URL(text).origin)
    .optional(),
  COLLOQUY_TRUSTED_PROXIES: z
    .string()
    .default("loopback")
    .transform((text) => text.split(",").map((range) => range.trim()))
    .superRefine((ranges, context) => {
      const wrong = ranges.find((range) => !isRange(range));
      if (wrong !== undefined)
        context.addIssue(
          `must be addresses or ranges with commas between them, such as 10.0.0.0/8,192.0.2.7, and “${wrong}” is neither`,
        );
    }),
  COLLOQUY_DEMO: z.enum(["0", "1"], "must be 0 or 1").optional(),
  COLLOQUY_NOW: z.iso
    .datetime({
      offset: true,
      message: "must be an instant with its offset, such as 2024-02-05T16:00:00-05:00",
    })
    .optional(),
  AUTH_SECRET: z
    .string()
    .min(32, "must be at least 32 characters long; `openssl rand -base64 33` prints one")
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .optional(),
});

/** What the portal was told from outside, checked. */
export interface Environment {
  port: number;
  host: string;
  /** Unset: the embedded PostgreSQL in `data`. */
  databaseUrl: string | undefined;
  /** The data folder, as an absolute path. */
  data: string;
  /** The public address, without a slash at its end. */
  url: string;
  /** The proxies whose forwarded headers are believed: addresses, ranges, and names of ranges. */
  trustedProxies: string[];
  isDemo: boolean;
  /** Demo mode: where the course's clock starts. */
  demoStart: Date;
  authSecret: string | undefined;
  logLevel: string;
}

/**
 * Reads and checks every variable of the environment, and of `.env` where there is one. Refuses with a sentence
 * for each that is malformed.
 */
export function readEnvironment(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const given = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new CannotStart(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`).join("\n"),
    );
  const read = parsed.data;
  const isDemo = (read.COLLOQUY_DEMO ?? (read.DATABASE_URL === undefined ? "1" : "0")) === "1";
  if (!isDemo && read.COLLOQUY_NOW !== undefined)
    throw new CannotStart(
      "COLLOQUY_NOW works in demo mode only: unset it, or set COLLOQUY_DEMO=1.",
    );
  return {
    port: read.PORT,
    host: read.HOST,
    databaseUrl: read.DATABASE_URL,
    data: resolve(read.COLLOQUY_DATA),
    url: read.COLLOQUY_URL ?? `http://localhost:${read.PORT}`,
    trustedProxies: read.COLLOQUY_TRUSTED_PROXIES,
    isDemo,
    demoStart: new Date(read.COLLOQUY_NOW ?? "2024-02-05T16:00:00-05:00"),
    authSecret: read.AUTH_SECRET,
    logLevel: read.LOG_LEVEL ?? (isDemo ? "warn" : "info"),
  };
}

/**
 * Puts what was read, with its defaults, back into the environment: there the pages find it. The demo's secret
 * is made once and kept in the data folder; production refuses to start without its own.
 */
export function shareEnvironment(environment: Environment, isDev = false): void {
  Object.assign(process.env, {
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(environment.port),
    HOST: environment.host,
    COLLOQUY_DATA: environment.data,
    COLLOQUY_URL: environment.url,
    COLLOQUY_DEMO: environment.isDemo ? "1" : "0",
    AUTH_SECRET: environment.authSecret ?? demoSecret(environment),
  });
}

function demoSecret({ isDemo, data }: Environment): string {
  if (!isDemo)
    throw new CannotStart(
      "AUTH_SECRET is missing: set it to at least 32 random characters; `openssl rand -base64 33` prints them.",
    );
  const file = join(data, "auth-secret");
  return openDataFolder(data, () => {
    try {
      writeFileSync(file, randomBytes(33).toString("base64"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    return readFileSync(file, "utf8");
  });
}
