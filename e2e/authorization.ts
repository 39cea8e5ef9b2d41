import type { OpenCourse } from "./factory";

/** Who may ask; a stranger is signed in and takes part in another course. */
export const roles = ["visitor", "stranger", "dropped", "student", "ta", "instructor"] as const;
export type Role = (typeof roles)[number];

/** The roles that pages and actions are for. */
export const everybody: readonly Role[] = [...roles];
export const signedIn: readonly Role[] = ["stranger", "dropped", "student", "ta", "instructor"];
export const students: readonly Role[] = ["student"];
export const staff: readonly Role[] = ["ta", "instructor"];
export const instructors: readonly Role[] = ["instructor"];
const theClass: readonly Role[] = ["student", "ta", "instructor"];

interface Page {
  at: (course: OpenCourse) => string;
  for: readonly Role[];
}

/** Says that something is at this path under the course. */
export const under = (path: string) => (course: OpenCourse) => `/${course.slug}${path}`;

/** Every page of the build, and whom it answers. Others get 404, visitors are sent to sign in. */
export const pages: Record<string, Page> = {
  "/page": { at: () => "/", for: everybody },
  "/[course]/page": { at: under(""), for: everybody },
  "/[course]/schedule/page": { at: under("/schedule"), for: everybody },
  "/[course]/meetings/[number]/page": { at: under("/meetings/7"), for: everybody },
  "/[course]/meetings/[number]/edit/page": { at: under("/meetings/7/edit"), for: instructors },
  "/[course]/meetings/[number]/change/page": {
    at: under("/meetings/7/change?to=cancelled"),
    for: instructors,
  },
  "/[course]/meetings/new/page": { at: under("/meetings/new"), for: instructors },
  "/[course]/readings/page": { at: under("/readings"), for: everybody },
  "/[course]/readings/[id]/page": {
    at: under("/readings/code-llama-open-foundation-models-for-code"),
    for: everybody,
  },
  "/[course]/rules/page": { at: under("/rules"), for: everybody },
  "/[course]/dashboard/page": { at: under("/dashboard"), for: theClass },
  "/[course]/discussions/page": { at: under("/discussions"), for: theClass },
  "/[course]/discussions/[number]/page": { at: under("/discussions/7"), for: theClass },
  "/[course]/grades/page": { at: under("/grades"), for: theClass },
  "/[course]/grading/page": { at: under("/grading"), for: staff },
  "/[course]/grading/[assignment]/page": { at: under("/grading/pre-7"), for: staff },
  "/[course]/roster/page": { at: under("/roster"), for: staff },
  "/[course]/roster/[enrolment]/page": {
    at: (course) => `/${course.slug}/roster/${course.ben.enrolmentId}`,
    for: staff,
  },
  "/[course]/announcements/page": { at: under("/announcements"), for: instructors },
  "/[course]/clock/page": { at: under("/clock?date=2024-02-01&time=12%3A00"), for: staff },
  "/account/page": { at: () => "/account", for: signedIn },
  "/logout/page": { at: () => "/logout", for: signedIn },
};

/** What the table of pages does not hold: the sign-in page and route handlers have tests of their own. */
export const testedElsewhere = ["/login/page", "/[course]/drafts/route"];
