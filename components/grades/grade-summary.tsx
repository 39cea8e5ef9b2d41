import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { formatPercent } from "@/policy/fractions";
import { formatPoints } from "@/policy/grades";
import type {
  GradeSummary,
  HandGradeSummary,
  Outlook,
  PresentationSummary,
  SeriesSummary,
  SummaryRow,
} from "@/policy/grade-summary";
import { presentsInWords, timesInWords } from "@/policy/discussions";
import { pluralName } from "@/policy/series";
import type { PresentationRule, Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { rowBadge } from "./grade-words";
import {
  courseWords,
  partName,
  percentWords,
  presentationName,
  totalWords,
  whyCourse,
  whyPresentation,
  whySeries,
} from "./grade-summary-words";

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
        <section key={mark.key} aria-labelledby={mark.key}>
          <h2 id={mark.key}>{mark.name}</h2>
          <HandGrade grade={mark} />
        </section>
      ))}
      {projectParts.length === 0 ? null : (
        <section aria-labelledby="project">
          <h2 id="project">{syllabus.project?.name}</h2>
          {projectParts.map((part) => (
            <section key={part.key} aria-labelledby={part.key}>
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
    <section aria-labelledby="course-total">
      <h2 id="course-total">
        {syllabus.unitOptions.length > 1 ? `The course, at ${summary.units} units` : "The course"}
      </h2>
      <p className="outlook">
        {course.soFar === null
          ? "No score has been released yet."
          : `So far ${courseWords(course.soFar)} of what is known.`}{" "}
        At least {courseWords(course.floor)}, at most {courseWords(course.ceiling)}.
      </p>
      <table className="rules-table parts-table">
        <caption className="sr-only">Shares of the grade by part</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            {outlooks.map(([which, words]) => (
              <th key={which} scope="col" className="number">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) =>
            part.weight === null ? null : (
              <tr key={part.key}>
                <th scope="row">
                  {partName(part, syllabus)}{" "}
                  <span className="hint">counts {formatPercent(part.weight)}</span>
                </th>
                {outlooks.map(([which]) => (
                  <td key={which} className="number">
                    {percentWords(part.shares[which])}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Course</th>
            {outlooks.map(([which]) => (
              <td key={which} className="number">
                {courseWords(course[which])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="hint">
        At least: with nothing more. At most: with full marks from now on. “So far” leaves out what
        nobody knows yet.
      </p>
      <Details summary="Why this number">
        <p>Each part counts by its weight.</p>
        <dl className="why">
          {outlooks.map(([which, words]) => (
            <div key={which}>
              <dt>{words}</dt>
              <dd>{whyCourse(course[which])}</dd>
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
    <section aria-labelledby={key}>
      <h2 id={key}>{pluralName(series)}</h2>
      <p className="outlook">
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
      <ol className="days">
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
    return <p className="outlook">No score yet, of {formatPoints(outOf)}.</p>;
  return (
    <>
      <p className="outlook">
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
    <li className={row.isDropped ? "day day-dropped" : "day"}>
      <time dateTime={row.meeting.date}>{formatDate(row.meeting.date)}</time>
      <a href={`/${course}/meetings/${row.meeting.number}`}>{row.meeting.title}</a>
      <span className="day-state">
        <Badge tone={tone}>{words}</Badge>
        {row.isDropped ? <Badge tone="waived">dropped</Badge> : null}
      </span>
      <span className="day-points">{row.points === null ? "" : formatPoints(row.points)}</span>
      {row.grade?.comment ? <q className="day-comment">{row.grade.comment}</q> : null}
    </li>
  );
}

/** All presentations of a student; a course in which each presents more than once says how many. */
function Presentations({
  presentations,
  rule,
  course,
}: {
  presentations: readonly PresentationSummary[];
  rule: PresentationRule;
  course: string;
}) {
  return (
    <section aria-labelledby="presentation">
      <h2 id="presentation">{presentationName(rule)}</h2>
      {presentations.length === 0 ? (
        <p>
          You hold no seat yet. <a href={`/${course}/discussions`}>See the discussions</a>
        </p>
      ) : rule.perStudent.most === 1 ? null : (
        <p>
          You present {timesInWords(presentations.length)}; each student presents{" "}
          {presentsInWords(rule)}, and the mean counts.
        </p>
      )}
      {presentations.map((presentation) => (
        <Presentation
          key={presentation.meeting.id}
          presentation={presentation}
          rule={rule}
          course={course}
        />
      ))}
    </section>
  );
}

function Presentation({
  presentation,
  rule,
  course,
}: {
  presentation: PresentationSummary;
  rule: PresentationRule;
  course: string;
}) {
  const { aspects } = rule;
  return (
    <>
      <p className="outlook">
        <a href={`/${course}/meetings/${presentation.meeting.number}`}>
          {presentation.meeting.title}
        </a>
        , {formatDate(presentation.meeting.date)}:{" "}
        {presentation.total === null
          ? "no score yet."
          : `${formatPoints(presentation.total)} of ${formatPoints(presentation.outOf)}.`}
        {presentation.total === null && presentation.bonus > 0
          ? ` It carries a bonus of ${formatPoints(presentation.bonus)}.`
          : ""}
      </p>
      {presentation.grade === null ? null : (
        <>
          {presentation.grade.aspects === null ? null : (
            <dl className="aspects">
              {aspects.map((aspect, index) => (
                <div key={aspect.name}>
                  <dt>{aspect.name}</dt>
                  <dd>{presentation.grade?.aspects?.[index]}</dd>
                </div>
              ))}
              {presentation.bonus === 0 ? null : (
                <div>
                  <dt>bonus</dt>
                  <dd>+{formatPoints(presentation.bonus)}</dd>
                </div>
              )}
            </dl>
          )}
          {presentation.grade.comment === "" ? null : (
            <p>
              <q>{presentation.grade.comment}</q>
            </p>
          )}
          <Details summary="Why this number">
            <p>{whyPresentation(presentation, rule)}</p>
          </Details>
        </>
      )}
    </>
  );
}
