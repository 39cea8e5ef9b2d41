import type { ReactNode } from "react";
import { DemoBar } from "@/components/site/demo-bar";
import { SignOutButton } from "@/components/people/sign-out-button";
import { Shell, type Section } from "@/components/site/shell";
import { may } from "@/policy/access";
import { isDemo } from "../auth";
import { signOutAction } from "../login/actions";
import type { CourseRequest } from "../viewer";
import { moveClockAction } from "./clock-actions";

/** The page around every page of a course, for whoever is asking. */
export function CourseShell({
  request,
  current,
  at,
  wide,
  children,
}: {
  request: CourseRequest;
  current?: Section;
  /** The page's own address, to come back to after signing in. */
  at: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { course, viewer, person, now } = request;
  const mover = may(viewer, "move the clock")
    ? { action: moveClockAction, course: course.slug, at }
    : undefined;
  return (
    <Shell
      course={course}
      viewer={person === null ? null : { name: person.name, role: viewer.role }}
      current={current}
      absent={course.syllabus.presentation === null ? ["discussions"] : []}
      returnTo={at}
      wide={wide}
      demo={
        isDemo && course.clockOffsetMs !== null ? (
          <DemoBar now={now} zone={course.timeZone} mover={mover} />
        ) : undefined
      }
      signOut={<SignOutButton action={signOutAction} />}
      foot={
        <span>
          {course.institution} · {course.term} · times in {course.timeZone}
        </span>
      }
    >
      {children}
    </Shell>
  );
}
