import { checkCount, checkDue, checkPoints } from "./courses-numbers";
import { formatPoints } from "./grades";
import { checkAll, Refusal } from "./refusal";
import { fullPoints, type Series } from "./syllabus";

/** Refuses a series that contradicts itself; `field` is its place in the syllabus. */
export function checkSeries(series: Series, field: string): void {
  const { name, presenterGets, questions, length } = series;
  checkAll({
    names: () => {
      if (name.trim() === "" || series.shortName.trim() === "") {
        throw new Refusal("Give the series a name and a short name.", `${field}.name`);
      }
    },
    kinds: () => {
      if (!series.meetings.kinds.includes("no-class")) return;
      throw new Refusal(
        `“${name}”: on days without class nothing is due. Take “no-class” out.`,
        `${field}.meetings`,
      );
    },
    due: () => {
      checkDue(series.due, `“${name}”`, `${field}.due`);
    },
    asksFor: () => {
      if (series.asksFor.trim() !== "") return;
      throw new Refusal(`“${name}”: say in a sentence what is asked for.`, `${field}.asksFor`);
    },
    prompts: () => {
      const labels = series.prompts.map(({ label }) => label.trim());
      if (labels.length > 0 && !labels.includes("") && new Set(labels).size === labels.length)
        return;
      throw new Refusal(
        `“${name}”: write at least one prompt, and a different label for each.`,
        `${field}.prompts`,
      );
    },
    about: () => {
      if (series.paper !== "choose" || !series.isTiedToDiscussion) return;
      throw new Refusal(
        `“${name}”: a text about a paper that the student chooses cannot be tied to something else as well. Take one of the two out.`,
        `${field}.paper`,
      );
    },
    questions: () => {
      if (questions === null) return;
      checkCount(questions.least, 0, `“${name}”, least questions`, `${field}.questions`);
      checkCount(
        questions.most,
        Math.max(1, questions.least),
        `“${name}”, most questions`,
        `${field}.questions`,
      );
    },
    length: () => {
      if (length === null) return;
      checkCount(length.least, 1, `“${name}”, shortest text`, `${field}.length`);
      checkCount(length.most, length.least, `“${name}”, longest text`, `${field}.length`);
    },
    scale: () => {
      checkScale(series, field);
    },
    outOf: () => {
      checkPoints(series.outOf, `“${name}”, total`, `${field}.outOf`);
    },
    dropLowest: () => {
      checkCount(series.dropLowest, 0, `“${name}”, lowest dropped`, `${field}.dropLowest`);
    },
    passes: () => {
      checkCount(series.passes, 0, `“${name}”, free passes`, `${field}.passes`);
    },
    presenterGets: () => {
      if (typeof presenterGets !== "number") return;
      if (
        Number.isSafeInteger(presenterGets) &&
        presenterGets >= 0 &&
        presenterGets <= fullPoints(series)
      ) {
        return;
      }
      throw new Refusal(
        `“${name}”: presenters get between 0 and the full score, which is ${formatPoints(fullPoints(series))}.`,
        `${field}.presenterGets`,
      );
    },
  });
}

function checkScale({ name, scale }: Series, field: string): void {
  const at = `${field}.scale`;
  const labels = scale.map(({ label }) => label.trim());
  if (scale.length < 2 || labels.includes("") || new Set(labels).size !== labels.length) {
    throw new Refusal(`“${name}”: write at least two levels, each with a label of its own.`, at);
  }
  for (const [index, { label, points }] of scale.entries()) {
    if (!Number.isSafeInteger(points) || points < 0) {
      throw new Refusal(
        `“${name}”, level “${label}”: write points of 0 or more, with at most two decimals.`,
        at,
      );
    }
    const lower = scale[index - 1];
    if (lower !== undefined && points <= lower.points) {
      throw new Refusal(
        `“${name}”: the level “${label}” is worth no more than “${lower.label}”. Write the levels from the lowest to the highest.`,
        at,
      );
    }
  }
  if (fullPoints({ scale }) === 0) {
    throw new Refusal(`“${name}”: the highest level is worth nothing.`, at);
  }
}
