import { counted } from "./wording";

const minute = 60_000;

/** An hour and a day of 24 hours, in milliseconds. */
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * A span of time as people say it: "7 h 59 min", "3 days 4 h", "12 min", "less than a minute".
 * Milliseconds, rounded down; apart from time.ts so that a countdown in the browser can use it too.
 */
export function formatDuration(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  const days = Math.floor(span / day);
  const hours = Math.floor((span % day) / hour);
  const minutes = Math.floor((span % hour) / minute);
  if (days > 0) {
    const whole = counted(days, "day");
    return hours > 0 ? `${whole} ${hours} h` : whole;
  }
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes > 0 ? `${minutes} min` : "less than a minute";
}
