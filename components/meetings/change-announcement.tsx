"use client";

import { useFormAnswer } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choice";
import type { PreviewView } from "./meeting-answer";

/** What the course will be told of a change, inside the form that confirms it, and whether it shall be told. */
export function ChangeAnnouncement({
  announcement,
}: {
  announcement: PreviewView["announcement"];
}) {
  const { message, errors, values } = useFormAnswer();
  if (announcement === null) return null;
  const isBack = message !== undefined || errors !== undefined;
  const isTicked = !isBack || values?.["isAnnounced"] !== undefined;
  return (
    <section aria-labelledby="announcement-preview">
      <h3 id="announcement-preview">What the course is told</h3>
      <div className="border-t border-line pt-3 pb-4">
        <h4>{announcement.title}</h4>
        <div className="prose" dangerouslySetInnerHTML={{ __html: announcement.html }} />
      </div>
      <Checkbox
        name="isAnnounced"
        value="yes"
        key={String(isTicked)}
        defaultChecked={isTicked}
        label="Announce this change to the course"
        hint="It stands on the course’s home page, which everybody can read, and on the students’ dashboards."
      />
    </section>
  );
}
