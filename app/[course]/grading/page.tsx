import type { Metadata } from "next";
import { QueueTable } from "@/components/grades/queue-table";
import { SavedNotice } from "@/components/grades/saved-notice";
import { SubmitButton } from "@/components/ui/action-form";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { findSavedItem } from "@/db/grades-items";
import { readQueue } from "@/db/grades-queue";
import { formatDuration } from "@/policy/durations";
import { gradingAddress } from "@/policy/grading";
import { longestWaitingFirst, type QueueLine } from "@/policy/grading-counts";
import { counted } from "@/policy/wording";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { startGradingAction, takeBackScoreAction } from "./actions";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Grading", robots: { index: false } };

export default async function GradingPage({ params, searchParams }: Props) {
  const [{ course: slug }, query] = await Promise.all([params, searchParams]);
  const at = `/${slug}/grading`;
  const request = await requireViewer(slug, "grade", at);
  const { course, viewer, now } = request;
  const rules = { syllabus: course.syllabus, zone: course.timeZone };
  const lines = await readQueue(viewer, rules, now);
  const finished = lines.find((line) => addressOf(line) === query["finished"]);
  const saved =
    finished === undefined
      ? undefined
      : await findSavedItem(viewer, finished.gradable, { ...rules, now }, query["saved"]);
  return (
    <CourseShell request={request} current="grading" at={at} wide>
      <h1>Grading</h1>
      {finished === undefined || saved?.saved?.gradedBy !== viewer.enrolmentId ? null : (
        <SavedNotice
          name={saved.name}
          submitterId={saved.submitterId}
          grade={saved.saved}
          assignment={addressOf(finished)}
          course={slug}
          takeBack={takeBackScoreAction}
        />
      )}
      {finished === undefined ? null : <Finished line={finished} at={at} />}
      {query["busy"] === undefined ? null : (
        <Notice title="Every text that waits is open with another grader.">
          <p>What nobody saves comes back here after ten minutes.</p>
        </Notice>
      )}
      <Start lines={lines} slug={slug} now={now} />
      {lines.length === 0 ? (
        <Empty title="Nothing has been handed in yet.">
          <p>Texts appear here as soon as students hand them in.</p>
        </Empty>
      ) : (
        <QueueTable lines={lines} at={at} now={now} />
      )}
    </CourseShell>
  );
}

function addressOf({ gradable }: Pick<QueueLine, "gradable">): string {
  return gradingAddress(gradable);
}

function Finished({ line, at }: { line: QueueLine; at: string }) {
  const { name, meeting, kind } = line.gradable;
  const what = meeting === null ? name : `${name} for “${meeting.title}”`;
  const left = line.toGrade;
  return (
    <Notice
      title={
        left === 0
          ? `${what}: all that ${kind === "hand" || line.early === 0 ? "was handed in" : "is due"} is graded.`
          : `${what}: ${counted(left, kind === "hand" ? "student" : "text")} still to grade, open with other graders.`
      }
    >
      <ButtonRow>
        <ButtonLink variant="secondary" href={`${at}/${addressOf(line)}#release`}>
          See it as a whole and release its scores
        </ButtonLink>
      </ButtonRow>
    </Notice>
  );
}

/** The one button of the page: opens the oldest item that waits. */
function Start({ lines, slug, now }: { lines: readonly QueueLine[]; slug: string; now: Date }) {
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0);
  const [first] = longestWaitingFirst(lines);
  if (first === undefined) {
    return lines.length === 0 ? null : <p>Nothing waits to be graded.</p>;
  }
  const texts = lines.some((line) => line.waiting > 0 && line.gradable.kind === "series");
  return (
    <div className="mt-4 mb-6">
      <p>
        {counted(waiting, "item")} to grade, the oldest for{" "}
        {formatDuration(now.getTime() - first.oldest.getTime())}.
      </p>
      {texts ? (
        <Form action={startGradingAction} course={slug} label="Start grading" className="mt-2">
          <SubmitButton>Start grading</SubmitButton>
        </Form>
      ) : (
        <ButtonLink href={`/${slug}/grading/${addressOf(first.line)}`}>
          Score the presentation
        </ButtonLink>
      )}
    </div>
  );
}
