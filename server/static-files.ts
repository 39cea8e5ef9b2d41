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
  ".woff2": "font/woff2",
};

/** A file of the build, or of public/, by its address. */
export interface StaticFile {
  read: () => Promise<CachedResponse>;
  cacheControl: string;
}

/**
 * The files that browsers may keep: those of the build for ever, since their name changes with their content,
 * and those of public/ for an hour. Each is read and compressed once.
 */
export function staticFiles(root: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  const add = (folder: string, prefix: string, cacheControl: string) => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const type = types[extname(path)] ?? "application/octet-stream";
      let cached: Promise<CachedResponse> | undefined;
      files.set(prefix + path.slice(folder.length).replaceAll("\\", "/"), {
        read: () => (cached ??= readFile(path).then((bytes) => new CachedResponse(type, bytes))),
        cacheControl,
      });
    }
  };
  add(join(root, "public"), "", "public, max-age=3600");
  add(join(root, ".next", "static"), "/_next/static", "public, max-age=31536000, immutable");
  return files;
}
