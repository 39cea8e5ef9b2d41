/**
 * When somebody usually writes: a day or more ahead, on the evening before the due day or during it, often in its
 * last hours, or always in the minutes before the deadline.
 */
export type Habit = "early" | "evening" | "last minute" | "final minutes";

/** How a student of the cast behaves through the term; nothing else about a student is decided at random. */
export interface Temperament {
  /** Share of the assignments that are handed in, from 0 (none) to 1 (all). */
  diligence: number;
  /** Share of the texts handed in that deserve the point, from 0 to 1. */
  care: number;
  /** When the student writes. */
  habit: Habit;
  /** Place in the rush for seats on sign-up day, 1 (first) to 30 (last). */
  signUpRank: number;
}

/** A fictional student of the demo course. */
export interface CastStudent {
  account: string;
  name: string;
  email: string;
  units: 6 | 12;
  temperament: Temperament;
}

/** A fictional TA or instructor of the demo course. */
export interface CastStaff {
  account: string;
  name: string;
  email: string;
  role: "ta" | "instructor";
}

type Row = [name: string, diligence: number, care: number, habit: Habit, signUpRank: number];

// In the order of the accounts: student01 first. The first 18 take 12 units. student01 always writes last, so that
// whoever continues as this student finds something to hand in, whatever the clock shows.
const rows: Row[] = [
  ["Ada Array", 1, 1, "final minutes", 4],
  ["Byron Bytecode", 0.93, 0.97, "evening", 11],
  ["Cleo Closure", 0.72, 1, "evening", 2],
  ["Dmitri Decorator", 0.9, 0.95, "last minute", 19],
  ["Esi Enum", 1, 1, "early", 1],
  ["Farid Float", 0.92, 0.96, "evening", 15],
  ["Greta Generator", 0.96, 0.77, "evening", 7],
  ["Hana Hashmap", 1, 0.98, "early", 6],
  ["Ivo Iterator", 0.58, 0.88, "last minute", 28],
  ["Jamila Join", 0.98, 0.97, "evening", 9],
  ["Kenji Kernel", 0.9, 0.94, "last minute", 13],
  ["Lucia Lambda", 1, 1, "early", 3],
  ["Mateo Mutex", 0.82, 0.785, "last minute", 22],
  ["Noor Nullable", 0.98, 0.98, "evening", 8],
  ["Olu Operator", 0.94, 0.95, "evening", 17],
  ["Priya Pointer", 1, 0.99, "evening", 5],
  ["Quentin Queue", 0.5, 0.6, "last minute", 26],
  ["Rosa Recursion", 0.72, 1, "early", 10],
  ["Sven Stack", 0.9, 0.93, "evening", 18],
  ["Tala Tensor", 0.98, 0.98, "evening", 12],
  ["Umar Unicode", 0.93, 0.94, "last minute", 24],
  ["Vera Vector", 1, 0.99, "early", 14],
  ["Wanjiru Wildcard", 0.93, 0.97, "evening", 16],
  ["Xiomara Xor", 0.65, 0.95, "last minute", 21],
  ["Yusuf Yield", 0.78, 0.85, "last minute", 29],
  ["Zofia Zipper", 0.94, 0.97, "evening", 20],
  ["Anouk Async", 0.92, 0.97, "evening", 23],
  ["Bao Boolean", 0.99, 1, "early", 25],
  ["Ciara Cache", 0.5, 0.75, "last minute", 30],
  ["Dilip Docstring", 0.7, 1, "evening", 27],
];

/** The thirty students, student01 … student30; 01–18 take 12 units, 19–30 take 6. All are fictional. */
export const castStudents: CastStudent[] = rows.map(
  ([name, diligence, care, habit, signUpRank], index) => {
    const account = `student${String(index + 1).padStart(2, "0")}`;
    return {
      account,
      name,
      email: `${account}@demo.test`,
      units: index < 18 ? 12 : 6,
      temperament: { diligence, care, habit, signUpRank },
    };
  },
);

/** The two TAs and two instructors of the demo. They are fictional and share nothing with the public staff list. */
export const castStaff: CastStaff[] = [
  {
    account: "instructor1",
    name: "Ines Integer",
    email: "instructor1@demo.test",
    role: "instructor",
  },
  {
    account: "instructor2",
    name: "Osman Ordinal",
    email: "instructor2@demo.test",
    role: "instructor",
  },
  { account: "ta1", name: "Tomas Tuple", email: "ta1@demo.test", role: "ta" },
  { account: "ta2", name: "Mei Monad", email: "ta2@demo.test", role: "ta" },
];

const accounts = new Set([...castStudents, ...castStaff].map(({ account }) => account));

/** Which of the cast an address belongs to: student05@demo.test, or student05.anything@demo.test in a test's course. */
export function accountOf(email: string): string | undefined {
  const account = /^([a-z]+\d+)(?:\.[a-z0-9-]+)?@demo\.test$/.exec(email)?.[1];
  return account !== undefined && accounts.has(account) ? account : undefined;
}
