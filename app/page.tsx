import { SignOutButton } from "@/components/people/sign-out-button";
import { Shell } from "@/components/site/shell";
import { Empty } from "@/components/ui/empty";
import { db } from "@/db/client";
import { listCourses, listCoursesOf } from "@/db/courses";
import { signOutAction } from "./login/actions";
import { findPerson } from "./viewer";

export default async function CoursesPage() {
  const person = await findPerson();
  const [all, own] = await Promise.all([
    listCourses(db),
    person === undefined ? [] : listCoursesOf(db, person.personId),
  ]);
  return (
    <Shell
      viewer={person === undefined ? null : { name: person.name, role: "visitor" }}
      returnTo="/"
      signOut={<SignOutButton action={signOutAction} />}
      foot={person === undefined ? null : <a href="/account">Account</a>}
    >
      <h1>Courses</h1>
      {own.length > 0 ? (
        <section aria-labelledby="own">
          <h2 id="own">Your courses</h2>
          <ul>
            {own.map((course) => (
              <li key={course.slug}>
                <a href={`/${course.slug}/dashboard`}>{course.title}</a>
              </li>
            ))}
          </ul>
          <h2>All courses</h2>
        </section>
      ) : null}
      {all.length === 0 ? (
        <Empty title="There is no course yet.">
          <p>Whoever runs this portal adds one from a file; the README says how.</p>
        </Empty>
      ) : (
        <ul className="course-list">
          {all.map((course) => (
            <li key={course.slug}>
              <a href={`/${course.slug}`}>{course.title}</a>
              <p className="hint">
                {course.number} · {course.institution} · {course.term}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
}
