import { escaped } from "./escaped";
import { PlotFigure, plotValuesLook, plotWordsLook } from "./plot-figure";

/** One line of a plot, named at its end; `values` has one number, or null for none yet, for each x. */
export interface PlotLine {
  name: string;
  values: readonly (number | null)[];
}

const width = 480;
const height = 200;
const foot = 24;
const head = 12;
const left = 34;
const right = 70;

const strokes = [
  "stroke-ink",
  "stroke-accent [stroke-dasharray:6_3]",
  "stroke-muted [stroke-dasharray:2_3]",
];

/**
 * Up to three lines over a common row of x labels, as steps when each value holds until the next. The numbers that
 * there are follow as a table.
 */
export function LinePlot({
  title,
  xHead,
  xs,
  lines,
  most,
  isStepped = false,
}: {
  title: string;
  /** What the x labels are, as the table's column head: "Class", "Hours before". */
  xHead: string;
  xs: readonly string[];
  lines: readonly PlotLine[];
  /** The top of the scale; the largest value unless given. */
  most?: number | undefined;
  isStepped?: boolean | undefined;
}) {
  const top =
    most ?? Math.max(1, ...lines.flatMap((line) => line.values.map((value) => value ?? 0)));
  const x = (index: number) =>
    round(left + ((width - left - right) * index) / Math.max(1, xs.length - 1));
  const y = (value: number) => round(height - foot - ((height - foot - head) * value) / top);
  const every = Math.ceil(xs.length / 12);
  const ends = spread(lines.map((line) => y(line.values.findLast((value) => value !== null) ?? 0)));
  const ticks = [0, top / 2, top];
  const grid = ticks.map(
    (value) => `<line x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/>`,
  );
  const scale = ticks.map(
    (value) => `<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${round(value)}</text>`,
  );
  const labels = xs.map((label, index) =>
    index % every === 0
      ? `<text x="${x(index)}" y="${height - 6}" text-anchor="middle">${escaped(label)}</text>`
      : "",
  );
  const paths = lines.map(
    (line, index) =>
      `<path class="${strokes[index % strokes.length] ?? ""}" d="${pathOf(line.values, x, y, isStepped)}"/>`,
  );
  const names = lines.map((line, index) => {
    const last = line.values.findLastIndex((value) => value !== null);
    if (last < 0) return "";
    return `<text x="${x(last) + 7}" y="${(ends[index] ?? 0) + 4}">${escaped(line.name)}</text>`;
  });
  return (
    <PlotFigure
      title={title}
      columns={[xHead, ...lines.map((line) => line.name)]}
      rows={xs.flatMap((label, index) => {
        const values = lines.map((line) => line.values[index] ?? null);
        return values.every((value) => value === null)
          ? []
          : [[label, ...values.map((value) => value ?? "–")]];
      })}
      size={[width, height]}
      drawing={[
        `<g class="stroke-line">${grid.join("")}</g>`,
        `<g class="${plotWordsLook}">${[...scale, ...labels].join("")}</g>`,
        `<g class="fill-none stroke-[1.75]" stroke-linejoin="round">${paths.join("")}</g>`,
        `<g class="${plotValuesLook}">${names.join("")}</g>`,
      ].join("")}
    />
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Moves the names at the ends of the lines apart, so that none covers another. */
function spread(heights: readonly number[]): number[] {
  const apart = 15;
  const result = [...heights];
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  for (let rank = 1; rank < order.length; rank++) {
    const above = result[order[rank - 1] ?? 0] ?? 0;
    const own = order[rank] ?? 0;
    result[own] = Math.max(result[own] ?? 0, above + apart);
  }
  return result;
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  isStepped: boolean,
): string {
  let path = "";
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    if (!isDrawing) path += `M${x(index)} ${y(value)}`;
    else if (isStepped) path += `H${x(index)}V${y(value)}`;
    else path += `L${x(index)} ${y(value)}`;
    isDrawing = true;
  });
  return path;
}
