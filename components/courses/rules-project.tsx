import { textTable } from "@/components/ui/text-table";
import type { Project } from "@/policy/syllabus";
import { lowerName } from "@/policy/series";
import { formatDate } from "@/policy/time";
import { counted, listOf } from "@/policy/wording";

/** The rules of the work in parts: by whom, when, and what each part is worth (R25–R31). */
export function ProjectRules({ project }: { project: Project }) {
  const { name, team, lateDays, note, parts } = project;
  return (
    <>
      <h2 id="project">The {lowerName({ name })}</h2>
      <p>
        {team === null
          ? "Each student works alone."
          : `In teams of ${team.least}–${team.most}, formed by ${formatDate(team.formedBy)}.`}
        {lateDays === null
          ? ""
          : ` Each ${team === null ? "student" : "team"} has ${counted(lateDays, "late day")} over its reports.`}
        {note === "" ? "" : ` ${note}`}
      </p>
      <table className={textTable.table}>
        <caption className="sr-only">Parts of the {lowerName({ name })}</caption>
        <thead>
          <tr>
            <th scope="col" className={textTable.columnHead}>
              Part
            </th>
            <th scope="col" className={textTable.columnHead}>
              When
            </th>
            <th scope="col" className={textTable.numberHead}>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.key}>
              <th scope="row" className={textTable.rowHead}>
                {part.name}
                {part.note === "" ? null : <span className={textTable.note}> {part.note}</span>}
              </th>
              <td className={textTable.cell}>
                {part.draftDue === null ? "" : `draft ${formatDate(part.draftDue)}, `}
                {part.due === null
                  ? listOf(part.dates.map(formatDate))
                  : `due ${formatDate(part.due)}`}
              </td>
              <td className={textTable.number}>{part.percent} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
