import { Details } from "./details";
import { escaped } from "./escaped";
import { columnHeadLook, numberCellLook, rowHeadLook, tableLook } from "./table";

/** Words in the drawing stand out from the lines beneath them. */
const words = "stroke-paper stroke-3 text-[13px] tabular-nums [paint-order:stroke]";
export const plotWordsLook = `${words} fill-muted`;
/** The words that matter: the number on a bar, the name of a line. */
export const plotValuesLook = `${words} fill-ink font-semibold`;

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
    <figure className="my-6 max-w-xl">
      <figcaption className="font-semibold">{title}</figcaption>
      <svg
        className="block h-auto w-full overflow-visible"
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: drawing }}
      />
      <Details summary="Show the numbers">
        <table
          className={tableLook}
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
      `<th scope="col" class="${columnHeadLook}${index > 0 ? " text-end" : ""}">${escaped(column)}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row" class="${rowHeadLook}">${escaped(cell)}</th>`
        : `<td class="${numberCellLook}">${escaped(cell)}</td>`,
    );
    return `<tr class="row">${cells.join("")}</tr>`;
  });
  return `<caption class="sr-only">${escaped(title)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody>`;
}
