import type { ReactNode } from "react";
import { Details } from "./details";

/** A plot with its title, and behind it the table of the numbers it draws. */
export function PlotFigure({
  title,
  columns,
  rows,
  children,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  children: ReactNode;
}) {
  return (
    <figure className="plot">
      <figcaption>{title}</figcaption>
      {children}
      <Details summary="Show the numbers">
        <table className="table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={index > 0 ? "number" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) =>
                  index === 0 ? (
                    <th key={columns[index]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={columns[index]} className="number">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </figure>
  );
}
