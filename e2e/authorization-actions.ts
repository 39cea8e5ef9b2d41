import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assignmentIdOf, meetingIdOf, openCourse, takeSeats, type OpenCourse } from "./factory";
import { grantTo, handIn } from "./factory-assignments";
import { openSeminar } from "./factory-seminar";
import { takePass } from "@/db/passes";
import { scoreSubmission } from "@/db/grades-score";
import { cancelMeeting } from "@/db/meetings-edit";
import type { EnrolledViewer } from "@/policy/access";
import { dropStudent } from "@/db/roster-changes";
import { exceptions } from "@/db/schema";
import {
  everybody,
  instructors,
  signedIn,
  staff,
  students,
  under,
  type Role,
} from "./authorization";

/** Opens a course in which the action can be carried out. */
export async function openFor({ open, when }: Action): Promise<OpenCourse> {
  return open === undefined ? openCourse(when === undefined ? {} : { at: when }) : open();
}

type Fields = Record<string, string>;

interface Action {
  /** A page that has its form. */
  at: (course: OpenCourse) => string;
  for: readonly Role[];
  /** Opens a course of other rules, where the first course's have no such thing. */
  open?: () => Promise<OpenCourse>;
  /** What the course's clock shows; the afternoon of 5 February unless it says otherwise. */
  when?: string;
  /** Sees to it that nothing but the permission can refuse the form, and says what is sent. */
  fields: (course: OpenCourse, role: Role) => Fields | Promise<Fields>;
}

const duringSignUp = "2024-01-17T12:00:00-05:00";
const unkeyed = { idempotencyKey: null };

const meeting = async (course: OpenCourse, number: number): Promise<Fields> => ({
  number: String(number),
  meetingId: await meetingIdOf(course.courseId, number),
});

/** What the forms of a text say by themselves. */
async function assignment(course: OpenCourse, series: string, number: number) {
  const assignmentId = await assignmentIdOf(course.courseId, series, number);
  return { assignmentId, number: String(number), series };
}

/** Ben's pre-assignment of meeting 6, handed in and perhaps graded. */
async function bensText(course: OpenCourse, gradedBy?: EnrolledViewer): Promise<Fields> {
  const at = new Date("2024-01-31T12:00:00-05:00");
  await handIn(course.ben, { number: 6, text: "A summary.", at });
  const assignmentId = await assignmentIdOf(course.courseId, "pre", 6);
  const work = { assignmentId, submitterId: course.ben.enrolmentId };
  if (gradedBy !== undefined) {
    const scoring = { ...unkeyed, score: 100, comment: "", basedOn: 0, overrule: null };
    await scoreSubmission(gradedBy, { ...work, ...scoring }, course.now);
  }
  return { assignment: "pre-6", ...work };
}

const bensException = async (course: OpenCourse) => {
  await grantTo(course, course.ben, { kind: "waived" });
  const [granted] = await db
    .select({ id: exceptions.id })
    .from(exceptions)
    .where(eq(exceptions.courseId, course.courseId));
  return granted?.id ?? "";
};

const cancelled = async (course: OpenCourse): Promise<Fields> => {
  await cancelMeeting(course.iris, { number: 9, version: 1, ...unkeyed }, course.now);
  return { number: "9", version: "2" };
};

