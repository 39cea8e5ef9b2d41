import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { AssignmentItems } from "@/components/grades/assignment-items";
import { ReleaseSection } from "@/components/grades/release-section";
import { listTextsToGrade, listUsedComments } from "@/db/grades";
import { countLine } from "@/db/grades-counts";
import { findGradingItem, findSavedItem, itemsPageSize, listGradingItems } from "@/db/grades-items";
import { findNextItem, listClaims } from "@/db/grades-queue";
import { readGradedCourse } from "@/db/grades-course";
import { findGradable } from "@/policy/grading";
import type { QueueLine } from "@/policy/grading-counts";
import { pageNumber } from "@/policy/page-number";
import { formatDate } from "@/policy/time";
import { counted } from "@/policy/wording";
import { findViewer, requireViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { releaseGradesAction } from "../actions";
import { OpenItem } from "./open-item";
import { OpenPresentation } from "./open-presentation";

interface Props {
  params: Promise<{ course: string; assignment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course: slug, assignment } = await params;
  const gradable = findGradable(assignment, await graded(slug));
  if (gradable === undefined) return { title: "Grading" };
  const { name, meeting } = gradable;
  return { title: meeting === null ? name : `${name} ${meeting.number}` };
}

/** The course as it is graded, once per request, for the page and its title. */
const graded = cache(async (slug: string) => {
  const { course, viewer, now } = await findViewer(slug);
  return readGradedCourse(viewer, { syllabus: course.syllabus, zone: course.timeZone }, now);
});

/** How far the grading has come, and the way to the release once there is something to release. */
function GradedSoFar({
  line: { graded, handedIn, unreleased, corrected },
  at,
}: {
  line: QueueLine;
  at: string;
}) {
  const open = unreleased + corrected;
  return (
    <>
      {graded} of {handedIn} graded
      {open === 0 ? null : (
        <>
          , {counted(open, "score")} not released. <a href={`${at}#release`}>Go to the release</a>
        </>
      )}
    </>
  );
}

export default async function GradeAssignmentPage({ params, searchParams }: Props) {
  const [{ course: slug, assignment }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/grading/${assignment}`;
  const request = await requireViewer(slug, "grade", at);
  const { course, viewer, now } = request;
  const gradable = findGradable(assignment, await graded(slug));
  if (gradable === undefined) notFound();
  const { assignmentId, kind, name, meeting } = gradable;
  const work = { assignmentId };
  const asked = typeof query["item"] === "string" ? query["item"] : null;
  if (asked !== null && !z.uuid().safeParse(asked).success) notFound();
  const clock = { zone: course.timeZone, now };
  const page = pageNumber(query["page"]);
  const open = async () => {
    if (kind === "presentation") return undefined;
    const next = asked ?? (await findNextItem(viewer, gradable, clock));
    return next === undefined ? undefined : findGradingItem(viewer, gradable, clock, next);
  };
  const [line, { items, total }, item, saved, claims, comments] = await Promise.all([
    countLine(viewer, gradable, clock),
    listGradingItems(viewer, gradable, clock, page),
    open(),
    findSavedItem(viewer, gradable, clock, kind === "presentation" ? undefined : query["saved"]),
    listClaims(viewer, work, now),
    kind === "presentation" ? [] : listUsedComments(viewer, work),
  ]);
  if (asked !== null && item === undefined) notFound();
  const texts =
    item === undefined || kind !== "series"
      ? []
      : await listTextsToGrade(viewer, { assignmentId, submitterId: item.submitterId });
  const shared = { line, claims, request, assignment };
  return (
    <CourseShell request={request} current="grading" at={at} wide>
      <p className="text-sm text-muted">
        <a href={`/${slug}/grading`}>Grading</a>
        {meeting === null ? null : ` · ${name} · ${formatDate(meeting.date)}`}
      </p>
      <h1>{meeting?.title ?? name}</h1>
      <p className="text-sm text-muted tabular-nums">
        <GradedSoFar line={line} at={at} />
      </p>
      {kind === "presentation" ? (
        // The key: once it is saved the form is a new one, without the refusals of the former.
        <OpenPresentation
          key={String(query["saved"])}
          {...shared}
          items={items}
          hasSaved={query["saved"] !== undefined}
        />
      ) : item === undefined ? (
        line.waiting + line.early === 0 ? null : (
          <p>Every text that waits is open with another grader.</p>
        )
      ) : (
        <OpenItem
          {...shared}
          item={item}
          texts={texts}
          comments={comments}
          saved={saved}
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
        <AssignmentItems
          items={items}
          page={page}
          pages={Math.ceil(total / itemsPageSize)}
          at={at}
          current={item?.submitterId ?? null}
          now={now}
        />
      )}
    </CourseShell>
  );
}
