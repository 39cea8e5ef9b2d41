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
    <article className={isOwn ? "seat-card seat-card-own" : "seat-card"} aria-labelledby={heading}>
      <p className="seat-card-date">
        <time dateTime={discussion.date}>{discussion.dateLabel}</time>
        <span>{discussion.whenAndWhere}</span>
      </p>
      <div>
        <h3 id={heading}>
          <a href={discussion.href}>{title}</a>
        </h3>
        {theme === null || theme === title ? null : <p className="eyebrow">{theme}</p>}
        {bonus === null ? null : (
          <p className="seat-card-bonus">Bonus for its presenters: {bonus}</p>
        )}
        {papers.length === 0 ? <p>No paper has been announced yet.</p> : null}
        <Papers papers={papers} marksSuggested />
        {presenters.length === 0 ? null : <p>Led by {listOf(presenters)}</p>}
      </div>
      <div className="seat-card-seats">
        <p>{seatsTaken(discussion)}</p>
        {discussion.isCancelled ? <Badge tone="waived">cancelled</Badge> : null}
        {children}
      </div>
    </article>
  );
}
