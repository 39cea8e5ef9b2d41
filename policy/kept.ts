import type { AsyncLocalStorage } from "node:async_hooks";

/** What somebody typed into a form whose sign-in had expired, shown again in place of the answer. */
export interface Kept {
  title: string;
  fields: { label: string; value: string }[];
  signInPath: string;
}

/** What a form's action tells the server around it, for the length of one request. */
export interface PortalRequest {
  kept?: Kept;
  /** How many times the database was asked so far. */
  queries?: number;
  /** Where the reader's browser says that it is: "Europe/Berlin". */
  readerZone?: string | undefined;
}

/** The cookie in which a browser says that. */
export const zoneCookie = "zone";

declare global {
  var colloquyRequest: AsyncLocalStorage<PortalRequest> | undefined;
}

/** The request that is being answered; undefined outside our own server. */
export function currentRequest(): PortalRequest | undefined {
  return globalThis.colloquyRequest?.getStore();
}
