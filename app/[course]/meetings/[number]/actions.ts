"use server";

import { takeBackPass, takePass } from "@/db/passes";
import { formAction } from "../../../form";
import { handIn, passForm, textForm } from "./hand-in";

/** Hands in a text, or keeps or discards its draft. */
export const submitAssignmentAction = formAction(
  textForm,
  handIn,
  (slug, form, rest) => `/${slug}/meetings/${form.number}${rest}`,
);

/** Takes one of the student's free passes for an assignment. */
export const takePassAction = formAction(
  passForm,
  takePass,
  (slug, { number, series }) =>
    `/${slug}/meetings/${number}?pass=taken-${series}#${series}-assignment`,
);

/** Takes a free pass back, so that the assignment is due again. */
export const takeBackPassAction = formAction(
  passForm,
  takeBackPass,
  (slug, { number, series }) =>
    `/${slug}/meetings/${number}?pass=back-${series}#${series}-assignment`,
);
