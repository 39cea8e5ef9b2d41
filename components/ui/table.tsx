import type { ReactNode } from "react";

// For tables that are written as one string of markup, these are the classes of their parts.
export const tableLook = "min-w-full border-separate border-spacing-0 text-sm leading-5";
export const columnHeadLook =
  "cell sticky top-0 z-2 font-semibold whitespace-nowrap first:left-0 first:z-3";
export const rowHeadLook =
  "cell sticky left-0 z-1 font-medium whitespace-nowrap max-sm:max-w-[45vw] max-sm:whitespace-normal";
export const numberCellLook = "cell text-end whitespace-nowrap";

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
    <div
      className="relative max-h-[85vh] overflow-auto border-y border-line print:max-h-none print:overflow-visible"
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className={tableLook}>
        <caption className={caption ? "py-1 text-start text-muted" : "sr-only"}>
          {/* However wide the table is, its words stay in view. */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">
            {caption ?? label}
          </span>
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
    <th scope="col" aria-sort={sorted} className={`${columnHeadLook} ${number ? "text-end" : ""}`}>
      {href ? (
        <a
          href={href}
          className={`inline-block py-0.5 no-underline hover:underline ${sorted ? arrows[sorted] : ""}`}
        >
          {children}
        </a>
      ) : (
        children
      )}
    </th>
  );
}

const arrows = {
  ascending: "after:text-accent after:content-['_↑'_/_'']",
  descending: "after:text-accent after:content-['_↓'_/_'']",
};

/** A row of the table's body. */
export function Row({ children }: { children: ReactNode }) {
  return <tr className="row">{children}</tr>;
}

/** The first cell of a row, which names it and stays in view. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className={rowHeadLook}>
      {children}
    </th>
  );
}

/** Any other cell; figures stand to the right. */
export function Cell({ number = false, children }: { number?: boolean; children?: ReactNode }) {
  return <td className={number ? numberCellLook : "cell"}>{children}</td>;
}
