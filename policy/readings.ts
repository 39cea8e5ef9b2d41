import { Refusal } from "./refusal";

/** What an address says about a paper. */
export interface ReadingAddress {
  /** The address in its canonical form. */
  url: string;
  arxivId: string | null;
  doi: string | null;
  openReviewId: string | null;
  /** From the arXiv id; null where the address does not tell. */
  year: number | null;
}

const arxivPattern = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const doiPattern = /^10\.\d{4,9}\/\S+$/;
const field = "url";

/**
 * Reads what somebody pasted: an arXiv id, a DOI, an OpenReview page or any http(s) address. arXiv loses its version
 * and becomes the abstract's page, so that duplicates are found. Refuses other schemes, passwords in an address,
 * and nonsense, in words.
 */
export function parseReadingUrl(text: string): ReadingAddress {
  const address = readAddress(text.trim());
  if (address.url.length > mostOfAddress) {
    throw new Refusal("This address is too long. Paste a shorter one, such as a DOI.", field);
  }
  return address;
}

/** The longest address that is kept, in characters, percent-encoded. */
const mostOfAddress = 2000;

function readAddress(pasted: string): ReadingAddress {
  if (pasted === "") {
    throw new Refusal("There is no address. Paste an arXiv id, a DOI or a link.", field);
  }
  const arxivId = arxivIdIn(pasted.replace(/^arxiv:\s*/i, ""));
  if (arxivId !== null) return arxivAddress(arxivId);
  const doi = pasted.replace(/^doi:\s*/i, "");
  if (doiPattern.test(doi)) return doiAddress(doi, null);
  return webAddress(pasted);
}

function arxivIdIn(text: string): string | null {
  return arxivPattern.exec(text)?.[1] ?? null;
}

function arxivAddress(arxivId: string): ReadingAddress {
  return {
    url: `https://arxiv.org/abs/${arxivId}`,
    arxivId,
    doi: null,
    openReviewId: null,
    year: yearOf(arxivId),
  };
}

/** A publisher's own page stays the link; the DOI only tells that two links mean one paper. */
function doiAddress(doi: string, page: string | null): ReadingAddress {
  const name = doi.toLowerCase();
  const arxivId = arxivIdIn(/^10\.48550\/arxiv\.(.+)$/.exec(name)?.[1] ?? "");
  if (arxivId !== null) return arxivAddress(arxivId);
  return {
    url: page ?? `https://doi.org/${name}`,
    arxivId: null,
    doi: name,
    openReviewId: null,
    year: null,
  };
}

function webAddress(pasted: string): ReadingAddress {
  const url = !/\s/.test(pasted) && URL.canParse(pasted) ? new URL(pasted) : null;
  if (url === null) {
    throw new Refusal(
      "This is not an address. Paste an arXiv id such as 2107.03374, a DOI, or a link that begins with https://.",
      field,
    );
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new Refusal(
      `An address that begins with “${url.protocol}” cannot be a reading. Use a link that begins with https://.`,
      field,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new Refusal(
      "This address contains a user name or a password. Use one that everybody can open.",
      field,
    );
  }
  if (!url.hostname.includes(".")) {
    throw new Refusal("This address cannot be opened by others. Check it.", field);
  }
  return knownSite(url) ?? plainAddress(url, pasted);
}

function knownSite(url: URL): ReadingAddress | null {
  const host = url.hostname.replace(/^(www|export)\./, "");
  if (host === "arxiv.org") {
    const path = /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(url.pathname)?.[1] ?? "";
    const arxivId = arxivIdIn(path);
    if (arxivId !== null) return arxivAddress(arxivId);
  }
  if (host === "openreview.net") {
    const id = url.searchParams.get("id");
    if (id !== null && /^[\w-]+$/.test(id) && /^\/(forum|pdf)$/.test(url.pathname)) {
      return {
        url: `https://openreview.net/forum?id=${id}`,
        arxivId: null,
        doi: null,
        openReviewId: id,
        year: null,
      };
    }
  }
  if (host === "doi.org" || host === "dx.doi.org") {
    const doi = decoded(url.pathname.slice(1));
    if (doiPattern.test(doi)) return doiAddress(doi, null);
  }
  if (host === "dl.acm.org") {
    const doi = /^\/doi\/(?:[a-z]+\/)?(10\..+?)\/?$/.exec(decoded(url.pathname))?.[1] ?? "";
    if (doiPattern.test(doi)) return doiAddress(doi, url.href);
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function plainAddress(url: URL, pasted: string): ReadingAddress {
  const isBareHost = url.pathname === "/" && url.search === "" && url.hash === "";
  const href = isBareHost && !pasted.endsWith("/") ? url.origin : url.href;
  return { url: href, arxivId: null, doi: null, openReviewId: null, year: null };
}

/** The year in which an arXiv id was given: 2021 for 2107.03374, 1998 for cs/9801001. */
export function yearOf(arxivId: string): number | null {
  if (arxivIdIn(arxivId) === null) return null;
  const digits = Number((arxivId.split("/")[1] ?? arxivId).slice(0, 2));
  return arxivId.includes("/") && digits > 90 ? 1900 + digits : 2000 + digits;
}

/** The paper's name in its address, given once: words of the title up to 60 characters, numbered when taken. */
export function slugFor(title: string, takenSlugs: Iterable<string>): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = (words.shift() ?? "paper").slice(0, 60);
  for (const word of words) {
    if (slug.length + 1 + word.length > 60) break;
    slug += `-${word}`;
  }
  const taken = new Set(takenSlugs);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** What an address says of which paper it means: two with the same identity mean one. */
export function identityOf(url: string): string {
  const address = readAddress(url);
  if (address.doi !== null) return `doi ${address.doi}`;
  return address.url
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");
}

/** Whether two addresses mean the same paper, such as its abstract and its PDF on arXiv. */
export function isSamePaper(a: string, b: string): boolean {
  return identityOf(a) === identityOf(b);
}

function sameTitle(a: string, b: string): boolean {
  const plain = (title: string) =>
    title
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(a) === plain(b);
}

/**
 * What is odd about a reading beside those that the course already has, as sentences (feature 10): the same address
 * again, the same paper under another title, the same title at another address. Looks at nothing outside the course.
 */
export function readingWarnings(
  entry: { title: string; url: string },
  existing: readonly { title: string; url: string }[],
): string[] {
  const identity = identityOf(entry.url);
  const { arxivId } = parseReadingUrl(entry.url);
  const name = arxivId === null ? "This address" : `arXiv ${arxivId}`;
  const warnings = new Set<string>();
  for (const other of existing) {
    const isSame = identityOf(other.url) === identity;
    const hasSameTitle = sameTitle(other.title, entry.title);
    if (isSame && hasSameTitle) {
      warnings.add(`“${other.title}” is already among the course's readings.`);
    } else if (isSame) {
      warnings.add(
        `${name} is “${other.title}” elsewhere in the course, not “${entry.title}”. One of the titles is wrong.`,
      );
    } else if (hasSameTitle) {
      warnings.add(`“${other.title}” is already in the course at another address, ${other.url}.`);
    }
  }
  return [...warnings];
}
