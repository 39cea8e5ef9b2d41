"use server";

import { z } from "zod";
import { cancelMeeting, reinstateMeeting, undoChange } from "@/db/meetings-edit";
import { formAction, ticked } from "../../form";
import { answerMeetingForm, meetingForm } from "./meeting-steps";

/** The form for a meeting: its rows, its preview, and the save, after which its page says so. */
export const meetingAction = formAction(meetingForm, answerMeetingForm, (slug, _form, answer) =>
  answer.step === "saved" ? `/${slug}/meetings/${answer.number}?done=saved` : undefined,
);

const seen = z.object({
  number: z.coerce.number().int().min(1).max(999),
  version: z.coerce.number().int().min(1).max(1_000_000),
  isAnnounced: ticked,
});
const after = (slug: string, _form: object, { number }: { number: number }) =>
  `/${slug}/meetings/${number}?done=saved`;

/** Cancels a meeting, once its consequences were seen. */
export const cancelMeetingAction = formAction(seen, cancelMeeting, after);

/** Takes a cancellation back. */
export const reinstateMeetingAction = formAction(seen, reinstateMeeting, after);

/** Undoes the last change to a meeting. */
export const undoChangeAction = formAction(seen, undoChange, after);
