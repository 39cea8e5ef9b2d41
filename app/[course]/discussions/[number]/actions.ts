"use server";

import { z } from "zod";
import { placePresenter, removePresenter } from "@/db/discussions-placing";
import { formAction, reason } from "../../../form";

const placing = z.object({
  /** Of the page to come back to. */
  number: z.coerce.number<string>().int(),
  meetingId: z.uuid(),
  enrolmentId: z.uuid("Choose a student."),
  reason,
});

/** Gives a student a seat in this discussion. */
export const placePresenterAction = formAction(
  placing,
  placePresenter,
  (slug, { number }) => `/${slug}/discussions/${number}?done=placed`,
);

/** Takes a student's seat in this discussion away. */
export const removePresenterAction = formAction(
  placing,
  removePresenter,
  (slug, { number }) => `/${slug}/discussions/${number}?done=removed`,
);
