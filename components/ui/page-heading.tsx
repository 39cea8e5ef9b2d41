import type { ReactNode } from "react";

/** The title of a page about one thing, below the words that say what kind of thing it is. */
export function PageHeading({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <>
      <p className="text-sm text-muted">{kind}</p>
      <h1>{children}</h1>
    </>
  );
}
