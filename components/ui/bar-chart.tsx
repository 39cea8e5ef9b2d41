import { escaped } from "./escaped";
import { PlotFigure } from "./plot-figure";

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
  const drawn = bars.map((bar, index) => {
    const tall = ((height - foot - head) * bar.count) / most;
    const x = index * step;
    const middle = (y: number, of: string, text: string | number) =>
      `<text${of} x="${x + step / 2}" y="${y}" text-anchor="middle">${escaped(text)}</text>`;
    return [
      `<rect class="bar" x="${x + gap / 2}" y="${height - foot - tall}" width="${step - gap}" height="${tall}"/>`,
      bar.count > 0 ? middle(height - foot - tall - 5, ' class="value"', bar.count) : "",
      index % every === 0 ? middle(height - 5, "", bar.label) : "",
    ].join("");
  });
  return (
    <PlotFigure
      title={title}
      columns={[labelHead, countHead]}
      rows={bars.map((bar) => [bar.label, bar.count])}
      size={[width, height]}
      drawing={`${drawn.join("")}<line class="axis" x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>`}
    />
  );
}
