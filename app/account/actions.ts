"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { db } from "@/db/client";
import { changePassword, signOutEverywhere } from "@/db/people";
import { countAttempt, hashOf } from "@/db/sign-ins";
import { accountAction } from "../form";
import { requirePerson, signInToken, themeCookie } from "../viewer";

/** Changes the password; every other browser is signed out. */
export const changePasswordAction = accountAction(
  z.object({
    current: z.string().max(1000),
    new: z.string().max(1000),
  }),
  async (viewer, form, now) => {
    const token = (await signInToken()) ?? "";
    const forget = await countAttempt(db, (await requirePerson("/account")).email);
    await changePassword(
      viewer,
      { current: form.current, next: form.new, keepTokenHash: hashOf(token) },
      now,
    );
    await forget();
  },
  () => "/account?done=password",
);

/** Signs the person out in every browser, this one included. */
export const signOutEverywhereAction = accountAction(
  z.object({}),
  async (viewer, _form, now) => signOutEverywhere(viewer, now),
  () => "/login",
);

/** Remembers light or dark in this browser. */
export const chooseThemeAction = accountAction(
  z.object({ theme: z.enum(["light", "dark", "system"]) }),
  async (_viewer, form) => {
    const jar = await cookies();
    if (form.theme === "system") jar.delete(themeCookie);
    else jar.set(themeCookie, form.theme, { maxAge: 365 * 86_400, sameSite: "lax", path: "/" });
  },
  () => "/account",
);
