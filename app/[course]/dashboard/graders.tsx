import {
  GradersPage,
  type ExceptionLine,
  type ReleaseLine,
} from "@/components/dashboard/graders-page";
import { readGradersDashboard, type GrantedException } from "@/db/dashboard";
import { gradingAddress } from "@/policy/grading";
import { longestWaitingFirst, type QueueLine } from "@/policy/grading-counts";
import { formatInstant } from "@/policy/time";
import { findSeries } from "@/policy/syllabus";
import type { Course, CourseRequest } from "../../viewer";

/** "What waits for me?" */
export async function GradersDashboard({ course, viewer, now }: CourseRequest) {
  const { syllabus, timeZone: zone, slug } = course;
  const rules = { syllabus, zone };
  const { queue, granted } = await readGradersDashboard(viewer, rules, now);
  const gradingHref = `/${slug}/grading`;
  const hrefOf = ({ gradable }: QueueLine) => `${gradingHref}/${gradingAddress(gradable)}`;
  const [first] = longestWaitingFirst(queue);
  return (
    <>
      <h1>What waits for you</h1>
      <GradersPage
        lines={queue.filter((line) => line.waiting + line.releasable > 0)}
        next={
          first === undefined
            ? null
            : {
                href: hrefOf(first.line),
                waiting: queue.reduce((sum, line) => sum + line.waiting, 0),
                oldest: first.oldest,
              }
        }
        releases={releasesOf(queue, hrefOf)}
        exceptions={granted.map((exception) => exceptionLine(exception, course))}
        gradingHref={gradingHref}
        zone={zone}
        now={now}
      />
    </>
  );
}

function releasesOf(
  queue: readonly QueueLine[],
  hrefOf: (line: QueueLine) => string,
): ReleaseLine[] {
  return queue
    .flatMap((line): ReleaseLine[] => {
      const { lastReleasedAt: at } = line;
      if (at === null) return [];
      const { name, meeting } = line.gradable;
      const words = meeting === null ? name : `${name}, ${meeting.title}`;
      return [{ href: hrefOf(line), words, students: line.released, at }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, 5);
}

function exceptionLine(
  { submitterId, extendedTo, ...exception }: GrantedException,
  { slug, syllabus, timeZone: zone }: Course,
): ExceptionLine {
  const name = findSeries(syllabus, exception.work)?.name ?? exception.work;
  const what = `${name} of “${exception.meetingTitle}”`;
  return {
    id: exception.id,
    href: `/${slug}/roster/${submitterId}`,
    name: exception.name,
    words:
      extendedTo === null
        ? `${what}, ${exception.kind}`
        : `${what}, extended until ${formatInstant(extendedTo, zone)}`,
    by: exception.grantedBy,
    reason: exception.reason,
  };
}
