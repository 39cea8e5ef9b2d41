"use server";

import { formAction } from "../../../form";
import { handIn, postForm, preForm } from "./hand-in";

/** Hands in a pre-assignment, or keeps or discards its draft. */
export const preAssignmentAction = formAction(
  preForm,
  handIn,
  (slug, form, rest) => `/${slug}/meetings/${form.number}${rest}`,
);

/** Hands in a post-assignment, or keeps or discards its draft. */
export const postAssignmentAction = formAction(
  postForm,
  handIn,
  (slug, form, rest) => `/${slug}/meetings/${form.number}${rest}`,
);
