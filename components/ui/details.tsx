import type { ReactNode } from "react";

/** Something that most readers do not need, one press away; works without JavaScript. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
