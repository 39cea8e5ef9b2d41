import type { ReactNode } from "react";
import { SignOutButton } from "@/components/people/sign-out-button";
import { Shell, type Section } from "@/components/site/shell";
import { signOutAction } from "../login/actions";
import type { Standing } from "../viewer";

/** The page around every page of a course, for whoever is asking. */
export function CourseShell({
  standing,
  current,
  at,
  wide,
  children,
}: {
  standing: Standing;
  current?: Section;
  /** The page's own address, to come back to after signing in. */
  at: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { course, viewer, person } = standing;
  return (
    <Shell
      course={course}
      viewer={person === null ? null : { name: person.name, role: viewer.role }}
      current={current}
      returnTo={at}
      wide={wide}
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
