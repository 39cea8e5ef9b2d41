import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeAnnouncement } from "@/components/meetings/change-announcement";
import { ChangePreview } from "@/components/meetings/change-preview";
import type { PreviewView } from "@/components/meetings/meeting-answer";
import { SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { listThemes } from "@/db/meetings";
import { previewMeeting } from "@/db/meetings-edit";
import { findMeetingValues } from "@/db/meetings-facts";
import { parseMeetingNumber } from "@/policy/meeting-number";
import { Refusal } from "@/policy/refusal";
import { requireViewer } from "../../../../viewer";
import { CourseShell } from "../../../course-shell";
import { cancelMeetingAction, reinstateMeetingAction, undoChangeAction } from "../../actions";
import { previewWords } from "../../preview-words";

export const metadata: Metadata = { title: "Change a meeting", robots: { index: false } };

/** What `?to=` may name: the state in which the meeting is then. */
const changes = {
  cancelled: {
    what: "cancel",
    heading: "Cancel meeting",
    button: "Cancel meeting",
    action: cancelMeetingAction,
    says: "Nothing is due for a cancelled meeting, and its presenters are free to lead another one. It can be reinstated.",
  },
  held: {
    what: "reinstate",
    heading: "Reinstate meeting",
    button: "Reinstate meeting",
    action: reinstateMeetingAction,
    says: "The meeting is held after all, with everything that hangs on it.",
  },
  former: {
    what: "undo",
    heading: "Undo the last change",
    button: "Undo this change",
    action: undoChangeAction,
    says: "The meeting gets its former values back. What people did meanwhile stays.",
  },
} as const;

interface Props {
  params: Promise<{ course: string; number: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
}

export default async function ChangeMeetingPage({ params, searchParams }: Props) {
  const [{ course: slug, number }, { to }] = await Promise.all([params, searchParams]);
  const at = `/${slug}/meetings/${number}`;
  const here = `${at}/change?to=${String(to)}`;
  const request = await requireViewer(slug, "edit the schedule", here);
  const { viewer, now } = request;
  if (to !== "cancelled" && to !== "held" && to !== "former") notFound();
  const change = changes[to];
  const wanted = parseMeetingNumber(number);
  const [found, themes] = await Promise.all([
    wanted === undefined ? undefined : findMeetingValues(viewer, wanted),
    listThemes(viewer),
  ]);
  if (found === undefined) notFound();
  const seen = { number: Number(number), version: found.version };
  let preview: PreviewView | Refusal;
  try {
    preview = previewWords(
      await previewMeeting(viewer, { what: change.what, ...seen }, now),
      themes,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    preview = error;
  }
  return (
    <CourseShell request={request} current="schedule" at={here}>
      <h1>{change.heading}</h1>
      <p>
        <a href={at}>{found.values.title}</a>. {change.says}
      </p>
      {preview instanceof Refusal ? (
        <Notice kind="error" title={preview.message}>
          <p>
            <a href={`${at}/edit`}>Edit meeting</a>
          </p>
        </Notice>
      ) : (
        <>
          <h2>What this changes</h2>
          <ChangePreview preview={preview} />
          <Form action={change.action} course={slug} label={change.heading} hidden={seen}>
            <ChangeAnnouncement announcement={preview.announcement} />
            <SubmitButton variant={to === "cancelled" ? "danger" : "primary"}>
              {change.button}
            </SubmitButton>
          </Form>
          <p>
            <a href={at}>Leave the meeting as it is</a>
          </p>
        </>
      )}
    </CourseShell>
  );
}
