import { defineConfig } from "@playwright/test";
import { freePort } from "./e2e/portal-process";

// Set before the workers begin, which inherit them.
process.env["COLLOQUY_TEST_PORT"] ??= await freePort();
process.env["TZ"] = "Australia/Lord_Howe"; // Nobody's zone, half an hour off, and with half an hour of summer time.

export default defineConfig({
  globalSetup: "./e2e/test-setup.ts",
  outputDir: "test-results/files",
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  workers: 2,
  retries: 0,
  // Two browsers share two cores with a server and a database.
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  projects: [
    { name: "policy", testDir: "policy", testMatch: "**/*.test.ts", timeout: 20_000 },
    { name: "db", testDir: "db", testMatch: "**/*.test.ts", timeout: 30_000 },
    { name: "bin", testMatch: /\/(bin|server)\/[^/]+\.test\.ts$/, timeout: 240_000 },
    {
      name: "e2e",
      testDir: "e2e",
      testMatch: "**/*.spec.ts",
      timeout: 60_000,
      use: {
        baseURL: `http://localhost:${process.env["COLLOQUY_TEST_PORT"]}`,
        timezoneId: "America/New_York",
        screenshot: "only-on-failure",
        // A renderer for each test costs more than most tests: the context is emptied and used again.
        reuseContext: true,
        launchOptions: {
          ...(process.env["CHROMIUM_PATH"] ? { executablePath: process.env["CHROMIUM_PATH"] } : {}),
          // One process for the blank page and what follows it: there is no other site here to be kept apart from.
          args: ["--no-sandbox", "--disable-site-isolation-trials", "--renderer-process-limit=1"],
        },
      },
    },
  ],
});
