import type { ReactNode } from "react";

/** What is pressed to unfold something. */
export const summaryLook = "w-fit py-0.5 text-sm text-accent";

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
    <details open={open}>
      <summary className={summaryLook}>{summary}</summary>
      {children}
    </details>
  );
}
