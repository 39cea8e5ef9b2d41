import type { ReactNode } from "react";

/** Something that the page has to say about what just happened or is about to. */
export type NoticeKind = "plain" | "receipt" | "warning" | "error";

const roles = { plain: undefined, receipt: "status", warning: undefined, error: "alert" } as const;

/**
 * A message that stays on the page. A receipt is a status region, an error an alert; both are read out when they
 * appear. The title is the sentence that matters, the children what to do about it.
 */
export function Notice({
  kind = "plain",
  title,
  children,
}: {
  kind?: NoticeKind | undefined;
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={kind === "plain" ? "notice" : `notice notice-${kind}`} role={roles[kind]}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}
