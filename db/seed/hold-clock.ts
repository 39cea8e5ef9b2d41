import { connect } from "../client";

/** Any number will do, as long as every Colloquy takes the same one. */
const clockLock = 11_892;

/**
 * Does the work while nobody else, in whatever process, loads the course of this slug or moves its clock; waits for
 * whoever does. The lock falls with its connection when the process dies.
 */
export async function holdClock<T>(slug: string, work: () => Promise<T>): Promise<T> {
  const own = connect(1);
  try {
    await own`select pg_advisory_lock(${clockLock}, hashtext(${slug}))`;
    return await work();
  } finally {
    await own.end({ timeout: 5 });
  }
}
