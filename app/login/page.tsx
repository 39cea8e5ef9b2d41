import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/people/demo-accounts";
import { Shell } from "@/components/site/shell";
import { FormText, SubmitButton } from "@/components/ui/action-form";
import { Form } from "@/components/ui/form";
import { safeNext } from "@/policy/accounts";
import { isDemo } from "../auth";
import { findPerson } from "../viewer";
import { signInAction, signInAsCastAction } from "./actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next: asked } = await searchParams;
  const next = safeNext(typeof asked === "string" ? asked : null);
  if ((await findPerson()) !== undefined) redirect(next ?? "/");
  return (
    <Shell>
      <div className="flow max-w-md">
        <h1>Sign in</h1>
        {isDemo ? <DemoAccounts action={signInAsCastAction} next={next} /> : null}
        <Form action={signInAction} label="Sign in" hidden={{ next: next ?? "" }}>
          <FormText name="email" label="Email" type="email" autoComplete="username" required />
          <FormText
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
          />
          <SubmitButton>Sign in</SubmitButton>
        </Form>
      </div>
    </Shell>
  );
}
