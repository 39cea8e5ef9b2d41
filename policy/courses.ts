import { compareFractions, formatWeight, fraction, sumFractions } from "./fractions";
import type { MeetingFacts } from "./meetings";
import { assessedDayCount, inOrder } from "./meetings";
import { checkEach, Refusal } from "./refusal";
import { assignmentKinds, type AssignmentKind, type Fraction, type Syllabus } from "./syllabus";
import { formatLongDate, parseLocalDate, parseLocalTime } from "./time";

/**
 * Refuses rules that contradict themselves: weights that do not sum to exactly 1 (R24), project parts that do not
 * sum to 100 (R31), a day that does not exist (R28), numbers that make no sense.
 */
export function checkSyllabus(syllabus: Syllabus): void {
  const parts = [checkBothSeries, checkWeights, checkPresentation, checkProject, checkCounts];
  checkEach(parts, (check) => {
    check(syllabus);
  });
}

function checkBothSeries(syllabus: Syllabus): void {
  checkEach(assignmentKinds, (assignment) => {
    checkSeries(syllabus, assignment);
  });
}

function checkCounts({ lateCredits, declaredAssessedDays }: Syllabus): void {
  if (lateCredits !== null) {
    checkCount(lateCredits.perStudent, 1, "Late credits per student", "lateCredits");
    checkCount(lateCredits.hoursEach, 1, "Hours per late credit", "lateCredits");
  }
  checkCount(declaredAssessedDays, 1, "Declared assessed days", "declaredAssessedDays");
}

function checkCount(value: number, least: number, what: string, field: string): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new Refusal(`${what}: write a whole number of at least ${least}, not ${value}.`, field);
}

function checkSeries(syllabus: Syllabus, assignment: AssignmentKind): void {
  const rule = syllabus[assignment];
  const name = assignment === "pre" ? "Pre-assignments" : "Post-assignments";
  parseLocalTime(rule.due.time, assignment);
  if (!Number.isSafeInteger(rule.due.daysAfter)) {
    throw new Refusal(`${name}: write a whole number of days for the deadline.`, assignment);
  }
  if (rule.asksFor.trim() === "") {
    throw new Refusal(`${name}: say in a sentence what is asked for.`, assignment);
  }
  checkCount(rule.pointsEach, 1, `${name}, points for each in hundredths`, assignment);
  checkCount(rule.outOf, 1, `${name}, total in hundredths`, assignment);
  checkCount(rule.dropLowest, 0, `${name}, lowest dropped`, assignment);
  if (rule.presenterGets === null) return;
  checkCount(rule.presenterGets, 0, `${name}, points of presenters in hundredths`, assignment);
  if (rule.presenterGets > rule.pointsEach) {
    throw new Refusal(`${name}: presenters cannot get more than a full score.`, assignment);
  }
}

function checkWeights(syllabus: Syllabus): void {
  const options = syllabus.unitOptions;
  if (options.length === 0 || new Set(options).size !== options.length) {
    throw new Refusal("Name each number of units once, and at least one.", "unitOptions");
  }
  checkEach(options, (units) => {
    const field = `weights-${units}`;
    const found = syllabus.weights.filter((weights) => weights.units === units);
    const [weights] = found;
    if (weights === undefined || found.length > 1) {
      throw new Refusal(`${units} units need exactly one set of weights.`, field);
    }
    const parts = [weights.pre, weights.post, weights.presentation, weights.project].filter(
      (weight): weight is Fraction => weight !== null,
    );
    if (parts.some((weight) => weight.denominator <= 0 || weight.numerator < 0)) {
      throw new Refusal(`A weight at ${units} units is not a positive fraction.`, field);
    }
    const sum = sumFractions(parts);
    if (compareFractions(sum, fraction(1)) !== 0) {
      throw new Refusal(
        `The weights at ${units} units sum to ${formatWeight(sum)}, not to 1. Change one of them.`,
        field,
      );
    }
    if (weights.project !== null && weights.project.numerator > 0 && syllabus.project === null) {
      throw new Refusal(`The weights at ${units} units count a project, but there is none.`, field);
    }
  });
}

function checkPresentation(syllabus: Syllabus): void {
  const { presentation, signUp } = syllabus;
  checkCount(presentation.seats, 1, "Seats of a discussion", "seats");
  checkCount(presentation.outOf, 1, "Presentation, total in hundredths", "presentation");
  if (!(presentation.multiplier > 0)) {
    throw new Refusal("The rubric needs a multiplier above 0.", "presentation");
  }
  if (presentation.aspects.length === 0) {
    throw new Refusal("The rubric needs at least one aspect.", "presentation");
  }
  for (const aspect of presentation.aspects) {
    if (aspect.name.trim() === "" || aspect.levels.length === 0) {
      throw new Refusal("Each aspect of the rubric needs a name and its levels.", "presentation");
    }
  }
  parseLocalTime(presentation.slidesDue.time, "slidesDue");
  parseLocalDate(signUp.closes.date, "signUp");
  parseLocalTime(signUp.closes.time, "signUp");
}

function checkProject({ project }: Syllabus): void {
  if (project === null) return;
  const { least, most } = project.teamSize;
  checkCount(least, 1, "Smallest team", "teamSize");
  checkCount(most, least, "Largest team", "teamSize");
  parseLocalDate(project.teamsFormedBy, "teamsFormedBy");
  for (const [index, part] of project.parts.entries()) {
    const field = `project-${index + 1}`;
    if (part.name.trim() === "") throw new Refusal("A part of the project has no name.", field);
    if (part.due !== null) parseLocalDate(part.due, field);
    for (const date of part.dates) parseLocalDate(date, field);
  }
  const sum = project.parts.reduce((total, part) => total + part.percent, 0);
  if (project.parts.some((part) => part.percent < 0) || sum !== 100) {
    throw new Refusal(
      `The parts of the project sum to ${sum} %, not to 100 %. Change one of them.`,
      "project",
    );
  }
}

/** What is odd about a term though no rule forbids it, as sentences (R21, feature 9): the declared days, too many drops, project days off the schedule. */
export function termWarnings(syllabus: Syllabus, meetings: readonly MeetingFacts[]): string[] {
  const warnings: string[] = [];
  const scheduled = assessedDayCount(meetings, syllabus);
  if (scheduled !== syllabus.declaredAssessedDays) {
    warnings.push(
      `The rules announce ${syllabus.declaredAssessedDays} assessed days, but the schedule has ${scheduled}.`,
    );
  }
  for (const assignment of assignmentKinds) {
    const { dropLowest } = syllabus[assignment];
    if (scheduled > 0 && dropLowest >= scheduled) {
      warnings.push(
        `The lowest ${dropLowest} ${assignment}-assignments are dropped, but only ${scheduled} are scheduled.`,
      );
    }
  }
  const held = inOrder(meetings).filter((meeting) => !meeting.isCancelled);
  const projectDays = new Set(
    held
      .filter(({ kind }) => kind === "project-hours" || kind === "final-presentations")
      .map(({ date }) => date),
  );
  for (const part of syllabus.project?.parts ?? []) {
    for (const date of part.dates) {
      if (projectDays.has(date)) continue;
      warnings.push(
        `“${part.name}” is announced for ${formatLongDate(date)}, but the schedule has no project day then.`,
      );
    }
  }
  return warnings;
}
