import { SignOutButton } from "@/components/people/sign-out-button";
import { Shell } from "@/components/site/shell";
import { Empty } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import { coursesPageSize, listCourses, listCoursesOf } from "@/db/courses";
import { pageNumber } from "@/policy/page-number";
import { signOutAction } from "./login/actions";
import { findPerson } from "./viewer";

interface Props {
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function CoursesPage({ searchParams }: Props) {
  const [query, person] = await Promise.all([searchParams, findPerson()]);
  const page = pageNumber(query.page);
  const [{ listed, total }, own] = await Promise.all([
    listCourses(db, page),
    person === undefined ? [] : listCoursesOf(db, person.personId),
  ]);
  return (
    <Shell
      viewer={person === undefined ? null : { name: person.name, role: "visitor" }}
      current="home"
      returnTo="/"
      signOut={<SignOutButton action={signOutAction} />}
      foot={person === undefined ? null : <a href="/account">Account</a>}
    >
      <h1>Courses</h1>
      {own.length > 0 ? (
        <Section id="own" heading="Your courses">
          <ul>
            {own.map((course) => (
              <li key={course.slug}>
                <a href={`/${course.slug}/dashboard`}>{course.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {own.length > 0 ? <h2>All courses</h2> : null}
      {total === 0 ? (
        <Empty title="There is no course yet.">
          <p>Whoever runs this portal adds one from a file; the README says how.</p>
        </Empty>
      ) : listed.length === 0 ? (
        <Empty title="There are no courses on this page.">
          <p>
            <a href="/">See the first page</a>
          </p>
        </Empty>
      ) : (
        <ul>
          {listed.map((course) => (
            <li key={course.slug} className="border-t border-line py-4">
              <a href={`/${course.slug}`} className="font-serif text-xl font-semibold">
                {course.title}
              </a>
              <p className="max-w-text text-sm text-muted">
                {course.number} · {course.institution} · {course.term}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / coursesPageSize)}
        hrefFor={(number) => `/?page=${number}`}
      />
    </Shell>
  );
}
