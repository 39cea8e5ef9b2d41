import type { ReactNode } from "react";

/**
 * A dense table of staff: its head and first column stay in view while the rest scrolls, by keyboard too. `label` is
 * its accessible name, `head` one row of ColumnHead, the children rows whose first cell is a `<th scope="row">`.
 */
export function Table({
  label,
  caption,
  head,
  children,
}: {
  label: string;
  /** A visible line above the table, such as how many rows there are. */
  caption?: ReactNode;
  head: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="table-region" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <caption className={caption ? undefined : "sr-only"}>
          <span>{caption ?? label}</span>
        </caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The head of a column. With `href` it is a link that sorts by it; `sorted` says how the rows stand now. */
export function ColumnHead({
  children,
  href,
  sorted,
  number = false,
}: {
  children: ReactNode;
  href?: string | undefined;
  sorted?: "ascending" | "descending" | undefined;
  /** Figures stand to the right. */
  number?: boolean | undefined;
}) {
  return (
    <th scope="col" aria-sort={sorted} className={number ? "number" : undefined}>
      {href ? <a href={href}>{children}</a> : children}
    </th>
  );
}
