import { escaped } from "./escaped";
import { PlotFigure, plotValuesLook, plotWordsLook } from "./plot-figure";

/** One bar: what it stands for and how many. */
export interface Bar {
  label: string;
  count: number;
}

const width = 480;
const height = 180;
const foot = 22;
const head = 18;

/** A histogram with the counts on its bars; the numbers follow as a table. Counts are whole and not negative. */
export function BarChart({
  title,
  bars,
  labelHead,
  countHead = "Number",
}: {
  title: string;
  bars: readonly Bar[];
  /** What the labels are, as the table's column head: "Score", "Paper". */
  labelHead: string;
  countHead?: string | undefined;
}) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const step = width / Math.max(1, bars.length);
  const gap = Math.min(8, step * 0.2);
  // With many bars only every n-th label has room.
  const every = Math.ceil(bars.length / 12);
  const tall = (bar: Bar) => ((height - foot - head) * bar.count) / most;
  const word = (index: number, y: number, text: string | number) =>
    `<text x="${(index + 0.5) * step}" y="${y}" text-anchor="middle">${escaped(text)}</text>`;
  const blocks = bars.map(
    (bar, index) =>
      `<rect x="${index * step + gap / 2}" y="${height - foot - tall(bar)}" width="${step - gap}" height="${tall(bar)}"/>`,
  );
  const counts = bars.map((bar, index) =>
    bar.count > 0 ? word(index, height - foot - tall(bar) - 5, bar.count) : "",
  );
  const labels = bars.map((bar, index) =>
    index % every === 0 ? word(index, height - 5, bar.label) : "",
  );
  return (
    <PlotFigure
      title={title}
      columns={[labelHead, countHead]}
      rows={bars.map((bar) => [bar.label, bar.count])}
      size={[width, height]}
      drawing={[
        `<g class="fill-edge">${blocks.join("")}</g>`,
        `<line class="stroke-line" x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>`,
        `<g class="${plotWordsLook}">${labels.join("")}</g>`,
        `<g class="${plotValuesLook}">${counts.join("")}</g>`,
      ].join("")}
    />
  );
}
