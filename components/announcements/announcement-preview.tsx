"use client";

import { useFormAnswer } from "@/components/ui/action-form";

/** What the action of the form answers when a preview is asked for: the markup is the server's, and sanitised. */
export interface PreviewedAnnouncement {
  title: string;
  html: string;
}

/** The announcement as the class will read it, inside the form in which it is written. */
export function AnnouncementPreview() {
  const result = useFormAnswer().result as PreviewedAnnouncement | undefined;
  if (result === undefined) return null;
  return (
    <section role="status" aria-label="Preview" className="border-t border-line pt-3 pb-4">
      <p className="text-sm text-muted">Preview, not posted yet</p>
      <h2 className="mt-0">{result.title}</h2>
      <div className="prose" dangerouslySetInnerHTML={{ __html: result.html }} />
    </section>
  );
}
