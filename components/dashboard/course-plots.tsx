import { BarChart, type Bar } from "@/components/ui/bar-chart";
import { LinePlot } from "@/components/ui/line-plot";
import type { SeriesRates } from "@/policy/plots";
import { lowerName } from "@/policy/series";

/** How the term goes, in three plots: how much is handed in, how the points are spread, and when texts arrive. */
export function CoursePlots({
  rates,
  points,
  arrivals,
  hasDrops,
}: {
  rates: { labels: string[]; all: readonly SeriesRates[] };
  points: readonly Bar[];
  /** Null before the first deadline. */
  arrivals: { title: string; bars: readonly Bar[] } | null;
  /** Whether any series drops its lowest. */
  hasDrops: boolean;
}) {
  if (arrivals === null) {
    return <p>The plots begin with the first deadline.</p>;
  }
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,24rem),1fr))] items-start gap-x-12 *:min-w-0">
      <LinePlot
        title="Handed in on time, in percent of what was owed"
        xHead="Class"
        xs={rates.labels}
        most={100}
        lines={rates.all.map(({ series, rates: values }) => ({
          name: lowerName({ name: series.shortName }),
          values,
        }))}
      />
      <BarChart
        title={`Students by points so far${hasDrops ? ", before any day is dropped" : ""}`}
        labelHead="Points"
        countHead="Students"
        bars={points}
      />
      <BarChart
        title={arrivals.title}
        labelHead="Hours before the deadline"
        countHead="Hand-ins"
        bars={arrivals.bars}
      />
    </div>
  );
}
