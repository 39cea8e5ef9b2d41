import type { Metadata } from "next";
import { Announcement } from "@/components/announcements/announcement";
import { AnnouncementPreview } from "@/components/announcements/announcement-preview";
import { FormText, FormTextArea, SubmitButton } from "@/components/ui/action-form";
import { ButtonRow } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { listAnnouncements } from "@/db/announcements";
import { requireViewer } from "../../viewer";
import { CourseShell } from "../course-shell";
import { announceAction } from "./actions";

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export const metadata: Metadata = { title: "Announcements", robots: { index: false } };

export default async function AnnouncementsPage({ params, searchParams }: Props) {
  const [{ course: slug }, { done }] = await Promise.all([params, searchParams]);
  const at = `/${slug}/announcements`;
  const request = await requireViewer(slug, "post announcements", at);
  const { course, viewer, now } = request;
  const announcements = await listAnnouncements(viewer, now);
  const [latest] = announcements;
  return (
    <CourseShell request={request} current="announcements" at={at}>
      <h1>Announcements</h1>
      {done === "posted" && latest !== undefined ? (
        <Notice kind="receipt" title={`“${latest.title}” was posted.`}>
          <p>
            It is on <a href={`/${slug}#announcement-${latest.id}`}>the course’s home page</a>,
            which everybody can read.
          </p>
        </Notice>
      ) : null}
      <Form action={announceAction} course={slug} label="New announcement">
        <FormText name="title" label="Title" autoComplete="off" />
        <FormTextArea
          name="body"
          label="Text"
          hint="In Markdown: **bold**, lists, links, `code` and $formulas$. Everybody can read it, without signing in too."
          rows={8}
        />
        <AnnouncementPreview />
        <ButtonRow>
          <SubmitButton name="step" value="preview" variant="secondary">
            Preview announcement
          </SubmitButton>
          <SubmitButton name="step" value="post">
            Post announcement
          </SubmitButton>
        </ButtonRow>
      </Form>
      <h2>Posted</h2>
      {announcements.length === 0 ? (
        <Empty title="Nothing has been announced yet.">
          <p>The first announcement will stand on the course’s home page.</p>
        </Empty>
      ) : (
        announcements.map((announcement) => (
          <Announcement key={announcement.id} announcement={announcement} zone={course.timeZone} />
        ))
      )}
    </CourseShell>
  );
}
