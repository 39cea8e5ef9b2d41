import { expect, test } from "@playwright/test";
import { isAtLeast, missingPlatforms } from "./lock";

test("a version is at least another by its numbers, and a release is more than what came before it", () => {
  expect(isAtLeast("16.4.6", "16.4.1")).toBe(true);
  expect(isAtLeast("16.10.0", "16.4.1")).toBe(true);
  expect(isAtLeast("16.4.0", "16.4.1")).toBe(false);
  expect(isAtLeast("16.4.1", "16.4.1")).toBe(true);
  expect(isAtLeast("5.0.0-beta.32", "5.0.0-beta.30")).toBe(true);
  expect(isAtLeast("5.0.0-beta.4", "5.0.0-beta.30")).toBe(false);
  expect(isAtLeast("5.0.0", "5.0.0-beta.30")).toBe(true);
  expect(isAtLeast("5.0.0-beta.30", "5.0.0")).toBe(false);
});

test("the packages of other platforms are found by their names", () => {
  const lock = {
    packages: {
      "node_modules/next": {
        optionalDependencies: {
          "@next/swc-darwin-arm64": "16.4.6",
          "@next/swc-linux-x64-musl": "16.4.6",
          "@next/swc-linux-x64-gnu": "16.4.6",
          sharp: "^0.34.0",
        },
      },
      "node_modules/@next/swc-linux-x64-gnu": { version: "16.4.6" },
    },
  };
  expect(missingPlatforms(lock)).toEqual([
    [
      "node_modules/@next/swc-darwin-arm64",
      { version: "16.4.6", cpu: ["arm64"], optional: true, os: ["darwin"] },
    ],
    [
      "node_modules/@next/swc-linux-x64-musl",
      { version: "16.4.6", cpu: ["x64"], optional: true, os: ["linux"], libc: ["musl"] },
    ],
  ]);
});
