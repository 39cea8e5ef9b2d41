import type { Metadata } from "next";
import { Gradebook } from "@/components/grades/gradebook";
import { StudentSummary } from "@/components/grades/grade-summary";
import { Empty } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { countStudents, readOwnScoreFacts, readScoreFacts } from "@/db/grades";
import { readGradedCourse } from "@/db/grades-course";
import { may } from "@/policy/access";
import { unreleasedScores } from "@/policy/grading";
import { gradeSummaryOf } from "@/policy/grade-summary";
import { pageNumber } from "@/policy/page-number";
import { requireViewer, type CourseRequest } from "../../viewer";
import { CourseShell } from "../course-shell";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Grades", robots: { index: false } };

const pageSize = 50;

export default async function GradesPage({ params, searchParams }: Props) {
  const [{ course: slug }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/grades`;
  const request = await requireViewer(slug, "see the class", at);
  const isGrader = may(request.viewer, "grade");
  return (
    <CourseShell request={request} current="grades" at={at} wide={isGrader}>
      <h1>Grades</h1>
      {isGrader ? await gradebook(request, at, query["page"]) : await ownGrades(request)}
    </CourseShell>
  );
}

async function ownGrades({ viewer, course, now }: CourseRequest) {
  const { syllabus, timeZone: zone } = course;
  const [student, graded] = await Promise.all([
    readOwnScoreFacts(viewer),
    readGradedCourse(viewer, { syllabus, zone }, now),
  ]);
  return (
    <StudentSummary
      summary={gradeSummaryOf(student, graded, "released")}
      syllabus={syllabus}
      course={course.slug}
    />
  );
}

async function gradebook(
  { viewer, course, now }: CourseRequest,
  at: string,
  asked: string | string[] | undefined,
) {
  const page = pageNumber(asked);
  const { syllabus, timeZone: zone } = course;
  const [students, total, graded] = await Promise.all([
    readScoreFacts(viewer, { limit: pageSize, offset: (page - 1) * pageSize }),
    countStudents(viewer),
    readGradedCourse(viewer, { syllabus, zone }, now),
  ]);
  if (students.length === 0) {
    return (
      <Empty title="There are no students on this page.">
        <p>
          <a href={at}>See the first page</a>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Gradebook
        rows={students.map((student) => ({
          enrolmentId: student.enrolmentId,
          name: student.name,
          released: gradeSummaryOf(student, graded, "released"),
          saved: gradeSummaryOf(student, graded, "saved"),
          unreleased: unreleasedScores(student),
        }))}
        total={total}
        syllabus={syllabus}
        course={course.slug}
      />
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(number) => `${at}?page=${number}`}
      />
    </>
  );
}
