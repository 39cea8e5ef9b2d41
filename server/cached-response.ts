import type { IncomingMessage, ServerResponse } from "node:http";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes that are sent more than once: compressed when first asked for in that encoding, and then kept. */
export class CachedResponse {
  readonly etag: string;
  readonly #encoded: { br?: Promise<Buffer>; gzip?: Promise<Buffer> } = {};

  constructor(
    readonly type: string,
    readonly plain: Buffer,
  ) {
    this.etag = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  }

  async encoded(encoding: "br" | "gzip"): Promise<Buffer> {
    return (this.#encoded[encoding] ??=
      encoding === "gzip"
        ? zip(this.plain, { level: 9 })
        : brotli(this.plain, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 9,
              [constants.BROTLI_PARAM_SIZE_HINT]: this.plain.length,
            },
          }));
  }
}

/** Sends cached bytes in the best encoding that the browser takes; 304 when it has them already. */
export async function sendCached(
  req: IncomingMessage,
  res: ServerResponse,
  cached: CachedResponse,
  headers: [name: string, value: string][],
): Promise<void> {
  const isText = /^(text|application\/(javascript|json|manifest\+json)|image\/svg)/.test(
    cached.type,
  );
  const taken = isText ? new Negotiator(req).encodings(["br", "gzip"]) : [];
  const encoding = (["br", "gzip"] as const).find((one) => taken.includes(one));
  const etag = encoding ? `"${cached.etag}-${encoding}"` : `"${cached.etag}"`;
  for (const [name, value] of headers) res.setHeader(name, value);
  res.setHeader("etag", etag);
  const known = req.headers["if-none-match"];
  if (known?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag)) {
    res.writeHead(304).end();
    return;
  }
  const body = encoding ? await cached.encoded(encoding) : cached.plain;
  res.writeHead(200, {
    "content-type": cached.type,
    "content-length": body.length,
    ...(encoding ? { "content-encoding": encoding } : {}),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}
