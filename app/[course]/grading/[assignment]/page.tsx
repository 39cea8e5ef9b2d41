import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AssignmentItems } from "@/components/grades/assignment-items";
import { gradedWords } from "@/components/grades/grade-words";
import { ReleaseSection } from "@/components/grades/release-section";
import { listClaims } from "@/db/grades-queue";
import { listTextsToGrade, listUsedComments, readScoreFacts } from "@/db/grades";
import { findMeeting } from "@/db/meetings";
import { isGraded, queueLine, readGradingAddress, type QueueLine } from "@/policy/grading";
import { nextItem } from "@/policy/grading-order";
import { formatDate } from "@/policy/time";
import { counted } from "@/policy/wording";
import { requireViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { releaseGradesAction } from "../actions";
import { OpenItem } from "./open-item";
import { OpenPresentation } from "./open-presentation";

interface Props {
  params: Promise<{ course: string; assignment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readGradingAddress((await params).assignment);
  return {
    title:
      address === undefined ? "Grading" : `${gradedWords[address.kind]} ${address.meetingNumber}`,
  };
}

/** How far the grading has come, and the way to the release once there is something to tell. */
function GradedSoFar({
  line: { graded, handedIn, toTell, changed },
  at,
}: {
  line: QueueLine;
  at: string;
}) {
  const untold = toTell + changed;
  return (
    <>
      {graded} of {handedIn} graded
      {untold === 0 ? null : (
        <>
          , {counted(untold, "score")} not released. <a href={`${at}#release`}>Go to the release</a>
        </>
      )}
    </>
  );
}

export default async function GradeAssignmentPage({ params, searchParams }: Props) {
  const [{ course: slug, assignment }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/grading/${assignment}`;
  const standing = await requireViewer(slug, "grade", at);
  const { course, viewer, now } = standing;
  const address = readGradingAddress(assignment);
  if (address === undefined) notFound();
  const { kind, meetingNumber } = address;
  const meeting = await findMeeting(viewer, meetingNumber);
  if (meeting === undefined || !isGraded(meeting, kind, course.syllabus)) notFound();
  const work = { meetingId: meeting.id, kind };
  const asked = typeof query["item"] === "string" ? query["item"] : null;
  if (asked !== null && !z.uuid().safeParse(asked).success) notFound();
  const [students, claims, comments] = await Promise.all([
    readScoreFacts(viewer, { meetingId: meeting.id }),
    listClaims(viewer, work, now),
    kind === "presentation" ? [] : listUsedComments(viewer, work),
  ]);
  const line = queueLine(students, meeting, kind, {
    syllabus: course.syllabus,
    zone: course.timeZone,
    now,
  });
  const item =
    asked === null
      ? nextItem(viewer.enrolmentId, line.items, claims, null)
      : line.items.find((one) => one.enrolmentId === asked);
  if (asked !== null && item === undefined) notFound();
  const texts =
    item === undefined || kind === "presentation"
      ? []
      : await listTextsToGrade(viewer, { ...work, enrolmentId: item.enrolmentId });
  const shared = { line, claims, standing, assignment };
  return (
    <CourseShell standing={standing} current="grading" at={at} wide>
      <p className="eyebrow">
        <a href={`/${slug}/grading`}>Grading</a> · {gradedWords[kind]} · {formatDate(meeting.date)}
      </p>
      <h1>{meeting.title}</h1>
      <p className="progress-words">
        <GradedSoFar line={line} at={at} />
      </p>
      {kind === "presentation" ? (
        // The key: once it is saved the form is a new one, without the refusals of the former.
        <OpenPresentation
          key={String(query["saved"])}
          {...shared}
          hasSaved={query["saved"] !== undefined}
        />
      ) : item === undefined ? (
        line.waiting + line.early === 0 ? null : (
          <p>Every text that waits is open with another grader.</p>
        )
      ) : (
        <OpenItem
          {...shared}
          kind={kind}
          item={item}
          texts={texts}
          comments={comments}
          savedItem={query["saved"]}
          hasTakenBack={query["undone"] !== undefined}
        />
      )}
      {asked === null ? (
        <ReleaseSection
          line={line}
          zone={course.timeZone}
          assignment={assignment}
          course={slug}
          hasReleased={query["released"] !== undefined}
          release={releaseGradesAction}
        />
      ) : null}
      {kind === "presentation" ? null : (
        <AssignmentItems items={line.items} at={at} current={item?.enrolmentId ?? null} now={now} />
      )}
    </CourseShell>
  );
}
