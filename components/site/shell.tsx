import type { ReactNode } from "react";
import type { Role } from "@/policy/access";

/** The pages that the course's navigation can name as the one being read. */
export type Section =
  | "home"
  | "schedule"
  | "readings"
  | "rules"
  | "dashboard"
  | "grading"
  | "discussions"
  | "grades"
  | "roster"
  | "announcements";

interface Entry {
  section: Section;
  label: string;
}

const forAll: Entry[] = [
  { section: "schedule", label: "Schedule" },
  { section: "readings", label: "Readings" },
  { section: "rules", label: "Rules" },
];
const forStudents: Entry[] = [
  { section: "dashboard", label: "Dashboard" },
  { section: "discussions", label: "Discussions" },
  { section: "grades", label: "Grades" },
];
const forStaff: Entry[] = [
  { section: "dashboard", label: "Dashboard" },
  { section: "grading", label: "Grading" },
  { section: "roster", label: "Roster" },
  { section: "discussions", label: "Discussions" },
];
const forInstructors: Entry[] = [{ section: "announcements", label: "Announcements" }];

function entriesFor(role: Role): Entry[] {
  if (role === "student") return [...forStudents, ...forAll];
  if (role === "ta") return [...forStaff, ...forAll];
  if (role === "instructor") return [...forStaff, ...forInstructors, ...forAll];
  return forAll;
}

export interface ShellProps {
  /** The course that the page belongs to; none on the list of courses, sign-in and error pages. */
  course?: { slug: string; number: string; title: string } | undefined;
  /** Whoever is signed in; nobody for visitors. */
  viewer?: { name: string; role: Role } | null | undefined;
  current?: Section | undefined;
  /** The form that signs out, for whoever is signed in. */
  signOut?: ReactNode;
  /** The bar of the demo with its clock. */
  demo?: ReactNode;
  /** Where signing in leads back to; the course's home unless said otherwise. */
  returnTo?: string | undefined;
  /** For staff tables that need the window's width. */
  wide?: boolean | undefined;
  /** What the foot of the page adds to Colloquy's own line, such as the term and its time zone. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The page around every page: skip link, running head with the course, navigation, and the foot. */
export function Shell(props: ShellProps) {
  const { course, viewer, current, signOut, demo, returnTo, wide = false, foot, children } = props;
  const home = course ? `/${course.slug}` : "/";
  const signIn = `/login?next=${encodeURIComponent(returnTo ?? home)}`;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      {demo}
      <header className={wide ? "head page page-wide" : "head page"}>
        <div className="head-line">
          <a
            className="head-title"
            href={home}
            aria-current={current === "home" ? "page" : undefined}
          >
            {course ? (
              <>
                <span className="head-number">{course.number}</span> {course.title}
              </>
            ) : (
              "Colloquy"
            )}
          </a>
          <div className="head-who">
            {viewer ? (
              <>
                <span>{viewer.name}</span>
                {signOut}
              </>
            ) : (
              <a href={signIn}>Sign in</a>
            )}
          </div>
        </div>
        {course ? (
          <nav aria-label="Course" className="head-nav">
            {entriesFor(viewer?.role ?? "visitor").map(({ section, label }) => (
              <a
                key={section}
                href={`${home}/${section}`}
                aria-current={current === section ? "page" : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
        ) : null}
      </header>
      <main id="main" tabIndex={-1} className={wide ? "page page-wide" : "page"}>
        {children}
      </main>
      <footer className={wide ? "foot page page-wide" : "foot page"}>
        {foot}
        <a href="/">All courses</a>
      </footer>
    </>
  );
}
