import { Button } from "@/components/ui/button";

/** Signs this browser out. */
export function SignOutButton({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action} aria-label="Sign out">
      <Button variant="quiet" small>
        Sign out
      </Button>
    </form>
  );
}
