import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { constants } from "node:zlib";
import compression from "compression";
import type { PortalRequest } from "@/db/request";
import { signInCookieFor } from "@/policy/cookies";
import { sendCached } from "./cached-response";
import { bufferResponse } from "./buffer-response";
import {
  cleanRequest,
  contentPolicy,
  markAsPersonal,
  securityHeaders,
  trustIn,
  withoutScripts,
} from "./headers";
import { health } from "./health";
import { log, logAnswer } from "./log";
import { layoutFrom } from "./markup";
import { plainPages, sendPlain, type PlainPage, type PlainPages } from "./plain-pages";
import { bodyRefusal, endWhenLate, portalRoutes, type Route } from "./routes";
import { staticFiles, type StaticFile } from "./static-files";
import { publicAddress, visitorPages, type Rendered } from "./visitor-pages";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** What is known before the first request. */
interface FrontSettings {
  /** The public address, without a slash at its end. */
  url: string;
  /** The folder of the checkout, with the build. */
  root: string;
  trustedProxies?: string[];
  routes?: readonly Route[];
  /** Pages come as Next makes them, with what lets them change while they are open. */
  isDev?: boolean;
}

/**
 * The http server around Next's handler. Until `open` is called it says that the portal is starting. Visitors
 * get cached pages without scripts; everybody else a page of their own, under a nonce; whatever fails, a page
 * that can be read.
 */
