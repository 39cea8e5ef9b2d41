"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { listCoursesOf } from "@/db/courses";
import { findPerson } from "@/db/people";
import { safeNext } from "@/policy/accounts";
import { isDemo, signInAsCast, signInByPassword, signOutHere } from "../auth";
import { plainAction, visitorAction } from "../form";

const next = z.string().optional().transform(safeNext);

/** Signs in with e-mail and password, and goes on to where the person wanted to go. */
export const signInAction = visitorAction(
  z.object({
    email: z.string().trim().min(1, "Type your e-mail address.").max(254),
    password: z.string().min(1, "Type your password.").max(1000),
    next,
  }),
  async (form) => {
    await signInByPassword(form);
    return form.next ?? firstPageOf(form.email);
  },
);

/** Demo mode: continues as one of the cast, in the course that has them all. */
export const signInAsCastAction = visitorAction(
  z.object({ email: z.email().max(254), next }),
  async (form) => {
    if (isDemo) await signInAsCast(form.email);
    return form.next ?? "/s2024/dashboard";
  },
);

/** Signs this browser out. */
export const signOutAction = plainAction(async () => {
  await signOutHere();
  return "/";
});

/** The dashboard of whoever takes part in one course, the list of courses for everybody else. */
async function firstPageOf(email: string): Promise<string> {
  const person = await findPerson(db, email);
  const courses = person === undefined ? [] : await listCoursesOf(db, person.id);
  return courses.length === 1 ? `/${courses[0]?.slug ?? ""}/dashboard` : "/";
}
