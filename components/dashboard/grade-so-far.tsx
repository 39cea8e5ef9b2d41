import { LinePlot } from "@/components/ui/line-plot";

/** A part of the grade as it stands, in words already. */
export interface PartLine {
  part: string;
  outOf: string;
  soFar: string;
  atLeast: string;
  atMost: string;
  /** Days that may still be dropped; null where nothing is. */
  dropsLeft: number | null;
}

/** The points of a student, class by class. */
export interface PathOfPoints {
  labels: readonly string[];
  points: readonly (number | null)[];
  possible: readonly (number | null)[];
}

/** How a student stands: three numbers for each part, and the path that led there. */
export function GradeSoFar({
  parts,
  path,
  missed,
  gradesHref,
}: {
  parts: readonly PartLine[];
  /** Null before anything is known. */
  path: PathOfPoints | null;
  /** Assignments that were due and not handed in. */
  missed: number;
  gradesHref: string;
}) {
  return (
    <section aria-labelledby="grade">
      <h2 id="grade">Your grade so far</h2>
      <table className="rules-table parts-table">
        <caption className="sr-only">Points of each part so far, at least and at most</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              So far
            </th>
            <th scope="col" className="number">
              At least
            </th>
            <th scope="col" className="number">
              At most
            </th>
            <th scope="col" className="number">
              Drops left
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((line) => (
            <tr key={line.part}>
              <th scope="row">
                {line.part} <span className="hint">out of {line.outOf}</span>
              </th>
              <td className="number">{line.soFar}</td>
              <td className="number">{line.atLeast}</td>
              <td className="number">{line.atMost}</td>
              <td className="number">{line.dropsLeft ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        At least: with nothing more. At most: with full marks from now on.{" "}
        {missed === 0
          ? "You have missed nothing."
          : `You have missed ${missed === 1 ? "1 assignment" : `${missed} assignments`}.`}{" "}
        <a href={gradesHref}>See every day</a>
      </p>
      {path === null ? null : (
        <LinePlot
          title="Your points, class by class"
          xHead="Class"
          xs={path.labels}
          lines={[
            { name: "yours", values: path.points },
            { name: "possible", values: path.possible },
          ]}
          isStepped
        />
      )}
    </section>
  );
}
