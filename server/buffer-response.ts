import type { ServerResponse } from "node:http";
import type { PlainPage } from "./plain-pages";

/**
 * Gathers what is written as an answer and sends it in one piece: Next writes a page in some twenty, and each would be
 * compressed and sent on its own. When all of it is known, `choose` may name a page that takes its place.
 */
export function bufferResponse(res: ServerResponse, choose: () => PlainPage | undefined): void {
  const end = res.end.bind(res);
  const pieces: Uint8Array[] = [];
  const gather = (piece: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece));
    else if (piece instanceof Uint8Array) pieces.push(piece);
  };
  const done = (args: unknown[]) => {
    const callback = args.at(-1);
    if (typeof callback === "function") process.nextTick(callback);
  };
  res.flushHeaders = () => undefined;
  res.write = (...args: unknown[]) => {
    gather(args[0]);
    done(args);
    return true;
  };
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  // Whoever begins an answer by hand takes the place of one that was broken off.
  res.writeHead = (...args: unknown[]) => {
    pieces.length = 0;
    return writeHead(...args);
  };
  res.end = (...args: unknown[]) => {
    if (res.writableEnded) return res;
    gather(args[0]);
    done(args);
    const instead = res.headersSent ? undefined : choose();
    if (!instead) return end(Buffer.concat(pieces));
    for (const name of ["content-length", "content-encoding", "transfer-encoding", "link", "etag"])
      res.removeHeader(name);
    res.removeHeader("location");
    res.statusCode = instead.status;
    res.setHeader("content-type", "text/html; charset=utf-8");
    return end(instead.html);
  };
}
