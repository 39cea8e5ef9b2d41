import { compareFractions, formatPercent, formatWeight, fraction, sumFractions } from "./fractions";
import type { MeetingFacts } from "./meetings";
import { carriedCount, inOrder } from "./meetings";
import { checkEach, Refusal } from "./refusal";
import { checkCount, checkDue, checkPoints } from "./courses-numbers";
import { checkSeries } from "./courses-series";
import { lowerName, pluralName } from "./series";
import { gradedWork, presentationKey, projectKey, type Syllabus, type Weights } from "./syllabus";
import { formatLongDate, parseLocalDate, parseLocalTime } from "./time";
import { counted, listOf } from "./wording";

/**
 * Refuses rules that contradict themselves: weights that do not sum to exactly 1 (R24), project parts that do not
 * sum to 100 (R31), a day that does not exist (R28), two works of one name, numbers that make no sense. The field of
 * each refusal is its place in the syllabus, such as "series.0.due".
 */
export function checkSyllabus(syllabus: Syllabus): void {
  const parts = [
    checkKeys,
    checkAllSeries,
    checkPresentation,
    checkMarks,
    checkProject,
    checkLateCredits,
    checkWeights,
  ];
  checkEach(parts, (check) => {
    check(syllabus);
  });
}

/** A key as addresses can have it: lower-case words and hyphens. */
const keyForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function checkKeys({ series, marks, project }: Syllabus): void {
  const named = [
    ...series.map(({ key }, index) => ({ key, field: `series.${index}.key` })),
    ...marks.map(({ key }, index) => ({ key, field: `marks.${index}.key` })),
    ...(project?.parts ?? []).map(({ key }, index) => ({
      key,
      field: `project.parts.${index}.key`,
    })),
  ];
  const atMeetings = [...series.map(({ key }) => key), presentationKey];
  const seen = new Set<string>([presentationKey, projectKey]);
  checkEach(named, ({ key, field }) => {
    if (!keyForm.test(key) || key.length > 40) {
      throw new Refusal(
        `The key “${key}” cannot be part of an address. Use up to 40 lower-case letters, digits and hyphens, as in “report-1”.`,
        field,
      );
    }
    if (seen.has(key)) {
      throw new Refusal(
        `The key “${key}” is taken already. Give each work a key of its own.`,
        field,
      );
    }
    seen.add(key);
    const clash = atMeetings.find((other) => new RegExp(`^${other}-\\d+$`).test(key));
    if (clash !== undefined) {
      throw new Refusal(
        `The key “${key}” would have the address of “${clash}” at a meeting. Choose another one.`,
        field,
      );
    }
  });
}

function checkAllSeries({ series }: Syllabus): void {
  checkEach(series, (one, index) => {
    checkSeries(one, `series.${index}`);
  });
}

function checkPresentation({ presentation }: Syllabus): void {
  if (presentation === null) return;
  const { perStudent, signUp } = presentation;
  checkCount(presentation.seats, 1, "Seats of a discussion", "presentation.seats");
  checkCount(perStudent.least, 1, "Presentations of a student", "presentation.perStudent");
  checkCount(
    perStudent.most,
    perStudent.least,
    "Presentations of a student at most",
    "presentation.perStudent",
  );
  if (perStudent.most > 9) {
    throw new Refusal(
      "Nobody can present more than 9 times. Write 9 or less.",
      "presentation.perStudent",
    );
  }
  checkPoints(presentation.outOf, "Presentation, total", "presentation.outOf");
  if (!(presentation.multiplier > 0)) {
    throw new Refusal("The rubric needs a multiplier above 0.", "presentation.multiplier");
  }
  if (presentation.aspects.length === 0) {
    throw new Refusal("The rubric needs at least one aspect.", "presentation.aspects");
  }
  checkEach(presentation.aspects, (aspect, index) => {
    if (aspect.name.trim() !== "" && aspect.levels.length > 0) return;
    throw new Refusal(
      "Each aspect of the rubric needs a name and its levels.",
      `presentation.aspects.${index}`,
    );
  });
  const highest = presentation.aspects.map(({ levels }) =>
    Math.max(...levels.map(({ points }) => points)),
  );
  const sum = highest.reduce((total, points) => total + points, 0) * presentation.multiplier;
  if (sum * 100 !== presentation.outOf) {
    throw new Refusal(
      `The rubric gives at most ${sum} points, but the presentation is out of ${presentation.outOf / 100}. Change one of them.`,
      "presentation.outOf",
    );
  }
  checkDue(presentation.slidesDue, "Slides", "presentation.slidesDue");
  if (presentation.finalSlidesDue !== null) {
    checkDue(presentation.finalSlidesDue, "Final slides", "presentation.finalSlidesDue");
  }
  if (signUp !== null) {
    parseLocalDate(signUp.closes.date, "presentation.signUp");
    parseLocalTime(signUp.closes.time, "presentation.signUp");
  }
}

function checkMarks({ marks }: Syllabus): void {
  checkEach(marks, ({ name, outOf }, index) => {
    if (name.trim() === "") throw new Refusal("A mark has no name.", `marks.${index}.name`);
    checkPoints(outOf, `“${name}”, total`, `marks.${index}.outOf`);
  });
}