const backOf = ({ ben }: OpenCourse) => `roster/${ben.enrolmentId}`;

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
  "app/[course]/clock-actions.ts moveClockAction": {
    at: under("/schedule"),
    for: staff,
    fields: () => ({ to: "typed", clockDay: "2024-02-05", clockTime: "18:00" }),
  },
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
  "app/[course]/meetings/[number]/actions.ts submitAssignmentAction": {
    at: under("/meetings/28"),
    for: students,
    fields: async (course) => ({
      ...(await assignment(course, "pre", 28)),
      "answer-1": "What the talk was announced to be about, in a sentence.",
      "question-1": "What would a proof need?",
    }),
  },
  "app/[course]/meetings/[number]/actions.ts takePassAction": {
    at: under("/meetings/7"),
    for: students,
    open: openSeminar,
    fields: (course) => assignment(course, "response", 7),
  },
  "app/[course]/meetings/[number]/actions.ts takeBackPassAction": {
    at: under("/meetings/7"),
    for: students,
    open: openSeminar,
    fields: async (course, role) => {
      const fields = await assignment(course, "response", 7);
      if (role === "student") await takePass(course.ada, { ...fields, ...unkeyed }, course.now);
      return fields;
    },
  },
  "app/[course]/discussions/actions.ts claimSeatAction": {
    at: under("/discussions"),
    for: students,
    when: duringSignUp,
    fields: (course) => meeting(course, 9),
  },
  "app/[course]/discussions/actions.ts releaseSeatAction": {
    at: under("/discussions"),
    for: students,
    when: duringSignUp,
    fields: async (course) => {
      await takeSeats(course, 9, [course.ada]);
      return meeting(course, 9);
    },
  },
  "app/[course]/discussions/actions.ts reopenSignUpAction": {
    at: under("/discussions"),
    for: staff,
    fields: () => ({ date: "2024-02-07", time: "12:00", reason: "Two seats are free." }),
  },
  "app/[course]/discussions/[number]/actions.ts placePresenterAction": {
    at: under("/discussions/9"),
    for: staff,
    fields: async (course) => ({
      ...(await meeting(course, 9)),
      enrolmentId: course.ben.enrolmentId,
      reason: "Has no seat.",
    }),
  },
  "app/[course]/discussions/[number]/actions.ts removePresenterAction": {
    at: under("/discussions/9"),
    for: staff,
    when: duringSignUp,
    fields: async (course) => {
      await takeSeats(course, 9, [course.ben]);
      const { enrolmentId } = course.ben;
      return { ...(await meeting(course, 9)), enrolmentId, reason: "Was placed by mistake." };
    },
  },
  "app/[course]/roster/[enrolment]/actions.ts placeStudentAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: async (course) => ({
      ...(await meeting(course, 9)),
      enrolmentId: course.ben.enrolmentId,
      reason: "Has no seat.",
    }),
  },
  "app/[course]/roster/[enrolment]/actions.ts removeSeatAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    when: duringSignUp,
    fields: async (course) => {
      await takeSeats(course, 9, [course.ben]);
      const { enrolmentId } = course.ben;
      return { ...(await meeting(course, 9)), enrolmentId, reason: "Was placed by mistake." };
    },
  },
  "app/[course]/roster/[enrolment]/actions.ts changeUnitsAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: ({ ben }) => ({ enrolmentId: ben.enrolmentId, units: "6" }),
  },
  "app/[course]/roster/[enrolment]/actions.ts dropStudentAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: ({ ben }) => ({ enrolmentId: ben.enrolmentId }),
  },
  "app/[course]/roster/[enrolment]/actions.ts restoreStudentAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: async ({ ben, iris, now }) => {
      await dropStudent(iris, { enrolmentId: ben.enrolmentId, ...unkeyed }, now);
      return { enrolmentId: ben.enrolmentId };
    },
  },
  "app/[course]/grading/actions.ts startGradingAction": {
    at: under("/grading"),
    for: staff,
    fields: (course) => bensText(course),
  },
  "app/[course]/grading/actions.ts skipItemAction": {
    at: under("/grading/pre-6"),
    for: staff,
    fields: (course) => bensText(course),
  },
  "app/[course]/grading/actions.ts saveAndNextAction": {
    at: under("/grading/pre-6"),
    for: staff,
    fields: async (course) => ({
      ...(await bensText(course)),
      score: "100",
      comment: "",
      basedOn: "0",
    }),
  },
  "app/[course]/grading/actions.ts takeBackScoreAction": {
    at: under("/grading/pre-6"),
    for: staff,
    fields: async (course, role) => ({
      ...(await bensText(course, role === "instructor" ? course.iris : course.tara)),
      version: "1",
    }),
  },
  "app/[course]/grading/actions.ts scorePresentationAction": {
    at: under("/grading/presentation-4"),
    for: staff,
    fields: async (course) => {
      await takeSeats(course, 4, [course.ben], new Date(duringSignUp));
      return {
        assignment: "presentation-4",
        assignmentId: await assignmentIdOf(course.courseId, "presentation", 4),
        comment: "",
        basedOn: `${course.ben.enrolmentId}:0`,
        ...Object.fromEntries([1, 2, 3, 4, 5].map((aspect) => [`aspect-${aspect}`, "2"])),
      };
    },
  },
  "app/[course]/grading/actions.ts releaseGradesAction": {
    at: under("/grading/pre-6"),
    for: staff,
    fields: (course) => bensText(course, course.tara),
  },
  "app/[course]/grading/actions.ts grantExceptionAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: async (course) => ({
      back: backOf(course),
      submitterId: course.ben.enrolmentId,
      assignmentId: await assignmentIdOf(course.courseId, "pre", 7),
      exception: "waived",
      reason: "Was ill.",
    }),
  },
  "app/[course]/grading/actions.ts withdrawExceptionAction": {
    at: (course) => `/${course.slug}/${backOf(course)}`,
    for: staff,
    fields: async (course) => ({
      back: backOf(course),
      submitterId: course.ben.enrolmentId,
      exceptionId: await bensException(course),
    }),
  },
  "app/[course]/meetings/actions.ts meetingAction": {
    at: under("/meetings/9/edit"),
    for: instructors,
    fields: () => ({
      intent: "save",
      number: "9",
      version: "1",
      kind: "discussion",
      date: "2024-02-14",
      starts: "15:30",
      ends: "16:50",
      title: "Synthetic data",
      seats: "3",
      bonus: "0",
    }),
  },
  "app/[course]/meetings/actions.ts cancelMeetingAction": {
    at: under("/meetings/9/change?to=cancelled"),
    for: instructors,
    fields: () => ({ number: "9", version: "1" }),
  },
  "app/[course]/meetings/actions.ts reinstateMeetingAction": {
    at: under("/meetings/9/change?to=held"),
    for: instructors,
    fields: cancelled,
  },
  "app/[course]/meetings/actions.ts undoChangeAction": {
    at: under("/meetings/9/change?to=former"),
    for: instructors,
    fields: cancelled,
  },
  "app/[course]/announcements/actions.ts announceAction": {
    at: under("/announcements"),
    for: instructors,
    fields: () => ({ title: "Room", body: "We meet next door.", step: "post" }),
  },
};
