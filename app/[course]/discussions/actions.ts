"use server";

import { z } from "zod";
import { claimSeat, releaseSeat } from "@/db/discussions";
import { reopenSignUp } from "@/db/discussions-placing";
import { formAction } from "../../form";

const seat = z.object({ meetingId: z.uuid() });

/** Takes a seat. */
export const claimSeatAction = formAction(
  seat,
  claimSeat,
  (slug) => `/${slug}/discussions?done=taken`,
);

/** Gives up the own seat. */
export const releaseSeatAction = formAction(
  seat,
  releaseSeat,
  (slug) => `/${slug}/discussions?done=given-up`,
);

/** Opens sign-up again for a while. */
export const reopenSignUpAction = formAction(
  z.object({
    date: z.string(),
    time: z.string(),
    reason: z.string(),
  }),
  reopenSignUp,
  (slug) => `/${slug}/discussions?done=reopened`,
);
