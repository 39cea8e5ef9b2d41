/** Earlier and later pages of a long list, by links; shows nothing when there is one page. */
export function Pagination({
  page,
  pages,
  hrefFor,
}: {
  /** Counted from 1. */
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="my-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {page > 1 ? (
        <a href={hrefFor(page - 1)} rel="prev">
          ← Previous
        </a>
      ) : null}
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={hrefFor(page + 1)} rel="next">
          Next →
        </a>
      ) : null}
    </nav>
  );
}
