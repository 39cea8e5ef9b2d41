import { partName } from "@/components/grades/grade-summary-words";
import { kindWords } from "@/components/meetings/meeting-words";
import { textTable } from "@/components/ui/text-table";
import { Time } from "@/components/ui/time";
import { isDueBeforeClass } from "@/policy/deadlines";
import type { SignUpWindow } from "@/policy/discussions";
import { timesInWords } from "@/policy/discussions";
import { formatWeight } from "@/policy/fractions";
import { formatPoints, pointsInWords } from "@/policy/grades";
import { lateCreditsInWords } from "@/policy/lateness";
import { lowerName } from "@/policy/series";
import { findSeries, gradedWork, type PresentationRule, type Syllabus } from "@/policy/syllabus";
import { formatDate, type LocalTime } from "@/policy/time";
import { listOf, withArticle } from "@/policy/wording";
import { ProjectRules } from "./rules-project";
import { dayWords, SeriesRules } from "./rules-series";

/** What the rules page shows besides the syllabus: facts of the schedule that the rules speak of. */
export interface RulesProps {
  syllabus: Syllabus;
  zone: string;
  /** When the class usually begins. */
  meets: { starts: LocalTime };
  /** How many meetings carry each series, by its key. */
  carried: Readonly<Record<string, number>>;
  /** What is waived for everybody: the key of the series, and the meeting. */
  waivers: readonly { series: string; title: string }[];
  bonuses: readonly { points: number; title: string; date: string }[];
  /** Null where staff assign the seats. */
  signUp: SignUpWindow | null;
}

/** The rules of the course, read from the very value that the grade engine computes with (feature 8). */
export function Rules(props: RulesProps) {
  const { syllabus, zone, bonuses, signUp } = props;
  const { presentation, marks, project } = syllabus;
  return (
    <>
      <h2 id="grade">The grade</h2>
      <Weights syllabus={syllabus} />
      {syllabus.series.length === 0 ? null : <Assignments {...props} />}
      {presentation === null ? null : (
        <Presentations rule={presentation} zone={zone} bonuses={bonuses} signUp={signUp} />
      )}
      {marks.map(({ key, name, asksFor, outOf }) => (
        <section key={key} className="flow">
          <h2 id={key}>{name}</h2>
          <p>
            {asksFor} Graded by the staff, out of {formatPoints(outOf)}.
          </p>
        </section>
      ))}
      {project === null ? null : <ProjectRules project={project} />}
    </>
  );
}

function Weights({ syllabus }: { syllabus: Syllabus }) {
  const { weights } = syllabus;
  return (
    <table className={textTable.table}>
      <caption className="sr-only">
        {weights.length === 1 ? "Weights of the grade" : "Weights of the grade by units"}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={textTable.columnHead}>
            Part of the grade
          </th>
          {weights.map(({ units }) => (
            <th key={units} scope="col" className={textTable.numberHead}>
              {weights.length === 1 ? "Weight" : `${units} units`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gradedWork(syllabus).map(({ key, name }) => (
          <tr key={key}>
            <th scope="row" className={textTable.rowHead}>
              {partName({ key, name }, syllabus)}
            </th>
            {weights.map(({ units, of }) => {
              const weight = of[key];
              return (
                <td key={units} className={textTable.number}>
                  {weight === undefined ? "none" : formatWeight(weight)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Assignments({ syllabus, meets, carried, waivers }: RulesProps) {
  const { series, presentation } = syllabus;
  const isBefore = series.map((one) => isDueBeforeClass(meets, one));
  const [first] = series;
  const kinds = (first?.meetings.kinds ?? []).map((kind) => kindWords[kind].toLowerCase());
  const names = series.map(({ name }) => withArticle(lowerName({ name })));
  const isSame = series.every(
    ({ meetings, key }) =>
      JSON.stringify(meetings) === JSON.stringify(first?.meetings) &&
      carried[key] === carried[first?.key ?? ""],
  );
  return (
    <>
      <h2 id="assignments">
        {isBefore.every(Boolean)
          ? "Before every class"
          : isBefore.some(Boolean)
            ? "Before and after every class"
            : "After every class"}
      </h2>
      {isSame && first !== undefined ? (
        <p>
          Every {listOf(kinds)}
          {first.meetings.onlyWithMainReading ? " with a main reading" : ""} has {listOf(names)}:{" "}
          {carried[first.key]} {series.length > 1 ? "of each " : ""}this term
          {presentation !== null && series.every((one) => one.presenterGets !== "nothing")
            ? ", unless you present that day"
            : ""}
          .
        </p>
      ) : null}
      {series.map((one) => (
        <SeriesRules key={one.key} series={one} carried={carried[one.key] ?? 0} alone={!isSame} />
      ))}
      {waivers.map((waiver) => (
        <p key={`${waiver.series} ${waiver.title}`}>
          The {lowerName({ name: findSeries(syllabus, waiver.series)?.name ?? waiver.series })} of “
          {waiver.title}” is waived for everybody; a waiver does not use up one of the dropped.
        </p>
      ))}
      <p>{lateCreditsInWords(syllabus, meets)}</p>
    </>
  );
}

function Presentations({
  rule,
  zone,
  bonuses,
  signUp,
}: Pick<RulesProps, "zone" | "bonuses" | "signUp"> & { rule: PresentationRule }) {
  const { perStudent, seats, slidesDue, finalSlidesDue } = rule;
  const { least, most } = perStudent;
  const times =
    least === most
      ? least === 1
        ? "leads one discussion"
        : `leads discussions ${timesInWords(least)}`
      : `leads ${least} to ${most} discussions`;
  return (
    <>
      <h2 id="presentation">Leading a discussion</h2>
      <p>
        Each student {times}, {seats === 1 ? "alone" : `in a team of ${seats}`}.{" "}
        {signUp === null ? (
          "The staff assign the seats."
        ) : (
          <>
            Seats can be taken from <Time at={signUp.opensAt} zone={zone} /> until{" "}
            <Time at={signUp.closesAt} zone={zone} />.
          </>
        )}{" "}
        The slides are due {dayWords(slidesDue.daysAfter)} at {slidesDue.time}
        {finalSlidesDue === null
          ? ""
          : `, and as they were shown ${dayWords(finalSlidesDue.daysAfter)} by ${finalSlidesDue.time}`}
        .
      </p>
      {bonuses.map((bonus) => (
        <p key={bonus.title}>
          {seats === 1 ? "Whoever presents on" : "The team of"} {formatDate(bonus.date)} (“
          {bonus.title}
          ”) gains {pointsInWords(bonus.points)} on top of the {formatPoints(rule.outOf)}.
        </p>
      ))}
      <p>
        Graded by {rule.aspects.length} aspects
        {rule.multiplier === 1 ? "" : `; their sum is multiplied by ${rule.multiplier}`}, out of{" "}
        {formatPoints(rule.outOf)}.
      </p>
      <Rubric aspects={rule.aspects} />
    </>
  );
}

/** The aspects that a presentation is graded by, with a text for each level (R23). */
export function Rubric({ aspects }: Pick<PresentationRule, "aspects">) {
  return (
    <dl className="my-3">
      {aspects.map((aspect) => (
        <div key={aspect.name} className="border-t border-line py-2">
          <dt className="font-semibold first-letter:capitalize">
            {aspect.name}
            {aspect.guideMinutes === null ? null : (
              <span className="text-sm font-normal text-muted">
                {" "}
                about {aspect.guideMinutes} minutes with discussion
              </span>
            )}
          </dt>
          {aspect.levels.map((level) => (
            <dd key={level.points} className="flex gap-3">
              <b>{level.points}</b> {level.text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