function checkProject({ project }: Syllabus): void {
  if (project === null) return;
  if (project.team !== null) {
    const { least, most, formedBy } = project.team;
    checkCount(least, 1, "Smallest team", "project.team");
    checkCount(most, least, "Largest team", "project.team");
    parseLocalDate(formedBy, "project.team");
  }
  for (const [index, part] of project.parts.entries()) {
    const field = `project.parts.${index}`;
    if (part.name.trim() === "") throw new Refusal("A part of the project has no name.", field);
    if (!Number.isSafeInteger(part.percent) || part.percent < 0) {
      throw new Refusal(`“${part.name}”: write a whole number of percent.`, field);
    }
    if (part.due !== null) parseLocalDate(part.due, field);
    if (part.draftDue !== null) parseLocalDate(part.draftDue, field);
    for (const date of part.dates) parseLocalDate(date, field);
  }
  const sum = project.parts.reduce((total, part) => total + part.percent, 0);
  if (sum !== 100) {
    throw new Refusal(
      `The parts of “${project.name}” sum to ${sum} %, not to 100 %. Change one of them.`,
      "project.parts",
    );
  }
}

function checkLateCredits({ lateCredits, series }: Syllabus): void {
  if (lateCredits === null) return;
  checkCount(lateCredits.perStudent, 1, "Late credits per student", "lateCredits.perStudent");
  checkCount(lateCredits.hoursEach, 1, "Hours per late credit", "lateCredits.hoursEach");
  checkEach(lateCredits.series, (key) => {
    if (series.some((one) => one.key === key)) return;
    throw new Refusal(
      `Late credits are meant for “${key}”, but no series has that key.`,
      "lateCredits.series",
    );
  });
}

function checkWeights(syllabus: Syllabus): void {
  const options = syllabus.unitOptions;
  if (options.length === 0 || new Set(options).size !== options.length) {
    throw new Refusal("Name each number of units once, and at least one.", "unitOptions");
  }
  checkEach(options, (units) => {
    const found = syllabus.weights.filter((weights) => weights.units === units);
    const [weights] = found;
    if (weights === undefined || found.length > 1) {
      throw new Refusal(`${units} units need exactly one set of weights.`, "weights");
    }
    checkWeightsOf(weights, syllabus, `weights.${syllabus.weights.indexOf(weights)}`);
  });
  checkEach(syllabus.weights, ({ units }, index) => {
    if (options.includes(units)) return;
    throw new Refusal(
      `There are weights for ${units} units, which the course does not offer.`,
      `weights.${index}`,
    );
  });
}

function checkWeightsOf({ units, of }: Weights, syllabus: Syllabus, field: string): void {
  const known = gradedWork(syllabus).map(({ key }) => key);
  const unknown = Object.keys(of).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new Refusal(
      `The weights at ${units} units count “${unknown}”, which is not work of this course. It has: ${known.join(", ")}.`,
      `${field}.of`,
    );
  }
  const all = Object.values(of);
  if (all.some((weight) => weight.denominator <= 0 || weight.numerator < 0)) {
    throw new Refusal(
      `A weight at ${units} units is negative, or has a denominator of 0. Correct it.`,
      `${field}.of`,
    );
  }
  const sum = sumFractions(all);
  if (compareFractions(sum, fraction(1)) !== 0) {
    throw new Refusal(
      `The weights at ${units} units sum to ${formatWeight(sum)} (${formatPercent(sum)}), not to 1. Change one of them.`,
      `${field}.of`,
    );
  }
}

/** What is odd about a term though no rule forbids it, as sentences (R21, feature 9): the declared meetings, too many drops, project days off the schedule. */
export function termWarnings(syllabus: Syllabus, meetings: readonly MeetingFacts[]): string[] {
  const warnings = declaredWarnings(syllabus, meetings);
  for (const series of syllabus.series) {
    const scheduled = carriedCount(meetings, series);
    if (scheduled > 0 && series.dropLowest >= scheduled) {
      warnings.push(
        `The lowest ${series.dropLowest} ${pluralName({ name: lowerName(series) })} are dropped, but only ${scheduled} are scheduled.`,
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

/** What is announced and not scheduled; series that differ by the same numbers are named in one sentence. */
function declaredWarnings({ series }: Syllabus, meetings: readonly MeetingFacts[]): string[] {
  const differing: { declared: number; scheduled: number; names: string[] }[] = [];
  for (const { name, declared, ...one } of series) {
    const scheduled = carriedCount(meetings, one);
    if (declared === null || declared === scheduled) continue;
    const same = differing.find((d) => d.declared === declared && d.scheduled === scheduled);
    if (same === undefined) differing.push({ declared, scheduled, names: [`“${name}”`] });
    else same.names.push(`“${name}”`);
  }
  return differing.map(({ declared, scheduled, names }) =>
    names.length === series.length
      ? `The rules announce ${counted(declared, "assessed day")}, but the schedule has ${scheduled}.`
      : `The rules announce ${counted(declared, "meeting")} with ${listOf(names)}, but the schedule has ${scheduled}.`,
  );
}
