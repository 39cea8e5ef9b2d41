import {
  GradersPage,
  type ExceptionLine,
  type ReleaseLine,
} from "@/components/dashboard/graders-page";
import { gradedWords } from "@/components/grades/grade-words";
import { readGradersDashboard, type GrantedException } from "@/db/dashboard";
import { gradingAddress, gradingQueue, type QueueLine } from "@/policy/grading";
import { formatInstant } from "@/policy/time";
import type { Standing } from "../../viewer";

/** "What waits for me?" */
export async function GradersDashboard({ course, viewer, now }: Standing) {
  const { syllabus, timeZone: zone, slug } = course;
  const { meetings, students, granted } = await readGradersDashboard(viewer);
  const queue = gradingQueue(students, { meetings, syllabus, zone, now });
  const gradingHref = `/${slug}/grading`;
  const hrefOf = ({ kind, meeting }: QueueLine) =>
    `${gradingHref}/${gradingAddress(kind, meeting.number)}`;
  const [first] = queue
    .flatMap((line) => (line.oldest === null ? [] : [{ line, oldest: line.oldest }]))
    .sort((a, b) => a.oldest.getTime() - b.oldest.getTime());
  return (
    <>
      <h1>What waits for you</h1>
      <GradersPage
        lines={queue.filter((line) => line.waiting + line.toRelease > 0)}
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
        exceptions={granted.map((exception) => exceptionLine(exception, slug, zone))}
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
      const instants = line.items.flatMap(({ told }) => told?.releasedAt?.getTime() ?? []);
      if (instants.length === 0) return [];
      const words = `${gradedWords[line.kind]}, ${line.meeting.title}`;
      return [{ href: hrefOf(line), words, told: line.told, at: new Date(Math.max(...instants)) }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, 5);
}

function exceptionLine(
  { enrolmentId, extendedTo, ...exception }: GrantedException,
  slug: string,
  zone: string,
): ExceptionLine {
  const what = `${gradedWords[exception.assignment]} of “${exception.meetingTitle}”`;
  return {
    id: exception.id,
    href: `/${slug}/roster/${enrolmentId}`,
    name: exception.name,
    words:
      extendedTo === null
        ? `${what}, ${exception.kind}`
        : `${what}, extended until ${formatInstant(extendedTo, zone)}`,
    by: exception.grantedBy,
    reason: exception.reason,
  };
}
