import type { ReactNode } from "react";

/** Nothing is here yet: says why in one sentence, and in the children what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-6 max-w-text border-y border-line py-5 text-muted">
      <p className="font-serif text-lg leading-[1.4] font-semibold text-ink">{title}</p>
      {children}
    </div>
  );
}
