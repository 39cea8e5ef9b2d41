import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { CachedResponse } from "./cached-response";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "application/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** A file of the build, or of public/, by its address. */
export interface StaticFile {
  read: () => Promise<CachedResponse>;
  cacheControl: string;
}

const forever = "public, max-age=31536000, immutable";
const forAnHour = "public, max-age=3600";
/** A name such as mark.6b5cef7b.svg, which changes with the content. */
const isNamedByContent = /\.[0-9a-f]{8}\.\w+$/;

/**
 * The files that browsers may keep: those that are named by their content for ever, as all of the build are, and
 * the others of public/ for an hour. Each is read and compressed once.
 */
export function staticFiles(root: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const add = (folder: string, prefix: string, keep: (name: string) => string) => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const type = types[extname(path)] ?? "application/octet-stream";
      let cached: Promise<CachedResponse> | undefined;
      files.set(prefix + path.slice(folder.length).replaceAll("\\", "/"), {
        read: () => (cached ??= readFile(path).then((bytes) => new CachedResponse(type, bytes))),
        cacheControl: keep(entry.name),
      });
    }
  };
  add(join(root, "public"), "", (name) => (isNamedByContent.test(name) ? forever : forAnHour));
  add(join(root, ".next", "static"), "/_next/static", () => forever);
  return files;
}
