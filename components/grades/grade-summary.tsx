import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { partsTable } from "@/components/ui/text-table";
import { formatPercent } from "@/policy/fractions";
import { formatPoints } from "@/policy/grades";
import type { HandGradeSummary, Outlook } from "@/policy/grade-parts";
import type { GradeSummary, SeriesSummary, SummaryRow } from "@/policy/grade-summary";
import { pluralName } from "@/policy/series";
import type { Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { rowBadge } from "./grade-words";
import {
  courseWords,
  partName,
  percentWords,
  totalWords,
  whyCourse,
  whySeries,
} from "./grade-summary-words";
import { Presentations } from "./presentation-summary";

/** How a student stands: the course first, then the presentations, what is given by hand, and the days of every series. */
export function StudentSummary({
  summary,
  syllabus,
  course,
}: {
  summary: GradeSummary;
  syllabus: Syllabus;
  /** The slug of the course, for links to its meetings. */
  course: string;
}) {
  const { presentations, marks, projectParts, series } = summary;
  return (
    <>
      <CourseTable summary={summary} syllabus={syllabus} />
      {syllabus.presentation === null ? null : (
        <Presentations presentations={presentations} rule={syllabus.presentation} course={course} />
      )}
      {marks.map((mark) => (
        <section key={mark.key} aria-labelledby={mark.key} className="flow">
          <h2 id={mark.key}>{mark.name}</h2>
          <HandGrade grade={mark} />
        </section>
      ))}
      {projectParts.length === 0 ? null : (
        <section aria-labelledby="project" className="flow">
          <h2 id="project">{syllabus.project?.name}</h2>
          {projectParts.map((part) => (
            <section key={part.key} aria-labelledby={part.key} className="flow">
              <h3 id={part.key}>{part.name}</h3>
              <HandGrade grade={part} />
            </section>
          ))}
        </section>
      )}
      {series.map((one) => (
        <Series key={one.series.key} summary={one} course={course} />
      ))}
    </>
  );
}

function CourseTable({ summary, syllabus }: { summary: GradeSummary; syllabus: Syllabus }) {
  const { course, parts } = summary;
  const outlooks: [keyof Outlook, string][] = [
    ["soFar", "So far"],
    ["floor", "At least"],
    ["ceiling", "At most"],
  ];
  return (
    <section aria-labelledby="course-total" className="flow">
      <h2 id="course-total">
        {syllabus.unitOptions.length > 1 ? `The course, at ${summary.units} units` : "The course"}
      </h2>
      <p className="tabular-nums">
        {course.soFar === null
          ? "No score has been released yet."
          : `So far ${courseWords(course.soFar)} of what is known.`}{" "}
        At least {courseWords(course.floor)}, at most {courseWords(course.ceiling)}.
      </p>
      <table className={partsTable.table}>
        <caption className="sr-only">Shares of the grade by part</caption>
        <thead>
          <tr>
            <th scope="col" className={partsTable.columnHead}>
              Part
            </th>
            {outlooks.map(([which, words]) => (
              <th key={which} scope="col" className={partsTable.numberHead}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) =>
            part.weight === null ? null : (
              <tr key={part.key}>
                <th scope="row" className={partsTable.rowHead}>
                  {partName(part, syllabus)}{" "}
                  <span className={partsTable.note}>counts {formatPercent(part.weight)}</span>
                </th>
                {outlooks.map(([which]) => (
                  <td key={which} className={partsTable.number}>
                    {percentWords(part.shares[which])}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={partsTable.footRowHead}>
              Course
            </th>
            {outlooks.map(([which]) => (
              <td key={which} className={partsTable.footNumber}>
                {courseWords(course[which])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="max-w-text text-sm text-muted">
        At least: with nothing more. At most: with full marks from now on. “So far” leaves out what
        nobody knows yet.
      </p>
      <Details summary="Why this number">
        <p>Each part counts by its weight.</p>
        <dl>
          {outlooks.map(([which, words]) => (
            <div key={which} className="my-1.5">
              <dt className="font-semibold">{words}</dt>
              <dd className="tabular-nums">{whyCourse(course[which])}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </section>
  );
}

function Series({ summary, course }: { summary: SeriesSummary; course: string }) {
  const { series, counted, assessed } = summary;
  const { key } = series;
  const outOf = formatPoints(summary.outOf);
  return (
    <section aria-labelledby={key} className="flow">
      <h2 id={key}>{pluralName(series)}</h2>
      <p className="tabular-nums">
        {summary.soFar === null
          ? "No day is known yet."
          : `So far ${totalWords(summary.soFar)} of ${outOf}; at least ${totalWords(summary.floor)}, at most ${totalWords(summary.ceiling)}.`}{" "}
        {counted === assessed
          ? `All ${assessed} days count.`
          : `${series.dropLowest === 0 ? "" : "The best "}${counted} of ${assessed} days count.`}
      </p>
      <Details summary="Why this number">
        {whySeries(summary).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Details>
      <ol className="my-3 border-t border-line">
        {summary.rows.map((row) => (
          <Day key={row.meetingId} row={row} course={course} />
        ))}
      </ol>
    </section>
  );
}

/** Points that staff give by hand, with what they wrote to it. */
function HandGrade({ grade: { grade, outOf } }: { grade: HandGradeSummary }) {
  if (grade?.score == null)
    return <p className="tabular-nums">No score yet, of {formatPoints(outOf)}.</p>;
  return (
    <>
      <p className="tabular-nums">
        {formatPoints(grade.score)} of {formatPoints(outOf)}.
      </p>
      {grade.comment === "" ? null : (
        <p>
          <q>{grade.comment}</q>
        </p>
      )}
    </>
  );
}

function Day({ row, course }: { row: SummaryRow; course: string }) {
  const { tone, words } = rowBadge(row);
  return (
    <li className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto_3rem] items-baseline gap-x-4 border-b border-line py-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <time className="text-sm text-muted max-sm:col-span-full" dateTime={row.meeting.date}>
        {formatDate(row.meeting.date)}
      </time>
      <a className="max-sm:col-span-full" href={`/${course}/meetings/${row.meeting.number}`}>
        {row.meeting.title}
      </a>
      <span className="flex flex-wrap justify-end gap-x-3 max-sm:col-start-1 max-sm:justify-start">
        <Badge tone={tone}>{words}</Badge>
        {row.isDropped ? <Badge tone="waived">dropped</Badge> : null}
      </span>
      <span
        className={`text-end tabular-nums ${row.isDropped ? "text-muted line-through" : "font-semibold"}`}
      >
        {row.points === null ? "" : formatPoints(row.points)}
      </span>
      {row.grade?.comment ? (
        <q className="col-[2/-1] max-w-text text-muted max-sm:col-span-full">{row.grade.comment}</q>
      ) : null}
    </li>
  );
}
