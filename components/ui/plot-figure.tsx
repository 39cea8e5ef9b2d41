import { Details } from "./details";
import { escaped } from "./escaped";

/**
 * A plot with its title, and behind it the table of the numbers it draws. Both are one string each: a hundred marks
 * and cells as elements would cost as much as the rest of the page.
 */
export function PlotFigure({
  title,
  columns,
  rows,
  size: [width, height],
  drawing,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  size: readonly [width: number, height: number];
  /** The content of the picture, as SVG. */
  drawing: string;
}) {
  return (
    <figure className="plot">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: drawing }}
      />
      <Details summary="Show the numbers">
        <table
          className="table"
          dangerouslySetInnerHTML={{ __html: tableOf(title, columns, rows) }}
        />
      </Details>
    </figure>
  );
}

function tableOf(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const heads = columns.map(
    (column, index) =>
      `<th scope="col"${index > 0 ? ' class="number"' : ""}>${escaped(column)}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row">${escaped(cell)}</th>`
        : `<td class="number">${escaped(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<caption class="sr-only">${escaped(title)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody>`;
}
