const known: readonly [RegExp, string][] = [
  [/(^|\.)arxiv\.org$/, "arXiv"],
  [/(^|\.)openreview\.net$/, "OpenReview"],
  [/(^|\.)dl\.acm\.org$/, "ACM"],
  [/(^|\.)aclanthology\.org$/, "ACL"],
  [/(^|\.)doi\.org$/, "DOI"],
  [/(^|\.)github\.com$/, "GitHub"],
];

/** Where a paper's link leads, in a word or two with its year when known: "arXiv 2023", "PDF". */
export function sourceOf(url: string, year: number | null): string {
  return year === null ? placeOf(url) : `${placeOf(url)} ${year}`;
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return "link";
  const { hostname, pathname } = new URL(url);
  return (
    known.find(([pattern]) => pattern.test(hostname))?.[1] ??
    (pathname.toLowerCase().endsWith(".pdf") ? "PDF" : hostname.replace(/^www\./, ""))
  );
}
