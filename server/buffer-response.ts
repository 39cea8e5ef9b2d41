import type { ServerResponse } from "node:http";
import type { PlainPage } from "./plain-pages";

/**
 * Buffers an answer that is a page, and sends it in one piece: Next writes a page in some twenty, and each would be
 * compressed and sent on its own. When all of it is known, `choose` may name a page that takes its place, as it may for
 * an answer that fails. Everything else (a stream of events, a download, what scripts of Next ask for) passes as it
 * comes, at the pace of whoever reads it. `begin` is called once, while headers can still be set.
 */
export function bufferResponse(
  res: ServerResponse,
  begin: () => void,
  choose: () => PlainPage | undefined,
): void {
  const own = {
    write: res.write.bind(res) as (...args: unknown[]) => boolean,
    end: res.end.bind(res) as (...args: unknown[]) => ServerResponse,
    writeHead: res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse,
    flushHeaders: res.flushHeaders.bind(res),
  };
  const pieces: Uint8Array[] = [];
  let isBegun = false;
  const beginOnce = () => {
    if (!isBegun && !res.headersSent) begin();
    isBegun = true;
  };
  const buffer = (piece: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece));
    else if (piece instanceof Uint8Array) pieces.push(piece);
  };
  const done = (args: unknown[]) => {
    const callback = args.at(-1);
    if (typeof callback === "function") process.nextTick(callback);
  };
  /** Whether the answer is one to pass on; from the first piece of it on it is not asked again. */
  const passes = (): boolean => {
    const type = String(res.getHeader("content-type") ?? "");
    if (pieces.length > 0 || type.startsWith("text/html") || res.statusCode >= 400) return false;
    beginOnce();
    Object.assign(res, own);
    return true;
  };

  res.flushHeaders = () => {
    if (passes()) own.flushHeaders();
  };
  res.write = (...args: unknown[]) => {
    if (passes()) return own.write(...args);
    buffer(args[0]);
    done(args);
    return true;
  };
  // Whoever begins an answer by hand takes the place of one that was broken off.
  res.writeHead = (...args: unknown[]) => {
    pieces.length = 0;
    beginOnce();
    return own.writeHead(...args);
  };
  res.end = (...args: unknown[]) => {
    if (res.writableEnded) return res;
    buffer(args[0]);
    done(args);
    beginOnce();
    const instead = res.headersSent ? undefined : choose();
    if (!instead) return own.end(Buffer.concat(pieces));
    for (const name of ["content-length", "content-encoding", "transfer-encoding", "link", "etag"])
      res.removeHeader(name);
    res.removeHeader("location");
    res.statusCode = instead.status;
    res.setHeader("content-type", "text/html; charset=utf-8");
    return own.end(instead.html);
  };
}
