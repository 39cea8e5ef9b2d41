import { BarChart, type Bar } from "@/components/ui/bar-chart";
import { LinePlot } from "@/components/ui/line-plot";

/** How the term goes, in three plots: how much is handed in, how the points are spread, and when texts arrive. */
export function CoursePlots({
  rates,
  points,
  arrivals,
}: {
  rates: { labels: string[]; pre: (number | null)[]; post: (number | null)[] };
  points: readonly Bar[];
  /** Null before the first deadline. */
  arrivals: { title: string; bars: readonly Bar[] } | null;
}) {
  if (arrivals === null) {
    return <p>The plots begin with the first deadline.</p>;
  }
  return (
    <div className="dashboard">
      <LinePlot
        title="Handed in on time, in percent of what was owed"
        xHead="Class"
        xs={rates.labels}
        most={100}
        lines={[
          { name: "pre", values: rates.pre },
          { name: "post", values: rates.post },
        ]}
      />
      <BarChart
        title="Students by points so far, before any day is dropped"
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
