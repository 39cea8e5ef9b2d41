import type { AssignmentKind } from "@/policy/syllabus";

/** What the fictional staff of the demo grant one of its students. */
export interface GrantedException {
  /** Accounts in the cast. */
  by: string;
  student: string;
  /** The meeting's number. */
  meeting: number;
  assignment: AssignmentKind;
  kind: "waived" | "excused" | "extended";
  /** Local date and time in the course's zone. */
  grantedAt: string;
  /** The last local minute of an extension. */
  extendedTo?: string;
  reason: string;
}

const travel = {
  by: "instructor1",
  student: "student25",
  meeting: 3,
  kind: "excused",
  grantedAt: "2024-01-22T10:20",
  reason: "Travels to a funeral in the family; told us before the meeting.",
} as const;

const conference = {
  by: "instructor2",
  student: "student21",
  meeting: 18,
  kind: "excused",
  grantedAt: "2024-03-11T15:05",
  reason: "Presents a paper at a conference that week.",
} as const;

const registration = {
  by: "instructor2",
  student: "student26",
  kind: "waived",
  grantedAt: "2024-01-16T18:30",
  reason: "The registrar had an old address, so there was no account until 18 January.",
} as const;

const flu = {
  by: "ta2",
  student: "student14",
  meeting: 6,
  kind: "excused",
  grantedAt: "2024-01-31T18:20",
  reason: "Has the flu and sent a doctor's note.",
} as const;

/** Waivers, excused absences and extensions of the demo's term, oldest first. */
export const grantedExceptions: GrantedException[] = [
  { ...registration, meeting: 1, assignment: "post" },
  { ...registration, meeting: 2, assignment: "pre" },
  { ...travel, assignment: "pre" },
  { ...travel, assignment: "post" },
  {
    by: "ta1",
    student: "student17",
    meeting: 5,
    assignment: "post",
    kind: "extended",
    grantedAt: "2024-01-30T19:40",
    extendedTo: "2024-02-01T23:59",
    reason: "Was taken ill during the meeting.",
  },
  { ...flu, assignment: "pre" },
  { ...flu, assignment: "post" },
  {
    by: "ta2",
    student: "student13",
    meeting: 7,
    assignment: "pre",
    kind: "extended",
    grantedAt: "2024-02-05T11:15",
    extendedTo: "2024-02-06T12:00",
    reason: "The laptop is being repaired until Tuesday morning.",
  },
  { ...conference, assignment: "pre" },
  { ...conference, assignment: "post" },
];
