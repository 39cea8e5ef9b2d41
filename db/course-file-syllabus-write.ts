import { fullPoints, type Series, type Syllabus } from "@/policy/syllabus";
import type { WrittenSyllabus } from "./course-file-syllabus";
import { writeDue, writePoints, writeWeight } from "./course-file-values";

/** A syllabus as people would write it; `syllabusFile` reads it back to the same value. */
export function writeSyllabus(syllabus: Syllabus): WrittenSyllabus {
  const { presentation: rule, project: work, lateCredits } = syllabus;
  return {
    series: syllabus.series.map(writeSeries),
    ...(rule === null
      ? {}
      : {
          presentation: {
            seats: rule.seats,
            perStudent: rule.perStudent,
            outOf: writePoints(rule.outOf),
            multiplier: rule.multiplier,
            aspects: rule.aspects.map(({ guideMinutes, ...aspect }) => ({
              ...aspect,
              ...(guideMinutes === null ? {} : { minutes: guideMinutes }),
            })),
            slidesDue: writeDue(rule.slidesDue),
            ...(rule.finalSlidesDue === null
              ? {}
              : { finalSlidesDue: writeDue(rule.finalSlidesDue) }),
            ...(rule.signUp === null ? {} : { signUp: rule.signUp }),
          },
        }),
    ...(syllabus.marks.length === 0
      ? {}
      : { marks: syllabus.marks.map((mark) => ({ ...mark, outOf: writePoints(mark.outOf) })) }),
    ...(work === null
      ? {}
      : {
          project: {
            name: work.name,
            ...(work.team === null ? {} : { team: work.team }),
            ...(work.lateDays === null ? {} : { lateDays: work.lateDays }),
            ...(work.note === "" ? {} : { note: work.note }),
            parts: work.parts.map(({ draftDue, due, percent: share, ...part }) => ({
              ...part,
              percent: `${share} %`,
              ...(draftDue === null ? {} : { draftDue }),
              ...(due === null ? {} : { due }),
            })),
          },
        }),
    ...(lateCredits === null ? {} : { lateCredits }),
    weights: Object.fromEntries(
      syllabus.weights.map(({ units: number, of }) => [
        String(number),
        Object.fromEntries(Object.entries(of).map(([key, value]) => [key, writeWeight(value)])),
      ]),
    ),
  };
}

function writeSeries(one: Series): NonNullable<WrittenSyllabus["series"]>[number] {
  const { meetings, declared, questions, length, isTiedToDiscussion, due, scale, ...rest } = one;
  const isZeroOrOne =
    scale.length === 2 &&
    scale[0]?.label === "0" &&
    scale[1]?.label === "1" &&
    scale[0].points === 0 &&
    fullPoints(one) === 100;
  return {
    key: rest.key,
    name: rest.name,
    ...(rest.shortName === rest.name ? {} : { shortName: rest.shortName }),
    asksFor: rest.asksFor,
    meetings: meetings.kinds,
    ...(meetings.onlyWithMainReading ? { onlyWithMainReading: true } : {}),
    ...(declared === null ? {} : { announced: declared }),
    due: writeDue(due),
    ...(rest.paper === "none" ? {} : { paper: rest.paper }),
    prompts: rest.prompts.map(({ label, hint }) => ({ label, ...(hint === "" ? {} : { hint }) })),
    ...(questions === null ? {} : { questions }),
    ...(length === null ? {} : { length }),
    ...(isTiedToDiscussion ? { tiedToDiscussion: true } : {}),
    ...(isZeroOrOne
      ? {}
      : { scale: scale.map((level) => ({ ...level, points: writePoints(level.points) })) }),
    outOf: writePoints(rest.outOf),
    ...(rest.dropLowest === 0 ? {} : { dropLowest: rest.dropLowest }),
    ...(rest.presenterGets === "nothing"
      ? {}
      : {
          presenterGets:
            typeof rest.presenterGets === "number"
              ? writePoints(rest.presenterGets)
              : rest.presenterGets,
        }),
    ...(rest.passes === 0 ? {} : { passes: rest.passes }),
    classmatesRead: rest.classmatesRead,
  };
}