export function createFront({
  url: portalUrl,
  root,
  trustedProxies = ["loopback"],
  routes = portalRoutes,
  isDev = false,
}: FrontSettings) {
  const trust = trustIn(trustedProxies);
  const always = securityHeaders(portalUrl);
  const { host, hostname, origin, port } = new URL(portalUrl);
  const cookie = new RegExp(`(?:^|;\\s*)${signInCookieFor(portalUrl)}=[^;]`);
  // Whoever sends this value is ourselves, asking Next for a page as a visitor sees it.
  const nobody = randomBytes(18).toString("base64url");
  const requests = (globalThis.colloquyRequest ??= new AsyncLocalStorage<PortalRequest>());
  // A window of 256 KB: pages are no larger, and every connection has one of its own.
  const compress = compression({
    brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } },
    // An event would wait in the compression for the next one.
    filter: (req, res) =>
      !String(res.getHeader("content-type")).startsWith("text/event-stream") &&
      compression.filter(req, res),
  });
  let pages: PlainPages = plainPages();
  let next: Handler | undefined;
  let files = new Map<string, StaticFile>();

  const server: Server = createServer((req, res) => {
    const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
    if (req.headers["x-colloquy-nobody"] !== nobody) logAnswer(req, res, path);
    answer(req, res, path).catch((error: unknown) => {
      log.error({ err: error, path }, "A request failed");
      if (res.headersSent) res.destroy();
      else sendPlain(res, pages.failed);
    });
  });
  server.keepAliveTimeout = 65_000;
  // Each route says how long it waits; a large upload over a slow line takes longer than Node's own five minutes.
  server.requestTimeout = 3_600_000;
  const visitors = visitorPages(render);

  async function answer(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    if (next && req.headers["x-colloquy-nobody"] === nobody) {
      delete req.headers["x-colloquy-nobody"];
      cleanRequest(req, portalUrl, trust);
      return next(req, res);
    }
    delete req.headers["x-colloquy-nobody"];
    for (const [name, value] of always) res.setHeader(name, value);
    if (path === "/api/health") return health(res, next !== undefined);
    if (!next) {
      // Whether a form is sent again is for whoever sent it to say.
      if (req.method === "GET") res.setHeader("refresh", "3");
      sendPlain(res.setHeader("retry-after", "3"), pages.starting);
      return;
    }
    if (!isReadable(req.url ?? "")) {
      sendPlain(res, pages.notFound);
      return;
    }
    const isReading = req.method === "GET" || req.method === "HEAD";
    const route = routes.find(({ at }) => at.test(path));
    if (!route?.methods.includes(req.method ?? "")) {
      sendPlain(res.setHeader("allow", route?.methods.join(", ") ?? ""), pages.wrongMethod);
      return;
    }
    if (isDev && /^\/(_next|__nextjs[^/]*)\//.test(path)) return next(req, res);
    const file = isReading ? files.get(path) : undefined;
    if (file)
      return sendCached(req, res, await file.read(), [["cache-control", file.cacheControl]]);
    if (isReading && path.startsWith("/_next/static/")) {
      sendPlain(res, pages.notFound);
      return;
    }
    if (
      !isDev &&
      isReading &&
      req.headers.rsc === undefined &&
      !cookie.test(req.headers.cookie ?? "")
    ) {
      const isDone = await answerVisitor(req, res, path);
      if (isDone) return;
    }
    endWhenLate(req, route.mostSeconds);
    await answerPerson(next, req, res, { path, mostBytes: route.mostBytes });
  }

  /** The cached page for a public address; false where none is cached. */
  async function answerVisitor(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
  ): Promise<boolean> {
    // Next calls 127.0.0.1 localhost, and a cookie set for one is not sent to the other.
    const asked = req.headers.host;
    if (
      path === "/login" &&
      hostname === "localhost" &&
      asked !== host &&
      isLoopback(asked, port)
    ) {
      res.writeHead(307, { location: new URL(req.url ?? path, portalUrl).href }).end();
      return true;
    }
    const address = publicAddress(new URL(req.url ?? "/", portalUrl));
    if (!address) return false;
    const page = await visitors.find(address);
    if (page === undefined) return false;
    if (page === "not found") sendPlain(res, pages.notFound);
    else
      await sendCached(req, res, page, [
        ["content-security-policy", withoutScripts],
        ["cache-control", "no-cache"],
        ["vary", "cookie, accept-encoding"],
      ]);
    return true;
  }

  /** A page rendered for whoever asks, or what a form is answered with. */
  async function answerPerson(
    handler: Handler,
    req: IncomingMessage,
    res: ServerResponse,
    { path, mostBytes }: { path: string; mostBytes: number },
  ): Promise<void> {
    markAsPersonal(res);
    const isReading = req.method === "GET" || req.method === "HEAD";
    const refusal = isReading ? undefined : await bodyRefusal(req, mostBytes, origin);
    if (refusal !== undefined) {
      if (refusal !== "foreign") res.setHeader("connection", "close");
      const { lengthNeeded, tooLarge, foreign } = pages;
      sendPlain(res, { lengthNeeded, tooLarge: tooLarge(mostBytes), foreign }[refusal]);
      return;
    }
    cleanRequest(req, portalUrl, trust);
    // Next takes the nonce for its own scripts out of the request's header.
    const policy = contentPolicy(
      `'nonce-${randomBytes(16).toString("base64")}' 'strict-dynamic'`,
      isDev,
    );
    req.headers["content-security-policy"] = policy;
    res.setHeader("content-security-policy", policy);
    compress(req as never, res as never, () => undefined);
    const request: PortalRequest = {};
    const isForScripts = req.headers.rsc !== undefined || req.headers["next-action"] !== undefined;
    const isPage = !isForScripts && !path.startsWith("/api/");
    const countQueries = () =>
      res.setHeader("server-timing", `queries;desc=${request.queries ?? 0}`);
    bufferResponse(res, countQueries, () => {
      if (!isPage) return undefined;
      const instead = request.unsaved ? pages.signInExpired(request.unsaved) : readable(res);
      if (instead) res.setHeader("content-security-policy", withoutScripts);
      return instead;
    });
    await requests.run(request, () => handler(req, res));
  }

  /** Next renders what it cannot find, and what fails, in the browser only: without scripts it would be blank. */
  function readable(res: ServerResponse): PlainPage | undefined {
    if (isDev) return undefined;
    if (res.statusCode >= 500) return pages.failed;
    const type = String(res.getHeader("content-type") ?? "");
    if ((res.statusCode === 400 || res.statusCode === 409) && type.startsWith("text/plain"))
      return pages.updated;
    return res.statusCode === 404 && type.startsWith("text/html") ? pages.notFound : undefined;
  }

  /** A page of Next's, as somebody without a cookie gets it. */
  async function render(path: string): Promise<Rendered> {
    const { address, port: ours } = server.address() as AddressInfo;
    const at = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[address] ?? bracketed(address);
    const answered = await fetch(`http://${at}:${ours}${path}`, {
      headers: { "x-colloquy-nobody": nobody },
      redirect: "manual",
    });
    return { status: answered.status, html: await answered.text() };
  }

  return {
    server,
    /** From here on Next answers. Its page for unknown addresses gives the front's own pages their looks. */
    open: async (handler: Handler): Promise<void> => {
      next = handler;
      if (isDev) return;
      files = staticFiles(root);
      const { html } = await render("/there/is/no/such/page");
      pages = plainPages(layoutFrom(html));
    },
  };
}

function isLoopback(asked: string | undefined, port: string): boolean {
  return asked === `127.0.0.1:${port}` || asked === `[::1]:${port}`;
}

function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}

/** Whether an address is a path of ours: "//" would name another host, half an escape no character, %00 none of ours. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//")) return false;
  try {
    return !decodeURIComponent(url.split("?", 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}
