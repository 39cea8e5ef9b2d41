import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingForm } from "@/components/meetings/meeting-form";
import { Form } from "@/components/ui/form";
import { listThemes } from "@/db/meetings";
import { findMeetingValues } from "@/db/meetings-facts";
import { parseMeetingNumber } from "@/policy/meeting-number";
import { textOf } from "@/policy/meeting-text";
import { requireViewer } from "../../../../viewer";
import { CourseShell } from "../../../course-shell";
import { meetingAction } from "../../actions";
import { formWords } from "../../form-words";
import { fieldsOf } from "../../meeting-steps";

export const metadata: Metadata = { title: "Edit meeting", robots: { index: false } };

export default async function EditMeetingPage({
  params,
}: {
  params: Promise<{ course: string; number: string }>;
}) {
  const { course: slug, number } = await params;
  const at = `/${slug}/meetings/${number}`;
  const request = await requireViewer(slug, "edit the schedule", `${at}/edit`);
  const { course, viewer } = request;
  const wanted = parseMeetingNumber(number);
  const [found, themes] = await Promise.all([
    wanted === undefined ? undefined : findMeetingValues(viewer, wanted),
    listThemes(viewer),
  ]);
  if (found === undefined) notFound();
  const { values, version } = found;
  const text = textOf(values, course.syllabus, course.timeZone);
  return (
    <CourseShell request={request} current="schedule" at={`${at}/edit`}>
      <h1>Edit meeting</h1>
      <p>
        <a href={at}>{values.title}</a>. Nothing is saved before you have seen what it changes.{" "}
        {values.isCancelled ? (
          <>
            This meeting is cancelled. <a href={`${at}/change?to=held`}>Reinstate meeting</a>
          </>
        ) : (
          <a href={`${at}/change?to=cancelled`}>Cancel meeting</a>
        )}
      </p>
      <Form action={meetingAction} course={slug} label="Meeting">
        <MeetingForm
          start={fieldsOf(text, { number: Number(number), version })}
          words={formWords(course, themes, values.date)}
        />
      </Form>
    </CourseShell>
  );
}
