import type { Metadata } from "next";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { GradersDashboard } from "./graders";
import { InstructorsDashboard } from "./instructors";
import { StudentsDashboard } from "./students";

interface Props {
  params: Promise<{ course: string }>;
}

export const metadata: Metadata = { title: "Dashboard", robots: { index: false } };

const dashboards = {
  student: StudentsDashboard,
  ta: GradersDashboard,
  instructor: InstructorsDashboard,
};

export default async function DashboardPage({ params }: Props) {
  const { course: slug } = await params;
  const at = `/${slug}/dashboard`;
  const request = await requireViewer(slug, "see the class", at);
  const { role } = request.viewer;
  const Own = dashboards[role === "student" || role === "ta" ? role : "instructor"];
  return (
    <CourseShell request={request} current="dashboard" at={at}>
      <Own {...request} />
    </CourseShell>
  );
}
