import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { checkSyllabus } from "@/policy/courses";
import { Refusal } from "@/policy/refusal";
import { readableAs, readableWhen, type Series, type Syllabus } from "@/policy/syllabus";
import { readCourseFile, writeCourseFile } from "./course-file";
import { seedCourse } from "./seed/course-files";

const shortText = fc
  .stringMatching(/^[A-Za-z0-9 :#'"“”%&*!|>{}[\]@`,?-]{1,20}$/)
  .map((text) => text.trim())
  .filter((text) => text !== "");
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => [hour, minute].map((part) => String(part).padStart(2, "0")).join(":"));
const due = fc.record({ daysAfter: fc.integer({ min: -60, max: 60 }), time });
const least = fc.integer({ min: 1, max: 5 });
const range = fc
  .tuple(least, fc.nat(20))
  .map(([from, more]) => ({ least: from, most: from + more }));
const scale = fc
  .uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 6 })
  .map((points) => [...points].sort((a, b) => a - b))
  .map((points) => points.map((value, index) => ({ label: String(index), points: value })));

const series = (key: string): fc.Arbitrary<Series> =>
  fc
    .record({
      name: shortText,
      shortName: shortText,
      kinds: fc.uniqueArray(fc.constantFrom("lecture", "discussion", "guest"), { minLength: 1 }),
      onlyWithMainReading: fc.boolean(),
      due,
      asksFor: shortText,
      paper: fc.constantFrom("none", "choose", "given"),
      prompts: fc.uniqueArray(
        fc.record({ label: shortText, hint: fc.option(shortText, { nil: "" }) }),
        {
          selector: ({ label }) => label,
          minLength: 1,
          maxLength: 5,
        },
      ),
      questions: fc.option(range.map(({ least: from }) => ({ least: from, most: from + 3 }))),
      length: fc.option(
        fc
          .tuple(fc.constantFrom("words", "sentences"), range)
          .map(([unit, of]) => ({ unit, ...of })),
      ),
      isTiedToDiscussion: fc.boolean(),
      scale,
      outOf: fc.integer({ min: 1, max: 10_000 }),
      dropLowest: fc.nat(3),
      isExempt: fc.constantFrom("exemption", "nothing", "points"),
      passes: fc.nat(4),
      classmatesRead: fc.record({
        when: fc.constantFrom(...readableWhen),
        as: fc.constantFrom(...readableAs),
      }),
    })
    .map(({ kinds, onlyWithMainReading, isExempt, ...rest }) => ({
      ...rest,
      key,
      meetings: { kinds, onlyWithMainReading },
      declared: null,
      presenterGets: isExempt === "points" ? (rest.scale.at(-1)?.points ?? 0) : isExempt,
    }));

/** Shares that sum to 1, of parts of any size. */
const sharesOf = (keys: readonly string[]) =>
  fc
    .array(fc.integer({ min: 1, max: 30 }), { minLength: keys.length, maxLength: keys.length })
    .map((parts) => {
      const all = parts.reduce((sum, part) => sum + part, 0);
      const entries = keys.map((key, index) => {
        const above = parts[index] ?? 1;
        const by = divisor(above, all);
        return [key, { numerator: above / by, denominator: all / by }] as const;
      });
      return Object.fromEntries(entries);
    });

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

const syllabus: fc.Arbitrary<Syllabus> = fc
  .record({ count: fc.integer({ min: 1, max: 3 }), hasMark: fc.boolean(), units: least })
  .chain(({ count, hasMark, units }) => {
    const keys = Array.from({ length: count }, (_, index) => `series-${index}`);
    return fc.record({
      series: fc.tuple(...keys.map(series)),
      marks: fc.constant(hasMark ? [{ key: "mark", name: "Mark", asksFor: "", outOf: 1250 }] : []),
      lateCredits: fc.option(
        fc.record({
          perStudent: least,
          hoursEach: least,
          series: fc.subarray(keys, { minLength: 1 }),
        }),
      ),
      weights: sharesOf(hasMark ? [...keys, "mark"] : keys).map((of) => [{ units, of }]),
      unitOptions: fc.constant([units]),
      presentation: fc.constant(null),
      project: fc.constant(null),
    });
  });

test("rules that are written into a file and read from it again are the same rules", () => {
  const file = { ...seedCourse("neural-code-generation-s2024"), meetings: [] };
  let written = 0;
  fc.assert(
    fc.property(syllabus, (rules) => {
      try {
        checkSyllabus(rules);
      } catch (error) {
        if (error instanceof Refusal) return;
        throw error;
      }
      written += 1;
      expect(readCourseFile(writeCourseFile({ ...file, syllabus: rules })).syllabus).toEqual(rules);
    }),
  );
  // Most of what is drawn is valid, so that the test says something.
  expect(written).toBeGreaterThan(60);
});

test("both courses of the demo are read back from what is written of them", () => {
  for (const name of [
    "neural-code-generation-s2024",
    "languages-and-abstractions-f2018",
  ] as const) {
    const file = seedCourse(name);
    expect(readCourseFile(writeCourseFile(file))).toEqual(file);
  }
});
