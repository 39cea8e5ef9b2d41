import type { ReactNode } from "react";

/** Nothing is here yet: says why in one sentence, and in the children what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
