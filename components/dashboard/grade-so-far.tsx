import { partWords, totalWords } from "@/components/grades/standing-words";
import { LinePlot } from "@/components/ui/line-plot";
import { formatPoints } from "@/policy/grades";
import type { GradeStanding } from "@/policy/standings";
import { gradedKinds } from "@/policy/syllabus";
import { counted } from "@/policy/wording";

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
  parts: GradeStanding["parts"];
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
          {gradedKinds.map((part) => {
            const { outOf, soFar, floor, ceiling, dropsLeft } = parts[part];
            return (
              <tr key={part}>
                <th scope="row">
                  {partWords[part]} <span className="hint">out of {formatPoints(outOf)}</span>
                </th>
                <td className="number">{totalWords(soFar, "–")}</td>
                <td className="number">{totalWords(floor, "–")}</td>
                <td className="number">{totalWords(ceiling, "–")}</td>
                <td className="number">{dropsLeft ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">
        At least: with nothing more. At most: with full marks from now on.{" "}
        {missed === 0
          ? "You have missed nothing."
          : `You have missed ${counted(missed, "assignment")}.`}{" "}
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
