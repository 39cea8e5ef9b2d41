import type { IncomingMessage } from "node:http";

/** What the portal takes at an address. */
export interface Route {
  at: RegExp;
  methods: readonly string[];
  /** The most that a request may carry. Its length is said beforehand. */
  mostBytes: number;
  /** How long it may take to arrive: what is sent slowly costs memory all the while. */
  mostSeconds: number;
}

/** The first that fits counts. A body passes to its route as it comes: what is large costs no memory here. */
export const portalRoutes: readonly Route[] = [
  { at: /^\/[^/]+\/drafts$/, methods: ["POST"], mostBytes: 2_000_000, mostSeconds: 60 },
  { at: /^\//, methods: ["GET", "HEAD", "POST"], mostBytes: 2_000_000, mostSeconds: 60 },
];

/** Breaks the connection of a request that has not arrived whole after so many seconds. */
export function endWhenLate(req: IncomingMessage, seconds: number): void {
  const timer = setTimeout(() => {
    if (!req.complete) req.destroy();
  }, seconds * 1000);
  req.once("end", () => {
    clearTimeout(timer);
  });
  req.once("close", () => {
    clearTimeout(timer);
  });
}

/** What is read to its end before the refusal, so that the browser shows it instead of a broken connection. */
const mostDrained = 40_000_000;

/**
 * Why the portal does not take what a request carries; undefined where it does. `origin` is the portal's own: Next would
 * fail at a foreign one. One that is missing is refused beside the form, and JSON by its route.
 */
export async function bodyRefusal(
  req: IncomingMessage,
  mostBytes: number,
  origin: string,
): Promise<"lengthNeeded" | "tooLarge" | "foreign" | undefined> {
  const { headers } = req;
  if (headers["transfer-encoding"] !== undefined) return "lengthNeeded";
  const length = Number(headers["content-length"] ?? 0);
  if (length > mostBytes) {
    if (length <= mostDrained)
      await new Promise((resolve) => req.once("close", resolve).once("end", resolve).resume());
    return "tooLarge";
  }
  const isForm =
    headers["next-action"] !== undefined || headers["content-type"] !== "application/json";
  return isForm && (headers.origin ?? origin) !== origin ? "foreign" : undefined;
}
