import type { AsyncLocalStorage } from "node:async_hooks";

/** What somebody typed into a form whose sign-in had expired, shown again in place of the answer. */
export interface UnsavedForm {
  title: string;
  fields: { label: string; value: string }[];
  signInPath: string;
}

/**
 * What is learnt while a request is answered and the server around Next is told. It is on globalThis because the front
 * and Next's bundle hold two copies of this module.
 */
export interface PortalRequest {
  unsaved?: UnsavedForm;
  /** How many times the database was asked so far. */
  queries?: number;
}

declare global {
  var colloquyRequest: AsyncLocalStorage<PortalRequest> | undefined;
}

/** The request that is being answered; undefined outside our own server. */
export function currentRequest(): PortalRequest | undefined {
  return globalThis.colloquyRequest?.getStore();
}
