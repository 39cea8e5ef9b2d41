import { z } from "zod";
import { fraction } from "@/policy/fractions";
import { Refusal } from "@/policy/refusal";
import type { Fraction } from "@/policy/syllabus";
import { parseLocalDate } from "@/policy/time";
import { localTime } from "./courses";

/*
 * Values as people write them in a course file, read into what the rules compute with, and back.
 */

const unstorable = "This holds a character that cannot be kept. Delete the text and type it anew.";

/** Words of at least one and at most so many characters, without what a database cannot keep. */
const words = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most, `This is longer than ${most.toLocaleString("en-US")} characters. Shorten it.`)
    .refine((value) => !value.includes("\u0000") && value.isWellFormed(), unstorable);

/** A name, a title or a line. */
export const text = words(1, 500);
/** Several sentences, which may be left out. */
export const prose = words(0, 50_000);

const decimalForm = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** A number of at most six decimals, exactly. */
function decimal(text: string): Fraction | undefined {
  const match = decimalForm.exec(text);
  if (match === null) return undefined;
  const [, whole = "", decimals = ""] = match;
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** A share of a whole: 1/3, 25 %, 0.25. */
function shareOf(written: string | number): Fraction | undefined {
  const text = String(written).trim();
  const [, above, below] = /^(\d{1,9})\s*\/\s*(\d{1,9})$/.exec(text) ?? [];
  if (above !== undefined && below !== undefined) {
    return Number(below) === 0 ? undefined : fraction(Number(above), Number(below));
  }
  const [, percent] = /^(\S+?)\s*%$/.exec(text) ?? [];
  if (percent === undefined) return decimal(text);
  const found = decimal(percent);
  return found && fraction(BigInt(found.numerator), BigInt(found.denominator) * 100n);
}

const written = z.union([z.string(), z.number()], "Write a number, as 20, 25 % or 1/3.");

/** A weight: `1/3`, `25 %` or `0.25`. */
export const weight = written.transform((value, context): Fraction => {
  const found = shareOf(value);
  if (found !== undefined) return found;
  context.addIssue(
    `“${value}” is not a weight. Write a fraction, a percentage or a decimal: 1/3, 25 %, 0.25.`,
  );
  return z.NEVER;
});

const mostPoints = 10_000;

/** A number of points up to 10,000: `20`, `0.7`, or `70 %`, which is 0.7 points; read as hundredths. */
export const points = written.transform((value, context): number => {
  const found = shareOf(value);
  const hundredths = found && (found.numerator * 100) / found.denominator;
  if (hundredths !== undefined && hundredths > mostPoints * 100) {
    context.addIssue(`“${value}” is more than ${mostPoints.toLocaleString("en-US")} points.`);
    return z.NEVER;
  }
  if (hundredths !== undefined && Number.isSafeInteger(hundredths)) return hundredths;
  context.addIssue(
    `“${value}” is not a number of points. Write one with at most two decimals, as 20, 0.7 or 70 %.`,
  );
  return z.NEVER;
});

/** A whole percentage: `25`, or `25 %`. */
export const percent = written.transform((value, context): number => {
  const [, number] = /^(\d{1,3})\s*%?$/.exec(String(value).trim()) ?? [];
  if (number !== undefined && Number(number) <= 100) return Number(number);
  context.addIssue(`“${value}” is not a percentage. Write a whole number from 0 to 100, as 25 %.`);
  return z.NEVER;
});

/** A day of the calendar, as 2024-02-05. */
export const day = z
  .string()
  .trim()
  .superRefine((value, context) => {
    try {
      parseLocalDate(value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      context.addIssue(error.message);
    }
  })
  .meta({ format: "date" });

/** A minute counted in days from the day of the meeting: `{days: -1, time: "23:59"}` is the end of the day before. */
export const relativeDue = z
  .strictObject(
    { days: z.int().min(-60).max(60), time: localTime },
    {
      error: ({ code }) =>
        code === "invalid_type"
          ? 'Write it as { days: -1, time: "23:59" }, in days from the day of the meeting.'
          : undefined,
    },
  )
  .transform(({ days, time }) => ({ daysAfter: days, time }));

/** A weight as a file has it. */
export function writeWeight(value: Fraction): string {
  const { numerator, denominator } = fraction(value.numerator, value.denominator);
  if (denominator === 1) return String(numerator);
  const isPercent = 100 % denominator === 0 && denominator > 6;
  return isPercent ? `${(numerator * 100) / denominator} %` : `${numerator}/${denominator}`;
}

/** Points as a file has them. */
export function writePoints(hundredths: number): number {
  return hundredths / 100;
}

/** A due minute as a file has it. */
export function writeDue({ daysAfter, time }: { daysAfter: number; time: string }) {
  return { days: daysAfter, time };
}
