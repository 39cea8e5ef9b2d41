import type { ServerResponse } from "node:http";
import type { PlainPage } from "./plain-pages";

/**
 * Lets a page take the place of an answer that is about to begin. `choose` is asked once, when status and
 * headers are known and nothing has been sent; what the answer would have been is then dropped.
 */
export function replaceable(res: ServerResponse, choose: () => PlainPage | undefined): void {
  const write = res.write.bind(res) as (...args: unknown[]) => boolean;
  const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse;
  const flushHeaders = res.flushHeaders.bind(res);
  let isDecided = false;
  let instead: PlainPage | undefined;
  const decide = (): PlainPage | undefined => {
    if (isDecided || res.headersSent) return instead;
    isDecided = true;
    instead = choose();
    if (instead) {
      for (const name of [
        "content-length",
        "content-encoding",
        "transfer-encoding",
        "link",
        "etag",
      ])
        res.removeHeader(name);
      res.removeHeader("location");
      res.statusCode = instead.status;
      res.setHeader("content-type", "text/html; charset=utf-8");
    }
    return instead;
  };
  res.flushHeaders = () => {
    if (!decide()) flushHeaders();
  };
  res.write = (...args: unknown[]) => (decide() ? true : write(...args));
  res.end = (...args: unknown[]) => {
    const page = decide();
    return page ? end(page.html) : end(...args);
  };
}
