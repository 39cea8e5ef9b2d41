import type { Metadata } from "next";
import { MeetingForm } from "@/components/meetings/meeting-form";
import { Form } from "@/components/ui/form";
import { listThemes } from "@/db/meetings";
import { blankMeeting } from "@/policy/meeting-text";
import { requireViewer } from "../../../viewer";
import { CourseShell } from "../../course-shell";
import { meetingAction } from "../actions";
import { formWords } from "../form-words";
import { fieldsOf } from "../meeting-steps";

export const metadata: Metadata = { title: "Add a meeting", robots: { index: false } };

export default async function NewMeetingPage({ params }: { params: Promise<{ course: string }> }) {
  const { course: slug } = await params;
  const at = `/${slug}/meetings/new`;
  const request = await requireViewer(slug, "edit the schedule", at);
  const { course, viewer } = request;
  const themes = await listThemes(viewer);
  const { starts, ends } = course.meets;
  return (
    <CourseShell request={request} current="schedule" at={at}>
      <h1>Add a meeting</h1>
      <p>
        Nothing is saved before you have seen what it changes.{" "}
        <a href={`/${slug}/schedule`}>Back to the schedule</a>
      </p>
      <Form action={meetingAction} course={slug} label="New meeting">
        <MeetingForm
          start={fieldsOf({ ...blankMeeting, starts, ends }, { number: 0, version: 0 })}
          words={formWords(course, themes, null)}
        />
      </Form>
    </CourseShell>
  );
}
