import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { readEnvironment, shareEnvironment } from "./environment";

const before = { ...process.env };

function given(variables: Record<string, string>) {
  for (const name of Object.keys(process.env))
    if (/^(PORT|HOST|DATABASE_URL|AUTH_SECRET|LOG_LEVEL|COLLOQUY_)/.test(name))
      Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, variables);
  return readEnvironment();
}

test.afterEach(() => {
  process.env = { ...before };
});

test("nothing given is the demo on http://localhost:3000", () => {
  expect(given({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: undefined,
    url: "http://localhost:3000",
    isDemo: true,
    demoStart: new Date("2024-02-05T16:00:00-05:00"),
  });
  expect(given({}).trustedProxies).toEqual(["loopback"]);
  expect(
    given({ COLLOQUY_TRUSTED_PROXIES: "loopback, 10.0.0.0/8,fd00::/8" }).trustedProxies,
  ).toEqual(["loopback", "10.0.0.0/8", "fd00::/8"]);
  expect(given({ PORT: "4000", DATABASE_URL: "" })).toMatchObject({ url: "http://localhost:4000" });
});

test("a database given is production, unless the demo is asked for", () => {
  const DATABASE_URL = "postgres://me:secret@db.example.edu/colloquy";
  expect(given({ DATABASE_URL }).isDemo).toBe(false);
  expect(given({ DATABASE_URL, COLLOQUY_DEMO: "1" }).isDemo).toBe(true);
});

for (const [name, value, sentence] of [
  ["PORT", "http", "PORT must be a port, a number from 1 to 65535."],
  ["PORT", "70000", "PORT must be a port, a number from 1 to 65535."],
  ["PORT", "0", "PORT must be a port, a number from 1 to 65535."],
  ["HOST", "a b", "HOST must be a host name or an address, such as 127.0.0.1."],
  ["DATABASE_URL", "mysql://x/y", "DATABASE_URL must be the URL of a PostgreSQL database"],
  ["DATABASE_URL", "postgres", "DATABASE_URL must be the URL of a PostgreSQL database"],
  ["COLLOQUY_URL", "colloquy.edu", "COLLOQUY_URL must be the portal's public address"],
  ["COLLOQUY_URL", "https://a.edu/path", "COLLOQUY_URL must be an address without a path"],
  [
    "COLLOQUY_TRUSTED_PROXIES",
    "10.0.0.0/8, 10.0.0.0/99",
    /^COLLOQUY_TRUSTED_PROXIES must be addresses or ranges with commas between them, such as 10\.0\.0\.0\/8,192\.0\.2\.7, and “10\.0\.0\.0\/99” is neither\.$/,
  ],
  ["COLLOQUY_TRUSTED_PROXIES", "proxy.uni.edu", "“proxy.uni.edu” is neither"],
  ["COLLOQUY_DEMO", "yes", "COLLOQUY_DEMO must be 0 or 1."],
  ["COLLOQUY_NOW", "2024-02-30T10:00:00Z", "COLLOQUY_NOW must be an instant with its offset"],
  ["COLLOQUY_NOW", "2024-02-05 16:00", "COLLOQUY_NOW must be an instant with its offset"],
  ["AUTH_SECRET", "short", "AUTH_SECRET must be at least 32 characters long"],
  ["LOG_LEVEL", "loud", "LOG_LEVEL must be fatal, error"],
] as const)
  test(`${name}=${value} is refused in a sentence that names it`, () => {
    expect(() => given({ [name]: value })).toThrow(sentence);
  });

test("the demo's clock has no place in production", () => {
  expect(() => given({ COLLOQUY_DEMO: "0", COLLOQUY_NOW: "2024-02-05T16:00:00-05:00" })).toThrow(
    /^COLLOQUY_NOW works in demo mode only/,
  );
});

test("production needs a secret of its own; the demo makes one and keeps it", () => {
  const COLLOQUY_DATA = mkdtempSync(join(tmpdir(), "colloquy-env-"));
  expect(() => {
    shareEnvironment(given({ COLLOQUY_DATA, COLLOQUY_DEMO: "0" }));
  }).toThrow(/^AUTH_SECRET is missing/);
  shareEnvironment(given({ COLLOQUY_DATA }));
  const secret = process.env["AUTH_SECRET"];
  expect(secret?.length).toBeGreaterThanOrEqual(32);
  shareEnvironment(given({ COLLOQUY_DATA }));
  expect(process.env["AUTH_SECRET"]).toBe(secret);
});

test("what the pages read is complete and in one form", () => {
  shareEnvironment(
    given({
      COLLOQUY_URL: "https://Colloquy.Example.edu/",
      DATABASE_URL: "postgres://db/colloquy",
      AUTH_SECRET: "x".repeat(32),
    }),
  );
  expect(process.env).toMatchObject({
    COLLOQUY_URL: "https://colloquy.example.edu",
    COLLOQUY_DEMO: "0",
    PORT: "3000",
  });
});
