import type { Metadata } from "next";
import { Gradebook } from "@/components/grades/gradebook";
import { StudentStanding } from "@/components/grades/standing";
import { Empty } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { countStudents, readOwnScoreFacts, readScoreFacts } from "@/db/grades";
import { listMeetings } from "@/db/meetings";
import { may } from "@/policy/access";
import { untoldScores } from "@/policy/grading";
import { pageNumber } from "@/policy/page-number";
import type { GradedCourse } from "@/policy/score-facts";
import { gradeStandingOf } from "@/policy/standings";
import { requireViewer, type Standing } from "../../viewer";
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
  const standing = await requireViewer(slug, "see the class", at);
  const isGrader = may(standing.viewer, "grade");
  return (
    <CourseShell standing={standing} current="grades" at={at} wide={isGrader}>
      <h1>Grades</h1>
      {isGrader ? await gradebook(standing, at, query["page"]) : await ownGrades(standing)}
    </CourseShell>
  );
}

async function ownGrades({ viewer, course, now }: Standing) {
  const [student, meetings] = await Promise.all([readOwnScoreFacts(viewer), listMeetings(viewer)]);
  return (
    <StudentStanding
      standing={gradeStandingOf(student, gradedCourse(course, meetings, now), "released")}
      syllabus={course.syllabus}
      course={course.slug}
    />
  );
}

async function gradebook(
  { viewer, course, now }: Standing,
  at: string,
  asked: string | string[] | undefined,
) {
  const page = pageNumber(asked);
  const [students, total, meetings] = await Promise.all([
    readScoreFacts(viewer, { limit: pageSize, offset: (page - 1) * pageSize }),
    countStudents(viewer),
    listMeetings(viewer),
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
  const graded = gradedCourse(course, meetings, now);
  return (
    <>
      <Gradebook
        rows={students.map((student) => ({
          enrolmentId: student.enrolmentId,
          name: student.name,
          told: gradeStandingOf(student, graded, "released"),
          saved: gradeStandingOf(student, graded, "saved"),
          untold: untoldScores(student),
        }))}
        total={total}
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

function gradedCourse(
  course: Standing["course"],
  meetings: GradedCourse["meetings"],
  now: Date,
): GradedCourse {
  return { meetings, syllabus: course.syllabus, zone: course.timeZone, now };
}
