import type { ReactNode } from "react";

/** A part of a page that is named by its heading; its blocks stand apart unless `className` says otherwise. */
export function Section({
  id,
  heading,
  level: Heading = "h2",
  className = "flow",
  children,
}: {
  /** The id of the heading, to link to. */
  id: string;
  heading: ReactNode;
  level?: "h2" | "h3";
  className?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={className}>
      <Heading id={id}>{heading}</Heading>
      {children}
    </section>
  );
}
