/**
 * A number from 0 to below 1 that looks like chance and is always the same for the same words: FNV-1a turns them
 * into a seed, and one step of mulberry32 mixes it. Each decision draws under a name of its own, so that a
 * further one changes no other.
 */
export function seededRandom(...about: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of about.join(" ")) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  let mixed = (hash + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** One of the items, drawn by `seededRandom`. */
export function oneOf<T>(items: readonly T[], ...about: (string | number)[]): T | undefined {
  return items[Math.floor(seededRandom(...about) * items.length)];
}

/** The items in an order drawn by `seededRandom`; `nameOf` says under which name each one draws. */
export function shuffled<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  ...about: (string | number)[]
): T[] {
  return items
    .map((item) => ({ item, place: seededRandom(...about, nameOf(item)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
