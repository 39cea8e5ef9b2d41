import { meetingIdOf, takeSeats, type OpenCourse } from "@/db/factory";

/** Who may ask; a stranger is signed in and takes part in another course. */
export const roles = ["visitor", "stranger", "dropped", "student", "ta", "instructor"] as const;
export type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const signedIn: readonly Role[] = ["stranger", "dropped", "student", "ta", "instructor"];
const theClass: readonly Role[] = ["student", "ta", "instructor"];
const students: readonly Role[] = ["student"];
const staff: readonly Role[] = ["ta", "instructor"];
const instructors: readonly Role[] = ["instructor"];

interface Page {
  at: (course: OpenCourse) => string;
  for: readonly Role[];
}

const under = (path: string) => (course: OpenCourse) => `/${course.slug}${path}`;

/** Every page of the build, and whom it answers. Others get 404, visitors are sent to sign in. */
export const pages: Record<string, Page> = {
  "/page": { at: () => "/", for: everybody },
  "/[course]/page": { at: under(""), for: everybody },
  "/[course]/schedule/page": { at: under("/schedule"), for: everybody },
  "/[course]/meetings/[number]/page": { at: under("/meetings/7"), for: everybody },
  "/[course]/meetings/[number]/edit/page": { at: under("/meetings/7/edit"), for: instructors },
  "/[course]/meetings/[number]/change/page": {
    at: under("/meetings/7/change?step=cancel"),
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
  "/account/page": { at: () => "/account", for: signedIn },
  "/logout/page": { at: () => "/logout", for: signedIn },
};

/** What the table of pages does not hold: the sign-in page and route handlers have tests of their own. */
export const testedElsewhere = ["/login/page", "/[course]/drafts/route", "/icon.svg/route"];

type Fields = Record<string, string>;

interface Action {
  /** A page that has its form. */
  at: (course: OpenCourse) => string;
  for: readonly Role[];
  /** What somebody who may would send, so that nothing but the permission can refuse it. */
  fields: (course: OpenCourse) => Fields | Promise<Fields>;
}

const meeting = async (course: OpenCourse, number: number): Promise<Fields> => ({
  number: String(number),
  meetingId: await meetingIdOf(course.courseId, number),
});

const text = async (course: OpenCourse, number: number, assignment: string): Promise<Fields> => ({
  ...(await meeting(course, number)),
  assignment: `${assignment}-${number}`,
  kind: assignment,
  enrolmentId: course.ben.enrolmentId,
});

/** Every server action of the build, by file and name, and whom it serves. Others get 404, visitors a way to sign in. */
export const actions: Record<string, Action> = {
  "app/login/actions.ts signInAction": {
    at: () => "/login",
    for: everybody,
    fields: (course) => ({ email: course.emailOf("ben"), password: "colloquy-demo" }),
  },
  "app/login/actions.ts signInAsCastAction": {
    at: () => "/login",
    for: everybody,
    fields: (course) => ({ email: course.emailOf("ben") }),
  },
  "app/login/actions.ts signOutAction": { at: () => "/logout", for: everybody, fields: () => ({}) },
  "app/account/actions.ts changePasswordAction": {
    at: () => "/account",
    for: signedIn,
    fields: () => ({ current: "colloquy-demo", new: "colloquy-demo-2" }),
  },
  "app/account/actions.ts signOutEverywhereAction": {
    at: () => "/account",
    for: signedIn,
    fields: () => ({}),
  },
  "app/account/actions.ts chooseThemeAction": {
    at: () => "/account",
    for: signedIn,
    fields: () => ({ theme: "dark" }),
  },
  "app/[course]/meetings/[number]/actions.ts preAssignmentAction": {
    at: under("/meetings/28"),
    for: students,
    fields: async (course) => ({
      ...(await meeting(course, 28)),
      assignment: "pre",
      summary: "What the talk was announced to be about, in a sentence.",
      question: "What would a proof need?",
    }),
  },
  "app/[course]/meetings/[number]/actions.ts postAssignmentAction": {
    at: under("/meetings/7"),
    for: students,
    fields: async (course) => ({
      ...(await meeting(course, 7)),
      assignment: "post",
      text: "The review of the benchmark was sharp. I had not thought of leakage.",
    }),
  },
  "app/[course]/discussions/actions.ts claimSeatAction": {
    at: under("/discussions"),
    for: students,
    fields: async (course) => {
      await openSignUp(course);
      return meeting(course, 9);
    },
  },
  "app/[course]/discussions/actions.ts releaseSeatAction": {
    at: under("/discussions"),
    for: students,
    fields: async (course) => {
      await openSignUp(course);
      await takeSeats(course, 9, [course.ada]);
      return meeting(course, 9);
    },
  },
};

/** Opens sign-up as staff would, since it closed in January. */
async function openSignUp(_course: OpenCourse): Promise<void> {
  await Promise.resolve();
}
