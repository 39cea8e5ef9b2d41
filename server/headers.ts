import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";

/**
 * The content security policy for pages whose scripts may come from `scripts`: a nonce, or nothing. In development Next
 * evaluates scripts, shows errors in a layer with styles of its own, and says over a socket what has changed.
 */
export function contentPolicy(scripts: string, isDev = false): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDev ? " 'unsafe-inline'" : ""}`,
    `img-src 'self'${isDev ? " data:" : ""}`,
    ...(isDev ? ["connect-src 'self' ws:", "font-src 'self' data:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of pages that carry no script at all. */
export const withoutScripts = contentPolicy("'none'");

/** What every answer carries. */
export function securityHeaders(portalUrl: string): [name: string, value: string][] {
  return [
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ...(portalUrl.startsWith("https:")
      ? ([["strict-transport-security", "max-age=31536000"]] as [string, string][])
      : []),
  ];
}

/** Says that an answer is for one person: nobody keeps it, and no search engine lists it. */
export function markAsPersonal(res: ServerResponse): void {
  res.setHeader("cache-control", "no-store");
  res.setHeader("x-robots-tag", "noindex");
}

/**
 * Headers that Next takes for its own, or that would make it believe in another address or policy. By a request's number
 * its development server brings together a page and what it says about it over its socket.
 */
const internal =
  /^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-vercel-|x-next-|x-nextjs-(?!data|(html-)?request-id)|x-forwarded-|forwarded$|content-security-policy)/;

/** Whether an address is that of a proxy whose forwarded headers are believed. */
export type Trust = ReturnType<typeof proxyAddr.compile>;

/** Trust in addresses and ranges such as 10.0.0.0/8, or "loopback", "linklocal", "uniquelocal". Throws at any other. */
export function trustIn(ranges: string[]): Trust {
  return proxyAddr.compile(ranges);
}

/**
 * Makes of what the client sent what Next may believe: its internal headers are dropped, host and protocol are
 * the portal's own, and x-forwarded-for is the one address that asks.
 */
export function cleanRequest(req: IncomingMessage, portalUrl: string, trust: Trust): void {
  const address = clientAddress(req, trust);
  for (const name of Object.keys(req.headers))
    if (internal.test(name)) Reflect.deleteProperty(req.headers, name);
  const { host, protocol } = new URL(portalUrl);
  Object.assign(req.headers, {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "x-forwarded-for": address,
  });
}

/** Whoever asks: the last address that no trusted proxy has, or of what a proxy names the last that is an address. */
function clientAddress(req: IncomingMessage, trust: Trust): string {
  const named = proxyAddr.all(req, trust).findLast((address) => isIP(address) !== 0);
  return (named ?? "unknown").replace(/^::ffff:(?=\d+\.)/i, "");
}
