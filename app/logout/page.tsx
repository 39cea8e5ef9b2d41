import type { Metadata } from "next";
import { Shell } from "@/components/site/shell";
import { Button } from "@/components/ui/button";
import { signOutAction } from "../login/actions";
import { requirePerson } from "../viewer";

export const metadata: Metadata = { title: "Sign out", robots: { index: false } };

export default async function LogoutPage() {
  const person = await requirePerson("/logout");
  return (
    <Shell viewer={{ name: person.name, role: "visitor" }}>
      <div className="flow max-w-md">
        <h1>Sign out</h1>
        <p>You are signed in as {person.name}.</p>
        <form action={signOutAction} className="mt-0">
          <Button>Sign out</Button>
        </form>
      </div>
    </Shell>
  );
}
