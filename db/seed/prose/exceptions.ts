import type { AssignmentKind } from "@/policy/syllabus";

/** What the fictional staff of the demo grant one of its students. */
export interface GrantedException {
  /** Accounts in the cast. */
  by: string;
  student: string;
  /** The meeting's number. */
  meeting: number;
  assignment: AssignmentKind;
  kind: "excused" | "extended";
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

/** Extensions and excused absences of the demo's term, oldest first. */
export const grantedExceptions: GrantedException[] = [
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
