import type { ReactNode } from "react";
import { may, type Ability, type Role } from "@/policy/access";

/** The page that is being read: one of the course's navigation, or its home; without a course, "home" is the list of courses. */
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

/** The course's pages in the order of the navigation, each for those who have the ability. */
const entries: { section: Section; label: string; ability: Ability }[] = [
  { section: "dashboard", label: "Dashboard", ability: "see the class" },
  { section: "grading", label: "Grading", ability: "grade" },
  { section: "roster", label: "Roster", ability: "see the roster" },
  { section: "discussions", label: "Discussions", ability: "see the class" },
  { section: "grades", label: "Grades", ability: "see the class" },
  { section: "announcements", label: "Announcements", ability: "post announcements" },
  { section: "schedule", label: "Schedule", ability: "read the course" },
  { section: "readings", label: "Readings", ability: "read the course" },
  { section: "rules", label: "Rules", ability: "read the course" },
];

const frame = "mx-auto w-full px-gutter print:max-w-none print:px-0";

export interface ShellProps {
  /** The course that the page belongs to; none on the list of courses, sign-in and error pages. */
  course?: { slug: string; number: string; title: string } | undefined;
  /** Whoever is signed in; nobody for visitors. */
  viewer?: { name: string; role: Role } | null | undefined;
  current?: Section | undefined;
  /** Sections that the course does not have. */
  absent?: readonly Section[] | undefined;
  /** The form that signs out, for whoever is signed in. */
  signOut?: ReactNode;
  /** The bar of the demo with its clock. */
  demo?: ReactNode;
  /** Where signing in leads back to; the course's home unless said otherwise. */
  returnTo?: string | undefined;
  /** For staff tables that need the window's width. */
  wide?: boolean | undefined;
  /** What the foot of the page says before the way to all courses, such as the term and its time zone. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The page around every page: skip link, running head with the course, navigation, and the foot. */
export function Shell(props: ShellProps) {
  const { course, viewer, current, absent = [], signOut, demo, returnTo } = props;
  const { wide = false, foot, children } = props;
  const home = course ? `/${course.slug}` : "/";
  const isFront = course === undefined && current === "home";
  const asked = { role: viewer?.role ?? "visitor" } as const;
  const page = `${frame} ${wide ? "max-w-wide" : "max-w-page"}`;
  const signIn = `/login?next=${encodeURIComponent(returnTo ?? home)}`;
  return (
    <>
      <a
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent print:hidden"
        href="#main"
      >
        Skip to the content
      </a>
      {demo}
      <header className={page}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pt-5">
          <a
            className="min-h-6 font-serif text-lg leading-[1.4] font-semibold no-underline"
            href={home}
            aria-current={current === "home" ? "page" : undefined}
          >
            {course ? (
              <>
                <span className="text-accent tabular-nums">{course.number}</span> {course.title}
              </>
            ) : (
              "Colloquy"
            )}
          </a>
          <div className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted print:hidden">
            {viewer ? (
              <>
                <span>{viewer.name}</span>
                {signOut}
              </>
            ) : (
              <a href={signIn} className="min-h-6 text-ink hover:text-accent">
                Sign in
              </a>
            )}
          </div>
        </div>
        {course ? (
          <nav
            aria-label="Course"
            className="mt-2 flex flex-wrap gap-x-5 border-b border-line text-sm print:hidden"
          >
            {entries
              .filter(({ section, ability }) => may(asked, ability) && !absent.includes(section))
              .map(({ section, label }) => (
                <a
                  key={section}
                  href={`${home}/${section}`}
                  aria-current={current === section ? "page" : undefined}
                  className={`-mb-px border-b-2 py-1.5 no-underline ${current === section ? "border-accent font-semibold text-ink" : "border-transparent text-muted hover:border-edge hover:text-ink"}`}
                >
                  {label}
                </a>
              ))}
          </nav>
        ) : null}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`${page} flow min-h-[60vh] pt-8 pb-16 focus:outline-none print:py-0`}
      >
        {children}
      </main>
      {foot || !isFront ? (
        <footer className={`${page} pt-4 pb-8 text-sm text-muted print:hidden`}>
          <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-t border-line pt-4">
            {foot}
            {isFront ? null : <a href="/">All courses</a>}
          </div>
        </footer>
      ) : null}
    </>
  );
}
