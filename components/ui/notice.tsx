import type { ReactNode } from "react";

/** Something that the page has to say about what just happened or is about to. */
export type NoticeKind = "plain" | "receipt" | "warning" | "error";

const looks: Record<NoticeKind, { edge: string; title: string }> = {
  plain: { edge: "border-muted", title: "" },
  receipt: { edge: "border-done", title: "text-done" },
  warning: { edge: "border-due", title: "text-due" },
  error: { edge: "border-late", title: "text-late" },
};

const roles = { plain: undefined, receipt: "status", warning: undefined, error: "alert" } as const;

/**
 * A message that stays on the page. A receipt is a status region, an error an alert; both are read out when they
 * appear. The title is the sentence that matters, the children what to do about it.
 */
export function Notice({
  kind = "plain",
  title,
  isOneLine = false,
  tabIndex,
  children,
}: {
  kind?: NoticeKind | undefined;
  title?: ReactNode;
  /** The title and what to do about it side by side. */
  isOneLine?: boolean | undefined;
  /** -1 for what takes the focus when it appears. */
  tabIndex?: number | undefined;
  children?: ReactNode;
}) {
  return (
    <div
      className={`my-notice max-w-2xl basis-full border-s-4 bg-wash px-4 ${isOneLine ? "flex flex-wrap items-center gap-x-4 py-1.5" : "py-3"} ${looks[kind].edge}`}
      role={roles[kind]}
      tabIndex={tabIndex}
    >
      {title ? <p className={`font-semibold ${looks[kind].title}`}>{title}</p> : null}
      {children}
    </div>
  );
}
