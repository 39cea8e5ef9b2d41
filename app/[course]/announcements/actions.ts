"use server";

import { z } from "zod";
import { renderMarkdown } from "@/components/markdown/render";
import { postAnnouncement } from "@/db/announcements";
import { demand } from "@/policy/access";
import { checkAnnouncement } from "@/policy/announcements";
import { formAction } from "../../form";

/** Posts an announcement, or shows how it would look; which of the two, the pressed button says. */
export const announceAction = formAction(
  z.object({
    title: z.string().default(""),
    body: z.string().default(""),
    step: z.enum(["preview", "post"]).default("preview"),
  }),
  async (viewer, form, now) => {
    if (form.step === "post") {
      await postAnnouncement(viewer, form, now);
      return undefined;
    }
    demand(viewer, "post announcements");
    const { title, body } = checkAnnouncement(form);
    return { title, html: renderMarkdown(body, 3) };
  },
  (slug, form) => (form.step === "post" ? `/${slug}/announcements?done=posted` : undefined),
);
