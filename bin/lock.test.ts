import { expect, test } from "@playwright/test";
import { missingPlatforms } from "./lock";

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
