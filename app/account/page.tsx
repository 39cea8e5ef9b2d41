import type { Metadata } from "next";
import { SignOutButton } from "@/components/people/sign-out-button";
import { Shell } from "@/components/site/shell";
import { FormRadio, FormText, SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { signOutAction } from "../login/actions";
import { chosenTheme, requirePerson } from "../viewer";
import { changePasswordAction, chooseThemeAction, signOutEverywhereAction } from "./actions";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const [person, { done }, theme] = await Promise.all([
    requirePerson("/account"),
    searchParams,
    chosenTheme(),
  ]);
  return (
    <Shell
      viewer={{ name: person.name, role: "visitor" }}
      signOut={<SignOutButton action={signOutAction} />}
    >
      <div className="flow max-w-md">
        <h1>Account</h1>
        {done === "password" ? (
          <Notice kind="receipt" title="Your password was changed.">
            <p>Every other browser in which you were signed in has been signed out.</p>
          </Notice>
        ) : null}
        <p>
          {person.name}, {person.email}
        </p>
        <h2>Light or dark</h2>
        <Form action={chooseThemeAction} label="Light or dark">
          <FormRadio
            name="theme"
            label="Pages in this browser"
            inline
            defaultValue={theme ?? "system"}
            options={[
              { value: "system", label: "As the system" },
              { value: "light", label: "Light" },
              { value: "dark", label: "Dark" },
            ]}
          />
          <SubmitButton variant="secondary">Save choice</SubmitButton>
        </Form>
        <h2>Password</h2>
        <Form action={changePasswordAction} label="Change password">
          <input type="hidden" name="username" autoComplete="username" value={person.email} />
          <FormText
            name="current"
            label="Current password"
            type="password"
            autoComplete="current-password"
          />
          <FormText
            name="new"
            label="New password"
            hint="At least 10 characters. A few words are easier to remember than a riddle."
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton>Change password</SubmitButton>
        </Form>
        <h2>Sign out everywhere</h2>
        <p>Ends your sign-in in every browser, this one included.</p>
        <Form action={signOutEverywhereAction} label="Sign out everywhere">
          <SubmitButton variant="danger">Sign out everywhere</SubmitButton>
        </Form>
      </div>
    </Shell>
  );
}
