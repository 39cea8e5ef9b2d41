/** Signs this browser out. */
export function SignOutButton({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action} aria-label="Sign out">
      <button className="min-h-6 cursor-pointer px-2 font-semibold text-ink underline decoration-edge hover:text-accent">
        Sign out
      </button>
    </form>
  );
}
