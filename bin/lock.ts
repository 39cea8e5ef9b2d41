import { readFileSync } from "node:fs";

/** What package-lock.json says of one package. */
interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

export interface Lock {
  packages: Record<string, LockedPackage>;
}

export const lockFile = "package-lock.json";

/** The committed lock. */
export function readLock(): Lock {
  return JSON.parse(readFileSync(lockFile, "utf8")) as Lock;
}

const systems = {
  darwin: /darwin/,
  win32: /win32|windows/,
  android: /android/,
  linux: /linux/,
  freebsd: /freebsd/,
  netbsd: /netbsd/,
  openbsd: /openbsd/,
  openharmony: /openharmony/,
  sunos: /sunos/,
  aix: /aix/,
};
const processors = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "wasm32",
];

/**
 * Entries that the lock lacks: packages for other platforms, which npm leaves out when its registry does not
 * offer them, and without which `npm ci` refuses the lock. What a package is for is read from its name.
 */
export function missingPlatforms(lock: Lock): [path: string, entry: LockedPackage][] {
  const missing = new Map<string, LockedPackage>();
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const hoisted = `node_modules/${name}`;
      if (lock.packages[hoisted] || lock.packages[`${parent}/${hoisted}`]) continue;
      const system = Object.entries(systems).find(([, pattern]) => pattern.test(name))?.[0];
      // The longest name that fits: arm64, not arm.
      const processor = processors
        .filter((one) => name.includes(one))
        .sort((a, b) => b.length - a.length)[0];
      if (system === undefined && processor !== "wasm32") continue;
      missing.set(hoisted, {
        version: range.replace(/^[\^~]/, ""),
        ...(processor ? { cpu: [processor] } : {}),
        ...(dev ? { dev } : {}),
        ...(name.includes("musl") ? { libc: ["musl"] } : {}),
        optional: true,
        ...(system ? { os: [system] } : {}),
      });
    }
  return [...missing];
}
