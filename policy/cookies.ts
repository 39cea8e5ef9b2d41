/**
 * The name of the cookie that holds the sign-in. Where the portal's public address is https, the prefix makes
 * browsers refuse it from any other host or path, and over http.
 */
export function signInCookieFor(portalUrl: string): string {
  return new URL(portalUrl).protocol === "https:" ? "__Host-colloquy" : "colloquy";
}

/** The name of the cookie in which a browser says in which zone it is: "Europe/Berlin". */
export const zoneCookie = "zone";
