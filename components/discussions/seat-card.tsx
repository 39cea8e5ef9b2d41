import type { ReactNode } from "react";
import { Papers, type PaperLine } from "@/components/readings/papers";
import { Badge } from "@/components/ui/badge";
import { counted, listOf } from "@/policy/wording";

/** A discussion as the board shows it, in words already. */
export interface SeatCardDiscussion {
  /** The number in its address. */
  number: number;
  href: string;
  date: string;
  /** "Tue 6 Feb". */
  dateLabel: string;
  /** "15:30–16:50 in WEH 4625" */
  whenAndWhere: string;
  theme: string | null;
  title: string;
  papers: readonly PaperLine[];
  seats: number;
  presenters: readonly string[];
  /** "+2 of 20", what its presenters gain. */
  bonus: string | null;
  isCancelled: boolean;
}

/** "2 of 3 seats taken." */
export function seatsTaken(discussion: Pick<SeatCardDiscussion, "seats" | "presenters">): string {
  return `${discussion.presenters.length} of ${counted(discussion.seats, "seat")} taken`;
}

/** One discussion of the board; the children are what can be done about its seats. */
export function SeatCard({
  discussion,
  isOwn = false,
  children,
}: {
  discussion: SeatCardDiscussion;
  /** The one in which the reader presents. */
  isOwn?: boolean | undefined;
  children?: ReactNode;
}) {
  const { number, presenters, bonus, theme, title, papers } = discussion;
  const heading = `discussion-${number}`;
  return (
    <article
      className={`grid grid-cols-[7.5rem_minmax(0,1fr)_11rem] gap-x-6 border-t border-line pt-4 pb-4.5 text-sm text-muted max-md:grid-cols-1 ${isOwn ? "marked" : ""}`}
      aria-labelledby={heading}
    >
      <p className="flex flex-col max-md:flex-row max-md:flex-wrap max-md:gap-x-[0.5em]">
        <time dateTime={discussion.date} className="font-semibold text-ink">
          {discussion.dateLabel}
        </time>
        <span>{discussion.whenAndWhere}</span>
      </p>
      <div>
        <h3 id={heading} className="mt-0 mb-0.5 text-ink">
          <a href={discussion.href} className="quiet-link">
            {title}
          </a>
        </h3>
        {theme === null || theme === title ? null : <p>{theme}</p>}
        {bonus === null ? null : (
          <p className="font-semibold text-accent">Bonus for its presenters: {bonus}</p>
        )}
        {papers.length === 0 ? <p>No paper has been announced yet.</p> : null}
        <Papers papers={papers} marksSuggested className="mt-1.5 text-ink" />
        {presenters.length === 0 ? null : (
          <p className={papers.length === 0 ? undefined : "mt-1.5 text-ink"}>
            Led by {listOf(presenters)}
          </p>
        )}
      </div>
      <div className="max-md:mt-2">
        <p className="font-semibold text-ink">{seatsTaken(discussion)}</p>
        {discussion.isCancelled ? <Badge tone="waived">cancelled</Badge> : null}
        {children ? <div className="mt-2">{children}</div> : null}
      </div>
    </article>
  );
}
