import { NotFound } from "./refusal";

/** Who somebody is in a course. A visitor has not signed in or is not enrolled; the portal is Colloquy itself. */
export type Role = "visitor" | "student" | "ta" | "instructor" | "portal";

/** A person in a course, a visitor of it, or the portal itself. The first parameter of every verb and reader. */
export interface Viewer {
  role: Role;
  courseId: string;
  /** Null for visitors and the portal. */
  personId: string | null;
  /** Null for visitors, the portal, and whoever is not enrolled. */
  enrolmentId: string | null;
  name: string;
  /** What a student takes the course for; null for everybody else. */
  units: number | null;
}

/** A viewer who is enrolled: a student, a TA or an instructor. */
export interface EnrolledViewer extends Viewer {
  personId: string;
  enrolmentId: string;
}

const everybody: readonly Role[] = ["visitor", "student", "ta", "instructor", "portal"];
const enrolled: readonly Role[] = ["student", "ta", "instructor"];
const staff: readonly Role[] = ["ta", "instructor"];

/** The whole table of permissions: what may be done, and by whom. Deny is the default. */
export const abilities = {
  "read the course": everybody,
  "see the class": enrolled,
  "hand in assignments": ["student"],
  "lead discussions": ["student"],
  "see own grades": ["student"],
  "place presenters": staff,
  grade: staff,
  "release grades": staff,
  "make exceptions": staff,
  "see the roster": staff,
  "change the roster": staff,
  "move the clock": staff,
  "edit the schedule": ["instructor"],
  "post announcements": ["instructor"],
  "set up the course": ["portal"],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof abilities;

/** Whether the viewer's role has the ability; decides which buttons and links a page shows. */
export function may(viewer: Pick<Viewer, "role">, ability: Ability): boolean {
  return (abilities[ability] as readonly Role[]).includes(viewer.role);
}

/** The first line of every verb. What a role may not do does not exist for it: the answer is 404. */
export function demand(viewer: Viewer, ability: Ability): void {
  if (!may(viewer, ability)) throw new NotFound();
}

/** Demands the ability of somebody enrolled, so that what follows can rely on the enrolment. */
export function demandEnrolled(viewer: Viewer, ability: Ability): asserts viewer is EnrolledViewer {
  demand(viewer, ability);
  if (viewer.enrolmentId === null || viewer.personId === null) throw new NotFound();
}

/** The portal acting by itself in a course: seed, import, jobs. */
export function portalIn(courseId: string): Viewer {
  return {
    role: "portal",
    courseId,
    personId: null,
    enrolmentId: null,
    name: "Colloquy",
    units: null,
  };
}

/** Somebody who has not signed in, or is not enrolled. */
export function visitorOf(courseId: string): Viewer {
  return {
    role: "visitor",
    courseId,
    personId: null,
    enrolmentId: null,
    name: "Visitor",
    units: null,
  };
}
