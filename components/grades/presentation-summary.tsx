import { Details } from "@/components/ui/details";
import { presentsInWords, timesInWords } from "@/policy/discussions";
import { formatPoints } from "@/policy/grades";
import type { PresentationSummary } from "@/policy/grade-parts";
import type { PresentationRule } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { presentationName, whyPresentation } from "./grade-summary-words";

/** All presentations of a student; a course in which each presents more than once says how many. */
export function Presentations({
  presentations,
  rule,
  course,
}: {
  presentations: readonly PresentationSummary[];
  rule: PresentationRule;
  course: string;
}) {
  return (
    <section aria-labelledby="presentation" className="flow">
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
      <p className="tabular-nums">
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
            <dl className="my-2 max-w-96">
              {aspects.map((aspect, index) => (
                <div key={aspect.name} className="flex justify-between border-b border-line py-1">
                  <dt className="first-letter:capitalize">{aspect.name}</dt>
                  <dd className="font-semibold tabular-nums">
                    {presentation.grade?.aspects?.[index]}
                  </dd>
                </div>
              ))}
              {presentation.bonus === 0 ? null : (
                <div className="flex justify-between border-b border-line py-1">
                  <dt className="first-letter:capitalize">bonus</dt>
                  <dd className="font-semibold tabular-nums">
                    +{formatPoints(presentation.bonus)}
                  </dd>
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
