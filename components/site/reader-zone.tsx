"use client";

import { useEffect } from "react";
import { zoneCookie } from "@/policy/cookies";

/** Tells the portal in which zone this browser is, so that the next page can say what a deadline is there. */
export function ReaderZone() {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    document.cookie = `${zoneCookie}=${timeZone}; path=/; max-age=31536000; samesite=lax`;
  }, []);
  return null;
}
