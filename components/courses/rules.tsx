import { gradedWords } from "@/components/grades/grade-words";
import { partWords } from "@/components/grades/standing-words";
import { kindWords } from "@/components/meetings/meeting-words";
import { Time } from "@/components/ui/time";
import type { SignUpWindow } from "@/policy/discussions";
import { formatWeight } from "@/policy/fractions";
import { formatPoints, gradeParts, pointsInWords } from "@/policy/grades";
import type { AssignmentKind, AssignmentRule, Syllabus } from "@/policy/syllabus";
import { formatDate } from "@/policy/time";
import { listOf } from "@/policy/wording";

/** What the rules page shows besides the syllabus: facts of the schedule that the rules speak of. */
export interface RulesProps {
  syllabus: Syllabus;
  zone: string;
  assessedDays: number;
  waivers: readonly { assignment: AssignmentKind; title: string }[];
  bonuses: readonly { points: number; title: string; date: string }[];
  signUp: SignUpWindow;
}

/** The rules of the course, read from the very value that the grade engine computes with (feature 8). */
export function Rules({ syllabus, zone, assessedDays, waivers, bonuses, signUp }: RulesProps) {
  const { presentation, project } = syllabus;
  const points = formatPoints;
  return (
    <>
      <h2 id="grade">The grade</h2>
      <Weights syllabus={syllabus} />
      <h2 id="assignments">Before and after every class</h2>
      <p>
        Every {listOf(syllabus.assessedKinds.map((kind) => kindWords[kind].toLowerCase()))} has a
        pre-assignment and a post-assignment: {assessedDays} of each this term, unless you present
        that day.
      </p>
      <Assignment name={gradedWords.pre} rule={syllabus.pre} days={assessedDays} />
      <Assignment name={gradedWords.post} rule={syllabus.post} days={assessedDays} />
      {waivers.map((waiver) => (
        <p key={`${waiver.assignment} ${waiver.title}`}>
          The {waiver.assignment}-assignment of “{waiver.title}” is waived for everybody; a waiver
          does not use up one of the dropped.
        </p>
      ))}
      <p>
        {syllabus.lateCredits === null
          ? "What is not handed in by then counts 0: the form closes at the deadline. 23:59 means until the end of that minute."
          : `Each student has ${syllabus.lateCredits.perStudent} late credits; each extends one deadline by ${syllabus.lateCredits.hoursEach} hours, but not beyond the start of the class.`}
      </p>
      <h2 id="presentation">Leading a discussion</h2>
      <p>
        Each student leads one discussion, in a team of {presentation.seats}. Seats can be taken
        from <Time at={signUp.opensAt} zone={zone} /> until{" "}
        <Time at={signUp.closesAt} zone={zone} />. The slides are due{" "}
        {dayWords(presentation.slidesDue.daysAfter)} at {presentation.slidesDue.time}.
      </p>
      {bonuses.map((bonus) => (
        <p key={bonus.title}>
          The team of {formatDate(bonus.date)} (“{bonus.title}”) gains {points(bonus.points)} points
          on top of the {points(presentation.outOf)}.
        </p>
      ))}
      <p>
        Graded by {presentation.aspects.length} aspects; their sum is multiplied by{" "}
        {presentation.multiplier}, out of {points(presentation.outOf)}.
      </p>
      <Rubric syllabus={syllabus} />
      {project === null ? null : <ProjectRules project={project} />}
    </>
  );
}

function Weights({ syllabus }: { syllabus: Syllabus }) {
  return (
    <table className="rules-table">
      <caption className="sr-only">Weights of the grade by units</caption>
      <thead>
        <tr>
          <th scope="col">Part of the grade</th>
          {syllabus.weights.map((weights) => (
            <th key={weights.units} scope="col" className="number">
              {weights.units} units
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gradeParts.map((part) => (
          <tr key={part}>
            <th scope="row">{partWords[part]}</th>
            {syllabus.weights.map((weights) => {
              const weight = weights[part];
              return (
                <td key={weights.units} className="number">
                  {weight === null ? "none" : formatWeight(weight)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Assignment({ name, rule, days }: { name: string; rule: AssignmentRule; days: number }) {
  return (
    <>
      <h3>{name}</h3>
      <p>{rule.asksFor}</p>
      <p>
        Due {dayWords(rule.due.daysAfter)} at {rule.due.time}. {pointsInWords(rule.pointsEach)}{" "}
        each; the {rule.dropLowest} lowest of {days} are dropped, and the rest is scaled to{" "}
        {formatPoints(rule.outOf)}.
        {rule.presenterGets === null
          ? ""
          : ` The day on which you present counts as done: ${pointsInWords(rule.presenterGets)}.`}
      </p>
    </>
  );
}

/** The aspects that a presentation is graded by, with a text for each level (R23). */
export function Rubric({ syllabus }: { syllabus: Pick<Syllabus, "presentation"> }) {
  return (
    <dl className="rubric">
      {syllabus.presentation.aspects.map((aspect) => (
        <div key={aspect.name}>
          <dt>
            {aspect.name}
            {aspect.guideMinutes === null ? null : (
              <span className="hint"> about {aspect.guideMinutes} minutes with discussion</span>
            )}
          </dt>
          {aspect.levels.map((level) => (
            <dd key={level.points}>
              <b>{level.points}</b> {level.text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function ProjectRules({ project }: { project: NonNullable<Syllabus["project"]> }) {
  return (
    <>
      <h2 id="project">The project</h2>
      <p>
        In teams of {project.teamSize.least}–{project.teamSize.most}, formed by{" "}
        {formatDate(project.teamsFormedBy)}.
        {project.lateDays === null
          ? ""
          : ` Each team has ${project.lateDays} late days over its reports; after that each day costs a third of a letter grade.`}
      </p>
      <table className="rules-table">
        <caption className="sr-only">Parts of the project</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">When</th>
            <th scope="col" className="number">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {project.parts.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                {part.name}
                {part.note === "" ? null : <span className="hint"> {part.note}</span>}
              </th>
              <td>
                {part.due === null
                  ? listOf(part.dates.map(formatDate))
                  : `due ${formatDate(part.due)}`}
              </td>
              <td className="number">{part.percent} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function dayWords(daysAfter: number): string {
  if (daysAfter === 0) return "on the day of the meeting";
  const days = Math.abs(daysAfter);
  const count = days === 1 ? "the day" : `${days} days`;
  return `${count} ${daysAfter < 0 ? "before" : "after"} the meeting`;
}
