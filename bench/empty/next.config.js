import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: ["postgres"],
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
};

export default config;
