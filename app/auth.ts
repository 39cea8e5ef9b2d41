import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { db } from "@/db/client";
import { findDemoPerson } from "@/db/demo";
import { endSignIn, signInDays, signInWithPassword, startSignIn } from "@/db/sign-ins";
import { signInCookieFor } from "@/policy/cookies";
import { Refusal } from "@/policy/refusal";

const url = new URL(process.env["COLLOQUY_URL"] ?? "http://localhost:3000");

/** Demo mode: the cast signs in without passwords, and the course's clock can be moved. */
export const isDemo = process.env["COLLOQUY_DEMO"] === "1";

/** The name of the cookie that holds the opaque token. */
export const signInCookie = signInCookieFor(url.href);

/** A refusal on its way through next-auth, which knows only errors of its own. */
class Refused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super();
  }
}

const passwordForm = z.object({ email: z.string(), password: z.string() });
const demoForm = z.object({ email: z.string() });

/** next-auth decides who somebody is and is the only writer of the cookie; what is in it is our token. */
const nextAuth = NextAuth({
  providers: [
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: async (form) => {
        const address = (await headers()).get("x-forwarded-for") ?? "unknown";
        try {
          const account = await signInWithPassword(db, { ...passwordForm.parse(form), address });
          await endFormer();
          return { id: account.personId };
        } catch (error) {
          throw error instanceof Refusal ? new Refused(error) : error;
        }
      },
    }),
    ...(isDemo
      ? [
          Credentials({
            id: "demo",
            credentials: { email: {} },
            authorize: async (form) => {
              const personId = await findDemoPerson(db, demoForm.parse(form).email);
              if (personId === undefined)
                throw new Refused(new Refusal("Nobody in the cast has that address."));
              await endFormer();
              return { id: personId };
            },
          }),
        ]
      : []),
  ],
  session: { strategy: "jwt", maxAge: signInDays * 86_400 },
  jwt: {
    encode: ({ token }) => {
      if (token?.sub === undefined) throw new Error("A sign-in without a person.");
      return startSignIn(db, token.sub, new Date());
    },
    decode: ({ token }) => ({ token }),
  },
  events: {
    signOut: async (message) => {
      if ("token" in message && typeof message.token?.["token"] === "string") {
        await endSignIn(db, message.token["token"]);
      }
    },
  },
  cookies: {
    sessionToken: {
      name: signInCookie,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: url.protocol === "https:" },
    },
  },
  basePath: "/api/auth",
  trustHost: true,
  ...(process.env["AUTH_SECRET"] === undefined ? {} : { secret: process.env["AUTH_SECRET"] }),
  logger: { error: () => undefined },
});

/** Signs in with e-mail and password; throws a `Refusal` for the person. */
export async function signInByPassword(form: { email: string; password: string }): Promise<void> {
  await signInWith("password", form);
}

async function signInWith(provider: "password" | "demo", form: object): Promise<void> {
  try {
    await nextAuth.signIn(provider, { ...form, redirect: false });
  } catch (error) {
    throw error instanceof Refused ? error.refusal : error;
  }
}

/** Ends the sign-in that another one is about to replace in this browser. */
async function endFormer(): Promise<void> {
  const former = (await cookies()).get(signInCookie)?.value;
  if (former !== undefined) await endSignIn(db, former);
}

/** Demo mode: signs in as one of the cast, without a password. */
export async function signInAsCast(email: string): Promise<void> {
  await signInWith("demo", { email });
}

/** Ends this browser's sign-in and clears the cookie. */
export async function signOutHere(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
}
