/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // server/front.ts compresses, so that pages rendered once are compressed once.
  compress: false,
  images: { unoptimized: true },
  // Whole packages that the bundle gains nothing from; postgres and argon2 must be loaded by Node itself
  // (rate-limiter-flexible looks for drizzle-orm at run time, so both must be found there).
  serverExternalPackages: [
    "postgres",
    "@node-rs/argon2",
    "pino",
    "temporal-polyfill",
    "drizzle-orm",
    "rate-limiter-flexible",
  ],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  // `npm run check` checks types, once; `npm start` builds without it in half the time and memory.
  typescript: { ignoreBuildErrors: true },
};

export default config;
