import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { formatPercent } from "@/policy/fractions";
import { formatPoints, gradeParts } from "@/policy/grades";
import type {
  Outlook,
  PresentationStanding,
  SeriesStanding,
  GradeStanding,
  StandingRow,
} from "@/policy/standings";
import {
  assignmentKinds,
  type AssignmentKind,
  type AssignmentRule,
  type Syllabus,
} from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { rowBadge } from "./grade-words";
import {
  courseWords,
  partWords,
  percentWords,
  totalWords,
  whyCourse,
  whyPresentation,
  whySeries,
} from "./standing-words";

/** A student's whole standing: the course first, then the days of both series, then the presentation. */
export function StudentStanding({
  standing,
  syllabus,
  course,
}: {
  standing: GradeStanding;
  syllabus: Syllabus;
  /** The slug of the course, for links to its meetings. */
  course: string;
}) {
  return (
    <>
      <CourseTable standing={standing} />
      <Presentation presentation={standing.presentation} syllabus={syllabus} course={course} />
      {assignmentKinds.map((kind) => (
        <Series
          key={kind}
          kind={kind}
          series={standing[kind]}
          rule={syllabus[kind]}
          course={course}
        />
      ))}
    </>
  );
}

function CourseTable({ standing }: { standing: GradeStanding }) {
  const { course, weights, shares } = standing;
  const outlooks: [keyof Outlook, string][] = [
    ["soFar", "So far"],
    ["floor", "At least"],
    ["ceiling", "At most"],
  ];
  return (
    <section aria-labelledby="course-total">
      <h2 id="course-total">The course, at {standing.units} units</h2>
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
          {gradeParts.map((part) => {
            const weight = weights[part];
            return weight === null ? null : (
              <tr key={part}>
                <th scope="row">
                  {partWords[part]} <span className="hint">counts {formatPercent(weight)}</span>
                </th>
                {outlooks.map(([which]) => (
                  <td key={which} className="number">
                    {percentWords(shares[part][which])}
                  </td>
                ))}
              </tr>
            );
          })}
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

function Series({
  kind,
  series,
  rule,
  course,
}: {
  kind: AssignmentKind;
  series: SeriesStanding;
  rule: AssignmentRule;
  course: string;
}) {
  const outOf = formatPoints(series.outOf);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{partWords[kind]}</h2>
      <p className="outlook">
        {series.soFar === null
          ? "No day is known yet."
          : `So far ${totalWords(series.soFar)} of ${outOf}; at least ${totalWords(series.floor)}, at most ${totalWords(series.ceiling)}.`}{" "}
        The best {series.counted} of {series.assessed} days count.
      </p>
      <Details summary="Why this number">
        {whySeries(series, rule).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Details>
      <ol className="days">
        {series.rows.map((row) => (
          <Day key={row.meetingId} row={row} course={course} />
        ))}
      </ol>
    </section>
  );
}

function Day({ row, course }: { row: StandingRow; course: string }) {
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

function Presentation({
  presentation,
  syllabus,
  course,
}: {
  presentation: PresentationStanding | null;
  syllabus: Syllabus;
  course: string;
}) {
  const { aspects } = syllabus.presentation;
  return (
    <section aria-labelledby="presentation">
      <h2 id="presentation">{partWords.presentation}</h2>
      {presentation === null ? (
        <p>
          You hold no seat yet. <a href={`/${course}/discussions`}>See the discussions</a>
        </p>
      ) : (
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
                <p>{whyPresentation(presentation, syllabus.presentation)}</p>
              </Details>
            </>
          )}
        </>
      )}
    </section>
  );
}
