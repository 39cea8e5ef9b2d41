import { zoneCookie } from "@/policy/cookies";

// Runs in the browser, once on every page with scripts: tells the portal in which zone the browser is, so that the
// next page can say what a deadline is there.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
document.cookie = `${zoneCookie}=${timeZone}; path=/; max-age=31536000; samesite=lax`;
