import { db } from "@/db/client";
import { countCoursePages, findPublicState, findScheduleFilters } from "@/db/courses-public";
import { meetingNumber } from "@/policy/meeting-number";
import { pageNumber } from "@/policy/page-number";
import { slugPattern as slug } from "@/policy/slug";
import { CachedResponse } from "./cached-response";
import { removeScripts } from "./markup";

/** The addresses that everybody may read, with the filters that each knows. */
const publicPages: { address: RegExp; filters: readonly string[] }[] = [
  { address: /^\/$/, filters: ["page"] },
  {
    address: new RegExp(
      `^/(${slug})(?:/rules|/meetings/${meetingNumber}|/readings(?:/${slug})?)?$`,
    ),
    filters: [],
  },
  { address: new RegExp(`^/(${slug})/schedule$`), filters: ["part", "theme", "kind"] },
];

/** A public address as it is known here: filters in order, everything else left out. */
export interface PublicAddress {
  /** Null for the list of courses. */
  course: string | null;
  path: string;
}

/** What public page an address names, if any. */
export function publicAddress(url: URL): PublicAddress | undefined {
  for (const { address, filters } of publicPages) {
    const match = address.exec(url.pathname);
    if (!match) continue;
    const chosen = new URLSearchParams();
    for (const name of filters) {
      const value = url.searchParams.get(name);
      const isUnfiltered = name === "page" && pageNumber(value) === 1;
      if (value && !isUnfiltered) chosen.set(name, value.slice(0, 200));
    }
    const query = chosen.size > 0 ? `?${chosen.toString()}` : "";
    return { course: match[1] ?? null, path: url.pathname + query };
  }
  return undefined;
}

/**
 * The address without the filters by what the course does not have, so that nobody can invent addresses to cache; one
 * beyond the last page of courses stands for all that are.
 */
async function withKnownFilters(course: string | null, path: string): Promise<string> {
  const [page = "", query] = path.split("?", 2);
  if (query === undefined) return path;
  const asked = new URLSearchParams(query);
  if (course === null)
    return pageNumber(asked.get("page")) > (await countCoursePages(db)) ? "/?page=999" : path;
  const known = await findScheduleFilters(course);
  const chosen = new URLSearchParams(
    [...asked].filter(([name, value]) => known?.[name]?.includes(value)),
  );
  return chosen.size > 0 ? `${page}?${chosen.toString()}` : page;
}

/** What a page is rendered from: when this changes, so may the page. Undefined where there is no such course. */
async function versionOf(course: string | null): Promise<string | undefined> {
  const state = await findPublicState(course);
  if (!state) return undefined;
  return `${state.revision} ${Math.floor((Date.now() + state.clockOffsetMs) / 60_000)}`;
}

/**
 * Lets all who ask for the same thing in one turn of the event loop share its answer. The question is put when the
 * turn ends, so that nobody gets an answer from before he or she asked.
 */
function onceInATurn<Key, Answer>(
  find: (key: Key) => Promise<Answer>,
): (key: Key) => Promise<Answer> {
  const asked = new Map<Key, Promise<Answer>>();
  return (key) => {
    const found = asked.get(key);
    if (found) return found;
    const answer = new Promise(setImmediate).then(() => {
      asked.delete(key);
      return find(key);
    });
    asked.set(key, answer);
    return answer;
  };
}

/** What the course's pages answer to somebody who has not signed in. */
export interface Rendered {
  status: number;
  html: string;
}

interface CachedPage {
  version: string;
  page: CachedResponse;
}

const mostCached = 500;

/**
 * Visitors' pages, as rendered for nobody and without scripts, cached in memory until the course's revision or
 * the minute of its clock changes. `render` asks Next. What is not 200 is not cached.
 */
export function visitorPages(render: (path: string) => Promise<Rendered>) {
  // A Map keeps the order in which keys were set: the first is the one that was not asked for the longest.
  const cached = new Map<string, CachedPage>();
  const rendering = new Map<string, Promise<CachedResponse | undefined>>();
  const findVersion = onceInATurn(versionOf);

  const renderOnce = (path: string, version: string): Promise<CachedResponse | undefined> => {
    const key = `${version} ${path}`;
    const running = rendering.get(key);
    if (running) return running;
    const run = render(path)
      .then(({ status, html }) => {
        if (status !== 200) {
          if (status !== 404) throw new Error(`A public page answered ${status}.`);
          return undefined;
        }
        const page = new CachedResponse(
          "text/html; charset=utf-8",
          Buffer.from(removeScripts(html)),
        );
        cached.set(path, { version, page });
        for (const oldest of cached.keys()) {
          if (cached.size <= mostCached) break;
          cached.delete(oldest);
        }
        return page;
      })
      .finally(() => rendering.delete(key));
    rendering.set(key, run);
    return run;
  };

  return {
    /** The page; "not found" where the course has none there; undefined where there is no such course. */
    find: async (address: PublicAddress): Promise<CachedResponse | "not found" | undefined> => {
      const { course } = address;
      const version = await findVersion(course);
      if (version === undefined) return undefined;
      const isCached = cached.get(address.path)?.version === version;
      const path = isCached ? address.path : await withKnownFilters(course, address.path);
      const found = cached.get(path);
      if (found?.version === version) {
        cached.delete(path);
        cached.set(path, found);
        return found.page;
      }
      return (await renderOnce(path, version)) ?? "not found";
    },
  };
}
