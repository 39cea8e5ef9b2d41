"use server";

import { z } from "zod";
import { moveClock } from "@/db/demo";
import { safeNext } from "@/policy/accounts";
import { NotFound } from "@/policy/refusal";
import { isDemo } from "../auth";
import { formAction, ticked } from "../form";

/** Moves the clock of a demo course; back only after the page that says what is lost. */
export const moveClockAction = formAction(
  z
    .object({
      to: z.enum(["typed", "tonight", "next class"]).default("typed"),
      clockDay: z.string().max(20).default(""),
      clockTime: z.string().max(20).default(""),
      confirmed: ticked,
      at: z.string().max(500).optional().transform(safeNext),
    })
    .transform(({ to, clockDay: date, clockTime: time, confirmed, at }) => ({
      choice: { to, date, time },
      isConfirmed: confirmed,
      at,
    })),
  async (viewer, { choice, isConfirmed, idempotencyKey }, now) => {
    if (!isDemo) throw new NotFound();
    return moveClock(viewer, { ...choice, isConfirmed, idempotencyKey }, now);
  },
  (slug, { at }, toConfirm) =>
    toConfirm === null
      ? (at ?? `/${slug}`)
      : `/${slug}/clock?${new URLSearchParams({ date: toConfirm.date, time: toConfirm.time }).toString()}`,
);
