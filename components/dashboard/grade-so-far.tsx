import { partName, pointedParts, totalWords } from "@/components/grades/grade-summary-words";
import { LinePlot } from "@/components/ui/line-plot";
import { Section } from "@/components/ui/section";
import { partsTable } from "@/components/ui/text-table";
import { formatPoints } from "@/policy/grades";
import type { PartSummary } from "@/policy/grade-summary";
import type { Syllabus } from "@/policy/syllabus";
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
  syllabus,
  path,
  missed,
  gradesHref,
}: {
  parts: readonly PartSummary[];
  syllabus: Syllabus;
  /** Null before anything is known. */
  path: PathOfPoints | null;
  /** Assignments that were due and not handed in. */
  missed: number;
  gradesHref: string;
}) {
  const hasDrops = syllabus.series.some(({ dropLowest }) => dropLowest > 0);
  return (
    <Section
      id="grade"
      heading="Your grade so far"
      className="flow min-[56rem]:col-start-2 min-[56rem]:row-span-2 min-[56rem]:row-start-1"
    >
      <table className={partsTable.table}>
        <caption className="sr-only">Points of each part so far, at least and at most</caption>
        <thead>
          <tr>
            <th scope="col" className={partsTable.columnHead}>
              Part
            </th>
            <th scope="col" className={partsTable.numberHead}>
              So far
            </th>
            <th scope="col" className={partsTable.numberHead}>
              At least
            </th>
            <th scope="col" className={partsTable.numberHead}>
              At most
            </th>
            {hasDrops ? (
              <th scope="col" className={partsTable.numberHead}>
                Drops left
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {pointedParts(parts, syllabus).map((part) => {
            const { outOf, soFar, floor, ceiling, dropsLeft } = part.points;
            return (
              <tr key={part.key}>
                <th scope="row" className={partsTable.rowHead}>
                  {partName(part, syllabus)}{" "}
                  <span className={partsTable.note}>out of {formatPoints(outOf)}</span>
                </th>
                <td className={partsTable.number}>{totalWords(soFar, "–")}</td>
                <td className={partsTable.number}>{totalWords(floor, "–")}</td>
                <td className={partsTable.number}>{totalWords(ceiling, "–")}</td>
                {hasDrops ? <td className={partsTable.number}>{dropsLeft ?? "–"}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="max-w-text text-sm text-muted">
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
    </Section>
  );
}
