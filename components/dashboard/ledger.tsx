import { Time } from "@/components/ui/time";

/** A hand-in that was received. */
export interface ReceiptLine {
  href: string;
  what: string;
  title: string;
  version: number;
  at: Date;
}

/** The last hand-ins with when they were received. */
export function Receipts({ receipts, zone }: { receipts: readonly ReceiptLine[]; zone: string }) {
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">Received from you</h2>
      {receipts.length === 0 ? (
        <p>Nothing yet. Each hand-in gets a receipt here.</p>
      ) : (
        <ul className="ledger">
          {receipts.map((receipt) => (
            <li key={`${receipt.what} ${receipt.href}`}>
              <a href={receipt.href}>
                {receipt.what}, {receipt.title}
              </a>
              <p className="hint">
                <Time at={receipt.at} zone={zone} />
                {receipt.version === 1 ? "" : `, version ${receipt.version}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The next class and the last announcement, a line each. */
export function News({
  meeting,
  announcement,
  zone,
}: {
  /** Null after the last one. */
  meeting: { href: string; title: string; when: string } | null;
  announcement: { href: string; title: string; postedAt: Date } | null;
  zone: string;
}) {
  return (
    <>
      <section aria-labelledby="next-meeting">
        <h2 id="next-meeting">Next meeting</h2>
        {meeting === null ? (
          <p>The last meeting is over.</p>
        ) : (
          <>
            <p className="duty-title">
              <a href={meeting.href}>{meeting.title}</a>
            </p>
            <p>{meeting.when}</p>
          </>
        )}
      </section>
      <section aria-labelledby="announcement">
        <h2 id="announcement">Latest announcement</h2>
        {announcement === null ? (
          <p>Nothing has been announced yet.</p>
        ) : (
          <>
            <p className="duty-title">
              <a href={announcement.href}>{announcement.title}</a>
            </p>
            <p className="hint">
              <Time at={announcement.postedAt} zone={zone} />
            </p>
          </>
        )}
      </section>
    </>
  );
}
